"""Assertions that two languages have the same numbers; a failure shows the first that differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.testing.differences import Difference, Tolerance, differences
from rkeras_py.testing.values import HistoryValues, ModelWeights, comparable, history_of


def assert_same_weights(r: Any, python: Any, *, rtol: float = 0.0, atol: float = 0.0) -> None:
    """Two models have the same weights, compared in their order.

    Args:
        r: R's model: a Keras model, the ``ModelWeights`` of a program, or a list of arrays as
            ``get_weights()`` gives them.
        python: Python's.
        rtol: How far numbers may differ, as a part of the larger one.
        atol: How far they may differ besides; by default they must be equal.

    Raises:
        AssertionError: they differ; the message has the first place, counted from 0, and what
            is there on both sides.

    Example:
        assert_same_weights(both.r["model"], both.python["model"], atol=1e-6)
    """
    __tracebackhide__ = True
    _check("weights", _weights("r", r), _weights("python", python), Tolerance(rtol, atol))


def assert_same_history(r: Any, python: Any, *, rtol: float = 0.0, atol: float = 0.0) -> None:
    """Two trainings went the same way: the same losses and metrics in each epoch.

    Args:
        r: R's training: the ``HistoryValues`` of a program, Keras's ``History``, or a dictionary
            of a list for each loss and metric.
        python: Python's.
        rtol: How far numbers may differ, as a part of the larger one.
        atol: How far they may differ besides; by default they must be equal.

    Raises:
        AssertionError: they differ; the message has the first metric and epoch, counted from 1.

    Example:
        assert_same_history(both.r["history"], both.python["history"])
    """
    __tracebackhide__ = True
    _check("histories", _history("r", r), _history("python", python), Tolerance(rtol, atol))


def assert_same_predictions(
    r: Any, python: Any, x: Any = None, *, rtol: float = 0.0, atol: float = 0.0
) -> None:
    """Two models predict the same.

    Args:
        r: What R predicted (an array, or a list of them for several outputs), or a Keras model.
        python: What Python predicted, or a Keras model.
        x: What the models are to predict for, where they are models.
        rtol: How far numbers may differ, as a part of the larger one.
        atol: How far they may differ besides; by default they must be equal.

    Raises:
        AssertionError: they differ; the message has the first place, counted from 0.

    Example:
        assert_same_predictions(both.r["p"], both.python["p"], rtol=1e-6)
    """
    __tracebackhide__ = True
    sides = (_predictions("r", r, x), _predictions("python", python, x))
    _check("predictions", *sides, Tolerance(rtol, atol))


def assert_same(r: Any, python: Any, *, rtol: float = 0.0, atol: float = 0.0) -> None:
    """Two values of any comparable kind are the same.

    Args:
        r: R's value: a number, text, array, model, history, or a list or dictionary of these.
        python: Python's.
        rtol: How far numbers may differ, as a part of the larger one.
        atol: How far they may differ besides; by default they must be equal.

    Raises:
        AssertionError: they differ; the message has the first place, counted from 0.

    Example:
        assert_same(both.r["scores"], both.python["scores"], rtol=1e-6)
    """
    __tracebackhide__ = True
    _check("values", comparable(r), comparable(python), Tolerance(rtol, atol))


def _check(what: str, r: Any, python: Any, tolerance: Tolerance) -> None:
    __tracebackhide__ = True
    for found in differences(r, python, tolerance):
        if found.beyond:
            raise AssertionError(message(what, found, tolerance))


def message(what: str, found: Difference, tolerance: Tolerance) -> str:
    """What a failure says."""
    place = f" at {found.where}" if found.where else ""
    text = f"the {what} differ{place}\n  R:      {found.r}\n  Python: {found.python}"
    if found.absolute == float("inf") and found.size == 1:
        return text
    return (
        f"{text}\n  {found.count} of {found.size} values differ, by {found.absolute:.3g} at most "
        f"(relative {found.relative:.3g}); {tolerance}"
    )


def _weights(argument: str, value: Any) -> ModelWeights:
    form = comparable(value)
    if isinstance(form, list):
        form = ModelWeights({f"[{i}]": comparable(array) for i, array in enumerate(value)})
    if not isinstance(form, ModelWeights):
        raise _wrong(argument, "a model, ModelWeights or a list of arrays", value)
    if not form:  # two of these would be the same, whatever the models are
        raise ArgumentError(f"`{argument}` has no weights: a model has them once it is built.")
    return form


def _history(argument: str, value: Any) -> HistoryValues:
    metrics = getattr(value, "history", value)
    if not isinstance(metrics, Mapping):
        raise _wrong(argument, "a training history or a dictionary of lists", value)
    if not any(len(values) for values in metrics.values()):
        raise ArgumentError(f"`{argument}` has no epochs: there is nothing to compare.")
    return history_of(metrics)


def _predictions(argument: str, value: Any, x: Any) -> Any:
    if isinstance(value, ModelWeights):
        raise _wrong(argument, "predictions or a model that can predict", value)
    if not hasattr(value, "predict"):
        return comparable(value)
    if x is None:
        raise ArgumentError(f"`x` must be given, as `{argument}` is a model, not its predictions.")
    return comparable(value.predict(x, verbose=0))


def _wrong(argument: str, expected: str, value: Any) -> ArgumentError:
    return ArgumentError(
        f"`{argument}` must be {expected}, not an object of class {type(value).__name__}."
    )
