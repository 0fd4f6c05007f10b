"""Configurations of layers that Keras 2 wrote."""

from __future__ import annotations

import json
from typing import Any

import keras
import pytest

from rkeras_py.compat.files import configs
from rkeras_py.compat.layers.normalization import FUSED
from rkeras_py.convert.rule import ArgumentError


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
    model = configs.model_from_config(config, None)
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
    model = configs.model_from_config(config, {"Scale": Scale})
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
