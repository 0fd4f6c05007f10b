"""Arguments that functions of the backend refuse."""

from __future__ import annotations

import numpy as np
import pytest
from keras import ops

import rkeras_py.api  # noqa: F401
from rkeras_py.convert.na import NA_INTEGER
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])
P = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])


def k(name, *args, **kwargs):
    """What a function of the backend gives, as NumPy sees it."""
    result = REGISTRY[f"k_{name}"].python(*args, **kwargs)
    return ops.convert_to_numpy(result) if hasattr(result, "dtype") else result


AXES = "one or several whole numbers (axes, counted from 1; -1 is the last)"
DTYPE = 'a type, such as "float32", "float64", "int32" or "bool"'
TENSOR = "a tensor, or numbers: a vector, a matrix or an array"


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("abs", ("a",), f'`x` must be {TENSOR}, not the string "a".'),
        ("abs", (None,), f"`x` must be {TENSOR}, not NULL."),
        ("abs", ({"a": 1.0},), f"`x` must be {TENSOR}, not a named list of length 1."),
        ("abs", ([[1.0, 2.0], [3.0]],), f"`x` must be {TENSOR}, not a list of length 2."),
        ("abs", ([1, NA_INTEGER],), "`x` has NA, which a tensor cannot hold."),
        ("abs", (NA_INTEGER,), f"`x` must be {TENSOR}, not NA."),
        ("mean", (M, 0), f"`axis` must be {AXES} or NULL, not 0."),
        ("mean", (M, 5), "`axis` must be among the 2 axes, not 5."),
        ("sum", (M, [1, -3]), "`axis` must be among the 2 axes, not -3."),
        ("argmax", (M, 3), "`axis` must be among the 2 axes, not 3."),
        (
            "argmax",
            (M, 0),
            "`axis` must be a whole number (an axis, counted from 1; -1 is the last), not 0.",
        ),
        ("cast", (M, "float33"), f'`dtype` must be {DTYPE}, not the string "float33".'),
        ("concatenate", (3.0,), "`tensors` must be a list of tensors, not 3."),
        ("in_top_k", (P, [0, 1], 0), "`k` must be a whole number of at least 1, not 0."),
    ],
)
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
