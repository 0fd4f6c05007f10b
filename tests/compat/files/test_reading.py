"""Weights are all set or none, whatever fails; errors name the file."""

from __future__ import annotations

import json
import zipfile

import h5py
import keras
import numpy as np
import pytest
from small_models import stack

import rkeras_py as rk
from rkeras_py.api.models import saving, weight_files
from rkeras_py.compat.files import archives
from rkeras_py.compat.files.reading import all_or_none, naming
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.errors import RError


def trained(seed):
    """A model with a state of the optimizer and one of a random generator."""
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(3, name="d0"),
            keras.layers.Dropout(0.5, seed=seed),
            keras.layers.BatchNormalization(name="n"),
            keras.layers.Dense(2, name="d1"),
        ]
    )
    model.compile(keras.optimizers.Adam(), "mse")
    random = np.random.default_rng(seed)
    model.fit(random.normal(size=(8, 4)), random.normal(size=(8, 2)), verbose=0)
    return model


def state(model):
    return [np.array(v) for v in [*model.variables, *model.optimizer.variables]]


def is_same(first, second):
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def damage(path, name):
    """Compress a dataset, and damage what is compressed: it cannot be read."""
    with h5py.File(path, "r+") as file:
        value = file[name][()]
        del file[name]
        dataset = file.create_dataset(name, data=value, chunks=value.shape, compression="gzip")
        chunk = dataset.id.get_chunk_info(0)
    with open(path, "r+b") as file:
        file.seek(chunk.byte_offset + chunk.size // 2)
        file.write(b"\xff" * 4)
    with h5py.File(path) as file, pytest.raises(OSError, match="filter returned failure"):
        file[name][()]


def last_matrix(path):
    names = []

    def note(name, item):
        if getattr(item, "ndim", 0) == 2 and "optimizer" not in name:
            names.append(name)

    with h5py.File(path) as file:
        file.visititems(note)
    return max(names)


def old_layout(path):
    weight_files.save_model_weights_hdf5(trained(1), path)
    damage(path, last_matrix(path))
    return {}


def old_layout_by_name(path):
    return {**old_layout(path), "by_name": True}


def new_layout(path):
    weights = f"{path}.weights.h5"
    weight_files.save_model_weights_hdf5(trained(1), weights)
    damage(weights, last_matrix(weights))
    with open(weights, "rb") as file, open(path, "wb") as copy:
        copy.write(file.read())
    return {}


def new_layout_but_for_the_optimizer(path):
    """The weights of the layers can be read, and are set before."""
    weights = f"{path}.weights.h5"
    weight_files.save_model_weights_hdf5(trained(1), weights)
    damage(weights, "optimizer/vars/2")
    with open(weights, "rb") as file, open(path, "wb") as copy:
        copy.write(file.read())
    return {}


def new_layout_with_what_does_not_fit(path):
    return {**new_layout(path), "skip_mismatch": True}


def archive(path):
    saving.save_model_hdf5(trained(1), f"{path}.keras")
    with zipfile.ZipFile(f"{path}.keras") as given:
        parts = {name: given.read(name) for name in given.namelist()}
    new_layout(path)
    with open(path, "rb") as file:
        parts["model.weights.h5"] = file.read()
    with zipfile.ZipFile(path, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return {}


FORMATS = [
    old_layout,
    old_layout_by_name,
    new_layout,
    new_layout_but_for_the_optimizer,
    new_layout_with_what_does_not_fit,
    archive,
]


@pytest.mark.parametrize("make", FORMATS, ids=lambda make: make.__name__)
def test_what_cannot_be_read_halfway_changes_nothing(tmp_path, make):
    path = str(tmp_path / "weights")
    options = make(path)
    model = trained(2)
    before = state(model)
    with pytest.raises(ArgumentError, match=r"filter returned failure") as told:
        weight_files.load_model_weights_hdf5(model, path, **options)
    assert f'"{path}"' in str(told.value)
    assert is_same(state(model), before)


def test_plain_keras_changes_some_of_them(tmp_path):
    """Or the tests above would show nothing."""
    path = str(tmp_path / "w.weights.h5")
    new_layout_but_for_the_optimizer(path)
    model = trained(2)
    before = state(model)
    with pytest.raises(ValueError, match="could not be loaded"):
        keras.saving.load_weights(model, path)
    assert not is_same(state(model), before)


def test_a_checkpoint_that_cannot_be_read_halfway_changes_nothing(tmp_path):
    path = str(tmp_path / "weights")
    saved = trained(1)
    weight_files.save_model_weights_tf(saved, path)
    with open(f"{path}.data-00000-of-00001", "r+b") as file:
        file.seek(file.read().index(saved.get_weights()[-1].tobytes()))
        file.write(b"\xff" * 4)
    model = trained(2)
    before = state(model)
    with pytest.raises(ArgumentError, match="Checksum does not match") as told:
        weight_files.load_model_weights_tf(model, path)
    assert f'"{path}"' in str(told.value)
    assert is_same(state(model), before)


class Stubborn(keras.layers.Layer):
    """A layer that fails when its weights are set, after the others'."""

    problem: BaseException = ValueError("no")

    def build(self, shape):
        self.w = self.add_weight(shape=(1,))

    def call(self, x):
        return x

    def load_own_variables(self, store):
        super().load_own_variables(store)
        raise self.problem


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), SystemExit(), MemoryError(), OSError()])
def test_neither_does_an_interrupt(tmp_path, problem):
    def make(seed):
        layers = [keras.layers.Dense(3), Stubborn()]
        model = keras.Sequential([keras.Input((4,)), *layers])
        random = np.random.default_rng(seed)
        model.set_weights([random.normal(size=w.shape) for w in model.get_weights()])
        return model

    path = str(tmp_path / "w.weights.h5")
    weight_files.save_model_weights_hdf5(make(1), path)
    model = make(2)
    before = model.get_weights()
    Stubborn.problem = problem
    with pytest.raises((type(problem), ArgumentError)):
        weight_files.load_model_weights_hdf5(model, path)
    assert is_same(model.get_weights(), before)


