"""Weights in files: which layer gets which."""

from __future__ import annotations

import h5py
import keras
import numpy as np
import pytest
import tensorflow as tf
from small_models import stack, two_ways

from rkeras_py.api.models import saving, weight_files
from rkeras_py.convert.rule import ArgumentError


def same(a, b):
    return all(np.array_equal(x, y) for x, y in zip(a.get_weights(), b.get_weights(), strict=True))


@pytest.mark.parametrize("name", ["w.h5", "w.hdf5", "w.weights.h5", "w", "deep/w.any"])
def test_hdf5_files_of_any_name(tmp_path, name):
    model, other = stack(3, 1), stack(3, 1, seed=9)
    path = str(tmp_path / name)
    assert not same(model, other)
    weight_files.save_model_weights_hdf5(model, path)
    assert weight_files.load_model_weights_hdf5(other, path) is other
    assert same(model, other)


def test_the_layout_is_the_one_that_keras_2_read(tmp_path):
    model = stack(3, 1)
    weight_files.save_model_weights_hdf5(model, str(tmp_path / "w.h5"))
    with h5py.File(tmp_path / "w.h5") as file:
        assert list(file.attrs["layer_names"]) == ["d0", "d1"]
        arrays = [
            file[layer][name][()]
            for layer in ("d0", "d1")
            for name in file[layer].attrs["weight_names"]
        ]
    for found, expected in zip(arrays, model.get_weights(), strict=True):
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("ending", [".h5", ".keras"])
def test_weights_out_of_a_whole_model(tmp_path, ending):
    model, other = stack(3, 1), stack(3, 1, seed=9)
    path = str(tmp_path / f"m{ending}")
    saving.save_model_hdf5(model, path)
    weight_files.load_model_weights_hdf5(other, path)
    assert same(model, other)


def test_by_name_only_layers_of_that_name_change(tmp_path):
    path = str(tmp_path / "w.h5")
    model = stack(3, 1)
    weight_files.save_model_weights_hdf5(model, path)
    layers = [keras.layers.Dense(3, name="d0"), keras.layers.Dense(7, name="new")]
    other = keras.Sequential([keras.Input((4,)), *layers])
    new = layers[1].get_weights()
    weight_files.load_model_weights_hdf5(other, path, by_name=True)
    np.testing.assert_array_equal(layers[0].get_weights()[0], model.get_weights()[0])
    np.testing.assert_array_equal(layers[1].get_weights()[0], new[0])


def test_what_does_not_fit_is_skipped_or_changes_nothing(tmp_path):
    path = str(tmp_path / "w.h5")
    model, other = stack(3, 1), stack(3, 2, seed=9)
    weight_files.save_model_weights_hdf5(model, path)
    before = other.get_weights()
    for by_name in (False, True):
        with pytest.raises(ArgumentError, match="does not fit the model: Shape mismatch"):
            weight_files.load_model_weights_hdf5(other, path, by_name=by_name)
        for a, b in zip(before, other.get_weights(), strict=True):
            np.testing.assert_array_equal(a, b)
    with pytest.warns(UserWarning, match="mismatch"):
        weight_files.load_model_weights_hdf5(other, path, by_name=True, skip_mismatch=True)
    np.testing.assert_array_equal(other.get_weights()[0], model.get_weights()[0])
    np.testing.assert_array_equal(other.get_weights()[2], before[2])


def test_files_that_know_no_names(tmp_path):
    model = stack(1)
    weight_files.save_model_weights_hdf5(model, str(tmp_path / "w.weights.h5"))
    with pytest.raises(ArgumentError, match="`by_name` must be FALSE for files in Keras 3's layo"):
        weight_files.load_model_weights_hdf5(model, str(tmp_path / "w.weights.h5"), by_name=True)
    saving.save_model_hdf5(model, str(tmp_path / "m.keras"))
    with pytest.raises(ArgumentError, match="`by_name` must be FALSE for files in Keras 3's form"):
        weight_files.load_model_weights_hdf5(model, str(tmp_path / "m.keras"), by_name=True)
    weight_files.save_model_weights_tf(model, str(tmp_path / "w"))
    with pytest.raises(ArgumentError, match="`by_name` must be FALSE: a checkpoint does not co"):
        weight_files.load_model_weights_tf(model, str(tmp_path / "w"), by_name=True)


def seeded(seed):
    keras.utils.set_random_seed(seed)
    return two_ways()


def recurrent(seed):
    keras.utils.set_random_seed(seed)
    lstm = keras.layers.LSTM(2)
    layers = [
        keras.layers.Bidirectional(lstm),
        keras.layers.BatchNormalization(),
        keras.Sequential([keras.layers.Dense(3), keras.layers.Dense(1)]),
    ]
    model = keras.Sequential([keras.Input((5, 3)), *layers])
    random = np.random.default_rng(seed)
    model.set_weights([random.normal(size=w.shape) for w in model.get_weights()])
    return model


