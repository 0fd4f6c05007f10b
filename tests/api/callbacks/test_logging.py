"""Callbacks that save and tell: what they wrote, against the history and the weights."""

from __future__ import annotations

import csv
import json
import math
import os
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

import keras
import numpy as np
import pytest
import tensorflow as tf
from small_models import PowerFailure, data, stack

from rkeras_py.api.callbacks import callbacks as first
from rkeras_py.api.callbacks import logging as api
from rkeras_py.api.models import saving, weight_files
from rkeras_py.api.training import training
from rkeras_py.convert.data import DataWarning
from rkeras_py.convert.rule import ArgumentError

X, Y = data()


def compiled(rate=0.05, **options):
    model = stack(1)
    training.compile(model, optimizer=keras.optimizers.SGD(rate), loss="mse", **options)
    return model


def fit(model, *callbacks, epochs=3, **options):
    return training.fit(
        model, X, Y, epochs=epochs, verbose=0, shuffle=False, callbacks=list(callbacks), **options
    ).history


def test_a_training_that_was_interrupted_goes_on(tmp_path):
    backup = str(tmp_path / "backup")
    whole = compiled()
    losses = fit(whole, epochs=5)["loss"]
    model = compiled()
    with pytest.raises(RuntimeError, match="the power failed"):
        fit(model, api.callback_backup_and_restore(backup), PowerFailure(3), epochs=5)
    assert os.path.isdir(backup)
    again = compiled()  # as in another session
    rest = fit(again, api.callback_backup_and_restore(backup, save_freq="epoch"), epochs=5)
    assert rest["loss"] == losses[3:]
    np.testing.assert_array_equal(again.get_weights()[0], whole.get_weights()[0])
    assert not os.path.exists(backup)  # the training is complete


def rows(path, **options):
    with open(path, newline="") as file:
        return list(csv.reader(file, **options))


@pytest.mark.parametrize("split", [0.0, 0.25])
def test_the_csv_file_is_the_history(tmp_path, split):
    path = str(tmp_path / "log.csv")
    history = fit(compiled(metrics="mae"), api.callback_csv_logger(path), validation_split=split)
    head, *lines = rows(path)
    assert head == ["epoch", *sorted(history)]
    for epoch, line in enumerate(lines):
        assert [float(field) for field in line] == [epoch, *(history[n][epoch] for n in head[1:])]
    assert len(lines) == 3


def test_the_csv_file_stays_the_same_where_the_working_directory_changes(tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "log.csv").write_text("mine")
    monkeypatch.chdir(tmp_path)
    change = first.callback_lambda(on_epoch_end=lambda epoch, logs: os.chdir(tmp_path / "other"))
    fit(compiled(), api.callback_csv_logger("log.csv"), change, epochs=3)
    assert (tmp_path / "other" / "log.csv").read_text() == "mine"
    assert len(rows(str(tmp_path / "log.csv"))) == 4


def test_lines_may_be_added_to_a_csv_file(tmp_path):
    path = str(tmp_path / "log.csv")
    model = compiled()
    fit(model, api.callback_csv_logger(path, separator=";"), epochs=2)
    fit(model, api.callback_csv_logger(path, ";", append=True), epochs=3, initial_epoch=2)
    assert [line[0] for line in rows(path, delimiter=";")] == ["epoch", "0", "1", "2"]
    fit(model, api.callback_csv_logger(path, ";"), epochs=1)
    assert [line[0] for line in rows(path, delimiter=";")] == ["epoch", "0"]


class Weights(keras.callbacks.Callback):
    """Keeps the weights after each epoch."""

    def on_train_begin(self, logs=None):
        self.kept = []

    def on_epoch_end(self, epoch, logs=None):
        self.kept.append(self.model.get_weights()[0])


