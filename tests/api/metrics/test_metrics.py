"""What all metrics share: names, files, errors, and where histories call them as Keras 2 did."""

from __future__ import annotations

import inspect

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py import exports as api
from rkeras_py.api.losses import loss_mean_absolute_error
from rkeras_py.api.metrics.custom import custom_metric
from rkeras_py.api.training import training
from rkeras_py.compat.names.identifiers import MetricRule
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY


@pytest.mark.parametrize(
    "metric",
    [
        api.metric_mean_relative_error(normalizer=[1.0, 2.0], name="gap"),
        api.metric_mean_tensor(shape=[2]),
        MetricRule.accept("crossentropy"),
    ],
    ids=lambda metric: metric.name,
)
def test_metrics_of_this_package_can_be_saved(metric):
    copy = keras.metrics.deserialize(keras.metrics.serialize(metric))
    assert type(copy) is type(metric) and copy.get_config() == metric.get_config()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("metric_auc", "auc"),
        ("metric_sum", "sum"),
        ("metric_categorical_hinge", "categorical_hinge"),
        ("metric_logcosh_error", "logcosh"),
        ("metric_kullback_leibler_divergence", "kullback_leibler_divergence"),
        ("metric_cosine_proximity", "cosine_proximity"),
        ("metric_mean_tensor", "mean_tensor"),
        ("metric_root_mean_squared_error", "root_mean_squared_error"),
    ],
)
def test_names(name, expected):
    keras.utils.clear_session()
    metric = REGISTRY[name].python()
    assert metric.name == expected
    if "name" in inspect.signature(REGISTRY[name].python).parameters:
        assert REGISTRY[name].python(name="mine").name == "mine"


def test_the_history_has_the_names_of_keras_2():
    keras.utils.clear_session()
    given = {
        "acc": "acc",
        "mae": "mae",
        "kullback_leibler_divergence": "kullback_leibler_divergence",
        "cosine_proximity": "cosine_proximity",
        "logcosh": "logcosh",
        "crossentropy": "crossentropy",
        "AUC": "auc",
        api.metric_binary_accuracy: "binary_accuracy",
        custom_metric("mean_pred", lambda y_true, y_pred: ops.mean(y_pred)): "mean_pred",
        loss_mean_absolute_error: "loss_mean_absolute_error",
    }
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.Dense(2, "softmax", kernel_initializer="zeros")]
    )
    training.compile(model, "sgd", "cosine_proximity", metrics=list(given))
    y = np.array([[1.0, 0.0], [0.0, 1.0]])
    model.optimizer.learning_rate = 0.0
    history = training.fit(model, np.ones((2, 2)), y, epochs=1, verbose=0).history
    assert list(history) == ["loss", *given.values()]
    expected = {
        "loss": [-np.sqrt(0.5)],
        "acc": [0.5],
        "mae": [0.5],
        "kullback_leibler_divergence": [np.log(2)],
        "cosine_proximity": [np.sqrt(0.5)],
        "logcosh": [np.log(np.cosh(0.5))],
        "crossentropy": [np.log(2)],
        "mean_pred": [0.5],
        "loss_mean_absolute_error": [0.5],
    }
    for name, values in expected.items():
        np.testing.assert_allclose(history[name], values, rtol=1e-4, err_msg=name)


def test_crossentropy_fits_the_shapes():
    def result(labels, predictions):
        metric = MetricRule.accept("ce")
        metric.update_state(np.array(labels), np.array(predictions))
        return float(metric.result())

    assert result([[1.0]], [[0.3]]) == pytest.approx(-np.log(0.3), rel=1e-5)
    assert result([1], [[0.3, 0.7]]) == pytest.approx(-np.log(0.7), rel=1e-5)
    assert result([[0.0, 1.0]], [[0.3, 0.7]]) == pytest.approx(-np.log(0.7), rel=1e-5)


def test_custom_metric_carries_its_name():
    metric = custom_metric("twice", lambda y_true, y_pred: 2 * y_pred)
    assert metric.__name__ == "twice" and metric(1, 3) == 6
    with pytest.raises(TypeError, match="`name` must be a string, not 1"):
        custom_metric(1, metric)
    with pytest.raises(TypeError, match="`metric_fn` must be a function, not 'x'"):
        custom_metric("x", "x")


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("auc", {"curve": "rok"}, '`curve` must be one of "ROC", "PR", not the string "rok".'),
        (
            "precision",
            {"thresholds": [0.5, 2]},
            "`thresholds` must be one or several numbers from 0 to 1 or NULL, not c(0.5, 2).",
        ),
        (
            "recall_at_precision",
            {"precision": 2},
            "`precision` must be a number from 0 to 1, not 2.",
        ),
        ("hinge", {"threshold": 1}, "unused argument (threshold = 1)"),
        ("hinge", {"y_true": [1.0]}, "`y_pred` is missing: give both or neither."),
        (
            "top_k_categorical_accuracy",
            {"k": 0},
            "`k` must be a whole number of at least 1, not 0.",
        ),
        (
            "binary_crossentropy",
            {"axis": 1},
            "`axis` must be -1 unless `y_true` and `y_pred` are given.",
        ),
    ],
)
def test_errors(name, arguments, message):
    with pytest.raises(ArgumentError) as caught:
        getattr(api, f"metric_{name}")(**arguments)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("MeanIoU", 'cannot be just "MeanIoU": '),
        ("acuracy", 'is not known: "acuracy". Did you mean "accuracy"'),
    ],
)
def test_names_that_cannot_be_used(name, message):
    with pytest.raises(ArgumentError, match=message):
        MetricRule.accept(name)
