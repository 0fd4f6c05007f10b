"""Calls of Keras's layers in the ways of Keras 2: with R's numbers, and with states in a list."""

from __future__ import annotations

import sys
import types

import keras
import numpy as np
import pytest

from rkeras_py.compat import calls
from rkeras_py.convert.rule import ArgumentError


def test_whole_numbers_where_a_layer_counts():
    assert calls.with_counts(keras.layers.Dense, [32.0], {"units": 2.0}) == ([32], {"units": 2})
    assert calls.with_counts(keras.layers.Dropout, [1.0], {}) == ([1.0], {})


def test_other_functions_get_the_numbers_as_they_are():
    def dense(units):
        return units

    assert calls.with_counts(dense, [32.0], {"units": 2.0}) == ([32.0], {"units": 2.0})


def test_functions_are_called_while_keras_is_half_imported(monkeypatch):
    monkeypatch.setitem(sys.modules, "keras", types.ModuleType("keras"))
    assert calls.with_counts(types.SimpleNamespace, [], {"units": 2.0}) == ([], {"units": 2.0})


def sums(units=2, **options):
    """A simple recurrent layer that adds its inputs to its state."""
    return keras.layers.SimpleRNN(
        units,
        activation="linear",
        kernel_initializer="ones",
        recurrent_initializer="identity",
        **options,
    )


X = np.array([[[1.0], [2.0], [4.0]]], "float32")  # a sequence of three steps
STATE = np.array([[10.0, 20.0]], "float32")


def called(layer, positional, **named):
    return np.array(calls.call(layer, positional, named))


def test_states_in_a_list_or_by_their_name():
    expected = [[17.0, 27.0]]  # the state and 1 + 2 + 4
    np.testing.assert_array_equal(called(sums(), [[X, STATE]]), expected)
    np.testing.assert_array_equal(called(sums(), [(X, STATE)]), expected)
    np.testing.assert_array_equal(called(sums(), [X], initial_state=STATE), expected)
    np.testing.assert_array_equal(called(sums(), [X], initial_state=[STATE]), expected)
    np.testing.assert_array_equal(called(sums(), [[X, STATE]], initial_state=None), expected)


def test_without_states_it_begins_with_zeros():
    for positional, named in (([X], {}), ([[X]], {}), ([X], {"initial_state": None})):
        np.testing.assert_array_equal(called(sums(), positional, **named), [[7.0, 7.0]])


def test_states_are_given_once():
    with pytest.raises(ArgumentError, match="`initial_state` is given twice"):
        called(sums(), [[X, STATE]], initial_state=STATE)


def test_the_arguments_of_the_caller_stay_as_they_are():
    named = {"training": False}
    calls.call(sums(), [[X, STATE]], named)
    assert named == {"training": False}


def test_a_mask_beside_states_is_the_one_that_is_given():
    steps = keras.layers.Masking(mask_value=2.0)(X)
    np.testing.assert_array_equal(called(sums(), [[steps, STATE]]), [[15.0, 25.0]])
    mask = np.array([[True, True, False]])
    # the layer of the mask has made the second step a zero
    np.testing.assert_array_equal(called(sums(), [[steps, STATE]], mask=mask), [[11.0, 21.0]])


def test_states_of_both_directions():
    layer = keras.layers.Bidirectional(sums(1, return_sequences=True), merge_mode="concat")
    forward, backward = (np.array([[value]], "float32") for value in (100.0, 200.0))
    out = called(layer, [[X, forward, backward]])
    np.testing.assert_array_equal(out, [[[101, 207], [103, 206], [107, 204]]])
    with pytest.raises(ArgumentError, match="needs 2 states, not 1"):
        called(layer, [[X, forward]])


def test_states_that_follow_from_the_input_are_not_counted():
    layer = keras.layers.ConvLSTM1D(1, 1, return_state=True, unit_forget_bias=False)
    x = np.ones((1, 2, 3, 1), "float32")
    h, c = np.full((1, 3, 1), 0.5, "float32"), np.full((1, 3, 1), 2.0, "float32")
    layer.build(x.shape)
    layer.set_weights([np.zeros(weight.shape, "float32") for weight in layer.weights])
    _, _, last = calls.call(layer, [[x, h, c]], {})
    # all gates are sigmoid(0), and nothing new comes in
    np.testing.assert_allclose(last, np.full((1, 3, 1), 2.0 * 0.5 * 0.5), rtol=1e-6)
