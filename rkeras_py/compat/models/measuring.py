"""Computes the losses and metrics of ``compile()`` as in Keras 2."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import keras

from rkeras_py.keras_private.models import adapt_compiled


def as_in_keras_2(model: Any) -> None:
    """Make the losses and metrics of a compiled model work as in Keras 2.

    Target vectors become columns if an output is a matrix, and are then broadcast. Keras 3 does
    this only if the predictions have one column; otherwise it treats the vector as a row.

    Metrics in a plain list apply to every output, even if a model does not know its outputs.
    """
    adapt_compiled(model, _columns, _for_each_output)


def _for_each_output(metrics: Any, y_pred: Any) -> Any:
    if not isinstance(y_pred, (list, tuple, Mapping)) or len(y_pred) < 2:
        return metrics
    if isinstance(metrics, dict) or any(isinstance(part, (list, tuple)) for part in metrics):
        return metrics
    return [copied(metrics) if i else metrics for i in range(len(y_pred))]


def copied(given: list[Any]) -> list[Any]:
    """Copies of metrics for another output, because each metric has a state."""
    return [
        type(metric).from_config(metric.get_config())
        if isinstance(metric, keras.Metric)
        else copy.copy(metric)
        for metric in given
    ]


def _columns(y_true: Any, y_pred: Any) -> Any:
    if isinstance(y_pred, Mapping):
        if isinstance(y_true, Mapping):
            return {name: _columns(part, y_pred.get(name)) for name, part in y_true.items()}
        return y_true
    if isinstance(y_pred, (list, tuple)):
        if isinstance(y_true, Sequence) and len(y_true) == len(y_pred):
            return [_columns(*parts) for parts in zip(y_true, y_pred, strict=True)]
        return y_true
    if _rank(y_true) != 1 or _rank(y_pred) != 2:
        return y_true
    return keras.ops.expand_dims(y_true, -1)


def _rank(value: Any) -> int | None:
    shape = getattr(value, "shape", None)
    if shape is None or getattr(shape, "rank", 0) is None:
        return None
    return len(shape)
