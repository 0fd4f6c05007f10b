"""Errors about inputs of layers with too few or too many dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.graphs import history_of

#: Keras's message about an input with too few or too many dimensions.
_DIMENSIONS = re.compile(
    r"of layer .* is incompatible with the layer: expected (?:(min|max)_)?ndim=(\d+), "
    r"found ndim=(\d+)\. Full shape received: (\(.*\))"
)


@contextmanager
def fitting(layer: Any, target: Any) -> Iterator[None]:
    """A context in which a layer is added to a sequential model or called on a tensor.

    Raises:
        ArgumentError: the input has another number of dimensions (instead of Keras's
            ``ValueError``).
    """
    try:
        yield
    except ValueError as error:
        found = _DIMENSIONS.search(str(error))
        if found is None:
            raise
        bound, wanted, came, shape = found.groups()
        least = {"min": "at least ", "max": "at most "}.get(bound, "")
        text = (
            f'layer "{layer.name}" needs an input of {least}{wanted} dimensions, '
            f"including the batch dimension, not of shape {shape}."
        )
        before = _before(target)
        if came == "2" and wanted == "3" and getattr(before, "return_sequences", None) is False:
            text += f' Use `return_sequences = TRUE` in the layer "{before.name}" before it.'
        raise ArgumentError(text) from error


def _before(target: Any) -> Any:
    """The layer that the input comes from."""
    layers = getattr(target, "layers", None)
    if layers:
        return layers[-1]
    history = history_of(target)
    return None if history is None else history.operation
