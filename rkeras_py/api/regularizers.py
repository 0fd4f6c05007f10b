"""Regularizers: penalties that weights or outputs add to the loss."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.choices import OrthogonalMode
from rkeras_py.convert.scalars import NonNegative
from rkeras_py.registry.arguments import DROP
from rkeras_py.registry.families import part


@part("regularizers", "L1")
def regularizer_l1(l: NonNegative = 0.01) -> Any:  # noqa: E741
    """L1 regularizer.

    Adds the penalty ``l * sum(abs(x))`` to the loss.

    Args:
        l: Factor of the penalty.

    Example:
        layer_dense(units = 2, kernel_regularizer = regularizer_l1(0.001))
    """
    return {"l": DROP, "l1": l}


@part("regularizers", "L1L2")
def regularizer_l1_l2(l1: NonNegative = 0.01, l2: NonNegative = 0.01) -> Any:
    """L1 and L2 regularizer.

    Adds the penalty ``l1 * sum(abs(x)) + l2 * sum(x^2)`` to the loss.

    Args:
        l1: Factor of the sum of absolute values.
        l2: Factor of the sum of squares.

    Example:
        layer_dense(units = 2, kernel_regularizer = regularizer_l1_l2())
    """


@part("regularizers", "L2")
def regularizer_l2(l: NonNegative = 0.01) -> Any:  # noqa: E741
    """L2 regularizer.

    Adds the penalty ``l * sum(x^2)`` to the loss.

    Args:
        l: Factor of the penalty.

    Example:
        layer_dense(units = 2, kernel_regularizer = regularizer_l2(0.001))
    """
    return {"l": DROP, "l2": l}


@part("regularizers", "OrthogonalRegularizer")
def regularizer_orthogonal(
    factor: NonNegative = 0.01, mode: OrthogonalMode = "rows", **more: Any
) -> Any:
    """Orthogonal regularizer.

    Adds a penalty for rows or columns of a matrix that are not orthogonal: ``factor`` times the
    mean of the absolute cosines between any two of them.

    Args:
        factor: Factor of the penalty.
        mode: "rows" or "columns".
        more: Not used.

    Example:
        layer_dense(units = 2, kernel_regularizer = regularizer_orthogonal())
    """
