"""Constraints of weights, applied after each training step."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.positions import Axes0
from rkeras_py.convert.scalars import Fraction, NonNegative
from rkeras_py.registry.families import part


@part("constraints", "MaxNorm")
def constraint_maxnorm(max_value: NonNegative = 2.0, axis: Axes0 = 0) -> Any:
    """Maximum norm weight constraint.

    Scales down weights whose norm is above a limit.

    Args:
        max_value: Maximum norm.
        axis: Axes over which norms are computed, numbered from 0: 0 for the inputs of a dense
            layer, ``c(0, 1, 2)`` for the filters of a 2D convolution.

    Example:
        layer_dense(units = 2, kernel_constraint = constraint_maxnorm(1))
    """


@part("constraints", "MinMaxNorm")
def constraint_minmaxnorm(
    min_value: NonNegative = 0.0,
    max_value: NonNegative = 1.0,
    rate: Fraction = 1.0,
    axis: Axes0 = 0,
) -> Any:
    """Minimum and maximum norm weight constraint.

    Scales weights so that their norm is between two limits.

    Args:
        min_value: Minimum norm.
        max_value: Maximum norm.
        rate: Rate of enforcement, from 0 (none) to 1 (full).
        axis: Axes over which norms are computed, numbered from 0: 0 for the inputs of a dense
            layer, ``c(0, 1, 2)`` for the filters of a 2D convolution.

    Example:
        layer_dense(units = 2, kernel_constraint = constraint_minmaxnorm(0.5, 1))
    """


@part("constraints", "NonNeg")
def constraint_nonneg() -> Any:
    """Non-negativity weight constraint.

    Sets negative weights to 0.

    Example:
        layer_dense(units = 2, kernel_constraint = constraint_nonneg())
    """


@part("constraints", "UnitNorm")
def constraint_unitnorm(axis: Axes0 = 0) -> Any:
    """Unit norm weight constraint.

    Scales weights to norm 1.

    Args:
        axis: Axes over which norms are computed, numbered from 0: 0 for the inputs of a dense
            layer, ``c(0, 1, 2)`` for the filters of a 2D convolution.

    Example:
        layer_dense(units = 2, kernel_constraint = constraint_unitnorm())
    """
