"""Files, names and safe mode of Keras."""

from __future__ import annotations

import threading
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from rkeras_py.keras_private import saving


def model() -> keras.Model:
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="d")])


def test_safe_mode_is_a_thread_s_own() -> None:
    before, seen = saving.in_safe_mode(), []
    with saving.safe_mode(True):
        assert saving.in_safe_mode() is True
        thread = threading.Thread(target=lambda: seen.append(saving.in_safe_mode()))
        thread.start()
        thread.join()
        with saving.safe_mode(False):
            assert saving.in_safe_mode() is False
    assert saving.in_safe_mode() == before and seen[0] is not True


def test_names_that_a_model_uses_are_checked() -> None:
    config, seen = keras.saving.serialize_keras_object(model()), []
    with saving.checking(lambda found, kind, name: seen.append((kind, name))):
        keras.saving.deserialize_keras_object(config)
    assert ("class", "keras.layers.Dense") in seen
    seen.clear()
    keras.saving.deserialize_keras_object(config)
    assert seen == []


def test_a_class_is_known_as_another() -> None:
    class Own(keras.layers.Dense):
        pass

    saving.know_as(Own, keras.layers.Dense)
    config = keras.saving.serialize_keras_object(Own(3))
    assert (config["module"], config["registered_name"]) == ("keras.layers", None)
    assert type(keras.saving.deserialize_keras_object(config)) is keras.layers.Dense


def test_models_and_weights_in_hdf5(tmp_path: Path) -> None:
    made, path = model(), str(tmp_path / "größe.h5")
    saving.write_hdf5(made, path, include_optimizer=False)
    with h5py.File(path) as file:
        again = saving.read_hdf5(file, {})
        other = model()
        saving.read_weights(saving.group_in(file, "model_weights"), other)
        kernel = saving.dataset_in(file["model_weights/d"], "d/kernel")[()] if (
            "d/kernel" in file["model_weights/d"]) else None  # fmt: skip
    for copy in (again, other):
        for got, expected in zip(copy.get_weights(), made.get_weights(), strict=True):
            np.testing.assert_array_equal(got, expected)
    assert kernel is None or kernel.shape == (3, 2)


def test_groups_of_other_files_are_refused(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "other.h5", "w") as other:
        other["group/numbers"] = np.ones(2)
    with h5py.File(tmp_path / "m.h5", "w") as file:
        file["linked"] = h5py.ExternalLink(str(tmp_path / "other.h5"), "group")
        file["numbers"] = h5py.ExternalLink(str(tmp_path / "other.h5"), "group/numbers")
        with pytest.raises((ValueError, KeyError)):
            saving.group_in(file, "linked")
        with pytest.raises((ValueError, KeyError)):
            saving.dataset_in(file, "numbers")


def test_configurations_of_keras_2() -> None:
    layers = [{"class_name": "InputLayer", "config": {"batch_shape": [None, 3]}},
              {"class_name": "Dense", "config": {"name": "é", "units": 4}}]  # fmt: skip
    config = {"class_name": "Sequential", "config": {"name": "old", "layers": layers}}
    assert saving.model_of_keras_2(config, {}).count_params() == 16


def test_what_was_compiled() -> None:
    made = model()
    assert saving.compiled_with(made) is None
    made.compile(loss="mae")
    assert saving.compiled_with(made)["loss"] == "mae"


def test_public_names() -> None:
    assert saving.exported_functions()["keras.ops.relu"](-1.0) == 0
    assert saving.names_of_layers()["Dense"] is keras.layers.Dense