def test_layers_that_keep_copies_of_their_weights(tmp_path):
    def make(scale):
        layer = keras.layers.Normalization()
        layer.adapt(scale * np.arange(12.0).reshape(3, 4))
        return keras.Sequential([keras.Input((4,)), layer, keras.layers.Dense(1), Stubborn()])

    path = str(tmp_path / "w.weights.h5")
    weight_files.save_model_weights_hdf5(make(1), path)
    model = make(9)
    x = np.ones((2, 4))
    before = model.predict(x, verbose=0)
    Stubborn.problem = ValueError("no")
    with pytest.raises(ArgumentError):
        weight_files.load_model_weights_hdf5(model, path)
    np.testing.assert_array_equal(np.array(model(x)), before)


def test_the_values_before_are_not_copied():
    """They share their memory with the variables, as long as those do not change."""
    model = keras.Sequential([keras.Input((4000,)), keras.layers.Dense(4000)])
    size = 4000 * 4000 * 4
    used = _used()
    with all_or_none(model):
        assert _used() - used < size / 4


def _used():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def test_a_model_of_another_shape_changes_nothing(tmp_path):
    path = str(tmp_path / "w.weights.h5")
    weight_files.save_model_weights_hdf5(stack(3, 1), path)
    model = stack(3, 2, seed=9)
    before = model.get_weights()
    with pytest.raises(ArgumentError, match="cannot be loaded: A total of 1 objects could not be"):
        weight_files.load_model_weights_hdf5(model, path)
    assert is_same(model.get_weights(), before)
    with pytest.warns(UserWarning, match="could not be loaded"):
        weight_files.load_model_weights_hdf5(model, path, skip_mismatch=True)
    assert not is_same(model.get_weights()[:1], before[:1])


@pytest.mark.parametrize("last", [np.array(["a"]), np.array([None]), np.array(["2020"], "M8[Y]")])
def test_set_weights_takes_all_or_none(last):
    model = stack(3, 1)
    before = model.get_weights()
    with pytest.raises(ArgumentError, match=r"`weights\[\[4\]\]` must be numeric, not "):
        rk.set_weights(model, [*(w + 1 for w in before[:3]), last])
    assert is_same(model.get_weights(), before)


# --- errors that name the file ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (KeyError("x"), '"x" is missing'),
        (KeyError("Unable to open object (x)"), "Unable to open object (x)"),
        (ValueError("odd"), "odd"),
        (ArgumentError("odd"), "odd"),
        (RuntimeError(), "RuntimeError"),
        (RecursionError("maximum depth"), "its content is nested too deeply"),
        (TypeError("<class 'keras'> ... \n\nException encountered: odd"), "odd"),
        (FileNotFoundError(2, "No such file", "/other"), "[Errno 2] No such file: '/other'"),
    ],
)
def test_errors_name_the_file(problem, text):
    with pytest.raises(ArgumentError) as told, naming("/tmp/m.h5"):
        raise problem
    assert str(told.value) == f'"/tmp/m.h5" cannot be loaded: {text}'
    assert told.value.__cause__ is problem


@pytest.mark.parametrize(
    "problem",
    [
        ArgumentError('"m" contains no model.'),
        ArgumentError('the model uses "f", which is not known here'),
        PermissionError(13, "Permission denied", "m"),
        RError("of R"),
        MemoryError(),
        KeyboardInterrupt(),
        DeprecationWarning("old"),
    ],
)
def test_errors_that_stay_as_they_are(problem):
    with pytest.raises(type(problem)) as told, naming("m"):
        raise problem
    assert told.value is problem


def test_a_backup_that_does_not_fit_changes_nothing(tmp_path):
    path = str(tmp_path / "w")
    new_layout(path)
    model = trained(2)
    before = state(model)
    with pytest.raises(ArgumentError):
        archives.load_weights(model, path, skip_mismatch=False)
    assert is_same(state(model), before)


def test_an_r_error_in_a_layer_is_in_the_chain_of_causes(tmp_path):
    """The bridge finds it there, and R gets its own condition."""
    path = str(tmp_path / "m.keras")
    saving.save_model_hdf5(stack(1), path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    config = json.loads(parts["config.json"])
    config["config"]["layers"][-1] |= {
        "module": None,
        "class_name": "OfR",
        "registered_name": "OfR",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, json.dumps(config) if name == "config.json" else content)

    class OfR(keras.layers.Layer):
        def __init__(self, **options):
            raise RError("of R")

    with pytest.raises(Exception, match="of R") as told:
        saving.load_model_hdf5(path, custom_objects={"OfR": OfR})
    chain, error = [], told.value
    while error is not None:
        chain.append(error)
        error = error.__cause__ or error.__context__
    assert any(isinstance(error, RError) for error in chain)
