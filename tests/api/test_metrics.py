"""Metrics against NumPy, as objects, as functions and by the names of Keras 2."""

from __future__ import annotations

import inspect

import keras
import numpy as np
import pytest
from keras import ops
from scipy import special

from rkeras_py import exports as api
from rkeras_py.api.losses import loss_mean_absolute_error
from rkeras_py.api.metrics.custom import custom_metric
from rkeras_py.api.training import training
from rkeras_py.compat.names.identifiers import MetricRule
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

T = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
P = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2], [0.45, 0.3, 0.25]])
OF_TRUE = np.array([0.5, 0.7, 0.25])
CODES = np.array([1, 0, 2])
SIGNS = 2 * T - 1
A = np.array([[1.0, 2.0, 4.0], [0.5, 3.0, 1.5], [2.0, 1.0, 0.25]])
B = np.array([[1.5, 2.0, 8.0], [0.25, 3.5, 1.5], [2.5, 4.0, 0.5]])
E = B - A
Q = A / A.sum(axis=1, keepdims=True)


def mean(x):
    return x.sum(axis=1) / x.shape[1]


def cosine(axis):
    norms = np.sqrt((A**2).sum(axis=axis)) * np.sqrt((B**2).sum(axis=axis))
    return (A * B).sum(axis=axis) / norms


def binary(t, p):
    return -mean(t * np.log(p) + (1 - t) * np.log(1 - p))


HINGE = np.maximum(0, 1 - SIGNS * B)

# metrics that are means of a function: its values for each sample
CASES = [
    ("accuracy", (A, B), {}, A == B),
    ("binary_accuracy", (T, P), {}, [2 / 3, 1.0, 2 / 3]),
    ("binary_accuracy", (T, P), {"threshold": 0.25}, [2 / 3, 1.0, 0.0]),
    ("categorical_accuracy", (T, P), {}, [1, 1, 0]),
    ("sparse_categorical_accuracy", (CODES, P), {}, [1, 1, 0]),
    ("top_k_categorical_accuracy", (T, P), {"k": 2}, [1, 1, 0]),
    ("top_k_categorical_accuracy", (T, P), {"k": 3}, [1, 1, 1]),
    ("sparse_top_k_categorical_accuracy", (CODES, P), {"k": 2}, [1, 1, 0]),
    ("binary_crossentropy", (T, P), {}, binary(T, P)),
    ("binary_crossentropy", (T, P), {"label_smoothing": 0.2}, binary(T * 0.8 + 0.1, P)),
    ("categorical_crossentropy", (T, P), {}, -np.log(OF_TRUE)),
    ("categorical_crossentropy", (T, np.log(P) + 2), {"from_logits": True}, -np.log(OF_TRUE)),
    ("categorical_crossentropy", (T.T, P.T), {"axis": 1}, -np.log(OF_TRUE)),
    ("sparse_categorical_crossentropy", (CODES, P), {}, -np.log(OF_TRUE)),
    ("kullback_leibler_divergence", (Q, P), {}, special.rel_entr(Q, P).sum(axis=1)),
    ("poisson", (A, B), {}, mean(B - A * np.log(B))),
    ("hinge", (SIGNS, B), {}, mean(HINGE)),
    ("squared_hinge", (SIGNS, B), {}, mean(HINGE**2)),
    ("categorical_hinge", (T, P), {}, [1 + 0.3 - 0.5, 1 + 0.2 - 0.7, 1 + 0.45 - 0.25]),
    ("mean_absolute_error", (A, B), {}, mean(np.abs(E))),
    ("mean_absolute_percentage_error", (A, B), {}, 100 * mean(np.abs(E / A))),
    ("mean_squared_error", (A, B), {}, mean(E**2)),
    ("mean_squared_logarithmic_error", (A, B), {}, mean((np.log(A + 1) - np.log(B + 1)) ** 2)),
    ("logcosh_error", (A, B), {}, mean(np.log(np.cosh(E)))),
    ("cosine_similarity", (A, B), {}, cosine(1)),
    ("cosine_similarity", (A, B), {"axis": 1}, cosine(0)),
    ("cosine_proximity", (A, B), {}, cosine(1)),
]


