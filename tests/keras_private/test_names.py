"""Names of Keras 2, and what only tf.keras shows."""

from __future__ import annotations

import importlib

import keras
import numpy as np
import pytest

from rkeras_py.keras_private import names


@pytest.mark.parametrize("path", names.former_names())
def test_the_classes_are_there(path) -> None:
    module, name = path.rsplit(".", 1)
    assert isinstance(getattr(importlib.import_module(module), name), type)


def test_models_and_layers_have_the_names_that_scripts_test_for() -> None:
    former = names.former_names()
    for value, name in (
        (keras.Sequential(), "keras.engine.sequential.Sequential"),
        (keras.layers.Dense(1), "keras.engine.base_layer.Layer"),
        (keras.Variable(1.0), "tensorflow.tensor"),
    ):
        kinds = [f"{base.__module__}.{base.__qualname__}" for base in type(value).__mro__]
        assert name in {one for kind in kinds for one in former.get(kind, ())}


def test_what_tf_keras_shows() -> None:
    np.testing.assert_allclose(names.for_tf_keras("losses", "mae")([1.0], [4.0]), 3)
    assert names.for_tf_keras("losses", "größe") is None
    assert names.for_tf_keras("nowhere", "x") is None
