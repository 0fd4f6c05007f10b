"""Assertions that two languages give the same numbers; failures show the first difference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.testing.differences import Difference, Tolerance, differences
from rkeras_py.testing.values import HistoryValues, ModelWeights, comparable, history_of


def assert_same_weights(r: Any, python: Any, *, rtol: float = 0.0, atol: float = 0.0) -> None:
    """Assert that two models have the same weights, in the same order.

    Args:
        r: R's model: a Keras model, the ``ModelWeights`` of a program, or a list of arrays as
            returned by ``get_weights()``.
        python: Python's value.
        rtol: Relative tolerance: allowed difference as a fraction of the larger number.
        atol: Absolute tolerance, in addition; by default numbers must be equal.

    Raises:
        AssertionError: they differ; the message has the first position, from 0, and both values.

    Example:
        assert_same_weights(both.r["model"], both.python["model"], atol=1e-6)
    """
    __tracebackhide__ = True
    _check("weights", _weights("r", r), _weights("python", python), Tolerance(rtol, atol))


def assert_same_history(r: Any, python: Any, *, rtol: float = 0.0, atol: float = 0.0) -> None:
    """Assert that two trainings have the same losses and metrics in each epoch.

    Args:
        r: R's training: the ``HistoryValues`` of a program, Keras's ``History``, or a dictionary
            with a list for each loss and metric.
        python: Python's value.
        rtol: Relative tolerance: allowed difference as a fraction of the larger number.
        atol: Absolute tolerance, in addition; by default numbers must be equal.

    Raises:
        AssertionError: they differ; the message has the first metric and epoch, from 1.

    Example:
        assert_same_history(both.r["history"], both.python["history"])
    """
    __tracebackhide__ = True
    _check("histories", _history("r", r), _history("python", python), Tolerance(rtol, atol))


def assert_same_predictions(
    r: Any, python: Any, x: Any = None, *, rtol: float = 0.0, atol: float = 0.0
) -> None:
    """Assert that two models give the same predictions.

    Args:
        r: R's predictions (an array, or a list of them for several outputs), or a Keras model.
        python: Python's predictions, or a Keras model.
        x: The input for predictions, if models are given.
        rtol: Relative tolerance: allowed difference as a fraction of the larger number.
        atol: Absolute tolerance, in addition; by default numbers must be equal.

    Raises:
        AssertionError: they differ; the message has the first position, from 0.

    Example:
        assert_same_predictions(both.r["p"], both.python["p"], rtol=1e-6)
    """
    __tracebackhide__ = True
    sides = (_predictions("r", r, x), _predictions("python", python, x))
    _check("predictions", *sides, Tolerance(rtol, atol))


def assert_same(r: Any, python: Any, *, rtol: float = 0.0, atol: float = 0.0) -> None:
    """Assert that two values of any comparable kind are equal.

    Args:
        r: R's value: a number, text, array, model, history, or a list or dictionary of these.
        python: Python's value.
        rtol: Relative tolerance: allowed difference as a fraction of the larger number.
        atol: Absolute tolerance, in addition; by default numbers must be equal.

    Raises:
        AssertionError: they differ; the message has the first position, from 0.

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
    """The message of a failure."""
    place = f" at {found.where}" if found.where else ""
    text = f"the {what} differ{place}\n  R:      {found.r}\n  Python: {found.python}"
    if found.absolute == float("inf") and found.size == 1:
        return text
    return (
        f"{text}\n  {found.count} of {found.size} values differ, by at most {found.absolute:.3g} "
        f"(relative {found.relative:.3g}); {tolerance}"
    )


def _weights(argument: str, value: Any) -> ModelWeights:
    form = comparable(value)
    if isinstance(form, list):
        form = ModelWeights({f"[{i}]": comparable(array) for i, array in enumerate(value)})
    if not isinstance(form, ModelWeights):
        raise _wrong(argument, "a model, ModelWeights or a list of arrays", value)
    if not form:  # two of these would be equal for any models
        raise ArgumentError(f"`{argument}` has no weights: the model must be built.")
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
        raise ArgumentError(f"`x` is missing: it is needed because `{argument}` is a model.")
    return comparable(value.predict(x, verbose=0))


def _wrong(argument: str, expected: str, value: Any) -> ArgumentError:
    return ArgumentError(
        f"`{argument}` must be {expected}, not an object of class {type(value).__name__}."
    )
