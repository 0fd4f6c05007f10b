"""What callbacks of Keras do in private methods."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.keras_private import callbacks

X = np.ones((4, 1), "float32")


def model() -> keras.Model:
    made = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    made.compile("sgd", "mse")
    return made


class Counting(keras.callbacks.Callback):
    def __init__(self) -> None:
        super().__init__()
        self.epochs: list[int] = []

    def on_epoch_begin(self, epoch, logs=None):
        self.epochs.append(epoch)


def test_hooks_that_do_nothing() -> None:
    callback = Counting()
    assert callbacks.is_default(callback.on_train_begin)
    assert not callbacks.is_default(callback.on_epoch_begin)


def test_measures_as_numbers() -> None:
    got = callbacks.python_values({"loss": keras.ops.array(0.5), "a": {"größe": 2}})
    assert got == {"loss": 0.5, "größe": 2} and type(got["loss"]) is float


def test_a_training_begins_later() -> None:
    class Later(Counting):
        def on_train_begin(self, logs=None):
            callbacks.start_at(self.model, 2)

    later = Later()
    model().fit(X, X, epochs=4, verbose=0, callbacks=[later])
    assert later.epochs == [2, 3]


def test_a_measure_that_keras_does_not_know() -> None:
    class Mine(callbacks.Watching, keras.callbacks.EarlyStopping):
        asked = False

        def watch_unknown(self) -> None:
            self.asked, self.monitor_op = True, keras.ops.greater

    for monitor, asked in (("größe", True), ("val_loss", False)):
        callback = Mine(monitor=monitor)
        callback.set_model(model())
        callback.on_train_begin()
        callback.on_epoch_end(0, {monitor: 1.0})
        assert callback.asked is asked


@pytest.mark.parametrize(("best_only", "paths"), [(False, ["e1", "e2", "e3"]), (True, ["e1"])])
def test_checkpoints_ask_to_be_written(best_only, paths) -> None:
    class Noting(callbacks.ModelCheckpoint):
        def write(self, path: str) -> None:
            written.append(path)

    written: list[str] = []
    callback = Noting("x.keras", monitor="loss", save_best_only=best_only)
    callback.filepath = "e{epoch}"
    callback.set_model(model())
    callback.on_train_begin()
    for epoch in range(3):
        callback.on_epoch_end(epoch, {"loss": 1.0 + epoch})
    assert written == paths
