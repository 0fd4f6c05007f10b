"""Values of both languages in forms that can be compared."""

from __future__ import annotations

import re

import keras
import numpy as np
import pytest

from rkeras_py.testing.values import NotComparable, comparable


def test_comparable_forms() -> None:
    assert comparable(keras.ops.convert_to_tensor([1, 2])).tolist() == [1, 2]
    assert comparable(keras.Variable([1.0])).tolist() == [1.0]
    assert comparable(np.array([["a", "b"]])) == [["a", "b"]]
    assert comparable(np.float32(2)) == 2.0 and type(comparable(np.float32(2))) is float
    shared = keras.layers.Dense(1, name="same")
    nested = keras.Sequential([keras.Input((1,)), shared, keras.layers.Dense(1, name="d")])
    assert list(comparable(nested)) == ["same/kernel", "same/bias", "d/kernel", "d/bias"]
    for value, what in [(object(), "class object"), (np.array([1j]), "array of complex128")]:
        with pytest.raises(NotComparable, match=re.escape(what)):
            comparable(value)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ([1, "a", 2.5], [1, "a", 2.5]),
        ([1, None], [1, None]),
        (["a", "b"], ["a", "b"]),
        ([], []),
        ((True, False), np.array([True, False])),
        ([1, 2.5], np.array([1, 2.5])),
        ([2**60 + 1, 0.5], np.array([2**60 + 1, 0.5], object)),  # no float has all its digits
    ],
)
def test_only_lists_of_numbers_are_arrays(value: object, form: object) -> None:
    found = comparable(value)
    assert type(found) is type(form)
    if isinstance(form, np.ndarray):
        assert found.dtype == form.dtype and found.tolist() == form.tolist()
    else:
        assert found == form
