from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py import ArgumentError
from rkeras_py.testing import (
    HistoryValues,
    ModelWeights,
    assert_same,
    assert_same_history,
    assert_same_predictions,
    assert_same_weights,
)


def model(units: int = 2) -> keras.Sequential:
    layers = [
        keras.Input((3,)),
        keras.layers.Dense(units, kernel_initializer="ones", name="first"),
        keras.layers.Dense(1, kernel_initializer="ones", name="second"),
    ]
    return keras.Sequential(layers)


def failure(call, *args, **options) -> str:
    with pytest.raises(AssertionError) as caught:
        call(*args, **options)
    return str(caught.value)


def test_weights_the_first_that_differs_in_the_models_order() -> None:
    r, python = model(), model()
    assert_same_weights(r, python)
    assert_same_weights(r, python.get_weights())
    python.layers[1].bias.assign([0.5])
    python.layers[0].kernel.assign([[1, 1], [1, 1.25], [1.5, 1]])
    said = failure(assert_same_weights, r, python)
    assert said == (
        "the weights differ at `first/kernel`[1, 1]\n"
        "  R:      1.0\n"
        "  Python: 1.25\n"
        "  2 of 6 values differ, by at most 0.5 (relative 0.333); no difference is allowed"
    )
    said = failure(assert_same_weights, r, python, rtol=0.34)
    assert said.startswith("the weights differ at `second/bias`[0]\n  R:      0.0\n  Python: 0.5")


def test_weights_by_another_name_or_of_another_shape() -> None:
    r = ModelWeights({"a/kernel": np.ones((2, 3))})
    assert_same_weights(r, ModelWeights({"a_1/kernel": np.ones((2, 3))}))
    said = failure(assert_same_weights, r, ModelWeights({"a_1/kernel": np.ones((3, 2))}))
    assert said == (
        "the weights differ at `a/kernel` (Python: `a_1/kernel`)\n"
        "  R:      shape (2, 3)\n"
        "  Python: shape (3, 2)"
    )
    said = failure(assert_same_weights, model(), r)
    assert "R:      4 weights: first/kernel, first/bias" in said and "1: a/kernel" in said


def test_history_by_metric_and_epoch() -> None:
    r = HistoryValues({"loss": [3.0, 2.0, 1.0], "mae": [1.0, 1.0, 1.0]})
    history = keras.callbacks.History()
    history.history = {"loss": [3.0, 2.0, 1.0], "mae": [1.0, 1.0, 1.0]}
    assert_same_history(r, history)
    said = failure(assert_same_history, r, {"loss": [3, 2.5, 1], "mae": [1, 1, 1]})
    assert said.startswith("the histories differ at `loss`, epoch 2\n  R:      2.0\n  Python: 2.5")
    said = failure(assert_same_history, r, {"loss": [3, 2], "mae": [1, 1]})
    assert said.endswith("at `loss`\n  R:      3 epochs\n  Python: 2 epochs")
    said = failure(assert_same_history, r, {"loss": [3, 2, 1], "acc": [1, 1, 1]})
    assert said.endswith("at `mae`\n  R:      is there\n  Python: is not there")


def test_predictions_of_models_and_of_programs() -> None:
    x = np.ones((2, 3), "float32")
    assert_same_predictions(model(), model(), x)
    assert_same_predictions(model(), np.full((2, 1), 6.0), x)
    said = failure(assert_same_predictions, model(3), np.array([[9.0], [8.5]]), x, atol=0.1)
    assert "the predictions differ at [1, 0]\n  R:      9.0\n  Python: 8.5" in said
    said = failure(assert_same_predictions, [x, x], [x, x + 1])
    assert "the predictions differ at [1][0, 0]" in said


def test_values_of_other_kinds() -> None:
    assert_same({"a": [1, "x", None]}, {"a": (1.0, "x", None)})
    assert_same(float("nan"), float("nan"))
    assert_same(float("inf"), float("inf"), rtol=1)
    assert_same(1.5, np.array([1.5]))  # a number in R is a vector of one
    assert_same([], [])
    for r, python, place in [
        (float("nan"), 1.0, "R:      nan\n  Python: 1.0"),
        (float("inf"), 1e300, "R:      inf\n  Python: 1e+300"),
        ("abc", "abd", "R:      'abc'\n  Python: 'abd'"),
        (["a", "b"], ["a", "c"], "differ at [1]\n  R:      'b'\n  Python: 'c'"),
        (["a"], ["a", "c"], "R:      1 elements\n  Python: 2 elements"),
        ("a", np.ones(2), "R:      'a'\n  Python: an array of shape (2,)"),
        (np.ones(2), 1.0, "R:      shape (2,)\n  Python: shape () (one number)"),
    ]:
        assert place in failure(assert_same, r, python, rtol=0.1, atol=10)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: assert_same_weights(1, model()), "`r` must be a model, ModelWeights or a list"),
        (
            lambda: assert_same_history({"loss": [1.0]}, 1.5),
            "`python` must be a training history .* not an obj",
        ),
        (
            lambda: assert_same_predictions(model(), np.ones(1)),
            "`x` is missing: it is needed because `r` is a mo",
        ),
        (
            lambda: assert_same_predictions(ModelWeights(), np.ones(1)),
            "`r` must be predictions or a model that can predict, not .* ModelWeights",
        ),
    ],
)
def test_what_is_no_model_and_no_history(call, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: assert_same_weights([], []), "`r` has no weights: the model must be built"),
        (lambda: assert_same_history({"loss": [1.0]}, {}), "`python` has no epochs"),
        (lambda: assert_same_history({"loss": []}, {"loss": []}), "`r` has no epochs"),
    ],
)
def test_nothing_is_not_the_same_as_nothing(call, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        call()
