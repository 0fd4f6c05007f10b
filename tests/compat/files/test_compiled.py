"""How models in files of Keras 2 were compiled, in all forms in which it was written."""

from __future__ import annotations

import json

import h5py
import keras
import numpy as np
import pytest
from keras_2_files import (
    dense,
    input_layer,
    normal,
    sequential,
    write,
)

from rkeras_py.api.models import saving
from rkeras_py.api.training import training
from rkeras_py.convert.rule import ArgumentError

W, B = normal(3, 1), normal(1)
X, Y = normal(6, 3), normal(6, 1)
SQUARED, OFF = np.mean((X @ W + B - Y) ** 2), np.mean(np.abs(X @ W + B - Y))
SQUARED_2, OFF_2 = np.mean((2 * X @ W + B - Y) ** 2), np.mean(np.abs(2 * X @ W + B - Y))
SGD = {"class_name": "SGD", "config": {"lr": 0.1}}
MAE = {"name": "mae", "dtype": "float32", "fn": "mean_absolute_error"}
WRAPPED = {"class_name": "MeanMetricWrapper", "config": MAE}
FUNCTION = {"class_name": "function", "config": "mean_absolute_error", "module": "builtins"}


def one_output(path, training_config):
    layers = [input_layer([3]), dense("d", 1, batch_input_shape=[None, 3])]
    write(path, sequential(*layers), {"d": {"kernel": W, "bias": B}}, training_config)
    return str(path)


def two_outputs(path, training_config):
    config = {
        "name": "model",
        "layers": [
            input_layer([3], name="i") | {"name": "i", "inbound_nodes": []},
            dense("a", 1) | {"name": "a", "inbound_nodes": [[["i", 0, 0, {}]]]},
            dense("b", 1) | {"name": "b", "inbound_nodes": [[["i", 0, 0, {}]]]},
        ],
        "input_layers": [["i", 0, 0]],
        "output_layers": [["a", 0, 0], ["b", 0, 0]],
    }
    weights = {"i": {}, "a": {"kernel": W, "bias": B}, "b": {"kernel": 2 * W, "bias": B}}
    write(path, {"class_name": "Model", "config": config}, weights, training_config)
    return str(path)


