"""Checks of targets against a model's outputs and losses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rkeras_py.convert.data import DataWarning
from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn

SPARSE = ("sparse_categorical_crossentropy", "SparseCategoricalCrossentropy")
DENSE = ("categorical_crossentropy", "CategoricalCrossentropy")
BINARY = ("binary_crossentropy", "BinaryCrossentropy")


def check_targets(model: Any, y: Any, name: str = "y") -> None:
    """Check that there are targets for the outputs, and that the losses can use them.

    Raises:
        ArgumentError: they do not fit; the message says what was expected and what was given.
    """
    outputs = list(getattr(model, "outputs", None) or [])
    several = isinstance(y, (list, tuple))
    if not outputs or y is None or isinstance(y, dict):
        return
    parts = list(y) if several else [y]
    losses = model.loss if isinstance(model.loss, (list, tuple)) else [model.loss] * len(outputs)
    if len(parts) > len(outputs) or (len(parts) < len(outputs) and _all_needed(y, losses)):
        wanted = (
            "one array, as the model has one output"
            if len(outputs) == 1
            else f"a list of {len(outputs)} arrays, one for each output of the model"
        )
        raise ArgumentError(f"`{name}` must be {wanted}, not {describe(y)}.")
    if not len(parts) == len(losses) == len(outputs):
        return
    for i, (part, loss, output) in enumerate(zip(parts, losses, outputs, strict=True), 1):
        label = f"`{name}`" if len(parts) == 1 else f"`{name}[[{i}]]`"
        _check_classes(part, loss, output, label)


def _all_needed(y: Any, losses: Iterable[Any]) -> bool:
    """Whether targets are arrays and each output's loss needs one."""
    import numpy as np

    arrays = y if isinstance(y, (list, tuple)) else [y]
    return all(isinstance(array, np.ndarray) for array in arrays) and not any(
        loss is None or isinstance(loss, dict) for loss in losses
    )


def _check_classes(y: Any, loss: Any, output: Any, name: str) -> None:
    """Check labels and classes for the cross-entropies; arrays only."""
    import numpy as np

    classes = output.shape[-1] if output.shape else None
    kind = loss if isinstance(loss, str) else getattr(loss, "__name__", type(loss).__name__)
    if not isinstance(y, np.ndarray) or classes is None:
        return
    if kind in BINARY:
        _check_binary(y, output, name)
    if classes < 2:
        return
    if kind in SPARSE and not _ignores_a_class(loss) and y.size:
        low, high = y.min(), y.max()
        if low < 0 or high >= classes:
            hint = ", as returned by as.integer() for a factor" if low == 1 else ""
            raise ArgumentError(
                f"{name} must be labels from 0 to {classes - 1}, one for each class of the output, "
                f"not from {low:g} to {high:g}{hint}. "
                f"Labels start at 0{': subtract 1' if low == 1 else ''}."
            )
    if kind in DENSE and (y.ndim != len(output.shape) or y.shape[-1] != classes):
        shape = ", ".join(map(str, y.shape))
        raise ArgumentError(
            f"{name} must have {classes} columns, one for each class, as returned by "
            f"to_categorical(), not the shape ({shape}). For labels, use "
            '"sparse_categorical_crossentropy".'
        )


def _check_binary(y: Any, output: Any, name: str) -> None:
    """Check targets for binary cross-entropy: one probability for each unit of the output."""
    units, columns = output.shape[-1], y.shape[-1] if y.ndim == len(output.shape) else 1
    if units > 1 and columns != units and y.ndim <= len(output.shape):
        raise ArgumentError(
            f"{name} must have {units} columns, one for each unit of the output, for the loss "
            f'"binary_crossentropy", not the shape ({", ".join(map(str, y.shape))}). For one of '
            f'{units} classes ("softmax"), use the loss "categorical_crossentropy" with '
            'to_categorical(y); for yes or no, use a last layer with units = 1 and "sigmoid".'
        )
    if y.size and y.dtype.kind in "fiu" and (y.min() < 0 or y.max() > 1):
        low, high = y.min(), y.max()
        if low % 1 or high % 1:  # noisy labels, as used to train adversarial models
            return
        hint = " Subtract 1." if (low, high) == (1, 2) else ""
        warn(
            f'{name} has values from {low:g} to {high:g}, but for the loss "binary_crossentropy" '
            f"labels must be 0 or 1: with other values the loss can be negative.{hint}",
            DataWarning,
        )


def _ignores_a_class(loss: Any) -> bool:
    """Whether a loss ignores samples with one label, which need not be a class of the output."""
    import keras

    return isinstance(loss, keras.losses.Loss) and loss.get_config().get("ignore_class") is not None
