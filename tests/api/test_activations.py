"""Activations against NumPy and SciPy, as functions, by name and as a layer's argument."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from scipy import special

from rkeras_py.api import activations as api
from rkeras_py.api.layers.core import layer_activation, layer_dense
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

V = np.array([[-3.0, -1.0, -0.25], [0.0, 1.5, 7.0]])
SELU = (1.0507009873554805, 1.6732632423543772)
CASES = [
    ("elu", {}, np.where(V > 0, V, np.expm1(V))),
    ("elu", {"alpha": 0.5}, np.where(V > 0, V, 0.5 * np.expm1(V))),
    ("exponential", {}, np.e**V),
    ("gelu", {}, V * special.ndtr(V)),
    (
        "gelu",
        {"approximate": True},
        V / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (V + 0.044715 * V**3))),
    ),
    ("hard_sigmoid", {}, [[0, 0.3, 0.45], [0.5, 0.8, 1]]),
    ("linear", {}, V),
    ("relu", {}, [[0, 0, 0], [0, 1.5, 7]]),
    ("relu", {"alpha": 0.1}, [[-0.3, -0.1, -0.025], [0, 1.5, 7]]),
    ("relu", {"max_value": 6}, [[0, 0, 0], [0, 1.5, 6]]),
    (
        "relu",
        {"alpha": 0.1, "max_value": 4, "threshold": 1},
        [[-0.4, -0.2, -0.125], [-0.1, 1.5, 4]],
    ),
    ("selu", {}, SELU[0] * np.where(V > 0, V, SELU[1] * np.expm1(V))),
    ("sigmoid", {}, special.expit(V)),
    ("softmax", {}, special.softmax(V, axis=1)),
    ("softmax", {"axis": 0}, special.softmax(V, axis=0)),
    ("softplus", {}, np.log1p(np.exp(V))),
    ("softsign", {}, V / (1 + np.abs(V))),
    ("swish", {}, V * special.expit(V)),
    ("tanh", {}, 1 - 2 / (np.exp(2 * V) + 1)),
]


@pytest.mark.parametrize(("name", "options", "expected"), CASES)
def test_values(name, options, expected):
    values = getattr(api, f"activation_{name}")(V, **options)
    np.testing.assert_allclose(values, expected, rtol=2e-5, atol=1e-6)


def test_every_activation_has_a_case():
    assert {f"activation_{c[0]}" for c in CASES} == {
        n for n in REGISTRY if n.startswith("activation_")
    }


@pytest.mark.parametrize(("name", "options", "expected"), [c for c in CASES if not c[1]])
def test_a_layer_takes_name_or_function(name, options, expected):
    for activation in (name, getattr(api, f"activation_{name}")):
        layer = layer_activation(activation=activation)
        np.testing.assert_allclose(layer(V), expected, rtol=2e-5, atol=1e-6)


def test_whole_numbers_and_single_numbers():
    np.testing.assert_allclose(api.activation_sigmoid([0, 1]), special.expit([0, 1]), rtol=1e-6)
    assert float(api.activation_tanh(0)) == 0


def test_symbolic_tensors():
    x = keras.Input((3,))
    model = keras.Model(x, api.activation_relu(x, alpha=0.5))
    np.testing.assert_allclose(model(V), np.where(V > 0, V, V / 2))


def test_the_slope_of_hard_sigmoid_survives_saving(tmp_path):
    model = keras.Sequential([keras.Input((3,)), layer_dense(units=3, activation="hard_sigmoid")])
    model.layers[0].set_weights([np.eye(3), np.zeros(3)])
    model.save(tmp_path / "model.keras")
    for one in (model, keras.saving.load_model(tmp_path / "model.keras")):
        np.testing.assert_allclose(one(V), np.clip(0.2 * V + 0.5, 0, 1), rtol=1e-6)


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`alpha` must be a number of at least 0, not -1"):
        api.activation_relu(V, alpha=-1)
    with pytest.raises(
        ArgumentError, match=r'`x` must be a tensor, or numbers.*not the string "a"'
    ):
        api.activation_elu("a")
