"""Callbacks: which hooks are called, with what, and the steps that the optimizer counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf
from counting import batches, counting_model, learnt

import rkeras_py as rk

X = np.arange(28, dtype="float32").reshape(28, 1) / 28


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


class Sequence(keras.utils.PyDataset):
    """Two batches, which it may not count."""

    def __init__(self, counted: bool) -> None:
        super().__init__()
        self._counted = counted

    @property
    def num_batches(self) -> int | None:
        return 2 if self._counted else None

    def __getitem__(self, index: int) -> Any:
        return np.ones((4, 1), "float32"), np.ones((4, 1), "float32")


def dataset() -> Any:
    """Four batches."""
    return tf.data.Dataset.from_tensor_slices((X, X)).batch(8)


@pytest.mark.parametrize(
    ("given", "steps"),
    [
        (lambda: {"x": X, "y": X}, 1),  # 28 samples are fewer than 32
        (lambda: {"x": X, "y": X, "batch_size": 9}, 4),
        (lambda: {"x": X, "y": X, "batch_size": 7}, 4),
        (lambda: {"x": tf.constant(X), "y": tf.constant(X), "batch_size": 9}, 4),
        (lambda: {"x": tf.ones((32, 1)), "y": tf.ones((32, 1))}, 1),
        (lambda: {"x": tf.ones((33, 1)), "y": tf.ones((33, 1))}, 2),
        (lambda: {"x": [tf.constant(X)], "y": tf.constant(X), "batch_size": 14}, 2),
        (lambda: {"x": dataset()}, 4),
        (lambda: {"x": dataset().repeat(), "steps_per_epoch": 3}, 3),
        (lambda: {"x": dataset().filter(lambda x, y: True)}, None),
        (lambda: {"x": batches(3)}, None),
        (lambda: {"x": batches(3), "steps_per_epoch": 2}, 2),
        (lambda: {"x": Sequence(True)}, 2),
        (lambda: {"x": Sequence(False), "steps_per_epoch": 3}, 3),
    ],
    ids=[
        "array",
        "batch_size",
        "whole batches",
        "tensor",
        "a whole batch",
        "one more",
        "list",
        "dataset",
        "endless dataset",
        "filtered dataset",
        "generator",
        "generator in steps",
        "sequence",
        "endless sequence",
    ],
)
@pytest.mark.filterwarnings("ignore:Your input ran out of data")
def test_the_batches_of_an_epoch_where_they_can_be_known(
    given: Callable[[], dict[str, Any]], steps: int | None
) -> None:
    history = rk.fit(counting_model(), epochs=1, verbose=0, **given())
    assert history.params["steps"] == steps


@pytest.mark.filterwarnings("ignore:Your input ran out of data")
def test_a_generator_that_stays_one_has_no_extents(monkeypatch: pytest.MonkeyPatch) -> None:
    model = counting_model()
    # only TensorFlow's backend makes a dataset of it
    monkeypatch.setattr(keras.config, "backend", lambda: "another")
    history = rk.fit(model, batches(3), epochs=1, verbose=0)
    assert history.params["steps"] is None
    assert learnt(model) == 3


def test_the_batches_of_several_inputs_by_name() -> None:
    inputs = {name: keras.Input((1,), name=name) for name in ("a", "b")}
    model = keras.Model(inputs, keras.layers.Dense(1)(inputs["a"] + inputs["b"]))
    rk.compile(model, "sgd", "mse")
    x = {"a": tf.constant(X), "b": tf.constant(X)}
    history = rk.fit(model, x, tf.constant(X), batch_size=9, epochs=1, verbose=0)
    assert history.params["steps"] == 4


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
