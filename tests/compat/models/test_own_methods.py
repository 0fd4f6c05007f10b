"""Methods of a model's own class in place of Keras's, from Python."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.compat.models.own_methods import call, own_method

X = np.arange(4.0).reshape(4, 1)


class Own(keras.Model):  # type: ignore[misc]
    def compile(self, my_opt: Any, **options: Any) -> None:
        self.told = my_opt, sorted(options)
        super().compile(loss="mse")

    def fit(self, x: Any, y: Any, batch_size: int, *, n: int = 1) -> Any:
        return x.shape, y.shape, batch_size, n

    def evaluate(self, x: Any, steps: int | None = None) -> Any:
        return {"steps": steps}

    def predict(self, x: Any, **options: Any) -> Any:
        return sorted(options)


class Below(Own):
    def call(self, inputs: Any) -> Any:
        return inputs


@pytest.mark.parametrize("kind", [Own, Below])
def test_they_get_the_arguments_of_r_keras_and_the_user_s(kind: Any) -> None:
    model = kind()
    assert rk.compile(model, my_opt=3, metrics=["mae"], speed=1) is model
    assert model.told == (3, ["metrics", "speed"])
    assert rk.fit(model, X, X[:, 0], n=5) == ((4, 1), (4,), 32, 5)
    assert rk.fit(model, X, X, batch_size=2) == ((4, 1), (4, 1), 2, 1)
    assert rk.evaluate(model, X, steps=2) == {"steps": 2}
    assert rk.predict(model, X) == ["batch_size", "callbacks", "verbose"]


def test_what_they_do_not_take_is_an_error() -> None:
    with pytest.raises(TypeError, match="pace"):
        rk.fit(Own(), X, X, pace=1)


def test_keras_s_are_not_one_s_own() -> None:
    model = keras.Sequential([keras.layers.Dense(1)])
    assert own_method(model, "fit") is None
    assert own_method(Below(), "train_on_batch") is None
    with pytest.raises(rk.ArgumentError, match="unused argument"):
        rk.compile(model, my_opt=3)


def test_former_arguments_go_to_methods_that_name_them() -> None:
    def named(path: str, save_format: str) -> Any:
        return path, save_format

    def others(**options: Any) -> Any:
        return options

    assert call(named, {"path": "p", "more": 1}, {}, save_format="h5") == ("p", "h5")
    assert call(others, {"path": "p"}, {"n": 1}, save_format="h5") == {"path": "p", "n": 1}
