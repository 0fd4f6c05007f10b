"""Targets that a model cannot learn are refused before anything runs."""

from __future__ import annotations

import re
import warnings
from typing import Any

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.convert.data import DataWarning

X = np.random.default_rng(0).random((6, 4))


def classifier(loss: Any) -> keras.Model:
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, "softmax")])
    rk.compile(model, "sgd", loss)
    return model


@pytest.mark.parametrize(
    "loss",
    ["sparse_categorical_crossentropy", keras.losses.SparseCategoricalCrossentropy()],
)
def test_labels_that_are_no_class(loss: Any) -> None:
    model = classifier(loss)
    before = model.get_weights()
    with pytest.raises(rk.ArgumentError, match=r"`y` must be labels from 0 to 2.*from 1 to 3, as"):
        rk.fit(model, X, np.array([1, 2, 3, 1, 2, 3]), verbose=0)
    with pytest.raises(rk.ArgumentError, match=r"Labels start at 0: subtract 1\.$"):
        rk.evaluate(model, X, np.array([1, 2, 3, 1, 2, 3]), verbose=0)
    with pytest.raises(rk.ArgumentError, match=r"not from -1 to 2\. Labels"):
        rk.evaluate(model, X, np.array([-1, 2, 0, 1, 2, 0]), verbose=0)
    for one, other in zip(before, model.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)
    scores = rk.evaluate(model, X, np.array([0, 1, 2, 0, 1, 2]), verbose=0)
    probability = model.predict(X, verbose=0)[np.arange(6), [0, 1, 2, 0, 1, 2]]
    np.testing.assert_allclose(scores["loss"], -np.log(probability).mean(), rtol=1e-5)


def test_a_class_that_is_ignored_is_no_label_of_the_output() -> None:
    model = classifier(keras.losses.SparseCategoricalCrossentropy(ignore_class=-1))
    labels = np.array([-1, 1, 2, 0, 1, 2])
    scores = rk.evaluate(model, X, labels, verbose=0)
    assert np.isfinite(scores["loss"])


@pytest.mark.parametrize(
    "loss", ["categorical_crossentropy", keras.losses.CategoricalCrossentropy()]
)
@pytest.mark.parametrize("shape", [(6,), (6, 1), (6, 2)])
def test_targets_without_a_column_for_each_class(loss: Any, shape: tuple[int, ...]) -> None:
    came = re.escape(str(shape))
    with pytest.raises(rk.ArgumentError, match=rf"`y` must have 3 columns.*shape {came}"):
        rk.fit(classifier(loss), X, np.zeros(shape), verbose=0)


def test_more_targets_than_outputs() -> None:
    model = classifier("mse")
    with pytest.raises(rk.ArgumentError, match="one output, not a list of length 2"):
        rk.fit(model, X, [np.zeros((6, 3)), np.zeros((6, 3))], verbose=0)
    inputs = keras.Input((4,))
    two = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(3)(inputs)])
    rk.compile(two, "sgd", ["mse", "sparse_categorical_crossentropy"])
    with pytest.raises(rk.ArgumentError, match=r"a list of 2 arrays.*not a list of length 3"):
        rk.fit(two, X, [np.zeros(6)] * 3, verbose=0)
    with pytest.raises(rk.ArgumentError, match=r"`y\[1\]` must be labels from 0 to 2"):
        rk.fit(two, X, [np.zeros(6), np.full(6, 3)], verbose=0)


@pytest.mark.parametrize("loss", ["binary_crossentropy", keras.losses.BinaryCrossentropy()])
def test_binary_labels_for_several_classes(loss: Any) -> None:
    model = classifier(loss)
    text = r"`y` must have 3 columns, .*not the shape \(6,\)\. For one of 3 classes.*units=1"
    with pytest.raises(rk.ArgumentError, match=text):
        rk.fit(model, X, np.array([0, 1, 0, 1, 0, 1]), verbose=0)
    with pytest.raises(rk.ArgumentError, match=r"not the shape \(6, 2\)"):
        rk.evaluate(model, X, np.zeros((6, 2)), verbose=0)
    several = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, "sigmoid")])
    rk.compile(several, "sgd", loss)
    target = np.tile([0.0, 1.0, 1.0], (6, 1))
    p = np.asarray(several(X), "float64")
    expected = -(target * np.log(p) + (1 - target) * np.log(1 - p)).mean()
    scores = rk.evaluate(several, X, target, verbose=0)
    np.testing.assert_allclose(scores["loss"], expected, rtol=1e-5)


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        ([1, 2], "from 1 to 2, .*labels must be 0 or 1.*Subtract 1"),
        ([-1, 1], r"from -1 to 1, .*labels must be 0 or 1: .* the loss can be negative\.$"),
    ],
)
def test_binary_labels_of_other_numbers_bring_one_warning(labels: Any, text: str) -> None:
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, "sigmoid")])
    rk.compile(model, "sgd", "binary_crossentropy")
    with pytest.warns(DataWarning, match=text) as raised:
        rk.fit(model, X, np.array(labels * 3), epochs=2, verbose=0)
    assert len([w for w in raised if w.category is DataWarning]) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error", DataWarning)
        rk.fit(model, X, np.array([0, 1] * 3), epochs=1, verbose=0)


@pytest.mark.parametrize("y", [np.zeros(6), [np.zeros(6)]])
def test_targets_for_one_output_of_two(y: Any) -> None:
    inputs = keras.Input((4,))
    two = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(3)(inputs)])
    rk.compile(two, "sgd", "mse")
    with pytest.raises(rk.ArgumentError, match="`y` must be a list of 2 arrays, one for each"):
        rk.fit(two, X, y, verbose=0)
    rk.compile(two, "sgd", ["mse", None])
    scores = rk.evaluate(two, X, [np.zeros(6), None], verbose=0)
    expected = (np.asarray(two(X)[0]) ** 2).mean()
    np.testing.assert_allclose(scores["loss"], expected, rtol=1e-5)


def test_validation_data_that_are_no_list() -> None:
    with pytest.raises(rk.ArgumentError, match=r"`validation_data` must be \[x, y\]"):
        rk.fit(classifier("mse"), X, np.zeros((6, 3)), validation_data=np.zeros(9), verbose=0)


def test_a_column_of_dates() -> None:
    import pandas as pd

    frame = pd.DataFrame({"a": [1.0], "b": 1.0, "c": 2.0, "when": pd.to_datetime(["2020-01-01"])})
    with pytest.raises(rk.ArgumentError, match='column of dates: "when"'):
        rk.predict(classifier("mse"), frame)


def test_compile_without_metrics_has_none() -> None:
    model = classifier("mse")
    rk.compile(model, "sgd", "mse", metrics=["mae"])
    assert list(rk.evaluate(model, X, np.zeros((6, 3)), verbose=0)) == ["loss", "mae"]
    rk.compile(model, "sgd", "mse")
    assert list(rk.evaluate(model, X, np.zeros((6, 3)), verbose=0)) == ["loss"]
    assert list(rk.fit(model, X, np.zeros((6, 3)), epochs=1, verbose=0).history) == ["loss"]
