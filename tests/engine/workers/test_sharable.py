"""Which models workers share, and which callbacks are for the first worker."""

from __future__ import annotations

from typing import Any

import keras
import pytest

import rkeras_py as rk
from rkeras_py.engine.workers import group, sharable


def made(*layers: Any, **compile: Any) -> keras.Model:
    model = keras.Sequential([keras.Input((4, 2)), *layers])
    model.compile("sgd", "mse", **compile)
    return model


class Stepped(keras.Sequential):
    def train_step(self, data):
        return {}


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        (made(keras.layers.LSTM(2), keras.layers.BatchNormalization()), None),
        (made(run_eagerly=True), "it runs eagerly"),
        (keras.Sequential([keras.layers.Dense(1)]), None),
        (
            keras.Sequential([keras.Input(batch_shape=(3, 2)), keras.layers.Dense(1)]),
            "its batches have a fixed size",
        ),
        (Stepped([keras.Input((2,))]), "its class has a method train_step()"),
    ],
)
def test_what_cannot_be_shared_is_named(model: keras.Model, reason: str | None) -> None:
    assert sharable.obstacle(model) == reason


def test_virtual_batches_are_not_shared() -> None:
    model = rk.keras_model_sequential()
    rk.layer_batch_normalization(model, input_shape=2, virtual_batch_size=2, name="b")
    model.compile("sgd", "mse")
    assert sharable.obstacle(model) == 'its layer "b" has `virtual_batch_size`'


def test_it_is_said_once_by_the_first_worker(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = made()
    for rank, lines in ((1, 0), (0, 1), (0, 0)):
        monkeypatch.setattr(group, "_current", group.Worker(rank, 2))
        sharable.tell_once(model, "it runs eagerly")
        assert len(capsys.readouterr().out.splitlines()) == lines


def test_callbacks_that_write(tmp_path: Any) -> None:
    path = str(tmp_path / "a")
    writing = [rk.callback_csv_logger(path), rk.callback_model_checkpoint(f"{path}.keras")]
    assert all(map(sharable.writes, writing))
    reading = [rk.callback_early_stopping(), rk.callback_backup_and_restore(path)]
    assert not any(map(sharable.writes, reading))