@pytest.mark.parametrize(("name", "data", "options", "expected"), CASES)
def test_values_for_each_sample(name, data, options, expected):
    values = getattr(api, f"metric_{name}")(*data, **options)
    assert values.shape == np.shape(expected)
    np.testing.assert_allclose(values, expected, rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize(("name", "data", "options", "expected"), CASES)
def test_the_object_averages_them(name, data, options, expected):
    metric = getattr(api, f"metric_{name}")(**options)
    assert isinstance(metric, keras.Metric)
    metric.update_state(*(np.asarray(part, "float32") for part in data))
    assert float(metric.result()) == pytest.approx(np.mean(expected), rel=2e-5, abs=1e-6)


LABELS = np.array([0, 0, 1, 1, 1, 0])
SCORES = np.array([0.1, 0.6, 0.35, 0.8, 0.7, 0.2])


def trapezoids(labels, scores, thresholds):
    """The area under the ROC curve through the points of these thresholds, from high to low."""
    above = scores[None] > np.sort(thresholds)[::-1][:, None]
    hits = (above & (labels == 1)).sum(axis=1) / (labels == 1).sum()
    alarms = (above & (labels == 0)).sum(axis=1) / (labels == 0).sum()
    return float(np.sum(np.diff(alarms) * (hits[1:] + hits[:-1]) / 2))


RANKS = float(np.mean(SCORES[LABELS == 1][:, None] > SCORES[LABELS == 0][None]))
TWO = np.array([[0, 1], [1, 1], [1, 0], [0, 0]])
TWO_SCORES = np.array([[0.1, 0.9], [0.4, 0.2], [0.3, 0.6], [0.35, 0.4]])
AREAS = [3 / 4, 2 / 4]  # by pairs of a one and a zero, label by label

# metrics that count: their result
RESULTS = [
    ("true_positives", {}, (LABELS, SCORES), 2),
    ("true_negatives", {}, (LABELS, SCORES), 2),
    ("false_positives", {}, (LABELS, SCORES), 1),
    ("false_negatives", {}, (LABELS, SCORES), 1),
    ("true_positives", {"thresholds": [0.3, 0.75]}, (LABELS, SCORES), [3, 1]),
    ("precision", {}, (LABELS, SCORES), 2 / 3),
    ("precision", {"thresholds": 0.65}, (LABELS, SCORES), 1),
    ("precision", {"top_k": 2, "class_id": 2}, (T, P), 0),
    ("precision", {"top_k": 1}, (T, P), 2 / 3),
    ("recall", {}, (LABELS, SCORES), 2 / 3),
    ("recall", {"class_id": 0}, (T, P), 1),
    ("precision_at_recall", {"recall": 0.6}, (LABELS, SCORES), 1),
    ("precision_at_recall", {"recall": 0.9}, (LABELS, SCORES), 3 / 4),
    ("recall_at_precision", {"precision": 0.9}, (LABELS, SCORES), 2 / 3),
    ("recall_at_precision", {"precision": 0.7}, (LABELS, SCORES), 1),
    ("sensitivity_at_specificity", {"specificity": 0.9}, (LABELS, SCORES), 2 / 3),
    ("sensitivity_at_specificity", {"specificity": 0.5}, (LABELS, SCORES), 1),
    ("specificity_at_sensitivity", {"sensitivity": 0.9}, (LABELS, SCORES), 2 / 3),
    ("specificity_at_sensitivity", {"sensitivity": 0.6}, (LABELS, SCORES), 1),
    ("auc", {}, (LABELS, SCORES), RANKS),
    ("auc", {"thresholds": [0.3, 0.65]}, (LABELS, SCORES),
     trapezoids(LABELS, SCORES, np.array([-1, 0.3, 0.65, 2]))),
    ("auc", {"from_logits": True}, (LABELS, special.logit(SCORES)), RANKS),
    ("auc", {"multi_label": True}, (TWO, TWO_SCORES), np.mean(AREAS)),
    ("auc", {"multi_label": True, "num_labels": 2, "label_weights": [3.0, 1.0]}, (TWO, TWO_SCORES),
     (3 * AREAS[0] + AREAS[1]) / 4),
    ("mean_iou", {"num_classes": 2}, ([0, 0, 1, 1], [0, 1, 0, 1]), 1 / 3),
    ("root_mean_squared_error", {}, (A, B), np.sqrt(np.mean(E**2))),
    ("mean_relative_error", {"normalizer": [1.0, 3.0, 2.0, 0.0]},
     ([1.0, 3.0, 2.0, 3.0], [2.0, 4.0, 6.0, 8.0]), (1 + 1 / 3 + 2 + 0) / 4),
    ("mean_relative_error", {"normalizer": 2.0}, (A, B), np.mean(np.abs(E)) / 2),
    ("mean_wrapper", {"fn": lambda t, p: ops.abs(t - p)}, (A, B), np.mean(np.abs(E))),
    ("mean", {}, ([1.0, 3.0, 5.0, 7.0],), 4),
    ("mean", {}, ([1.0, 3.0, 5.0, 7.0], [1.0, 1.0, 0.0, 0.0]), 2),
    ("sum", {}, ([1.0, 3.0, 5.0, 7.0],), 16),
    ("sum", {}, ([1.0, 3.0, 5.0, 7.0], [1.0, 1.0, 0.0, 0.0]), 4),
    ("mean_tensor", {}, ([1.0, 3.0, 5.0],), [1, 3, 5]),
    ("mean_tensor", {"shape": [2]}, ([1.0, 3.0], [0.0, 2.0]), [0, 3]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "options", "data", "expected"), RESULTS)
def test_results(name, options, data, expected):
    metric = getattr(api, f"metric_{name}")(**options)
    metric.update_state(*data)
    np.testing.assert_allclose(metric.result(), expected, rtol=1e-3, atol=1e-6)


def test_every_metric_has_a_case():
    known = {f"metric_{case[0]}" for case in CASES + RESULTS}
    assert known == {n for n in REGISTRY if n.startswith("metric_")}


def test_mean_tensor_gathers_batches_and_starts_again():
    metric = api.metric_mean_tensor()
    with pytest.raises(ValueError, match="has no value yet"):
        metric.result()
    metric.update_state([[1.0, 2.0], [3.0, 4.0]])
    metric.update_state([[3.0, 2.0], [1.0, 0.0]], sample_weight=[3.0, 1.0])
    np.testing.assert_allclose(metric.result(), [[10 / 4, 2], [2, 2]])
    with pytest.raises(ValueError, match=r"tensors of shape \(2, 2\), not \(3,\)"):
        metric.update_state([1.0, 2.0, 3.0])
    metric.reset_state()
    metric.update_state([[5.0, 6.0], [7.0, 8.0]])
    np.testing.assert_allclose(metric.result(), [[5, 6], [7, 8]])


def test_mean_relative_error_of_a_column():
    metric = api.metric_mean_relative_error(normalizer=[1.0, 2.0])
    metric.update_state([[1.0], [2.0]], [[2.0], [6.0]], sample_weight=[1.0, 3.0])
    assert float(metric.result()) == pytest.approx((1 * 1 + 3 * 2) / 4)


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
            "`axis` must be -1 where `y_true` and `y_pred` are not given.",
        ),
    ],
)
def test_errors(name, arguments, message):
    with pytest.raises(ArgumentError) as caught:
        getattr(api, f"metric_{name}")(**arguments)
    assert str(caught.value) == message


def test_metrics_that_are_no_function_take_no_data():
    with pytest.raises(ArgumentError, match=r"unused argument \(a numeric matrix of 3 x 3\)"):
        api.metric_auc(A, B)


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
