"""Callbacks that watch measures, driven by hand and by trainings."""

from __future__ import annotations

import csv
from pathlib import Path

import keras
import numpy as np
import pytest

from rkeras_py.compat.callbacks import monitoring
from rkeras_py.convert.rule import ArgumentError

X = np.array([[1.0], [2.0]], "float32")


def model() -> keras.Model:
    made = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="ones")])
    made.compile(keras.optimizers.SGD(0.5), "mse")
    return made


def drive(callback: keras.callbacks.Callback, values: list[float], measure: str) -> keras.Model:
    """Tell a callback of the values of a measure, epoch by epoch."""
    made = model()
    callback.set_model(made)
    callback.on_train_begin()
    for epoch, value in enumerate(values):
        callback.on_epoch_begin(epoch)
        callback.on_epoch_end(epoch, {measure: value})
        if made.stop_training:
            break
    callback.on_train_end()
    return made


@pytest.mark.parametrize(
    ("measure", "values", "stopped"),
    [
        ("val_loss", [3, 2, 1, 2, 2, 2], 4),
        ("größe", [3, 2, 1, 2, 2, 2], 4),  # less is, where nobody knows
    ],
)
def test_when_a_training_ends(measure, values, stopped) -> None:
    callback = monitoring.EarlyStopping(measure, patience=2)
    drive(callback, values, measure)
    assert callback.stopped_epoch == stopped


def test_more_is_better_of_an_accuracy() -> None:
    """Of those that the model was compiled with Keras knows it."""
    callback = monitoring.EarlyStopping("accuracy", patience=2)
    made = model()
    made.compile("sgd", "mse", metrics=["accuracy"])
    made.evaluate(X, X, verbose=0)
    callback.set_model(made)
    callback.on_train_begin()
    for epoch, value in enumerate([0.1, 0.2, 0.1, 0.1]):
        callback.on_epoch_end(epoch, {"accuracy": value})
    assert callback.stopped_epoch == 3 and callback.best == 0.2


def test_changes_below_the_least_one_of_an_unknown_measure() -> None:
    callback = monitoring.EarlyStopping("mine", min_delta=0.5, patience=1)
    drive(callback, [3.0, 2.9, 2.8, 2.7], "mine")
    assert callback.stopped_epoch == 1


def test_the_rate_on_a_plateau() -> None:
    callback = monitoring.ReduceLROnPlateau("mine", factor=0.5, patience=1, min_lr=0.2)
    made = drive(callback, [1.0, 1.0, 1.0, 1.0], "mine")
    assert float(made.optimizer.learning_rate.numpy()) == pytest.approx(0.2)


def test_the_history_has_the_rate_by_its_old_name() -> None:
    logs = {"loss": 1.0, "learning_rate": 0.25}
    monitoring.note_rate(logs)
    assert logs == {"loss": 1.0, "lr": 0.25}
    monitoring.note_rate(None)
    monitoring.note_rate(logs)
    assert logs["lr"] == 0.25


@pytest.mark.parametrize(
    ("options", "values", "names"),
    [
        ({}, [3, 1, 2], ["w1-3.0", "w2-1.0", "w3-2.0"]),
        ({"save_best_only": True, "monitor": "mine"}, [3, 1, 2], ["w1-3.0", "w2-1.0"]),
    ],
)
def test_models_are_saved_under_any_name(options, values, names) -> None:
    saved = []
    callback = monitoring.ModelCheckpoint(
        "w{epoch}-{mine:.1f}",
        lambda model, path: saved.append(path),
        **{"save_weights_only": True, "monitor": "mine", **options},
    )
    drive(callback, values, "mine")
    assert saved == names


def test_lines_of_measures(tmp_path: Path) -> None:
    path = tmp_path / "größe.csv"
    for append, epochs in ((False, 2), (True, 1)):
        logger = monitoring.CSVLogger(str(path), append=append)
        model().fit(X, X, epochs=epochs, verbose=0, callbacks=[logger])
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    assert rows[0] == ["epoch", "loss"]  # no empty columns of validation
    assert [row[0] for row in rows[1:]] == ["0", "1", "0"]
    monitoring_again = monitoring.CSVLogger(str(path))
    model().fit(X, X, epochs=1, verbose=0, callbacks=[monitoring_again])
    assert len(path.read_text("utf-8").splitlines()) == 2


def test_a_folder_is_no_file_for_lines(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="`filename`"):
        model().fit(X, X, verbose=0, callbacks=[monitoring.CSVLogger(str(tmp_path))])
