"""A process that is killed while it writes leaves a model that can be read, in every format."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time

import keras
import numpy as np
import pytest
import r_process
from faults.both import SCALE

from rkeras_py.api.callbacks import logging as logging_callbacks
from rkeras_py.api.models import saving, weight_files
from rkeras_py.api.training import training

#: Each weight is the number of epochs that were trained, so that no mixture goes unnoticed.
WRITER = """
library(keras)
units <- 700L
model <- keras_model_sequential() %>% layer_dense(units, input_shape = units)
model %>% compile(optimizer = optimizer_sgd(0), loss = "mse")
epochs <- 0
count <- function(epoch, logs) {
  model %>% set_weights(list(matrix(epoch + 1, units, units), array(epoch + 1, units)))
  epochs <<- epochs + 1
}
saved_all <- function(epoch, logs) if (epochs == 1) message("ready")
checkpoint <- callback_model_checkpoint
x <- matrix(0, 4, units)
model %>% fit(x, x, epochs = 100000, verbose = 0, callbacks = list(
  callback_lambda(on_epoch_begin = saved_all, on_epoch_end = count),
  callback_backup_and_restore("backup"),
  checkpoint("model.h5"), checkpoint("model.keras"),
  checkpoint("weights.h5", save_weights_only = TRUE), checkpoint("w", save_weights_only = TRUE),
  checkpoint("folder"), callback_csv_logger("log.csv")
))
"""


def _model():
    model = keras.Sequential([keras.layers.Input((700,)), keras.layers.Dense(700)])
    training.compile(model, optimizer=keras.optimizers.SGD(0.0), loss="mse")
    return model


def _value(model):
    """The number that all weights of a model are."""
    values = np.unique(np.concatenate([weight.ravel() for weight in model.get_weights()]))
    assert values.size == 1
    return int(values[0])


def _weights(read, path):
    model = _model()
    read(model, path)
    return model


READERS = {
    "model.h5": saving.load_model_hdf5,
    "model.keras": saving.load_model_hdf5,
    "weights.h5": lambda path: _weights(weight_files.load_model_weights_hdf5, path),
    "w": lambda path: _weights(weight_files.load_model_weights_tf, path),
    "folder": saving.load_model_tf,
}


class Seen(keras.callbacks.Callback):
    """Ends a training before its first epoch, with what it begins with."""

    def on_epoch_begin(self, epoch, logs=None):
        raise StopIteration(epoch, _value(self.model))


def _backed_up(folder):
    """The epoch, and the value of the weights, with which a training goes on."""
    backup = logging_callbacks.callback_backup_and_restore(str(folder), delete_checkpoint=False)
    x = np.zeros((4, 700))
    try:
        training.fit(_model(), x, x, epochs=10**6, verbose=0, callbacks=[backup, Seen()])
    except Exception as error:
        found = error.__cause__ if isinstance(error.__cause__, StopIteration) else error
        return found.args
    raise AssertionError("the training did not begin")


@pytest.mark.timeout(300 * SCALE)
def test_killed_at_random_moments(tmp_path, host, recwarn):
    r_process.r_library()
    script = tmp_path / "writer.R"
    script.write_text(WRITER)
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "mine.csv").write_text("mine")
    draw = random.Random(f"{host} {SCALE}")
    read = dict.fromkeys([*READERS, "backup"], 0)
    left = False
    for _ in range(4 * SCALE):
        with subprocess.Popen(
            r_process.command(host, script),
            cwd=tmp_path,
            env=r_process.variables(host, {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            assert b"ready\n" in process.stderr
            time.sleep(draw.uniform(0.1, 3))
            process.send_signal(signal.SIGKILL)
        left = left or bool(_leftovers(tmp_path))
        for name, reader in READERS.items():
            if (tmp_path / name).exists() or (tmp_path / f"{name}.index").exists():
                assert _value(reader(str(tmp_path / name))) >= 1
                read[name] += 1
        if (tmp_path / "backup" / "latest.weights.h5").exists():
            epoch, value = _backed_up(tmp_path / "backup")
            assert epoch == value >= 1
            read["backup"] += 1
    print({name: f"{count} of {4 * SCALE}" for name, count in read.items()})
    assert all(count == 4 * SCALE for count in read.values())
    assert not [str(w.message) for w in recwarn if "cannot be read" in str(w.message)]
    assert (tmp_path / "backup" / "mine.csv").read_text() == "mine"
    assert left  # some kill met a save, or this test has seen nothing
    for name in ("model.h5", "model.keras", "folder"):
        saving.write(_model(), str(tmp_path / name))
    for name in ("weights.h5", "w"):
        weight_files.write_weights(_model(), str(tmp_path / name))
    assert not [name for name in _leftovers(tmp_path) if ".log.csv." not in name]


def _leftovers(folder):
    return [
        os.path.join(place, name)
        for place, folders, _ in os.walk(folder)
        for name in folders
        if ".rkeras-" in name and "backup" not in place
    ]
