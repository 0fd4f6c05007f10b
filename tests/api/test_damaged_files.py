"""Files that are no models or damaged ones: each loading function names the file and what it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

import h5py
import numpy as np
import pytest
from small_models import stack

import rkeras_py as rk
from rkeras_py.convert.rule import ArgumentError


def load_weights(path):
    return rk.load_model_weights_hdf5(stack(3, 1), path)


def load_application(path):
    return rk.application_mobilenet(
        input_shape=[32, 32, 3], alpha=0.25, classes=2, weights=path, include_top=True
    )


LOADERS = {
    "load_model_hdf5": rk.load_model_hdf5,
    "load_model_tf": rk.load_model_tf,
    "load_model_weights_hdf5": load_weights,
    "mobilenet_load_model_hdf5": rk.mobilenet_load_model_hdf5,
    "application": load_application,
    "hdf5_matrix": lambda path: rk.hdf5_matrix(path, "x"),
}


def told(load, path):
    """The message of the error, which names the path."""
    with pytest.raises((ArgumentError, OSError)) as error:
        load(path)
    assert path in str(error.value)
    return str(error.value)


@pytest.fixture(params=LOADERS)
def load(request):
    return LOADERS[request.param]


@pytest.mark.parametrize(
    "content", [b"", b"Dear user", b"\x89HDF\r\n\x1a\n", b"PK\3\4", bytes(4096)]
)
def test_what_is_no_model(tmp_path, load, content):
    path = tmp_path / "file.h5"
    path.write_bytes(content)
    told(load, str(path))


@pytest.mark.parametrize("name", ["m.h5", "w.h5", "w.weights.h5", "m.keras"])
@pytest.mark.parametrize("left", [0.02, 0.5, 0.99])
def test_truncated(tmp_path, load, name, left):
    path = str(tmp_path / name)
    save = rk.save_model_hdf5 if name[0] == "m" else rk.save_model_weights_hdf5
    save(stack(3, 1), path)
    os.truncate(path, int(os.path.getsize(path) * left))
    told(load, path)


def test_a_folder(tmp_path, load):
    told(load, str(tmp_path))


def test_a_pipe_or_a_device(tmp_path, load):
    """Reading would wait for a writer, or never end."""
    os.mkfifo(tmp_path / "pipe.h5")
    os.symlink("/dev/zero", tmp_path / "device.h5")
    told(load, str(tmp_path / "pipe.h5"))
    told(load, str(tmp_path / "device.h5"))


@pytest.mark.parametrize("part", ["w.index", "w.data-00000-of-00001"])
def test_a_checkpoint_of_pipes(tmp_path, part):
    path = str(tmp_path / "w")
    rk.save_model_weights_tf(stack(3, 1), path)
    os.unlink(tmp_path / part)
    os.mkfifo(tmp_path / part)
    assert "is not a checkpoint" in told(lambda p: rk.load_model_weights_tf(stack(3, 1), p), path)


@pytest.mark.parametrize("part", ["saved_model.pb", "variables/variables.index",
                                  "assets.extra/model.keras"])  # fmt: skip
def test_a_saved_model_of_pipes(tmp_path, part):
    path = str(tmp_path / "m")
    rk.model_to_saved_model(stack(3, 1), path, serving_only="keras" not in part)
    os.unlink(os.path.join(path, part))
    os.mkfifo(os.path.join(path, part))
    told(rk.load_model_tf, path)


def test_nothing(tmp_path, load):
    told(load, str(tmp_path / "none.h5"))


READ_AS_A_USER = """
import os, sys
import rkeras_py as rk
import keras
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for load in (rk.load_model_hdf5, rk.load_model_tf, lambda p: rk.load_model_weights_hdf5(model, p),
             rk.mobilenet_load_model_hdf5, lambda p: rk.hdf5_matrix(p, "x")):
    try:
        load(sys.argv[1])
    except Exception as problem:
        print(type(problem).__name__, problem)
