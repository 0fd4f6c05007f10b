"""Arguments of training: verbosity, callbacks, class weights."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import IntRule


class VerboseRule(Rule):
    """How much to print: 0 nothing, 1 a progress bar, 2 one line per epoch."""

    name = '"auto", 0, 1 or 2'

    def accept(self, value: Any) -> Any:
        if value == "auto":
            return value
        try:
            number = IntRule(0).accept(int(value) if isinstance(value, bool) else value)
        except Mismatch:
            raise Mismatch from None
        if number > 2:
            raise Mismatch
        return number


Verbose = Annotated[Any, VerboseRule()]


class ViewMetricsRule(Rule):
    """Whether to show a live plot of the training."""

    name = 'TRUE, FALSE or "auto"'

    def accept(self, value: Any) -> Any:
        if isinstance(value, bool) or (isinstance(value, str) and value == "auto"):
            return value
        raise Mismatch


ViewMetrics = Annotated[Any, ViewMetricsRule()]


class CallbacksRule(Rule):
    name = "a callback or a list of callbacks"

    def accept(self, value: Any) -> list[Any]:
        import keras

        callbacks = list(value) if isinstance(value, (list, tuple)) else [value]
        if isinstance(value, dict):
            callbacks = list(value.values())
        if not all(isinstance(callback, keras.callbacks.Callback) for callback in callbacks):
            raise Mismatch
        return callbacks


Callbacks = Annotated[Any, CallbacksRule()]


class ClassWeightRule(Rule):
    """Weights by class, with the names "0", "1" and so on in R."""

    name = "a named list or vector"
    r_form = "list_by_name"

    def accept(self, value: Any) -> dict[int, float]:
        if not isinstance(value, dict):
            raise Mismatch
        try:
            return {int(label): float(weight) for label, weight in value.items()}
        except (TypeError, ValueError):
            raise ArgumentError(
                "{argument} must be a named list of numbers by class, "
                'such as list("0" = 1, "1" = 5).'
            ) from None


ClassWeight = Annotated[Any, ClassWeightRule()]
