"""Maps and folds over the parts of tensors, run at once and compiled."""

from __future__ import annotations

import numpy as np
import pytest
import tensorflow as tf
from formulas import numbers, run, simple_rnn_step

from rkeras_py.compat.backend.mapping import fold_parts, map_parts, run_along_time

X = numbers(4, 3)


@pytest.fixture(params=["at once", "compiled"])
def way(request):
    """Runs a function of a tensor."""
    if request.param == "at once":
        return lambda function, x: function(tf.constant(x))
    return lambda function, x: tf.function(function, autograph=False)(tf.constant(x))


def test_a_function_of_each_part(way):
    got = way(lambda x: map_parts(lambda row: tf.reduce_sum(row) * 2, x, None), X)
    np.testing.assert_allclose(got, 2 * X.sum(1), rtol=1e-5)


def test_results_of_another_type(way):
    got = way(lambda x: map_parts(lambda row: row > 0, x, "int32"), X)
    assert got.dtype == tf.int32
    np.testing.assert_array_equal(got, (X > 0).astype("int32"))


def test_several_results(way):
    got = way(lambda x: map_parts(lambda row: (row[0], row * 10), x, None), X)
    np.testing.assert_allclose(got[0], X[:, 0], rtol=1e-6)
    np.testing.assert_allclose(got[1], X * 10, rtol=1e-6)


@pytest.mark.parametrize(
    ("start", "from_the_end", "order"),
    [(None, False, [0, 1, 2, 3]), (None, True, [3, 2, 1, 0]), (np.ones(3, "float32"), True, None)],
)
def test_a_function_of_the_result_so_far(way, start, from_the_end, order):
    def fold(x):
        first = None if start is None else tf.constant(start)
        return fold_parts(lambda sofar, row: 2 * sofar - row, x, first, from_the_end)

    rows = list(X) if order is None else [X[i] for i in order]
    if order is None:
        rows.reverse()
    expected = rows.pop(0) if start is None else start
    for row in rows:
        expected = 2 * expected - row
    np.testing.assert_allclose(way(fold, X), expected, rtol=1e-5)


@pytest.mark.parametrize("masked", [False, True])
def test_a_recurrence(masked):
    x, weights = numbers(2, 5, 3), [numbers(3, 4), numbers(4, 4), numbers(4)]
    mask = np.array([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0]], bool) if masked else None

    def step(inputs, states):
        out = tf.tanh(inputs @ weights[0] + states[0] @ weights[1] + weights[2])
        return out, [out]

    last, outputs, states = run_along_time(step, x, [np.zeros((2, 4), "float32")], mask, [])
    expected, (final,) = run(simple_rnn_step, x, (np.zeros((2, 4)),), weights, mask)
    np.testing.assert_allclose(states[0], final, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(last, final, rtol=1e-4, atol=1e-6)
    if not masked:
        np.testing.assert_allclose(outputs, expected, rtol=1e-4, atol=1e-6)
