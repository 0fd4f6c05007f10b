"""Maps, folds and recurrences against loops; in numbers, in models, and compiled."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k, numbers
from keras import ops

from rkeras_py.convert.rule import ArgumentError

M = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
X = np.random.default_rng(4).normal(size=(2, 4, 3))
MASK = np.array([[1, 0, 1, 1], [1, 1, 0, 0]])


def in_model(function, *arrays):
    """A function of tensors as a model, which runs compiled."""
    inputs = [keras.Input(batch_shape=(None, *x.shape[1:])) for x in arrays]
    model = keras.Model(inputs, function(*inputs))
    return model.predict(list(arrays), verbose=0, batch_size=100)


def test_map():
    def squares(row):
        return ops.sum(row**2)

    wanted = (M**2).sum(axis=1)
    np.testing.assert_allclose(numbers(k("map_fn", squares, M)), wanted)
    np.testing.assert_allclose(in_model(lambda x: k("map_fn", squares, x), M), wanted)
    whole = k("map_fn", squares, M, dtype="int32")
    assert numbers(whole).tolist() == [14, 77] and whole.dtype == "int32"


def test_the_function_decides_on_shape_and_type():
    def labels(row):
        return ops.stack([ops.argmax(row), ops.argmin(row)])

    assert numbers(k("map_fn", labels, M)).tolist() == [[2, 0], [2, 0]]
    assert in_model(lambda x: k("map_fn", labels, x), M).tolist() == [[2, 0], [2, 0]]


def test_several_tensors_go_together():
    def combine(parts):
        return [parts[0] + parts[1], parts[0] * parts[1]]

    total, product = k("map_fn", combine, [M, M + 1])
    np.testing.assert_allclose(numbers(total), 2 * M + 1)
    np.testing.assert_allclose(numbers(product), M * (M + 1))
    total, product = in_model(lambda x, y: k("map_fn", combine, [x, y]), M, M + 1)
    np.testing.assert_allclose(total, 2 * M + 1)
    np.testing.assert_allclose(product, M * (M + 1))


def digits(sofar, x):
    return sofar * 10 + x


@pytest.mark.parametrize(
    ("name", "start", "wanted"),
    [("foldl", None, 123), ("foldr", None, 321), ("foldl", 7.0, 7123), ("foldr", 7.0, 7321)],
)
def test_folds(name, start, wanted):
    x = [1.0, 2.0, 3.0]
    assert numbers(k(name, digits, x, start)) == wanted
    run = k("placeholder", [None])
    function = k("function", [run], [k(name, digits, run, start)])
    assert function([x])[0] == wanted


def test_folds_of_rows():
    np.testing.assert_array_equal(numbers(k("foldl", digits, M)), M[0] * 10 + M[1])
    np.testing.assert_array_equal(numbers(k("foldr", digits, M)), M[1] * 10 + M[0])
    total = k("foldl", lambda sofar, parts: sofar + parts[0] * parts[1], [M, M], np.zeros(3))
    np.testing.assert_allclose(numbers(total), (M * M).sum(axis=0))


def recurrence(x, state, mask=None, factor=1.0):
    """``state <- tanh(state + factor * x)``; what is masked changes nothing."""
    outputs = []
    for t in range(x.shape[1]):
        new = np.tanh(state + factor * x[:, t])
        if mask is not None:
            old = outputs[-1] if outputs else np.zeros_like(new)
            outputs.append(np.where(mask[:, t, None] == 1, new, old))
            state = np.where(mask[:, t, None] == 1, new, state)
        else:
            outputs.append(new)
            state = new
    return outputs[-1], np.stack(outputs, axis=1), state


def step(x, states):
    factor = states[1] if len(states) > 1 else 1.0
    new = ops.tanh(states[0] + factor * x)
    return [new, [new]]


START = np.array([[0.1, 0.2, 0.3], [0.0, -0.5, 0.5]])


@pytest.mark.parametrize("unroll", [False, True])
@pytest.mark.parametrize("mask", [None, MASK])
@pytest.mark.parametrize("backwards", [False, True])
def test_recurrences(unroll, mask, backwards):
    last, outputs, states = k("rnn", step, X, [START], backwards, mask, unroll=unroll)
    turned = X[:, ::-1] if backwards else X
    wanted = recurrence(turned, START, mask if mask is None or not backwards else mask[:, ::-1])
    np.testing.assert_allclose(numbers(last), wanted[0], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(numbers(outputs), wanted[1], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(numbers(states[0]), wanted[2], rtol=1e-5, atol=1e-6)


def test_constants_follow_the_states():
    result = k("rnn", step, X, [START], constants=[np.array([2.0, 0.5, -1.0])])
    wanted = recurrence(X, START, factor=np.array([2.0, 0.5, -1.0]))
    np.testing.assert_allclose(numbers(result[1]), wanted[1], rtol=1e-5, atol=1e-6)


def test_recurrences_within_models():
    last, outputs, _ = in_model(
        lambda x, start: [*(r := k("rnn", step, x, [start]))[:2], r[2][0]], X, START
    )
    wanted = recurrence(X, START)
    np.testing.assert_allclose(last, wanted[0], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(outputs, wanted[1], rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("map_fn", (3.0, M), "`fn` must be a function, not 3."),
        ("map_fn", (digits, 3.0), "`elems` must have at least one axis, not be a single number."),
        ("map_fn", (digits, [M, np.ones(3)]),
         "`elems` must be tensors with the same first extent, not 2 and 3."),
        ("foldl", (digits, np.ones((0, 2))), "`elems` is empty along its first axis."),
        ("rnn", (step, M, [START]),
         "`inputs` must have the shape (samples, time, ...) with 3 or more axes, not 2."),
        ("rnn", (lambda x, states: x, X, [START]), ("`step_function` must return list(output, "
         "list_of_states), not a numeric matrix of 2 x 3.")),
        ("rnn", (lambda x, states: [x, [x, x]], X, [START]),
         "`step_function` must return as many states as it gets, 1, not 2."),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
