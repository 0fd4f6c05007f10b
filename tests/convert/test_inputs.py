"""R's data where a layer is called on them, or learns from them."""

import keras
import numpy as np
import pandas as pd
import pytest

from rkeras_py.convert.inputs import AdaptDataRule, ComposableDataRule, as_input
from rkeras_py.convert.na import NA_CHARACTER
from rkeras_py.convert.rule import ArgumentError, Mismatch


def words(tensor):
    return [word.decode() for word in tensor.numpy().ravel()]


def test_vectors_become_tensors_and_keep_their_length():
    assert words(as_input("a")) == ["a"]
    assert words(as_input(["a", "b"])) == ["a", "b"]
    assert as_input(3.0).shape == (1,)
    assert as_input([1.0, 2.0]).numpy().tolist() == [1, 2]
    assert as_input([1.0, 2.0]).dtype == "float32"
    assert words(as_input(np.array([["a"], ["b"]], object))) == ["a", "b"]


def test_other_values_pass():
    array, tensors = np.zeros((2, 2)), [keras.ops.ones(2), keras.ops.ones(3)]
    assert as_input(array) is array
    assert as_input(tensors) is tensors
    assert as_input(None) is None


def test_composing_takes_data_beside_models_and_tensors():
    accept = ComposableDataRule().accept
    model, tensor = keras.Sequential(), keras.Input((2,))
    assert accept(model) is model
    assert accept(tensor) is tensor
    assert accept(np.array([[1.5, 2]])).numpy().tolist() == [[1.5, 2]]
    assert accept(pd.DataFrame({"a": [1, 2], "b": [3, 4]})).numpy().tolist() == [[1, 3], [2, 4]]
    assert words(accept(["a", "b"])) == ["a", "b"]
    for wrong in (object(), keras.layers.Dense(1), {"a": 1}):
        with pytest.raises(Mismatch):
            accept(wrong)


def test_data_to_learn_from():
    accept = AdaptDataRule().accept
    assert words(accept(np.array(["a", "b"], object))) == ["a", "b"]
    assert words(accept([np.array(["a"], object), np.array(["b"], object)])) == ["a", "b"]
    assert words(accept("a")) == ["a"]
    assert accept(np.array([1, 2], "int32")).tolist() == [1, 2]
    assert accept(pd.DataFrame({"a": [1.0, 2], "b": [3.0, 4]})).tolist() == [[1, 3], [2, 4]]
    with pytest.raises(ArgumentError, match="1 missing value"):
        accept(np.array(["a", NA_CHARACTER], object))
    for wrong in (None, {"a": np.zeros(2)}, [np.array(["a"], object), np.array([1.0])]):
        with pytest.raises(Mismatch):
            accept(wrong)
