from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from rkeras_py import as_tensor, shape
from rkeras_py.convert.na import NA_INTEGER, NA_REAL


@pytest.mark.parametrize(
    ("value", "dtype"),
    [
        (1.5, "float64"),
        ([1.0, 2.0], "float64"),
        ([1, 2.5], "float64"),
        ([True, False], "bool"),
        (["a", "b"], "string"),
        (1 + 2j, "complex128"),
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
    for name in ("uint8", "int8", "int16", "int32", "uint32", "int64", "uint64"):
        assert as_tensor([0.0, 1.75, 100.0], name).numpy().tolist() == [0, 1, 100]
        assert as_tensor([0, 100], name).numpy().tolist() == [0, 100]
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


@pytest.mark.parametrize(
    ("value", "wanted", "expected"),
    [
        ([1, 2, 3], [-1.0, 1.0], [[1], [2], [3]]),
        ([1, 2, 3, 4], [None, 2], [[1, 2], [3, 4]]),
        ([1, 2, 3, 4], [NA_REAL, 2.0], [[1, 2], [3, 4]]),
        (5, [-1], [5]),  # not recycled where an extent is open
        (5, 3.0, [5, 5, 5]),
    ],
)
def test_shapes_that_are_worked_out(value: Any, wanted: Any, expected: Any) -> None:
    assert as_tensor(value, shape=wanted).numpy().tolist() == expected


def test_shapes_that_are_tensors_or_none() -> None:
    assert as_tensor([1, 2, 3, 4], shape=as_tensor([-1, 2])).numpy().tolist() == [[1, 2], [3, 4]]
    assert as_tensor(as_tensor(3.0), shape=as_tensor(2)).numpy().tolist() == [3, 3]
    with pytest.raises(ValueError, match=r'`shape` must be whole numbers.*, not the string "a"'):
        as_tensor(1, shape="a")


def test_numbers_beyond_a_type() -> None:
    given = [-1.0, 0.0, 1.9, 255.0, 256.0]
    assert as_tensor(given, "uint8").numpy().tolist() == [0, 0, 1, 255, 255]
    assert as_tensor(as_tensor(given), "uint8").numpy().tolist() == [0, 0, 1, 255, 255]
    assert as_tensor(1e6, "float16").numpy() == 65504
    assert as_tensor([2, 0], "bool").numpy().tolist() == [True, False]
    with pytest.raises(ValueError, match='`x` has NA, which the type "int32" cannot hold'):
        as_tensor([1.0, NA_REAL], "int32")
    with pytest.raises(ValueError, match="`x` has NA, which a tensor cannot hold"):
        as_tensor([1, NA_INTEGER])


def test_tensors_of_shapes() -> None:
    assert as_tensor(shape(None, 3)).numpy().tolist() == [-1, 3]
    assert as_tensor(shape(2, 3)).dtype.name == "int32"


def test_symbolic_tensors() -> None:
    import keras

    x = keras.Input((4,))
    y = as_tensor(x, "int32", shape=[-1, 2, 2])
    assert (y.dtype, y.shape) == ("int32", (None, 2, 2))
    model = keras.Model(x, y)
    assert np.array_equal(model(np.array([[1.5, 2, 3, 4]])), [[[1, 2], [3, 4]]])


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
    assert shape(-1, NA_REAL, shape(3, None), [5]).as_list() == [None, None, 3, None, 5]
    assert shape(dims=as_tensor([-1, 3])).as_list() == [None, 3]
    with pytest.raises(ValueError, match=r'`dims` must be a shape \(.*\), not list\("a"\)'):
        shape("a")