"""


def test_a_file_that_may_not_be_read():
    # not below pytest's own folder, which other users may not enter
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = os.path.join(folder, "m.h5")
        rk.save_model_hdf5(stack(1), path)
        os.chmod(path, 0)
        command = [sys.executable, "-c", READ_AS_A_USER, path]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=200)
    lines = answer.stdout.splitlines()
    assert len(lines) == 5, answer.stdout + answer.stderr
    for line in lines:
        assert line.startswith(("PermissionError", "ArgumentError"))
        assert path in line and "ermission denied" in line


# --- HDF5 files from which something is missing -------------------------------------------------


def without(attribute, place="/"):
    def change(file):
        del file[place].attrs[attribute]

    return change


def without_group(name):
    def change(file):
        del file[name]

    return change


def with_text(attribute, text):
    def change(file):
        file.attrs[attribute] = text

    return change


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (
            without("model_config"),
            "contains no model. If it contains weights, create the model and call",
        ),
        (without("layer_names", "model_weights"), 'has no attribute "layer_names"'),
        (without("weight_names", "model_weights/d1"), 'has no attribute "weight_names"'),
        (without("weight_names", "optimizer_weights"), 'has no attribute "weight_names"'),
        (without_group("model_weights"), '"model_weights" is missing'),
        (without_group("model_weights/d1"), '"d1" is missing'),
        (with_text("model_config", '{"class_name": '), "its model_config is not valid JSON"),
        (
            with_text("model_config", "[]"),
            "its model_config is an empty list, not a JSON object",
        ),
        (with_text("model_config", '{"class_name": "Sequential"}'), "containing a 'config' key"),
        (with_text("model_config", "[" * 100_000), "nested too deeply"),
        (with_text("model_config", b"\xff\xfe"), "its model_config is not valid JSON"),
        (with_text("keras_version", "new"), 'it has an invalid version of Keras, "new"'),
        (with_text("training_config", "mse"), "its training_config is not valid JSON"),
    ],
)
def test_models_without_a_part(tmp_path, change, text):
    path = str(tmp_path / "m.h5")
    model = stack(3, 1)
    rk.compile(model, optimizer="adam", loss="mse")
    rk.fit(model, np.ones((2, 4)), np.ones((2, 1)), verbose=0)
    rk.save_model_hdf5(model, path)
    with h5py.File(path, "r+") as file:
        change(file)
    message = told(rk.load_model_hdf5, path)
    assert message.startswith(f'"{path}"') and text in message


@pytest.mark.parametrize("by_name", [False, True])
@pytest.mark.parametrize(
    ("change", "text"),
    [
        (without("weight_names", "d0"), '"/d0" in it has no attribute "weight_names"'),
        (without_group("d1"), '"d1" is missing'),
    ],
)
def test_weights_without_a_part(tmp_path, by_name, change, text):
    """Those of a layer without names would stay as they are, and nobody would know."""
    path = str(tmp_path / "w.h5")
    rk.save_model_weights_hdf5(stack(3, 1), path)
    with h5py.File(path, "r+") as file:
        change(file)
    model = stack(3, 1, seed=9)
    before = model.get_weights()
    message = told(lambda p: rk.load_model_weights_hdf5(model, p, by_name=by_name), path)
    assert message == f'"{path}" cannot be loaded: {text}' + ("." if "attribute" in text else "")
    for found, expected in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(found, expected)


def test_names_of_layers_in_pieces(tmp_path):
    """As they are where all together are too long for HDF5."""
    path = str(tmp_path / "w.h5")
    rk.save_model_weights_hdf5(stack(3, 1), path)
    with h5py.File(path, "r+") as file:
        del file.attrs["layer_names"]
        file.attrs["layer_names0"], file.attrs["layer_names1"] = [b"d0"], [b"d1"]
    model = stack(3, 1, seed=9)
    rk.load_model_weights_hdf5(model, path)
    np.testing.assert_array_equal(model.get_weights()[2], stack(3, 1).get_weights()[2])


def test_a_state_that_does_not_fit_the_optimizer(tmp_path):
    path = str(tmp_path / "m.h5")
    model = stack(3, 1)
    rk.compile(model, optimizer="adam", loss="mse")
    rk.fit(model, np.ones((2, 4)), np.ones((2, 1)), verbose=0)
    rk.save_model_hdf5(model, path)
    with h5py.File(path, "r+") as file:
        config = json.loads(file.attrs["training_config"])
        config["optimizer_config"] = {"class_name": "SGD", "config": {"learning_rate": 0.5}}
        file.attrs["training_config"] = json.dumps(config)
    with pytest.warns(
        UserWarning,
        match="the optimizer starts without its saved state, which has other shapes",
    ):
        same = rk.load_model_hdf5(path)
    assert float(same.optimizer.learning_rate.numpy()) == 0.5
    assert int(same.optimizer.iterations.numpy()) == 0


# --- heaps on which the HDF5 library would never end --------------------------------------------


def test_a_heap_without_an_end(tmp_path):
    """Zeros in it, as after a power failure, in a process of its own: it would hang."""
    path = str(tmp_path / "m.h5")
    rk.save_model_hdf5(stack(3, 1), path)
    with open(path, "r+b") as file:
        content = file.read()
        heap = content.index(b"GCOL")
        file.seek(heap + 16)
        file.write(bytes(64))
    program = "import sys, rkeras_py; rkeras_py.load_model_hdf5(sys.argv[1])"
    answer = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, timeout=100
    )
    assert f'"{path}" cannot be loaded: its heap at byte {heap} is damaged' in answer.stderr


# --- SavedModels --------------------------------------------------------------------------------


@pytest.fixture
def graph(tmp_path):
    """A SavedModel of another program: only a graph."""
    path = str(tmp_path / "graph")
    rk.model_to_saved_model(stack(3, 1), path, serving_only=True)
    return path


@pytest.mark.parametrize("part", ["saved_model.pb", "variables/variables.index",
                                  "variables/variables.data-00000-of-00001"])  # fmt: skip
@pytest.mark.parametrize("left", [None, 0, 0.5])
def test_saved_models_without_a_part(graph, part, left):
    file = os.path.join(graph, part)
    if left is None:
        os.unlink(file)
    else:
        os.truncate(file, int(os.path.getsize(file) * left))
    told(rk.load_model_tf, graph)


def test_a_saved_model_without_its_variables(graph):
    for name in os.listdir(os.path.join(graph, "variables")):
        os.unlink(os.path.join(graph, "variables", name))
    os.rmdir(os.path.join(graph, "variables"))
    told(rk.load_model_tf, graph)


@pytest.mark.parametrize("left", [0, 0.5])
def test_a_saved_model_with_a_damaged_archive(tmp_path, left):
    path = str(tmp_path / "m")
    rk.save_model_tf(stack(3, 1), path)
    archive = os.path.join(path, "assets.extra", "model.keras")
    os.truncate(archive, int(os.path.getsize(archive) * left))
    told(rk.load_model_tf, path)
