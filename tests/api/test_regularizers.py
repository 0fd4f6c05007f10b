"""Regularizers against NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.api import regularizers as api
from rkeras_py.api.layers.core import layer_dense
from rkeras_py.convert.rule import ArgumentError

W = np.array([[3.0, -1.0, 2.0], [0.5, 4.0, -1.5]])
ABSOLUTE, SQUARES = np.abs(W).sum(), (W**2).sum()


def cosines(w):
    """The mean absolute cosine of two rows."""
    unit = w / np.linalg.norm(w, axis=1, keepdims=True)
    pairs = [abs(unit[i] @ unit[j]) for i in range(len(w)) for j in range(i)]
    return np.mean(pairs)


CASES = [
    ("l1", {}, 0.01 * ABSOLUTE),
    ("l1", {"l": 2}, 2 * ABSOLUTE),
    ("l2", {}, 0.01 * SQUARES),
    ("l2", {"l": 0.5}, 0.5 * SQUARES),
    ("l1_l2", {}, 0.01 * (ABSOLUTE + SQUARES)),
    ("l1_l2", {"l1": 0.3, "l2": 0}, 0.3 * ABSOLUTE),
    ("orthogonal", {}, 0.01 * cosines(W)),
    ("orthogonal", {"factor": 2, "mode": "columns"}, 2 * cosines(W.T)),
]


@pytest.mark.parametrize(("name", "options", "expected"), CASES)
def test_values(name, options, expected):
    regularizer = getattr(api, f"regularizer_{name}")(**options)
    assert float(regularizer(keras.ops.cast(W, "float32"))) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("name", ["l1", "l2", "l1_l2"])
def test_names_and_functions_stand_for_the_defaults(name):
    expected = next(case[2] for case in CASES if case[0] == name)
    for given in (name, getattr(api, f"regularizer_{name}")):
        dense = layer_dense(units=3, kernel_regularizer=given)
        dense.build((None, 2))
        dense.set_weights([W, np.zeros(3)])
        assert float(dense.losses[0]) == pytest.approx(expected, rel=1e-5)


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`l` must be a number of at least 0, not -1"):
        api.regularizer_l1(-1)
    with pytest.raises(ArgumentError, match=r'`mode` must be one of "rows", "columns"'):
        api.regularizer_orthogonal(mode="row s")
    with pytest.raises(ArgumentError, match=r"unused argument \(l1 = 1\)"):
        api.regularizer_orthogonal(l1=1)
