"""Configurations that Keras 2 wrote, as models of today."""

from __future__ import annotations

import json

import keras
import numpy as np
import pytest
from keras_2_files import (
    dense,
    input_layer,
    layer,
    normal,
    predict,
    sequential,
    write,
)

from rkeras_py.api.models import configs, saving
from rkeras_py.convert.rule import ArgumentError

W, B = normal(3, 1), normal(1)
X, Y = normal(6, 3), normal(6, 1)


def test_early_versions_had_the_input_in_the_first_layer_and_layers_in_a_list(tmp_path):
    config = {
        "class_name": "Sequential",
        "config": [dense("d", 1, batch_input_shape=[None, 3]), dense("e", 1)],
    }
    weights = {"d": {"kernel": W, "bias": B}, "e": {"kernel": normal(1, 1), "bias": B}}
    write(tmp_path / "old.h5", config, weights, version="2.0.0")
    model = saving.load_model_hdf5(str(tmp_path / "old.h5"))
    expected = (X @ W + B) @ weights["e"]["kernel"] + B
    np.testing.assert_allclose(predict(model, X), expected, rtol=1e-5)
    assert model.input_shape == (None, 3)


def recurrent(kind, name, units, **more):
    return layer(
        kind,
        name,
        dtype="float32",
        units=units,
        activation="tanh",
        return_sequences=False,
        time_major=False,
        implementation=2,
        unroll=False,
        **more,
    )


def test_recurrent_and_normalizing_layers_with_their_old_arguments(tmp_path):
    """Compared with the same model, made and given its weights by hand."""
    gru = recurrent("GRU", "gru", 2, reset_after=True)
    layers = [
        layer(
            "Embedding",
            "e",
            batch_input_shape=[None, 4],
            input_dim=5,
            output_dim=3,
            mask_zero=True,
            input_length=4,
            dtype={"class_name": "Policy", "config": {"name": "float32"}},
        ),
        layer("Bidirectional", "bi", layer={"module": "keras.layers", **gru}, merge_mode="concat"),
        layer("BatchNormalization", "bn", axis=[1], momentum=0.99, epsilon=0.001),
        dense("d", 1),
    ]
    new = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Embedding(5, 3, mask_zero=True),
            keras.layers.Bidirectional(keras.layers.GRU(2)),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(1),
        ]
    )
    new.set_weights([np.abs(normal(*w.shape)) for w in new.get_weights()])
    weights = {
        name: {str(i): w for i, w in enumerate(part.get_weights())}
        for name, part in zip(("e", "bi", "bn", "d"), new.layers, strict=True)
    }
    write(tmp_path / "old.h5", sequential(input_layer([4]), *layers), weights)
    model = saving.load_model_hdf5(str(tmp_path / "old.h5"))
    x = np.array([[1, 2, 0, 0], [3, 4, 1, 2]], "float32")
    np.testing.assert_array_equal(predict(model, x), predict(new, x))


def test_batches_of_images_are_normalized_on_as_they_were(tmp_path):
    ones, zeros = np.ones(2, "float32"), np.zeros(2, "float32")
    norm = layer("BatchNormalization", "bn", axis=[3], momentum=0.5, epsilon=0.001)
    weights = {"bn": {"gamma": ones, "beta": zeros, "mean": zeros, "variance": ones}}
    write(tmp_path / "old.h5", sequential(input_layer([2, 2, 2]), norm), weights)
    model = saving.load_model_hdf5(str(tmp_path / "old.h5"))
    images = normal(3, 2, 2, 2)
    model(images, training=True)
    expected = 0.5 + 0.5 * images.reshape(-1, 2).var(0, ddof=1)
    np.testing.assert_allclose(model.layers[0].moving_variance, expected, rtol=1e-5)


def test_names_with_slashes(tmp_path):
    config = {
        "name": "model",
        "layers": [
            input_layer([3], name="i") | {"name": "i", "inbound_nodes": []},
            dense("block/conv", 1) | {"name": "block/conv", "inbound_nodes": [[["i", 0, 0, {}]]]},
        ],
        "input_layers": [["i", 0, 0]],
        "output_layers": [["block/conv", 0, 0]],
    }
    path = tmp_path / "old.h5"
    write(
        path,
        {"class_name": "Functional", "config": config},
        {"i": {}, "block/conv": {"kernel": W, "bias": B}},
    )
    model = saving.load_model_hdf5(str(path))
    assert model.layers[1].name == "block_conv"
    assert model.input_shape == (None, 3)
    np.testing.assert_allclose(predict(model, X), X @ W + B, rtol=1e-6)


def test_arguments_that_keras_3_lost_and_that_matter_are_told(tmp_path):
    config = sequential(input_layer([4, 3]), layer("LSTM", "l", units=2, time_major=True))
    write(tmp_path / "old.h5", config, {})
    with pytest.raises(ArgumentError) as error:
        saving.load_model_hdf5(str(tmp_path / "old.h5"))
    assert str(error.value) == (
        "the model has a layer LSTM with time_major = True, which Keras 3 does not have."
    )


def test_json_and_yaml_of_keras_2():
    layers = [input_layer([3]), dense("d", 2), layer("Dropout", "drop", rate=0.5)]
    config = {**sequential(*layers), "keras_version": "2.4.0", "backend": "tensorflow"}
    model = configs.model_from_json(json.dumps(config))
    assert [part.name for part in model.layers] == ["d", "drop"]
    assert model.count_params() == 8
    yaml = pytest.importorskip("yaml")
    config["config"]["layers"][0]["config"]["batch_input_shape"] = (None, 3)
    text = yaml.dump(config)
    assert "!!python/tuple" in text
    assert configs.model_from_yaml(text).count_params() == 8
