"""Functions of graphs."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers
from keras import ops

from rkeras_py.compat.backend.graph_functions import GraphFunction
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
    with pytest.raises(ArgumentError, match="`outputs` must be computed from `inputs`"):
        GraphFunction([a], a + b, [])
    function = GraphFunction([a, b], a + b, [])
    with pytest.raises(ArgumentError, match="takes a list of inputs of length 2, not 1"):
        function([X])
    with pytest.raises(ArgumentError, match=r'input 2 must be a tensor, .*, not the string "é"'):
        function([X, "é"])
