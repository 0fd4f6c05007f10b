"""Kinds of tensors, and tensors passed on."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf
from backend_calls import in_a_model, k, numbers

EYE = np.eye(3, dtype="float32")


def test_what_is_a_tensor():
    tensors = [tf.ones(2), keras.Variable([1.0]), keras.Input((2,)), tf.sparse.from_dense(EYE)]
    assert all(k("is_tensor", x) for x in tensors)
    assert not any(k("is_tensor", x) for x in (1.0, [1, 2], EYE, None, "a", keras.layers.Dense(1)))


def test_sparse_and_dense():
    sparse = tf.sparse.from_dense(EYE)
    assert k("is_sparse", sparse) and not k("is_sparse", EYE) and not k("is_sparse", 1.0)
    np.testing.assert_array_equal(numbers(k("to_dense", sparse)), EYE)
    dense = k("to_dense", 2 * EYE)
    assert k("is_tensor", dense)
    np.testing.assert_array_equal(numbers(dense), 2 * EYE)
    x = k("placeholder", [None, 3], sparse=True)
    run = k("function", [x], [k("to_dense", x)])
    np.testing.assert_array_equal(run([sparse])[0], EYE)


def test_identity():
    variable = keras.Variable([1.0, 2.0])
    same = k("identity", variable)
    variable.assign([3.0, 4.0])
    assert numbers(same).tolist() == [1, 2]
    np.testing.assert_array_equal(in_a_model("identity", EYE), EYE)
    assert numbers(k("identity", 3.0)) == 3


def test_printing(capsys):
    result = k("print_tensor", tf.constant([1.0, 2.0]), "x is")
    assert numbers(result).tolist() == [1, 2]
    assert capsys.readouterr().out == "x is [1. 2.]\n"
    assert numbers(k("print_tensor", [3, 4])).tolist() == [3, 4]
    assert capsys.readouterr().out == "[3 4]\n"


def test_printing_each_time_that_a_model_runs(capsys):
    x = keras.Input((1,))
    model = keras.Model(x, k("print_tensor", x, "batch") * 2)
    assert capsys.readouterr().out == ""
    assert model.predict(np.array([[1.0], [2.0]]), batch_size=1, verbose=0).tolist() == [[2], [4]]
    assert capsys.readouterr().out == "batch [[1.]]\nbatch [[2.]]\n"
