"""Calls of Keras's classes with R's numbers."""

from __future__ import annotations

import sys
import types

import keras

from rkeras_py.compat import calls


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