def evaluated(path, outputs=1):
    model = saving.load_model_hdf5(path)
    return training.evaluate(model, X, [Y] * outputs if outputs > 1 else Y, verbose=0)


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        ({"metrics": []}, {}),
        ({"metrics": None}, {}),
        ({"metrics": {}}, {}),
        ({"metrics": [[]]}, {}),
        ({"metrics": [None]}, {}),
        ({"metrics": [[None]]}, {}),
        ({}, {}),
        ({"metrics": [], "weighted_metrics": []}, {}),
        ({"metrics": "mae"}, {"mae": OFF}),
        ({"metrics": ["mae"]}, {"mae": OFF}),
        ({"metrics": [["mae"]]}, {"mae": OFF}),
        ({"metrics": {"d": "mae"}}, {"mae": OFF}),
        ({"metrics": {"d": ["mae"]}}, {"mae": OFF}),
        ({"metrics": WRAPPED}, {"mae": OFF}),
        ({"metrics": [WRAPPED]}, {"mae": OFF}),
        ({"metrics": [[WRAPPED]]}, {"mae": OFF}),
        ({"metrics": [["mae", None]]}, {"mae": OFF}),
        ({"metrics": ["mae", ["mse"]]}, None),
        ({"weighted_metrics": ["mae"]}, {"mae": OFF}),
        ({"metrics": ["mse"], "weighted_metrics": [["mae"]]}, {"mse": SQUARED, "mae": OFF}),
        ({"metrics": [FUNCTION]}, {"mean_absolute_error": OFF}),
        ({"metrics": [], "sample_weight_mode": None}, {}),
        ({"metrics": [], "sample_weight_mode": "temporal"}, {}),
    ],
)
def test_metrics_of_one_output(tmp_path, metrics, expected):
    path = one_output(tmp_path / "m.h5", {"loss": "mse", "optimizer_config": SGD, **metrics})
    if expected is None:
        with pytest.raises(ArgumentError, match="it has metrics for 2 outputs, not 1"):
            evaluated(path)
        return
    assert evaluated(path) == pytest.approx({"loss": SQUARED, **expected}, rel=1e-5)


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        ([], {}),
        ([[], []], {}),
        ([None, None], {}),
        (["mae"], {"a_mae": OFF, "b_mae": OFF_2}),
        (["mae", "mse"], {"a_mae": OFF, "b_mae": OFF_2, "a_mse": SQUARED, "b_mse": SQUARED_2}),
        ([["mae"], ["mse"]], {"a_mae": OFF, "b_mse": SQUARED_2}),
        ([["mae"], None], {"a_mae": OFF}),
        ([None, ["mae"]], {"b_mae": OFF_2}),
        ([[None], [WRAPPED]], {"b_mae": OFF_2}),
        (["mse", ["mae"]], {"a_mse": SQUARED, "b_mae": OFF_2}),
        ({"b": "mae"}, {"b_mae": OFF_2}),
        ({"b": ["mae"], "a": None}, {"b_mae": OFF_2}),
    ],
)
def test_metrics_of_two_outputs(tmp_path, metrics, expected):
    config = {"loss": ["mse", "mse"], "metrics": metrics, "optimizer_config": SGD}
    found = evaluated(two_outputs(tmp_path / "m.h5", config), 2)
    losses = {"loss": SQUARED + SQUARED_2, "a_loss": SQUARED, "b_loss": SQUARED_2}
    assert found == pytest.approx({**losses, **expected}, rel=1e-5)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"loss": "mse"}, SQUARED + SQUARED_2),
        ({"loss": ["mse", "mae"]}, SQUARED + OFF_2),
        ({"loss": {"b": "mae", "a": "mse"}}, SQUARED + OFF_2),
        ({"loss": {"b": "mae"}}, OFF_2),
        ({"loss": [None, "mae"]}, OFF_2),
        ({"loss": FUNCTION}, OFF + OFF_2),
        ({"loss": ["mse", FUNCTION]}, SQUARED + OFF_2),
        ({"loss": {"class_name": "MeanAbsoluteError", "config": {}}}, OFF + OFF_2),
        ({"loss": "mse", "loss_weights": [1.0, 0.5]}, SQUARED + SQUARED_2 / 2),
        ({"loss": "mse", "loss_weights": {"a": 1.0, "b": 0.5}}, SQUARED + SQUARED_2 / 2),
        ({"loss": "mse", "loss_weights": []}, SQUARED + SQUARED_2),
        ({"loss": "mse", "loss_weights": {}}, SQUARED + SQUARED_2),
    ],
)
def test_losses(tmp_path, config, expected):
    path = two_outputs(tmp_path / "m.h5", {"metrics": [], "optimizer_config": SGD, **config})
    assert evaluated(path, 2)["loss"] == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("loss", [None, [], {}, ""])
def test_without_a_loss(tmp_path, loss):
    """Of a model that had added its loss itself."""
    config = {"loss": loss, "metrics": ["mae"], "optimizer_config": SGD}
    model = saving.load_model_hdf5(one_output(tmp_path / "m.h5", config))
    assert model.compiled and type(model.optimizer) is keras.optimizers.SGD


def test_a_model_that_was_not_compiled(tmp_path):
    path = one_output(tmp_path / "m.h5", None)
    with h5py.File(path, "r+") as file:
        file.attrs["training_config"] = "null"
    assert not saving.load_model_hdf5(path).compiled


@pytest.mark.parametrize(
    ("optimizer", "rate"),
    [
        ({"class_name": "sgd", "config": {"learning_rate": 0.5}}, 0.5),
        ({"class_name": "Custom>RMSprop", "config": {"learning_rate": 0.5}}, 0.5),
        ({"class_name": "Adam", "config": {"lr": 0.5, "amsgrad": False, "decay": 0.0}}, 0.5),
    ],
)
def test_optimizers(tmp_path, optimizer, rate):
    config = {"loss": "mse", "metrics": [], "optimizer_config": optimizer}
    model = saving.load_model_hdf5(one_output(tmp_path / "m.h5", config))
    name = optimizer["class_name"].rsplit(">", 1)[-1]
    assert type(model.optimizer).__name__.lower() == name.lower()
    assert float(model.optimizer.learning_rate.numpy()) == rate


@pytest.mark.parametrize("inner", ["inner_optimizer", "optimizer"])
def test_an_optimizer_of_mixed_precision(tmp_path, inner):
    optimizer = {
        "class_name": "LossScaleOptimizer",
        "config": {inner: SGD, "dynamic": True, "initial_scale": 64.0, "dynamic_growth_steps": 7},
    }
    config = {"loss": "mse", "metrics": [], "optimizer_config": optimizer}
    model = saving.load_model_hdf5(one_output(tmp_path / "m.h5", config))
    assert type(model.optimizer) is keras.optimizers.LossScaleOptimizer
    assert type(model.optimizer.inner_optimizer) is keras.optimizers.SGD
    assert model.optimizer.initial_scale == 64 and model.optimizer.dynamic_growth_steps == 7
    weight = W - 0.1 * X.T @ (2 * (X @ W + B - Y)) / len(X)
    training.fit(model, X, Y, batch_size=6, epochs=1, verbose=0)
    np.testing.assert_allclose(model.get_weights()[0], weight, rtol=1e-4)


