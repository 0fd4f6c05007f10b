"""Comparisons of two tensors, element by element."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.operation import operation


@operation("equal")
def k_equal(x: Tensor, y: Tensor) -> Any:
    """Element-wise equality.

    Computes ``x == y``.

    Returns: a tensor of logical values.

    Example:
        k_equal(c(1, 2, 3), 2)
    """


@operation("not_equal")
def k_not_equal(x: Tensor, y: Tensor) -> Any:
    """Element-wise inequality.

    Computes ``x != y``.

    Returns: a tensor of logical values.

    Example:
        k_not_equal(c(1, 2, 3), 2)
    """


@operation("greater")
def k_greater(x: Tensor, y: Tensor) -> Any:
    """Element-wise greater-than comparison.

    Computes ``x > y``.

    Returns: a tensor of logical values.

    Example:
        k_greater(c(1, 2, 3), 2)
    """


@operation("greater_equal")
def k_greater_equal(x: Tensor, y: Tensor) -> Any:
    """Element-wise greater-or-equal comparison.

    Computes ``x >= y``.

    Returns: a tensor of logical values.

    Example:
        k_greater_equal(c(1, 2, 3), 2)
    """


@operation("less")
def k_less(x: Tensor, y: Tensor) -> Any:
    """Element-wise less-than comparison.

    Computes ``x < y``.

    Returns: a tensor of logical values.

    Example:
        k_less(c(1, 2, 3), 2)
    """


@operation("less_equal")
def k_less_equal(x: Tensor, y: Tensor) -> Any:
    """Element-wise less-or-equal comparison.

    Computes ``x <= y``.

    Returns: a tensor of logical values.

    Example:
        k_less_equal(c(1, 2, 3), 2)
    """


@operation("maximum")
def k_maximum(x: Tensor, y: Tensor) -> Any:
    """Element-wise maximum of two tensors.

    Returns: a tensor.

    Example:
        k_maximum(c(1, 2, 3), 2)
    """


@operation("minimum")
def k_minimum(x: Tensor, y: Tensor) -> Any:
    """Element-wise minimum of two tensors.

    Returns: a tensor.

    Example:
        k_minimum(c(1, 2, 3), 2)
    """
