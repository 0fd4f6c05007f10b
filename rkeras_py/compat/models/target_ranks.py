"""Targets that are vectors, where a model gives rows: Keras 2 compared each row with one target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rkeras_py.keras_private.models import change_targets


def as_columns(model: Any) -> None:
    """Have all that a model was compiled with get vectors as columns, where its output is a matrix.

    They are broadcast then. Keras 3 does so with a column of predictions alone; of others it takes
    the vector for a row.
    """
    change_targets(model, _columns)


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
    from keras import ops

    return ops.expand_dims(y_true, -1)


def _rank(value: Any) -> int | None:
    shape = getattr(value, "shape", None)
    if shape is None or getattr(shape, "rank", 0) is None:
        return None
    return len(shape)
