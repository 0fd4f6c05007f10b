"""Sequential models whose graph waits until it is asked for."""

from __future__ import annotations

import copy
import pickle

import keras
import numpy as np

from rkeras_py.keras_private.sequential import ends_of, put_behind, sequential_class

X = np.ones((2, 3), "float32")


def grown(cls: type) -> keras.Model:
    model = cls([keras.Input((3,)), keras.layers.Dense(4, name="a")])
    for units, name in ((5, "b"), (2, "c")):
        inputs, outputs = ends_of(model)
        layer = keras.layers.Dense(units, name=name)
        put_behind(model, layer, inputs, layer(outputs))
    return model


def test_layers_that_are_put_behind_compute() -> None:
    for cls in (keras.Sequential, sequential_class()):
        model = grown(cls)
        expected = X
        for layer in model.layers:
            expected = expected @ layer.kernel.numpy()
        np.testing.assert_allclose(model(X), expected, rtol=1e-5)
        assert model.output_shape == (None, 2) and model.built


def test_copies_and_files_are_keras_s(tmp_path) -> None:
    model = grown(sequential_class())
    expected = model(X)
    for again in (copy.copy(model), copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert type(again) is keras.Sequential
        np.testing.assert_allclose(again(X), expected, rtol=1e-6)
    model.save(tmp_path / "m.keras")
    np.testing.assert_allclose(keras.models.load_model(tmp_path / "m.keras")(X), expected)


def test_a_model_without_an_input_has_no_ends() -> None:
    assert ends_of(sequential_class()()) is None
    assert ends_of(keras.Sequential([keras.layers.Dense(1)])) is None
