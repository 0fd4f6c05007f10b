"""Archives (`.keras`) of Keras 2, and models as bytes."""

from __future__ import annotations

import io
import json
import zipfile

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
)

from rkeras_py.api.models import saving
from rkeras_py.api.training import training
from rkeras_py.compat.files import archives
from rkeras_py.convert.rule import ArgumentError

W, B = normal(3, 1), normal(1)
X, Y = normal(6, 3), normal(6, 1)


def test_archives_of_keras_2(tmp_path):
    """A zip of three files: what it is, the model, and its weights in Keras 3's layout."""
    new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, name="d")])
    new.set_weights([W, B])
    weights = tmp_path / "model.weights.h5"
    new.save_weights(str(weights))
    function = {"module": "builtins", "class_name": "function", "config": "mean_squared_error"}
    config = {
        "module": "keras",
        **sequential(input_layer([3]), dense("d", 1, batch_input_shape=[None, 3])),
        "registered_name": "Sequential",
        "build_config": {"input_shape": [None, 3]},
        "compile_config": {
            "optimizer": {"class_name": "Custom>SGD", "config": {"learning_rate": 0.25}},
            "loss": {**function, "registered_name": "mean_squared_error"},
            "metrics": ["mae"],
            "weighted_metrics": None,
            "loss_weights": None,
        },
    }
    path = tmp_path / "old.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata.json", json.dumps({"keras_version": "2.13.1"}))
        archive.writestr("config.json", json.dumps(config))
        archive.write(weights, "model.weights.h5")
    with pytest.warns(UserWarning, match="the optimizer starts without a state"):
        model = saving.load_model_hdf5(str(path))
    error = X @ W + B - Y
    assert training.evaluate(model, X, Y, verbose=0) == pytest.approx(
        {"loss": np.mean(error**2), "mae": np.mean(np.abs(error))}, rel=1e-5
    )
    assert float(model.optimizer.learning_rate.numpy()) == 0.25
    assert not saving.load_model_tf(str(path), compile=False).compiled


def compiled() -> keras.Model:
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, name="d")])
    model.set_weights([W, B])
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
    model.fit(X, Y, batch_size=6, verbose=0)
    return model


@pytest.mark.parametrize("kept", [True, False])
def test_models_as_bytes_with_and_without_their_optimizer(tmp_path, kept):
    model = compiled()
    path = tmp_path / "m.keras"
    path.write_bytes(archives.to_bytes(model, include_optimizer=kept))
    again = saving.load_model_hdf5(str(path))
    np.testing.assert_array_equal(predict(again, X), predict(model, X))
    assert again.compiled is kept
    with zipfile.ZipFile(path) as archive:
        content = io.BytesIO(archive.read("model.weights.h5"))
    with h5py.File(content) as weights:
        assert ("optimizer" in weights) is kept
    if kept:
        for mine, other in zip(model.optimizer.variables, again.optimizer.variables, strict=True):
            np.testing.assert_array_equal(mine, other)


def load_of_keras_2(folder: str) -> keras.Model:
    return archives.load_of_keras_2(folder, {}, compile=True)[0]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("metadata.json", "{", "metadata.json in it is not valid JSON"),
        ("metadata.json", "[1]", "metadata.json in it is .*, not a JSON object"),
        ("config.json", '"a"', "config.json in it is .*, not a JSON object"),
    ],
)
def test_parts_that_are_no_json_are_named(tmp_path, name, content, message):
    parts = {"metadata.json": '{"keras_version": "2.13.1"}', "config.json": "{}", name: content}
    for part, text in parts.items():
        (tmp_path / part).write_text(text)
    read = archives.is_of_keras_2 if name == "metadata.json" else load_of_keras_2
    with pytest.raises(ArgumentError, match=message):
        read(str(tmp_path))


def test_weights_that_do_not_fit_change_nothing(tmp_path):
    model, path = compiled(), tmp_path / "other.weights.h5"
    other = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="d")])
    other.save_weights(path)
    before = model.get_weights()
    with pytest.raises(ValueError, match=r"shape|mismatch"):
        archives.load_weights(model, str(path), skip_mismatch=False)
    for mine, then in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(mine, then)


def test_weights_come_out_of_a_file_of_any_name(tmp_path):
    model, path = compiled(), tmp_path / "poids_é.bin"
    archives.save_weights(model, str(tmp_path / "w.weights.h5"))
    (tmp_path / "w.weights.h5").rename(path)
    again = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, name="d")])
    archives.load_weights(again, str(path), skip_mismatch=False)
    np.testing.assert_array_equal(predict(again, X), predict(model, X))
