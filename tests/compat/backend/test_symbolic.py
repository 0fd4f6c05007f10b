"""Functions of the backend as steps of a model: saved, copied, and their errors."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k

from rkeras_py.compat.backend import symbolic
from rkeras_py.convert.rule import ArgumentError

X = np.random.default_rng(0).normal(size=(2, 4, 4, 1)).astype("float32")


@pytest.fixture
def model():
    x = keras.Input((4, 4, 1))
    return keras.Model(x, k("pool2d", k("conv2d", x, np.ones((2, 2, 1, 1))), 2, pool_mode="avg"))


def test_models_with_such_steps_are_saved_and_copied(model, tmp_path):
    wanted = model.predict(X, verbose=0)
    model.save(tmp_path / "model.keras")
    for other in (
        keras.models.load_model(tmp_path / "model.keras"),
        keras.models.clone_model(model),
    ):
        np.testing.assert_allclose(other.predict(X, verbose=0), wanted, rtol=1e-6)


def test_steps_have_the_names_of_their_functions(model):
    names = [operation.name for operation in model.operations]
    assert names[1].startswith("k_conv2d") and names[2].startswith("k_pool2d")


def test_errors_are_those_of_the_function():
    x = keras.Input((4,))
    with pytest.raises(ArgumentError, match=r"^`x` must have 4 axes, not 2\.$"):
        k("conv2d", x, np.ones((2, 2, 1, 1)))


def test_products_with_numbers_are_not_sparse():
    x = keras.Input((4,))
    assert (x * 2).sparse  # what Keras says
    assert not symbolic.is_sparse(x * 2)
    assert not symbolic.unmark_dense(x * 2 * 3).sparse
    sparse = keras.Input((4,), sparse=True)
    assert symbolic.is_sparse(sparse * 2)