@pytest.mark.parametrize("ending", [".hdf5", ".h5", ".keras", ""])
def test_the_model_of_each_epoch_under_its_name(tmp_path, ending):
    template = str(tmp_path / "deep" / ("m.{epoch:02d}-{val_loss:.3f}" + ending))
    weights = Weights()
    history = fit(
        compiled(),
        api.callback_model_checkpoint(template),
        weights,
        validation_split=0.25,
        epochs=2,
    )
    names = [f"m.{i + 1:02d}-{loss:.3f}{ending}" for i, loss in enumerate(history["val_loss"])]
    assert sorted(os.listdir(tmp_path / "deep")) == sorted(names)
    for name, kernel in zip(names, weights.kept, strict=True):
        model = saving.load_model_tf(str(tmp_path / "deep" / name))
        np.testing.assert_array_equal(model.get_weights()[0], kernel)
        assert model.compiled


@pytest.mark.parametrize("ending", [".hdf5", ".h5", ".weights.h5", ""])
def test_the_weights_alone(tmp_path, ending):
    path = str(tmp_path / f"w{ending}")
    model, other = compiled(), compiled()
    fit(model, api.callback_model_checkpoint(path, save_weights_only=True), epochs=1)
    load = weight_files.load_model_weights_hdf5 if ending else weight_files.load_model_weights_tf
    load(other, path)
    np.testing.assert_array_equal(other.get_weights()[0], model.get_weights()[0])


def test_only_the_best(tmp_path):
    path = str(tmp_path / "best.h5")
    weights = Weights()
    checkpoint = api.callback_model_checkpoint(path, "loss", save_best_only=True)
    history = fit(compiled(rate=0.9), checkpoint, weights, epochs=3)  # which gets worse and worse
    best = int(np.argmin(history["loss"]))
    assert best < 2
    saved = saving.load_model_hdf5(path).get_weights()[0]
    np.testing.assert_array_equal(saved, weights.kept[best])


def test_every_epoch_whatever_the_period_or_so_many_batches(tmp_path):
    path = str(tmp_path / "w{epoch}.h5")
    with pytest.warns(UserWarning, match="The period argument is deprecated"):
        checkpoint = api.callback_model_checkpoint(path, save_weights_only=True, period=2)
    fit(compiled(), checkpoint, epochs=4)
    assert sorted(os.listdir(tmp_path)) == ["w1.h5", "w2.h5", "w3.h5", "w4.h5"]
    path = str(tmp_path / "b{epoch}-{batch}.h5")
    checkpoint = api.callback_model_checkpoint(path, save_weights_only=True, save_freq=3.0)
    fit(compiled(), checkpoint, epochs=2, batch_size=4)  # 4 batches an epoch
    assert sorted(n for n in os.listdir(tmp_path) if n[0] == "b") == ["b1-3.h5", "b2-2.h5"]


def test_the_progress_bar(capsys):
    model = compiled()
    history = training.fit(
        model, X, Y, epochs=1, verbose=1, batch_size=4, callbacks=[api.callback_progbar_logger()]
    ).history
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1  # one bar, not two
    assert "4/4" in printed
    assert f"loss: {history['loss'][0]:.4f}" in printed


class Constant(keras.layers.Layer):
    """A layer that always gives the same, whatever its weight is."""

    def build(self, input_shape):
        self.w = self.add_weight((1,))

    def call(self, inputs):
        return 0 * self.w + keras.ops.zeros_like(inputs[:, :1])


def test_the_rate_is_reduced_on_a_plateau():
    model = keras.Sequential([keras.Input((4,)), Constant()])  # which never gets better
    training.compile(model, optimizer=keras.optimizers.SGD(0.8), loss="mse")
    plateau = api.callback_reduce_lr_on_plateau("loss", factor=0.5, patience=2, min_lr=0.2)
    history = fit(model, plateau, epochs=8)
    # after every two epochs that are no better than the first; 0.2 is the lowest
    assert history["lr"] == pytest.approx([0.8, 0.8, 0.8, 0.4, 0.4, 0.2, 0.2, 0.2])
    assert "learning_rate" not in history


