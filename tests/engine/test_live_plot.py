"""What is drawn of a training while it runs."""

from __future__ import annotations

import copy

import keras
import numpy as np
import pytest

from rkeras_py.api.training import generator_calls, training
from rkeras_py.convert.rule import ArgumentError

X = np.random.default_rng(1).normal(size=(8, 3)).astype("float32")
Y = X.sum(1, keepdims=True)


@pytest.fixture
def drawn(hosted):
    """What was to be drawn, in the place of R."""
    calls = []

    def draw(scores):
        calls.append(copy.deepcopy(scores))
        return len(calls) < 3

    hosted(draws=True, draw=draw)
    return calls


@pytest.fixture
def model():
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    made.compile("sgd", "mse", metrics=["mae"])
    return made


def fit(model, **options):
    return training.fit(model, X, Y, verbose=0, **options).history


def test_the_scores_so_far_are_drawn_after_each_epoch(drawn, model):
    history = fit(model, epochs=2, view_metrics=True, validation_data=[X, Y])
    assert [list(scores) for scores in drawn] == 2 * [["loss", "mae", "val_loss", "val_mae"]]
    assert drawn[0] == {name: values[:1] for name, values in history.items()}
    assert drawn[1] == history


def test_what_cannot_be_drawn_is_not_tried_again(drawn, model):
    seen = []
    callback = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append(epoch))
    fit(model, epochs=5, view_metrics=True, callbacks=[callback])
    assert seen == [0, 1, 2, 3, 4]
    assert [len(scores["loss"]) for scores in drawn] == [1, 2, 3]


def test_nothing_is_drawn_unasked_or_without_r(drawn, model, hosted):
    for value in (False, "auto"):
        fit(model, epochs=1, view_metrics=value)
    fit(model, epochs=1)
    assert drawn == []
    hosted()
    assert len(fit(model, epochs=2, view_metrics=True)["loss"]) == 2


def test_generators_are_watched_as_well(drawn, model):
    def batches():
        while True:
            yield X, Y

    generator_calls.fit_generator(model, batches(), 2, epochs=2, verbose=0, view_metrics=True)
    assert [len(scores["loss"]) for scores in drawn] == [1, 2]


@pytest.mark.parametrize("value", ["yes", 1, [True, False]])
def test_other_values_are_refused(model, value):
    before = model.get_weights()
    message = '`view_metrics` must be TRUE, FALSE or "auto", not'
    with pytest.raises(ArgumentError, match=message):
        fit(model, view_metrics=value)
    with pytest.raises(ArgumentError, match=message):
        generator_calls.fit_generator(model, lambda: [X, Y], 1, view_metrics=value)
    for old, new in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(old, new)