@pytest.mark.parametrize("make", [seeded, recurrent])
def test_checkpoints(tmp_path, make):
    model, other = make(1), make(2)
    path = str(tmp_path / "deep" / "w")
    assert not same(model, other)
    weight_files.save_model_weights_tf(model, path)
    weight_files.load_model_weights_tf(other, path)
    assert same(model, other)


def test_a_checkpoint_has_the_paths_that_keras_2_gave(tmp_path):
    model = recurrent(1)
    weight_files.save_model_weights_tf(model, str(tmp_path / "w"))
    reader = tf.train.load_checkpoint(str(tmp_path / "w"))
    value = "/.ATTRIBUTES/VARIABLE_VALUE"
    keys = [
        key.removesuffix(value) for key in reader.get_variable_to_shape_map() if key.endswith(value)
    ]
    cells = [
        f"layer_with_weights-0/{side}/cell/{name}"
        for side in ("forward_layer", "backward_layer")
        for name in ("kernel", "recurrent_kernel", "bias")
    ]
    norm = [
        f"layer_with_weights-1/{name}"
        for name in ("gamma", "beta", "moving_mean", "moving_variance")
    ]
    dense = [
        f"layer_with_weights-2/layer_with_weights-{i}/{name}"
        for i in (0, 1)
        for name in ("kernel", "bias")
    ]
    assert sorted(keys) == sorted([*cells, *norm, *dense])
    backward = model.layers[0].backward_layer.get_weights()[1]
    np.testing.assert_array_equal(reader.get_tensor(cells[4] + value), backward)
    assert tf.train.latest_checkpoint(str(tmp_path)) == str(tmp_path / "w")


def test_files_that_share_a_prefix_with_a_checkpoint_stay(tmp_path):
    mine = ["w", "w.data-2024.csv", "w.data-00000-of-00001.bak", "w.data-raw", "w2.index"]
    for name in (*mine, "w.data-00001-of-00002"):  # the last is of an older checkpoint
        (tmp_path / name).write_text("mine")
    model = stack(1)
    weight_files.save_model_weights_tf(model, str(tmp_path / "w"))
    weight_files.load_model_weights_tf(model, str(tmp_path / "w"))
    own = ["checkpoint", "w.data-00000-of-00001", "w.index"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*own, *mine])
    assert {(tmp_path / name).read_text() for name in mine} == {"mine"}


def test_a_checkpoint_that_does_not_fit(tmp_path):
    path = str(tmp_path / "w")
    weight_files.save_model_weights_tf(stack(3, 1), path)
    other = stack(3, 2)
    before = other.get_weights()
    with pytest.raises(ArgumentError, match=r"of shape \(3, 2\), has the shape \(3, 1\)"):
        weight_files.load_model_weights_tf(other, path)
    np.testing.assert_array_equal(other.get_weights()[0], before[0])
    with pytest.warns(UserWarning, match="skipping"):
        weight_files.load_model_weights_tf(other, path, skip_mismatch=True)
    np.testing.assert_array_equal(other.get_weights()[0], stack(3, 1).get_weights()[0])
    with pytest.raises(ArgumentError, match="is missing in the file"):
        weight_files.load_model_weights_tf(stack(3, 1, 1), path)


@pytest.mark.parametrize(
    ("save", "name"),
    [
        (weight_files.save_model_weights_hdf5, "w.h5"),
        (weight_files.save_model_weights_tf, "w.index"),
    ],
)
def test_files_that_are_there_may_be_kept(tmp_path, save, name):
    (tmp_path / name).write_text("mine")
    path = str(tmp_path / name).removesuffix(".index")
    with pytest.raises(ArgumentError, match="`filepath` exists"):
        save(stack(1), path, overwrite=False)
    assert (tmp_path / name).read_text() == "mine"


def test_files_that_are_not_there(tmp_path):
    path = str(tmp_path / "w")
    with pytest.raises(ArgumentError, match="there is no file or folder"):
        weight_files.load_model_weights_hdf5(stack(1), path)
    with pytest.raises(ArgumentError, match=r'there is no checkpoint .* \(no file "w.index"\)'):
        weight_files.load_model_weights_tf(stack(1), path)
    (tmp_path / "w").write_text("text")
    with pytest.raises(ArgumentError, match="is not an HDF5 file"):
        weight_files.load_model_weights_hdf5(stack(1), path)
    with pytest.raises(ArgumentError, match="has no weights yet"):
        weight_files.save_model_weights_hdf5(keras.Sequential([keras.layers.Dense(1)]), path)