def test_a_schedule_has_the_rate_in_the_history_by_its_old_name():
    schedule = first.callback_learning_rate_scheduler(lambda epoch, lr: 0.1 / (1 + epoch))
    assert fit(compiled(), schedule)["lr"] == pytest.approx([0.1, 0.05, 0.1 / 3])


def mine(y_true, y_pred):
    return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)


@pytest.mark.parametrize(
    "callback",
    [
        lambda path: first.callback_early_stopping("mine", patience=1),
        lambda path: api.callback_reduce_lr_on_plateau("mine", patience=1),
        lambda path: api.callback_model_checkpoint(
            path, "mine", save_best_only=True, save_weights_only=True
        ),
    ],
)
def test_functions_of_ones_own_are_the_better_the_less(tmp_path, callback):
    history = fit(compiled(metrics=[mine]), callback(str(tmp_path / "w.h5")), epochs=3)
    assert history["mine"] == sorted(history["mine"], reverse=True)
    assert len(history["mine"]) == 3  # it got better all the time


class Server(HTTPServer):
    """Keeps what it was sent."""

    def __init__(self):
        self.got = []
        super().__init__(("127.0.0.1", 0), Handler)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.got.append((self.path, self.headers.get("Token"), body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_args):
        pass


@pytest.fixture
def server():
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("as_json", [True, False])
def test_a_server_is_told_of_each_epoch(server, as_json):
    monitor = api.callback_remote_monitor(
        root=f"http://127.0.0.1:{server.server_port}",
        path="/epochs/",
        field="it",
        headers={"Token": "secret"},
        send_as_json=as_json,
    )
    history = fit(compiled(), monitor, epochs=2)
    assert [(path, token) for path, token, _ in server.got] == [("/epochs/", "secret")] * 2
    bodies = [body if as_json else urllib.parse.parse_qs(body)["it"][0] for *_, body in server.got]
    assert [json.loads(body) for body in bodies] == [
        {"epoch": i, "loss": history["loss"][i]} for i in range(2)
    ]


def test_a_server_that_is_not_there_is_a_warning():
    monitor = api.callback_remote_monitor(root="http://127.0.0.1:9")
    with pytest.warns(UserWarning, match="Could not reach"):
        assert len(fit(compiled(), monitor, epochs=1)["loss"]) == 1


def events(folder):
    """The values that TensorBoard would show, by name and step."""
    found = {}
    for name in os.listdir(folder):
        for event in tf.compat.v1.train.summary_iterator(os.path.join(folder, name)):
            for value in event.summary.value:
                found[value.tag, event.step] = value
    return found


def number(value):
    return float(tf.make_ndarray(value.tensor))


def test_logs_for_tensorboard(tmp_path):
    log = str(tmp_path / "logs")
    callback = api.callback_tensorboard(log, histogram_freq=2, write_images=True)
    model = compiled(metrics="mae")
    history = fit(model, callback, validation_split=0.25, epochs=3)
    train, validation = events(os.path.join(log, "train")), events(os.path.join(log, "validation"))
    for name in ("loss", "mae"):
        for epoch in range(3):
            assert number(train[f"epoch_{name}", epoch]) == pytest.approx(history[name][epoch])
            value = number(validation[f"epoch_{name}", epoch])
            assert value == pytest.approx(history[f"val_{name}"][epoch])
    path = model.layers[0].path
    assert {(tag, step) for tag, step in train if tag.endswith("histogram")} == {
        (f"{path}/{name}/histogram", step) for name in ("kernel", "bias") for step in (0, 2)
    }
    histogram = tf.make_ndarray(train[f"{path}/bias/histogram", 0].tensor)
    assert histogram[:, 2].sum() == 1  # the one bias
    width, height, png = tf.make_ndarray(train[f"{path}/kernel/image", 0].tensor)
    assert (width, height) == (b"1", b"4")
    assert tf.io.decode_png(png).shape == (4, 1, 1)
    assert any("keras" in tag for tag, _ in train)  # the graph


def test_batches_for_tensorboard(tmp_path):
    log = str(tmp_path / "logs")
    callback = api.callback_tensorboard(log, update_freq="batch", write_graph=False)
    fit(compiled(), callback, epochs=1, batch_size=4)
    steps = sorted(step for tag, step in events(os.path.join(log, "train")) if tag == "batch_loss")
    assert steps == [1, 2, 3, 4]


def test_embeddings_for_tensorboard(tmp_path):
    layers = [keras.layers.Embedding(5, 2, name=name) for name in ("one", "two")]
    model = keras.Sequential(
        [keras.Input((3,)), layers[0], keras.layers.Flatten(), layers[1], keras.layers.Flatten()]
    )
    training.compile(model, optimizer="sgd", loss="mse")
    x, y = np.zeros((4, 3)), np.zeros((4, 12))

    def run(**options):
        callback = api.callback_tensorboard(str(tmp_path), embeddings_freq=1, **options)
        training.fit(model, x, y, epochs=1, verbose=0, callbacks=[callback])

    run(embeddings_layer_names="two", embeddings_metadata={"two": "labels.tsv"})
    key = "layer_with_weights-1/embeddings/.ATTRIBUTES/VARIABLE_VALUE"
    assert (tmp_path / "projector_config.pbtxt").read_text() == (
        f'embeddings {{\n  tensor_name: "{key}"\n  metadata_path: "labels.tsv"\n}}\n'
    )
    saved = tf.train.load_checkpoint(str(tmp_path / "train" / "keras_embedding.ckpt-0"))
    np.testing.assert_array_equal(saved.get_tensor(key), layers[1].get_weights()[0])
    with pytest.warns(UserWarning, match=r'no embedding "three" .*, but "one", "two"'):
        run(embeddings_layer_names=["three"])


def test_what_tensorflow_2_does_not_write_is_told(tmp_path):
    with pytest.warns(DataWarning, match="`write_grads` has no effect with TensorFlow 2"):
        api.callback_tensorboard(str(tmp_path), write_grads=True)


def test_the_training_ends_when_the_loss_is_no_number(capsys):
    model = compiled()
    y = Y.copy()
    y[0] = np.inf
    history = training.fit(
        model, X, y, epochs=5, verbose=0, callbacks=[api.callback_terminate_on_naan()]
    ).history
    assert len(history["loss"]) == 1
    assert not math.isfinite(history["loss"][0])
    assert "Invalid loss" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (
            lambda: api.callback_csv_logger("x", separator=", "),
            '`separator` must be a single character, not the string ", ".',
        ),
        (
            lambda: api.callback_model_checkpoint("x", save_freq="batch"),
            '`save_freq` must be "epoch" or a whole number of at least 1, not the string "batch".',
        ),
        (
            lambda: api.callback_progbar_logger("epochs"),
            '`count_mode` must be "samples" or "steps", not the string "epochs".',
        ),
        (
            lambda: api.callback_reduce_lr_on_plateau(factor=1),
            "`factor` must be a number below 1, not 1.",
        ),
        (
            lambda: api.callback_tensorboard(profile_batch=[3, 2]),
            "`profile_batch` must be a whole number of at least 0, or two of them, not c(3, 2).",
        ),
        (
            lambda: api.callback_tensorboard(update_freq="day"),
            (
                '`update_freq` must be "epoch", "batch" or a whole number of at least 1, '
                'not the string "day".'
            ),
        ),
        (lambda: api.callback_backup_and_restore("x", freq=1), "unused argument (freq = 1)"),
        (
            lambda: api.callback_backup_and_restore("x", save_before_preemption=True),
            (
                "`save_before_preemption` must be FALSE, not TRUE: Keras 3 cannot detect that a "
                "machine is about to be preempted. Use `save_freq`, the number of batches between "
                "backups, instead."
            ),
        ),
    ],
)
def test_bad_arguments(call, text):
    with pytest.raises(ArgumentError) as error:
        call()
    assert str(error.value) == text
