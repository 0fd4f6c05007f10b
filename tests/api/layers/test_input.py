"""Inputs of functional models."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.api.layers.input import layer_input
from rkeras_py.convert.rule import ArgumentError


@pytest.mark.parametrize(
    ("options", "shape", "dtype"),
    [
        ({"shape": 784.0}, (None, 784), "float32"),
        ({"shape": [28.0, 28.0]}, (None, 28, 28), "float32"),
        ({"shape": [None, 3]}, (None, None, 3), "float32"),
        ({"shape": []}, (None,), "float32"),
        ({"batch_shape": [16.0, None, 3]}, (16, None, 3), "float32"),
        ({"shape": 5, "dtype": "int32"}, (None, 5), "int32"),
        ({"shape": 1, "dtype": "string"}, (None, 1), "string"),
        ({"tensor": np.zeros((4, 2), "int64")}, (4, 2), "int64"),
        ({"tensor": keras.ops.zeros((4, 2))}, (4, 2), "float32"),
    ],
)
def test_shape_and_type(options, shape, dtype):
    x = layer_input(**options)
    assert keras.backend.is_keras_tensor(x)
    assert x.shape == shape and x.dtype == dtype


def test_names_are_those_of_the_data():
    a, b = layer_input(shape=2, name="a"), layer_input(shape=2, name="b")
    model = keras.Model([a, b], a - 2 * b)
    data = {"b": np.array([[1.0, 2.0]]), "a": np.array([[5.0, 5.0]])}
    np.testing.assert_array_equal(model(data), [[3, 1]])


def test_sparse_data():
    import tensorflow as tf

    x = layer_input(shape=3, sparse=True)
    assert x.sparse
    model = keras.Model(x, keras.layers.Dense(1, kernel_initializer="ones")(x))
    row = tf.sparse.from_dense([[0.0, 2.0, 3.0]])
    np.testing.assert_array_equal(model(row), [[5]])


def test_ragged_data():
    assert layer_input(shape=[None], ragged=True).ragged


def test_a_symbolic_tensor_is_used_itself():
    x = keras.Input((2,))
    assert layer_input(tensor=x) is x or layer_input(tensor=x).shape == x.shape


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"Give one of `shape`, `batch_shape` and `tensor`"):
        layer_input()
    with pytest.raises(ArgumentError, match=r"Give one of"):
        layer_input(shape=2, batch_shape=[1, 2])
    with pytest.raises(ArgumentError, match=r'`shape` must be a shape.*not the string "a"'):
        layer_input(shape="a")
    with pytest.raises(ArgumentError, match=r'`dtype` must be a type, .*not the string "floot"'):
        layer_input(shape=1, dtype="floot")
    with pytest.raises(ArgumentError, match=r"`tensor` must have at least one dimension"):
        layer_input(tensor=3.0)
