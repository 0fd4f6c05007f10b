"""Functions of graphs, and gradients in graphs, against derivatives by hand."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers
from keras import ops

from rkeras_py.compat.backend.graphs import GraphFunction, gradients
from rkeras_py.convert.rule import ArgumentError

X, Y = numbers(4, 3), numbers(4, 3, seed=1)


def test_a_function_of_several_tensors() -> None:
    a, b = keras.Input((3,)), keras.Input((3,))
    function = GraphFunction([a, b], [a * b, ops.sum(a)], [])
    product, total = function([X, Y])
    np.testing.assert_allclose(product, X * Y, rtol=1e-6)
    np.testing.assert_allclose(total, X.sum(), rtol=1e-5)
    np.testing.assert_allclose(function(X, Y)[0], product)


def test_one_output_is_no_list() -> None:
    a = keras.Input((3,))
    np.testing.assert_allclose(GraphFunction([a], a * 2, [])([X]), 2 * X, rtol=1e-6)


def test_one_number_and_one_vector_as_the_only_input() -> None:
    a = keras.Input(batch_shape=(None,))
    function = GraphFunction([a], a + 1, [])
    np.testing.assert_allclose(function([1.0, 2.0]), [2, 3])
    np.testing.assert_allclose(function(5.0), [6])


def test_variables_are_set_after_each_run() -> None:
    a, count = keras.Input((3,)), keras.Variable(1.0)
    function = GraphFunction([a], ops.sum(a), [(count, ops.sum(a) * 2)])
    function([X])
    assert float(count.value) == pytest.approx(2 * X.sum(), rel=1e-5)


def test_the_learning_phase_is_an_input() -> None:
    a = keras.Input((200,))
    function = GraphFunction([a, 0], keras.layers.Dropout(0.5)(a), [])
    ones = np.ones((1, 200), "float32")
    assert (function([ones, 1]) == 0).any() and not (function([ones, 0]) == 0).any()
    with pytest.raises(ArgumentError, match="input 2, the learning phase, must be 0 or 1, not 2"):
        function([ones, 2])


def test_what_cannot_be_run_is_told() -> None:
    a, b = keras.Input((3,)), keras.Input((3,))
    with pytest.raises(ArgumentError, match="`outputs` must follow from `inputs`"):
        GraphFunction([a], a + b, [])
    function = GraphFunction([a, b], a + b, [])
    with pytest.raises(ArgumentError, match="takes a list of inputs of length 2, not 1"):
        function([X])
    with pytest.raises(ArgumentError, match=r'input 2 must be a tensor, .*, not the string "é"'):
        function([X, "é"])


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
