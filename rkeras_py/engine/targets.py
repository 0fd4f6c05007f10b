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
    """Whether targets are as many as the outputs, and what their losses can compare.

    Raises:
        ArgumentError: names the targets, what was expected and what came.
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
    """Whether targets are arrays, of which each output's loss needs one."""
    import numpy as np

    arrays = y if isinstance(y, (list, tuple)) else [y]
    return all(isinstance(array, np.ndarray) for array in arrays) and not any(
        loss is None or isinstance(loss, dict) for loss in losses
    )


def _check_classes(y: Any, loss: Any, output: Any, name: str) -> None:
    """Labels and classes of the crossentropies; arrays only."""
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
            hint = ", as as.integer() of a factor gives them" if low == 1 else ""
            raise ArgumentError(
                f"{name} must be labels from 0 to {classes - 1}, one for each class of the output, "
                f"not from {low:g} to {high:g}{hint}. "
                f"Labels count from 0{': subtract 1' if low == 1 else ''}."
            )
    if kind in DENSE and (y.ndim != len(output.shape) or y.shape[-1] != classes):
        shape = ", ".join(map(str, y.shape))
        raise ArgumentError(
            f"{name} must have {classes} columns, one for each class, as to_categorical() makes "
            f'them, not the shape ({shape}). For labels, use "sparse_categorical_crossentropy".'
        )


def _check_binary(y: Any, output: Any, name: str) -> None:
    """Probabilities, one for each unit of the output."""
    units, columns = output.shape[-1], y.shape[-1] if y.ndim == len(output.shape) else 1
    if units > 1 and columns != units and y.ndim <= len(output.shape):
        raise ArgumentError(
            f"{name} must have {units} columns, one for each unit of the output, for the loss "
            f'"binary_crossentropy", not the shape ({", ".join(map(str, y.shape))}). For one class '
            f'of {units}, which "softmax" is for, use the loss "categorical_crossentropy" with '
            'to_categorical(y); for yes or no, a last layer with units = 1 and "sigmoid".'
        )
    if y.size and y.dtype.kind in "fiu" and (y.min() < 0 or y.max() > 1):
        low, high = y.min(), y.max()
        if low % 1 or high % 1:  # labels with some noise, which train adversarial models
            return
        hint = " Subtract 1." if (low, high) == (1, 2) else ""
        warn(
            f'{name} has values from {low:g} to {high:g}, but for the loss "binary_crossentropy" '
            f"labels are 0 and 1: it goes below 0 with others.{hint}",
            DataWarning,
        )


def _ignores_a_class(loss: Any) -> bool:
    """Whether a loss skips samples of one label, which need be none of the output's."""
    import keras

    return isinstance(loss, keras.losses.Loss) and loss.get_config().get("ignore_class") is not None
