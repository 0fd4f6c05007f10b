"""Checks of targets against a model's outputs and losses."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.rule import ArgumentError

SPARSE = ("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy")
DENSE = ("categorical_crossentropy", "CategoricalCrossentropy")


def check_targets(model: Any, y: Any, name: str = "y") -> None:
    """Whether targets are as many as the outputs, and what their losses can compare.

    Raises:
        ArgumentError: names the targets, what was expected and what came.
    """
    outputs = list(getattr(model, "outputs", None) or [])
    several = isinstance(y, (list, tuple))
    if not outputs or y is None or isinstance(y, dict):
        return
    if several and len(y) > len(outputs):
        wanted = (
            "one array, as the model has one output"
            if len(outputs) == 1
            else f"a list of {len(outputs)} arrays, one for each output of the model"
        )
        raise ArgumentError(f"`{name}` must be {wanted}, not a list of length {len(y)}.")
    parts = list(y) if several else [y]
    losses = model.loss if isinstance(model.loss, (list, tuple)) else [model.loss]
    if not len(parts) == len(losses) == len(outputs):
        return
    for i, (part, loss, output) in enumerate(zip(parts, losses, outputs, strict=True), 1):
        _check_classes(part, loss, output, f"`{name}`" if len(parts) == 1 else f"`{name}[[{i}]]`")


def _check_classes(y: Any, loss: Any, output: Any, name: str) -> None:
    """Labels and classes of the crossentropies; arrays only."""
    import numpy as np

    classes = output.shape[-1] if output.shape else None
    kind = loss if isinstance(loss, str) else getattr(loss, "__name__", type(loss).__name__)
    if not isinstance(y, np.ndarray) or classes is None or classes < 2:
        return
    if kind in SPARSE and not _ignores_a_class(loss) and y.size:
        low, high = y.min(), y.max()
        if low < 0 or high >= classes:
            hint = ", as as.integer() of a factor gives them" if low == 1 else ""
            raise ArgumentError(
                f"{name} must be labels from 0 to {classes - 1}, one for each class of the output, "
                f"not from {low:g} to {high:g}{hint}. Labels count from 0."
            )
    if kind in DENSE and (y.ndim != len(output.shape) or y.shape[-1] != classes):
        shape = ", ".join(map(str, y.shape))
        raise ArgumentError(
            f"{name} must have {classes} columns, one for each class, as to_categorical() makes "
            f'them, not the shape ({shape}). For labels, use "sparse_categorical_crossentropy".'
        )


def _ignores_a_class(loss: Any) -> bool:
    """Whether a loss skips samples of one label, which need be none of the output's."""
    import keras

    return isinstance(loss, keras.losses.Loss) and loss.get_config().get("ignore_class") is not None