@pytest.mark.parametrize(
    ("config", "text"),
    [
        ({"loss": "mse"}, "(optimizer_config is missing)"),
        ({"loss": "mse", "optimizer_config": {"config": {}}}, "(class_name is missing)"),
        ({"loss": "mse", "optimizer_config": {"class_name": "SGD"}}, "(config is missing)"),
        ({"loss": {"class_name": "Huber"}, "optimizer_config": SGD}, "(config is missing)"),
        ({"metrics": {"e": "mae"}, "optimizer_config": SGD}, '(it has metrics for "e", which'),
        ({"metrics": [["mae"]], "optimizer_config": SGD}, "(it has metrics for 1 outputs, not 2)"),
        (
            {"optimizer_config": {"class_name": "SGD", "config": {"pace": 1}}},
            "(unused argument (pace = 1))",
        ),
    ],
)
def test_what_is_damaged_is_told(tmp_path, config, text):
    path = two_outputs(tmp_path / "m.h5", config)
    with pytest.raises(ArgumentError) as told:
        saving.load_model_hdf5(path)
    begin = f'"{path}" cannot be loaded: its compile configuration cannot be read {text}'
    assert str(told.value).startswith(begin)
    assert str(told.value).endswith("; load it with `compile = FALSE`.")
    assert not saving.load_model_hdf5(path, compile=False).compiled


@pytest.mark.parametrize("name", ["Adm", "deserialize", "schedules", "Optimizer2"])
def test_an_optimizer_that_is_not_known(tmp_path, name):
    config = {"loss": "mse", "optimizer_config": {"class_name": name, "config": {}}}
    with pytest.raises(ArgumentError, match=f'^the model uses "{name}", which is not known here'):
        saving.load_model_hdf5(one_output(tmp_path / "m.h5", config))


def test_a_configuration_that_is_no_json(tmp_path):
    path = one_output(tmp_path / "m.h5", {"loss": "mse", "optimizer_config": SGD})
    with h5py.File(path, "r+") as file:
        file.attrs["training_config"] = json.dumps({"loss": "mse"})[:-1]
    with pytest.raises(ArgumentError, match="its training_config is not valid JSON"):
        saving.load_model_hdf5(path)


def test_losses_and_metrics_of_several_outputs(tmp_path):
    config = {
        "name": "model",
        "layers": [
            input_layer([3], name="i") | {"name": "i", "inbound_nodes": []},
            dense("a", 1) | {"name": "a", "inbound_nodes": [[["i", 0, 0, {}]]]},
            dense("b", 1) | {"name": "b", "inbound_nodes": [[["i", 0, 0, {}]]]},
        ],
        "input_layers": [["i", 0, 0]],
        "output_layers": [["a", 0, 0], ["b", 0, 0]],
    }
    metric = {"name": "b_mae", "dtype": "float32", "fn": "mean_absolute_error"}
    training_config = {
        "loss": {
            "a": "mse",
            "b": {"class_name": "MeanAbsoluteError", "config": {"reduction": "auto"}},
        },
        "metrics": [[None], [{"class_name": "MeanMetricWrapper", "config": metric}]],
        "weighted_metrics": None,
        "loss_weights": {"a": 1.0, "b": 0.5},
        "sample_weight_mode": None,
        "optimizer_config": {"class_name": "SGD", "config": {"lr": 0.1}},
    }
    path = tmp_path / "old.h5"
    write(
        path,
        {"class_name": "Model", "config": config},
        {"i": {}, "a": {"kernel": W, "bias": B}, "b": {"kernel": 2 * W, "bias": B}},
        training_config,
        version="2.2.4",
    )
    model = saving.load_model_hdf5(str(path))
    squared = np.mean((X @ W + B - Y) ** 2)
    off = np.mean(np.abs(2 * X @ W + B - Y))
    assert training.evaluate(model, X, [Y, Y], verbose=0) == pytest.approx(
        {"loss": squared + off / 2, "a_loss": squared, "b_loss": off, "b_mae": off}, rel=1e-5
    )
