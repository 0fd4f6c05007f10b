"""What steers a training: printing, drawing, callbacks, weights of classes."""

from __future__ import annotations

import keras
import pytest

from rkeras_py.convert.na import NA_LOGICAL
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.training import CallbacksRule, ClassWeightRule, VerboseRule, ViewMetricsRule


@pytest.mark.parametrize(
    ("value", "expected"), [("auto", "auto"), (0, 0), (1.0, 1), (2, 2), (True, 1), (False, 0)]
)
def test_how_much_is_printed(value, expected) -> None:
    got = VerboseRule().accept(value)
    assert got == expected and type(got) is type(expected)


@pytest.mark.parametrize("value", [3, -1, "all", None, [1, 2], NA_LOGICAL])
def test_what_says_not_how_much_is_printed(value) -> None:
    with pytest.raises(Mismatch):
        VerboseRule().accept(value)


def test_whether_a_training_is_drawn() -> None:
    assert [ViewMetricsRule().accept(value) for value in (True, False, "auto")] == [
        True, False, "auto",
    ]  # fmt: skip
    for value in (1, "yes", None, NA_LOGICAL):
        with pytest.raises(Mismatch):
            ViewMetricsRule().accept(value)


def test_callbacks_alone_in_lists_and_by_name() -> None:
    one, two = keras.callbacks.Callback(), keras.callbacks.TerminateOnNaN()
    rule = CallbacksRule()
    assert rule.accept(one) == [one]
    assert rule.accept([one, two]) == rule.accept((one, two)) == [one, two]
    assert rule.accept({"a": two, "b": one}) == [two, one]
    assert rule.accept([]) == []
    for value in ("stop", [one, 3], keras.callbacks.Callback, {"a": None}):
        with pytest.raises(Mismatch):
            rule.accept(value)


def test_weights_of_classes() -> None:
    assert ClassWeightRule().accept({"0": 1, "10": 2.5}) == {0: 1.0, 10: 2.5}
    assert ClassWeightRule().accept({}) == {}
    for value in ([1, 2], "0", None, 3.0):
        with pytest.raises(Mismatch):
            ClassWeightRule().accept(value)
    for value in ({"é": 1}, {"0": "a"}, {"0": None}, {"0": [1, 2]}, {"1.5": 1}):
        with pytest.raises(ArgumentError, match="must be a named list of numbers by class"):
            ClassWeightRule().accept(value)
