"""Configurations that Keras 2 wrote, as models of today."""

from __future__ import annotations

import json
from typing import Any

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
from rkeras_py.compat.files.configs import model_from_config
from rkeras_py.compat.layers.normalization import FUSED
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
    assert model.layers[1].name == "block/conv"
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


# --- the arguments of a layer ------------------------------------------------------------------


def layer_of(name: str, **arguments: Any) -> Any:
    """The layer of a sequential model of Keras 2 that has no other."""
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "model",
            "layers": [
                {
                    "class_name": name,
                    "config": {
                        "name": "it",
                        "trainable": True,
                        "dtype": "float32",
                        "batch_input_shape": [None, 4, 3],
                        **arguments,
                    },
                }
            ],
        },
        "keras_version": "2.15.0",
        "backend": "tensorflow",
    }
    before = json.dumps(config)
    model = model_from_config(config, None)
    assert json.dumps(config) == before  # it is the caller's
    assert model.input_shape == (None, 4, 3)
    return model.get_layer("it")


def test_batch_normalization_computes_as_in_keras_2() -> None:
    layer = layer_of("BatchNormalization", axis=[2], momentum=0.9, epsilon=0.01)
    assert (layer.axis, layer.momentum, layer.epsilon) == (2, 0.9, 0.01)
    assert layer.renorm is False
    assert layer.renorm_clipping == FUSED["renorm_clipping"]


def test_renormalization_stays_as_it_was() -> None:
    clipping = {"rmax": 2.0, "rmin": 0.5, "dmax": 1.0}
    layer = layer_of(
        "BatchNormalization", axis=2, renorm=True, renorm_clipping=clipping, renorm_momentum=0.7
    )
    assert (layer.renorm, layer.renorm_clipping, layer.renorm_momentum) == (True, clipping, 0.7)


def test_other_layers_get_nothing_of_it() -> None:
    class Scale(keras.layers.Layer):
        def __init__(self, **kwargs: Any) -> None:
            self.given = set(kwargs)
            super().__init__(**kwargs)

    config = {
        "class_name": "Sequential",
        "config": {
            "name": "model",
            "layers": [
                {
                    "class_name": "InputLayer",
                    "config": {"name": "in", "batch_input_shape": [None, 2], "dtype": "float32"},
                },
                {"class_name": "Scale", "config": {"name": "it", "trainable": True}},
            ],
        },
        "keras_version": "2.15.0",
    }
    model = model_from_config(config, {"Scale": Scale})
    assert model.get_layer("it").given == {"name", "trainable"}


@pytest.mark.parametrize(
    ("name", "argument", "value", "lost"),
    [
        ("LSTM", "time_major", False, False),
        ("LSTM", "implementation", 2, False),
        ("LSTM", "implementation", 3, True),
        ("LSTM", "input_length", 4, False),
        ("LSTM", "odd", None, False),
        ("LSTM", "odd", 1, True),
        ("Dense", "time_major", True, True),
    ],
)
def test_what_keras_3_does_not_have_is_left_out_where_that_changes_nothing(
    name: str, argument: str, value: Any, lost: bool
) -> None:
    arguments = {"units": 2, argument: value}
    if lost:
        text = f"a layer {name} with {argument} = {value!r}, which Keras 3 does not have"
        with pytest.raises(ArgumentError, match=text):
            layer_of(name, **arguments)
    else:
        assert layer_of(name, **arguments).units == 2


@pytest.mark.parametrize("how", ["stateful", "stateless", "legacy_stateful"])
def test_layers_of_augmentation_have_one_way_to_draw(how):
    kinds = {
        "RandomFlip": {"mode": "horizontal"},
        "RandomRotation": {"factor": 0.2},
        "RandomZoom": {"height_factor": 0.1, "width_factor": None},
        "RandomContrast": {"factor": 0.2},
        "RandomTranslation": {"height_factor": 0.1, "width_factor": 0.1},
        "RandomHeight": {"factor": 0.1, "interpolation": "bilinear"},
        "RandomWidth": {"factor": 0.1, "interpolation": "bilinear"},
    }
    layers = [
        layer(kind, kind.lower(), dtype="float32", rng_type=how, seed=None, **options)
        for kind, options in kinds.items()
    ]
    config = sequential(input_layer([8, 8, 3], "images"), *layers)
    model = model_from_config({**config, "keras_version": "2.15.0"}, None)
    assert [type(part).__name__ for part in model.layers] == list(kinds)
    images = np.arange(2 * 8 * 8 * 3, dtype="float32").reshape(2, 8, 8, 3) / 384
    # without training nothing is drawn
    out = keras.ops.convert_to_numpy(model(images, training=False))
    np.testing.assert_array_equal(out, images)
