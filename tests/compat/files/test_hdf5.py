"""HDF5 files in the layout of Keras 2."""

from __future__ import annotations

import h5py
import keras
import numpy as np
import pytest
from keras_2_files import (
    dense,
    input_layer,
    normal,
    predict,
    sequential,
    write,
    write_weights,
)

from rkeras_py.api.models import saving, weight_files
from rkeras_py.compat.files import hdf5
from rkeras_py.convert.rule import ArgumentError

W, B = normal(3, 1), normal(1)
X, Y = normal(6, 3), normal(6, 1)


def test_weights_of_keras_2_alone(tmp_path):
    with h5py.File(tmp_path / "w.h5", "w") as file:
        write_weights(file, {"i": {}, "d": {"kernel": W, "bias": B}})
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, name="d")])
    weight_files.load_model_weights_hdf5(model, str(tmp_path / "w.h5"))
    np.testing.assert_allclose(predict(model, X), X @ W + B, rtol=1e-6)
    with pytest.raises(
        ArgumentError, match=r"contains no model. If it contains weights, create the model"
    ):
        saving.load_model_hdf5(str(tmp_path / "w.h5"))


def test_a_model_of_keras_2_whose_weights_do_not_fit_is_no_model(tmp_path):
    path = str(tmp_path / "old.h5")
    config = sequential(input_layer([3]), dense("d", 1))
    write(path, config, {"d": {"kernel": normal(4, 1), "bias": B}})
    with pytest.raises(ArgumentError, match=r"expects shape \(3, 1\).*with shape \(4, 1\)"):
        saving.load_model_hdf5(path)


def two_layers() -> keras.Model:
    model = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(2, name="one"), keras.layers.Dense(1, name="two")]
    )
    model.set_weights([normal(*weight.shape) for weight in model.get_weights()])
    return model


def test_weights_by_the_names_of_layers(tmp_path):
    source, path = two_layers(), str(tmp_path / "w.h5")
    hdf5.save_weights(source, path)
    target = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(2, name="one"), keras.layers.Dense(5, name="new")]
    )
    new = target.layers[1].get_weights()
    assert hdf5.load_weights(target, path, by_name=True, skip_mismatch=False)
    expected = [*source.layers[0].get_weights(), *new]
    for mine, theirs in zip(target.get_weights(), expected, strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_weights_that_do_not_fit_change_nothing(tmp_path):
    path = str(tmp_path / "w.h5")
    hdf5.save_weights(two_layers(), path)
    target = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(2, name="one"), keras.layers.Dense(4, name="two")]
    )
    before = target.get_weights()
    with pytest.raises(ArgumentError, match="does not fit the model"):
        hdf5.load_weights(target, path, by_name=False, skip_mismatch=False)
    for mine, then in zip(target.get_weights(), before, strict=True):
        np.testing.assert_array_equal(mine, then)


def test_a_file_in_another_layout_is_not_read(tmp_path):
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["numbers"] = np.zeros(3)
    model = two_layers()
    before = model.get_weights()
    assert not hdf5.load_weights(model, str(tmp_path / "other.h5"), False, False)
    for mine, then in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(mine, then)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (None, 'has no attribute "layer_names"'),
        (["one", "./one"], 'has duplicate names in its "layer_names"'),
    ],
)
def test_names_of_layers_that_are_missing_or_there_twice(tmp_path, names, message):
    path = tmp_path / "m.h5"
    saving.save_model_hdf5(two_layers(), str(path))
    with h5py.File(path, "r+") as file:
        group = file["model_weights"]
        del group.attrs["layer_names"]
        if names is not None:
            group.attrs["layer_names"] = names
    with pytest.raises(ArgumentError, match=message):
        saving.load_model_hdf5(str(path))


def test_a_version_that_is_no_number(tmp_path):
    path = tmp_path / "m.h5"
    saving.save_model_hdf5(two_layers(), str(path))
    with h5py.File(path, "r+") as file:
        file.attrs["keras_version"] = "drei"
    with pytest.raises(ArgumentError, match='it has an invalid version of Keras, "drei"'):
        saving.load_model_hdf5(str(path))


def test_saving_leaves_the_model_compiled_as_it_was(tmp_path):
    model = two_layers()
    model.compile("adam", "mse", metrics=["mae"])
    saving.save_model_hdf5(model, str(tmp_path / "m.h5"))
    first = model.evaluate(X, Y, verbose=0)
    model.fit(X, Y, verbose=0)
    again = saving.load_model_hdf5(str(tmp_path / "m.h5"))
    np.testing.assert_allclose(again.evaluate(X, Y, verbose=0), first, rtol=1e-6)


@pytest.mark.parametrize("nested", [False, True])
def test_a_model_with_steps_that_are_no_layers(tmp_path, nested) -> None:
    x = keras.Input((3,))
    kernel = np.array([[1.0], [2], [3]], "float32")
    dense = keras.layers.Dense(1, use_bias=False, name="sums")
    inner = keras.Model(x, (dense(x) * 2 + 1)[:, :1])
    model = inner if not nested else keras.Model(y := keras.Input((3,)), inner(y) - 1)
    dense.set_weights([kernel])
    model.compile("adam", "mse", metrics=["mae"])
    path = str(tmp_path / "model.h5")
    hdf5.save_model(model, path, include_optimizer=True)
    loaded, compiled = hdf5.load_model(path, {}, compile=True)
    data = np.array([[1, 1, 1], [1, 0, -1]], "float32")
    wanted = data @ kernel * 2 + (0 if nested else 1)
    np.testing.assert_allclose(loaded.predict(data, verbose=0), wanted, rtol=1e-6)
    assert compiled["loss"] == "mean_squared_error"
    assert len(compiled["metrics"]) == 1
