"""Constraints that are functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras


class _FunctionConstraint(keras.constraints.Constraint):  # type: ignore[misc]
    def __init__(self, function: Callable[[Any], Any], config: dict[str, Any]) -> None:
        self._function, self._config = function, config

    def __call__(self, w: Any) -> Any:
        return self._function(w)

    def get_config(self) -> dict[str, Any]:
        return dict(self._config)


def function_constraint(name: str, function: Callable[[Any], Any], config: dict[str, Any]) -> Any:
    """A constraint that is saved under the name of an R class."""
    kind = type(name, (_FunctionConstraint,), {"__module__": "R6"})
    return kind(function, config)
