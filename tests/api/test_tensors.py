from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from rkeras_py import as_tensor, shape


@pytest.mark.parametrize(
    ("value", "dtype"),
    [
        (1.5, "float32"),
        ([1.0, 2.0], "float32"),
        ([1, 2], "int32"),
        (True, "bool"),
        ("a", "string"),
        (np.ones((2, 2)), "float64"),
        (np.ones((2, 2), "int32"), "int32"),
    ],
)
def test_types_that_r_values_get(value: Any, dtype: str) -> None:
    tensor = as_tensor(value)
    assert tensor.dtype.name == dtype
    if dtype != "string":
        assert np.array_equal(tensor.numpy(), np.asarray(value))


def test_another_type() -> None:
    import tensorflow as tf

    assert as_tensor(42.0, "int32").numpy() == 42
    assert as_tensor([1.0, 2.0], "int64").dtype == tf.int64
    assert as_tensor([0, 1], tf.float16).numpy().tolist() == [0.0, 1.0]
    assert as_tensor(as_tensor([1.5, 2.5]), "int32").numpy().tolist() == [1, 2]
    assert as_tensor([as_tensor(1.0), as_tensor(2.0)], "float64").numpy().tolist() == [1.0, 2.0]


def test_a_keras_variable_and_a_name() -> None:
    import keras

    assert as_tensor(keras.Variable([1.0, 2.0]), name="v").numpy().tolist() == [1.0, 2.0]


def test_shapes_to_fill() -> None:
    assert as_tensor(7.0, shape=[2.0, 3.0]).numpy().tolist() == [[7, 7, 7], [7, 7, 7]]
    # row by row
    assert as_tensor([1, 2, 3, 4], shape=shape(2, 2)).numpy().tolist() == [[1, 2], [3, 4]]


def test_arguments_that_there_are_not() -> None:
    with pytest.raises(ValueError, match=r"unused argument \(size = 2\)"):
        as_tensor(1.0, size=2)
    with pytest.raises(ValueError, match='`dtype` must be a type, such as "float32"'):
        as_tensor(1.0, "floaty")


def test_shape() -> None:
    assert shape(28.0, None, 1).as_list() == [28, None, 1]
    assert shape(dims=[4.0, 5]).as_list() == [4, 5]
    assert shape([2, 3]).as_list() == [2, 3]
    assert shape().as_list() == []
    assert shape(dims=None).rank is None
    with pytest.raises(ValueError, match=r'`dims` must be a shape \(.*\), not list\("a"\)'):
        shape("a")
