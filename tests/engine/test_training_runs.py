"""What training writes to a training run of R's."""

from __future__ import annotations

import copy
import math

import keras
import numpy as np
import pytest

from rkeras_py.api.callbacks import logging
from rkeras_py.api.training import training

X = np.random.default_rng(2).normal(size=(10, 3)).astype("float32")
Y = X.sum(1, keepdims=True)


@pytest.fixture
def written(hosted, tmp_path):
    """What was to be written, in the place of R."""
    calls = []

    def write_run(kind, data):
        calls.append((kind, copy.deepcopy(data)))

    hosted(run_folder=lambda: str(tmp_path / "run"), write_run=write_run)
    return calls


def model(loss="mse", optimizer="sgd"):
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    made.compile(optimizer, loss, metrics=["mae"])
    return made


def properties(written):
    (found,) = [data for kind, data in written if kind == "properties"]
    return found


def test_what_is_known_before_the_first_epoch_comes_first(written):
    trained = model(optimizer=keras.optimizers.Adam(0.02))
    training.fit(trained, X, Y, epochs=3, batch_size=4, verbose=0, validation_split=0.25)
    kinds = [kind for kind, _ in written]
    assert kinds == ["properties", "metrics", "metrics", "metrics"]
    data = properties(written)
    assert "Total params: 4" in data.pop("model")
    assert data == {
        "epochs": 3, "samples": 7, "validation_samples": 3, "batch_size": 4,
        "loss_function": "mse", "optimizer": "Adam", "learning_rate": 0.02,
    }  # fmt: skip


def test_metrics_grow_to_the_length_of_the_training(written):
    history = training.fit(model(), X, Y, epochs=2, verbose=0, validation_data=[X[:4], Y[:4]])
    first, second = [data for kind, data in written if kind == "metrics"]
    assert second == history.history
    assert list(first) == ["loss", "mae", "val_loss", "val_mae"]
    assert [first["mae"][0], math.isnan(first["mae"][1])] == [history.history["mae"][0], True]
    assert properties(written)["validation_samples"] == 4
    assert properties(written)["batch_size"] == 32  # Keras's own


def test_a_dataset_does_not_tell_how_many_samples_it_has(written):
    import tensorflow as tf

    data = tf.data.Dataset.from_tensor_slices((X, Y)).batch(5)
    training.fit(model(), data, epochs=1, verbose=0, validation_data=data)
    assert not {"samples", "validation_samples", "batch_size"} & set(properties(written))


def test_losses_have_names(written):
    def own_loss(y_true, y_pred):
        return keras.ops.mean(keras.ops.abs(y_true - y_pred))

    for loss, name in [
        (own_loss, "own_loss"), (keras.losses.Huber(), "huber_loss"), (["mae"], "mae"),
    ]:  # fmt: skip
        written.clear()
        training.fit(model(loss), X, Y, epochs=1, verbose=0)
        assert properties(written)["loss_function"] == name


def test_a_schedule_has_the_rate_it_begins_with(written):
    schedule = keras.optimizers.schedules.ExponentialDecay(0.3, 5, 0.5)
    training.fit(model(optimizer=keras.optimizers.SGD(schedule)), X, Y, epochs=1, verbose=0)
    assert properties(written)["learning_rate"] == 0.3


def test_scores_of_evaluate(written):
    scores = training.evaluate(model(), X, Y, verbose=0)
    assert written == [("evaluation", scores)] and set(scores) == {"loss", "mae"}


def test_logs_are_in_the_folder_of_the_run(written, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    training.fit(model(), X, Y, epochs=1, verbose=0, validation_split=0.5)
    assert {path.parent.name for path in (tmp_path / "run" / "logs").rglob("*.v2")} == {
        "train", "validation"
    }  # fmt: skip
    assert logging.callback_tensorboard().log_dir == str(tmp_path / "run" / "logs")
    own = logging.callback_tensorboard(str(tmp_path / "own"))
    before = len(list((tmp_path / "run").rglob("*.v2")))
    training.fit(model(), X, Y, epochs=1, verbose=0, callbacks=[own])
    assert len(list((tmp_path / "own").rglob("*.v2"))) == 1
    assert len(list((tmp_path / "run").rglob("*.v2"))) == before


def test_nothing_is_written_outside_of_a_run(hosted, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    calls = []
    hosted(write_run=lambda *data: calls.append(data))
    training.fit(model(), X, Y, epochs=1, verbose=0)
    training.evaluate(model(), X, Y, verbose=0)
    assert calls == [] and list(tmp_path.iterdir()) == []
    assert logging.callback_tensorboard().log_dir == "logs"
