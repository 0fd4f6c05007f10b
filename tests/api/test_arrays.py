"""Arrays that stay in Python."""

from __future__ import annotations

import keras
import numpy as np
import pandas as pd
import pytest
from small_models import data, stack

from rkeras_py.api import arrays
from rkeras_py.api.training import training
from rkeras_py.convert.rule import ArgumentError


@pytest.mark.parametrize(
    ("x", "dtype", "expected"),
    [
        (np.array([1.5, 2.5]), None, "float32"),
        (np.array([1, 2], "int32"), None, "int32"),
        (np.array([True, False]), None, "bool"),
        (np.array([1.5, 2.5]), "float64", "float64"),
        (np.array([1.0, 2.0]), "int32", "int32"),
        (3.0, None, "float32"),
    ],
)
def test_types_of_the_elements(x, dtype, expected):
    found = arrays.keras_array(x, dtype)
    assert found.dtype == expected
    np.testing.assert_array_equal(found, np.atleast_1d(x))


def test_rows_lie_together():
    x = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    found = arrays.keras_array(x)
    assert found.flags["C_CONTIGUOUS"]
    assert found.tolist() == x.tolist()
    assert not np.shares_memory(found, x)


def test_lists_and_what_is_no_array():
    one, two = arrays.keras_array([np.zeros(2), np.ones((1, 3))])
    assert (one.tolist(), two.tolist()) == ([0, 0], [[1, 1, 1]])
    assert arrays.keras_array({"a": np.ones(1)})["a"].tolist() == [1]
    assert arrays.keras_array(None) is None
    factor = pd.Categorical(["b", "a", "b"])
    assert arrays.keras_array(factor).tolist() == [1, 0, 1]
    again = arrays.keras_array(one, "int32")
    assert again.dtype == "int32"


def test_the_type_of_keras_may_change():
    keras.config.set_floatx("float64")
    try:
        assert arrays.keras_array(np.array([0.1])).dtype == "float64"
    finally:
        keras.config.set_floatx("float32")


def test_models_take_them():
    x, _ = data()
    model = stack(1)
    kernel, bias = model.get_weights()
    found = training.predict(model, arrays.keras_array(x), verbose=0)
    np.testing.assert_allclose(found, x @ kernel + bias, rtol=1e-5, atol=1e-6)


def test_types_that_there_are_not():
    with pytest.raises(ArgumentError, match='`dtype` must be a type, such as "float32"'):
        arrays.keras_array(np.zeros(2), "float33")


@pytest.mark.parametrize(
    ("x", "dtype"),
    [
        (np.array([1 / 3, 1e300]), "float64"),
        (np.array([2.0**24 + 1]), "int32"),
        (np.ma.array([1 / 3]), "float64"),
        (pd.Series([1 / 3]), "float64"),
        ([np.array([1 / 3])], "float64"),
    ],
)
def test_a_type_that_is_named_is_made_of_the_numbers_themselves(x, dtype):
    found = arrays.keras_array(x, dtype)
    found, x = (found[0], x[0]) if isinstance(x, list) else (found, x)
    assert found.dtype == dtype
    assert found.tolist() == np.asarray(x).tolist()
