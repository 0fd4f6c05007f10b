"""Gradients in graphs, against derivatives by hand."""

from __future__ import annotations

import keras
import numpy as np
from formulas import numbers
from keras import ops

from rkeras_py.compat.backend.graph_functions import GraphFunction
from rkeras_py.compat.backend.symbolic_gradients import gradients

X, Y = numbers(4, 3), numbers(4, 3, seed=1)


def at(inputs, outputs, values):
    return keras.Model(inputs, outputs).predict(values, verbose=0)


def test_gradients_by_inputs() -> None:
    a, b = keras.Input((3,)), keras.Input((3,))
    loss = ops.sum(a * a * b, axis=-1)
    by_a, by_b = gradients(loss, [a, b])
    np.testing.assert_allclose(at([a, b], by_a, [X, Y]), 2 * X * Y, rtol=1e-5)
    np.testing.assert_allclose(at([a, b], by_b, [X, Y]), X * X, rtol=1e-5)


def test_gradients_by_what_lies_between() -> None:
    a = keras.Input((3,))
    middle = ops.sin(a)
    (gradient,) = gradients(middle * middle, [middle])
    np.testing.assert_allclose(at(a, gradient, X), 2 * np.sin(X), rtol=1e-5)


def test_gradients_by_weights() -> None:
    a = keras.Input((3,))
    layer = keras.layers.Dense(1)
    (gradient,) = gradients(layer(a) ** 2, [layer.kernel])
    outputs = X @ layer.kernel.numpy()
    function = GraphFunction([a], gradient, [])
    np.testing.assert_allclose(function([X]), X.T @ (2 * outputs), rtol=1e-4)


def test_what_does_not_lead_there_has_no_gradient() -> None:
    a, b = keras.Input((3,)), keras.Input((3,))
    assert gradients(ops.sum(a), [b, keras.Variable(1.0)]) == [None, None]
