"""Losses against NumPy, as objects, as functions and by the names of Keras 2."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops
from scipy import special

from rkeras_py.api import losses as api
from rkeras_py.compat.names.identifiers import LossRule
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

T = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
P = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2], [0.3, 0.3, 0.4]])
LOGITS = np.log(P) + 0.4
SIGNS = 2 * T - 1
A = np.array([[1.0, 2.0, 4.0], [0.5, 3.0, 1.5], [2.0, 1.0, 0.25]])
B = np.array([[1.5, 1.0, 8.0], [0.25, 3.5, 1.0], [2.5, 4.0, 0.5]])
E = B - A
Q = A / A.sum(axis=1, keepdims=True)


def mean(x):
    return x.sum(axis=1) / x.shape[1]


def binary(t, p):
    return -mean(t * np.log(p) + (1 - t) * np.log(1 - p))


def cosine(a, b, axis=1):
    norms = np.sqrt((a**2).sum(axis=axis)) * np.sqrt((b**2).sum(axis=axis))
    return (a * b).sum(axis=axis) / norms


def hinge(t, p):
    return np.maximum(0, 1 - t * p)


def huber(e, delta):
    return np.where(e <= delta, e**2 / 2, delta * (e - delta / 2))


SMOOTH = T * 0.8 + 0.1
CASES = [
    ("binary_crossentropy", (T, P), {}, binary(T, P)),
    ("binary_crossentropy", (T, LOGITS), {"from_logits": True}, binary(T, special.expit(LOGITS))),
    ("binary_crossentropy", (T, P), {"label_smoothing": 0.2}, binary(SMOOTH, P)),
    ("binary_crossentropy", (T, P), {"axis": 1}, binary(T.T, P.T)),
    ("categorical_crossentropy", (T, P), {}, -np.log([0.5, 0.7, 0.4])),
    ("categorical_crossentropy", (T, LOGITS), {"from_logits": True}, -np.log([0.5, 0.7, 0.4])),
    (
        "categorical_crossentropy",
        (T, P),
        {"label_smoothing": 0.3},
        -((T * 0.7 + 0.1) * np.log(P)).sum(axis=1),
    ),
    ("categorical_crossentropy", (T.T, P.T), {"axis": 1}, -np.log([0.5, 0.7, 0.4])),
    ("sparse_categorical_crossentropy", ([1, 0, 2], P), {}, -np.log([0.5, 0.7, 0.4])),
    (
        "sparse_categorical_crossentropy",
        (np.array([[1.0], [0.0], [2.0]]), LOGITS),
        {"from_logits": True},
        -np.log([0.5, 0.7, 0.4]),
    ),
    (
        "categorical_hinge",
        (T, P),
        {},
        [
            max(0, 1 + max(0.2, 0.3) - 0.5),
            max(0, 1 + max(0.1, 0.2) - 0.7),
            max(0, 1 + 0.3 - 0.4),
        ],
    ),
    ("cosine_similarity", (A, B), {}, -cosine(A, B)),
    ("cosine_similarity", (A, B), {"axis": 1}, -cosine(A, B, axis=0)),
    ("cosine_proximity", (A, B), {}, -cosine(A, B)),
    ("hinge", (SIGNS, B), {}, mean(hinge(SIGNS, B))),
    ("hinge", (T, B), {}, mean(hinge(SIGNS, B))),
    ("squared_hinge", (SIGNS, B), {}, mean(hinge(SIGNS, B) ** 2)),
    ("huber", (A, B), {}, mean(huber(np.abs(E), 1.0))),
    ("huber", (A, B), {"delta": 0.5}, mean(huber(np.abs(E), 0.5))),
    ("kl_divergence", (Q, P), {}, special.rel_entr(Q, P).sum(axis=1)),
    ("kullback_leibler_divergence", (Q, P), {}, special.rel_entr(Q, P).sum(axis=1)),
    ("logcosh", (A, B), {}, mean(np.log(np.cosh(E)))),
    ("mean_absolute_error", (A, B), {}, mean(np.abs(E))),
    ("mean_absolute_percentage_error", (A, B), {}, 100 * mean(np.abs(E / A))),
    ("mean_squared_error", (A, B), {}, mean(E**2)),
    ("mean_squared_logarithmic_error", (A, B), {}, mean((np.log(A + 1) - np.log(B + 1)) ** 2)),
    ("poisson", (A, B), {}, mean(B - A * np.log(B))),
]


@pytest.mark.parametrize(("name", "data", "options", "expected"), CASES)
def test_values_for_each_sample(name, data, options, expected):
    values = getattr(api, f"loss_{name}")(*data, **options)
    assert values.shape == np.shape(expected)
    np.testing.assert_allclose(values, expected, rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize(("name", "data", "options", "expected"), CASES)
def test_the_object_averages_them(name, data, options, expected):
    loss = getattr(api, f"loss_{name}")(**options)
    assert isinstance(loss, keras.losses.Loss) and loss.reduction == "sum_over_batch_size"
    result = float(loss(np.asarray(data[0]), np.asarray(data[1])))
    assert result == pytest.approx(np.mean(expected), rel=2e-5, abs=1e-6)


def test_every_loss_has_a_case():
    assert {f"loss_{case[0]}" for case in CASES} == {n for n in REGISTRY if n.startswith("loss_")}


def test_reduction_and_name():
    squares = mean(E**2)
    loss = api.loss_mean_squared_error(reduction="sum", name="squares")
    assert loss.name == "squares"
    assert float(loss(A, B)) == pytest.approx(squares.sum())
    unreduced = api.loss_mean_squared_error(reduction="none")
    np.testing.assert_allclose(unreduced(A, B), squares)
    assert api.loss_huber().name == "huber_loss"


def test_vectors_and_numbers_are_one_sample():
    assert float(api.loss_mean_squared_error([1.0, 2.0], [1.0, 4.0])) == 2
    assert float(api.loss_mean_absolute_error(1, 3.5)) == 2.5


def test_symbolic_predictions():
    predictions = keras.Input((3,))
    values = api.loss_mean_squared_error(ops.zeros((2, 3)), predictions)
    assert values.shape == (None,) or values.shape == (2,)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mse", "mse"),
        ("kullback_leibler_divergence", "kl_divergence"),
        ("KLD", "kl_divergence"),
        ("cosine_proximity", "cosine_similarity"),
        ("logcosh", "log_cosh"),
        ("huber_loss", "huber"),
        ("crossentropy", "crossentropy"),
        ("MeanSquaredError", "MeanSquaredError"),
    ],
)
def test_names_of_keras_2(name, expected):
    assert LossRule.accept(name) == expected


def test_a_loss_function_stands_for_its_object():
    assert isinstance(LossRule.accept(api.loss_poisson), keras.losses.Poisson)


AXIS = "a whole number (an axis, counted from 1; -1 is the last)"
REDUCTIONS = '"auto", "none", "sum", "sum_over_batch_size"'
TENSOR = "a tensor, or numbers: a vector, a matrix or an array"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"y_true": [1.0]}, "`y_pred` is missing: give both or neither."),
        ({"y_pred": [1.0]}, "`y_true` is missing: give both or neither."),
        (
            {"y_true": "a", "y_pred": [1.0]},
            f'`y_true` must be {TENSOR} or NULL, not the string "a".',
        ),
        ({"reducton": "sum"}, 'unused argument (reducton = the string "sum")'),
        ({"reduction": 1}, f"`reduction` must be one of {REDUCTIONS}, not 1."),
        ({"axis": 0}, f"`axis` must be {AXIS}, not 0."),
        ({"label_smoothing": 2}, "`label_smoothing` must be a number from 0 to 1, not 2."),
    ],
)
def test_errors(arguments, message):
    with pytest.raises(ArgumentError) as caught:
        api.loss_categorical_crossentropy(**arguments)
    assert str(caught.value) == message


def test_unknown_names_get_near_matches():
    hint = 'is not known: "poison". Did you mean "poisson"'
    with pytest.raises(ArgumentError, match=hint):
        LossRule.accept("poison")
