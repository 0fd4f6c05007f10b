"""What functions of the backend share: operations, steps of graphs, axes, types."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.operation import as_float, as_tensor, graph_step, within


def test_numbers_become_tensors_and_tensors_stay() -> None:
    tensor = ops.ones(2)
    assert as_tensor(tensor) is tensor
    assert as_tensor(np.ones(2)).shape == (2,)
    assert as_tensor(2.5).shape == () and float(as_tensor(2.5)) == 2.5


@pytest.mark.parametrize(
    ("value", "dtype"), [(3, "float32"), (True, "float32"), (2.5, "float32"),
                         (np.ones(1, "float16"), "float16"), (np.ones(1, "int64"), "float32")]
)  # fmt: skip
def test_whole_numbers_become_floats(value, dtype) -> None:
    got = as_float(value)
    assert keras.backend.standardize_dtype(got.dtype) == dtype
    np.testing.assert_array_equal(got, np.asarray(value, "float64"))


@pytest.mark.parametrize(("axes", "expected"), [(0, (0,)), (-1, (2,)), ((0, -2), (0, 1)), ((), ())])
def test_axes_count_from_0(axes, expected) -> None:
    assert within(ops.ones((1, 2, 3)), axes, "axis") == expected


@pytest.mark.parametrize(("axis", "number"), [(3, 4), (-4, -4), ((0, 5), 6)])
def test_an_axis_that_is_not_there_is_named_as_it_was_given(axis, number) -> None:
    with pytest.raises(ArgumentError) as caught:
        within(ops.ones((1, 2, 3)), axis, "größe")
    assert str(caught.value) == f"`größe` must be among the 3 axes, not {number}."


def test_a_function_becomes_a_step_of_a_graph() -> None:
    seen = []

    @graph_step
    def rkeras_test_halves(x, by=2.0):
        seen.append(type(x).__name__)
        return ops.convert_to_tensor(x) / by

    np.testing.assert_array_equal(rkeras_test_halves(np.array([4.0, 6.0])), [2, 3])
    inputs = keras.Input((2,))
    model = keras.Model(inputs, rkeras_test_halves(inputs, by=4.0))
    np.testing.assert_array_equal(model(np.array([[4.0, 8.0]])), [[1, 2]])
