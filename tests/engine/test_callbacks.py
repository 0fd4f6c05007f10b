"""Callbacks: which hooks are called, with what, and the steps that the optimizer counts."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

import rkeras_py as rk

X = np.arange(28, dtype="float32").reshape(28, 1) / 28


def counting_model() -> keras.Sequential:
    """Its one weight is minus the number of batches that it has learnt."""
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 1, input_shape=1, use_bias=False, kernel_initializer="zeros")
    ones = np.ones((4, 1), "float32")
    model(ones)
    return rk.compile(model, rk.optimizer_sgd(1.0), lambda t, p: keras.ops.mean(p))


def learnt(model: keras.Sequential) -> float:
    return -float(model.get_weights()[0][0, 0])


class Told(keras.callbacks.Callback):
    """Notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[tuple[Any, ...]] = []

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self.notes.append(("train", batch, sorted(logs)))

    def on_test_batch_begin(self, batch: int, logs: Any = None) -> None:
        self.notes.append(("test", batch, logs))

    def on_predict_batch_end(self, batch: int, logs: Any = None) -> None:
        self.notes.append(("predict", batch, logs["outputs"].shape))


class Old(keras.callbacks.Callback):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = []

    def on_batch_end(self, batch: int, logs: Any = None) -> None:
        self.seen.append(batch)


def test_hooks_are_called_for_every_batch() -> None:
    model, told, old = counting_model(), Told(), Old()
    rk.fit(model, X, X, batch_size=10, epochs=2, verbose=0, callbacks=[told, old])
    assert told.notes == [("train", b, ["loss"]) for b in (0, 1, 2)] * 2
    assert old.seen == [0, 1, 2] * 2
    told.notes.clear()
    rk.evaluate(model, X, X, batch_size=14, verbose=0, callbacks=[told])
    rk.predict(model, X, batch_size=20, verbose=0, callbacks=[told])
    assert told.notes == [
        ("test", 0, {}),
        ("test", 1, {}),
        ("predict", 0, (20, 1)),
        ("predict", 1, (8, 1)),
    ]
    assert old.seen == [0, 1, 2] * 2  # its hook is training's


def test_the_history_knows_the_batches_of_an_epoch() -> None:
    model = counting_model()
    history = rk.fit(model, X, X, batch_size=10, epochs=1, verbose=0)
    assert history.params == {"verbose": 0, "epochs": 1, "steps": 3}
    assert model.history is history


def test_the_progress_bar_knows_the_batches(capsys: pytest.CaptureFixture[str]) -> None:
    model = counting_model()
    rk.fit(model, X, X, batch_size=10, epochs=1, verbose=1)
    rk.predict(model, X, batch_size=14, verbose=1)
    rk.evaluate(model, X, X, batch_size=7, verbose=1)
    told = capsys.readouterr().out
    assert "3/3" in told and "2/2" in told and "4/4" in told


def test_keras_own_training_is_left_alone() -> None:
    model = counting_model()
    theirs = model.fit(X, X, batch_size=14, verbose=0)
    assert len(theirs.history["loss"]) == 1
    assert learnt(model) == pytest.approx(2 * X.mean())
