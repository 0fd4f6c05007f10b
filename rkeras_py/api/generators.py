"""Functions that give a batch at each call, as generators for Keras."""

from __future__ import annotations

from typing import Any


def as_batches(x: Any, model: Any) -> Any:
    """A function that gives ``list(x, y)`` at each call, as a generator of batches for a model."""
    if callable(x) and hasattr(x, "__signature__"):
        return _batches(x, model)
    return x


def _batches(function: Any, model: Any) -> Any:
    from rkeras_py.api.structure import arrange_x, arrange_y
    from rkeras_py.convert.data import DataRule

    while (batch := function()) is not None:
        parts = batch if isinstance(batch, (list, tuple)) else [batch]
        x, *rest = (DataRule("x").accept(_vectors(part)) for part in parts)
        arranged = (arrange_x(model, x), *(arrange_y(model, part) for part in rest))
        # TensorFlow's datasets take a list for one tensor
        yield tuple(tuple(part) if isinstance(part, list) else part for part in arranged)


def _vectors(part: Any) -> Any:
    """R's vectors as arrays, where they came as lists of numbers."""
    import numpy as np

    if isinstance(part, dict):
        return {name: _vectors(value) for name, value in part.items()}
    if not isinstance(part, (list, tuple)):
        return part
    if all(isinstance(value, (bool, int, float)) for value in part):
        return np.asarray(part)
    return [_vectors(value) for value in part]
