"""Constraints against NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.api import constraints as api
from rkeras_py.api.layers.core import layer_dense
from rkeras_py.convert.rule import ArgumentError

W = np.array([[3.0, 0.3, -1.0], [4.0, 0.4, 0.0]])  # columns of norm 5, 0.5 and 1
NORMS = np.sqrt((W**2).sum(axis=0))
ROWS = np.sqrt((W**2).sum(axis=1, keepdims=True))
FILTERS = np.arange(1.0, 25.0).reshape(2, 2, 3, 2) / 10
CASES = [
    ("maxnorm", {}, W * [2 / 5, 1, 1]),
    ("maxnorm", {"max_value": 0.25}, W / NORMS / 4),
    ("maxnorm", {"max_value": 1, "axis": 1}, W / ROWS * np.minimum(ROWS, 1)),
    ("minmaxnorm", {}, W * [1 / 5, 1, 1]),
    ("minmaxnorm", {"min_value": 1, "max_value": 2}, W * [2 / 5, 2, 1]),
    ("minmaxnorm", {"min_value": 1, "max_value": 2, "rate": 0.5}, W * [3.5 / 5, 1.5, 1]),
    ("minmaxnorm", {"max_value": 1, "axis": 1}, W / ROWS * np.minimum(ROWS, 1)),
    ("nonneg", {}, [[3, 0.3, 0], [4, 0.4, 0]]),
    ("unitnorm", {}, W / NORMS),
    ("unitnorm", {"axis": 1}, W / ROWS),
]


@pytest.mark.parametrize(("name", "options", "expected"), CASES)
def test_values(name, options, expected):
    constraint = getattr(api, f"constraint_{name}")(**options)
    np.testing.assert_allclose(constraint(W.astype("float32")), expected, rtol=1e-5, atol=1e-6)


def test_norms_over_several_axes():
    constraint = api.constraint_unitnorm(axis=[0.0, 1.0, 2.0])
    norms = np.sqrt((FILTERS**2).sum(axis=(0, 1, 2)))
    np.testing.assert_allclose(constraint(FILTERS.astype("float32")), FILTERS / norms, rtol=1e-5)


@pytest.mark.parametrize("constraint", ["maxnorm", "max_norm", api.constraint_maxnorm])
def test_training_obeys(constraint):
    model = keras.Sequential(
        [keras.Input((2,)), layer_dense(units=1, kernel_constraint=constraint)]
    )
    model.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
    model.set_weights([np.array([[30.0], [40.0]]), np.zeros(1)])
    model.train_on_batch(np.zeros((1, 2)), np.zeros((1, 1)))  # no gradient: only the constraint
    np.testing.assert_allclose(model.get_weights()[0], [[1.2], [1.6]], rtol=1e-5)


@pytest.mark.parametrize("name", ["nonneg", "unitnorm", "minmaxnorm"])
def test_former_names(name):
    layer = layer_dense(units=1, kernel_constraint=name)
    assert type(layer.kernel_constraint) is type(getattr(api, f"constraint_{name}")())


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`max_value` must be a number of at least 0, not -1"):
        api.constraint_maxnorm(-1)
    with pytest.raises(
        ArgumentError, match=r"`axis` must be one or several whole numbers .*not the string"
    ):
        api.constraint_unitnorm("first")
