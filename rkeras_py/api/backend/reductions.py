"""Reductions along axes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.convert.scalars import Axes1, Axis1
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import within

F = TypeVar("F", bound=Callable[..., Any])


def along_axes(name: str) -> Callable[[F], F]:
    """Decorator of a function that calls one of ``keras.ops`` after checking the axes."""

    def call(x: Any, axis: Any = None, *options: Any, **named: Any) -> Any:
        from keras import ops

        if axis is not None and hasattr(x, "shape"):
            within(x, axis, "axis")
        return getattr(ops, name)(x, axis, *options, **named)

    return export(family="backend", call=call)


@along_axes("mean")
def k_mean(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Mean of a tensor along axes.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_mean(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("sum")
def k_sum(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Sum of a tensor along axes.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_sum(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("prod")
def k_prod(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Product of a tensor along axes.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_prod(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("max")
def k_max(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Maximum of a tensor along axes.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_max(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("min")
def k_min(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Minimum of a tensor along axes.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_min(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("std")
def k_std(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Standard deviation of a tensor along axes.

    The population standard deviation: the sum of squares is divided by n.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_std(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("var")
def k_var(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Variance of a tensor along axes.

    The population variance: the sum of squares is divided by n.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_var(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("any")
def k_any(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Logical or along axes: any element true.

    Numbers other than 0 count as true.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_any(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("all")
def k_all(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Logical and along axes: all elements true.

    Numbers other than 0 count as true.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_all(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("logsumexp")
def k_logsumexp(x: Tensor, axis: Axes1 | None = None, keepdims: bool = False) -> Any:
    """Logarithm of the sum of exponentials along axes.

    Computes ``log(sum(exp(x)))`` without overflow.

    Args:
        axis: The axis or axes, numbered from 1; all axes by default.
        keepdims: Whether to keep these axes with size 1.

    Returns: a tensor without these axes.

    Example:
        k_logsumexp(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("argmax")
def k_argmax(x: Tensor, axis: Axis1 = -1) -> Any:
    """Index of the maximum along an axis.

    Indices start at 0.

    Args:
        axis: The axis, numbered from 1; -1 is the last.

    Returns: whole numbers, a tensor without this axis.

    Example:
        k_argmax(rbind(c(1, 2), c(3, 5)))
    """


@along_axes("argmin")
def k_argmin(x: Tensor, axis: Axis1 = -1) -> Any:
    """Index of the minimum along an axis.

    Indices start at 0.

    Args:
        axis: The axis, numbered from 1; -1 is the last.

    Returns: whole numbers, a tensor without this axis.

    Example:
        k_argmin(rbind(c(1, 2), c(3, 5)))
    """


@along_axes("cumsum")
def k_cumsum(x: Tensor, axis: Axis1 = 1) -> Any:
    """Cumulative sum along an axis.

    Args:
        axis: The axis, numbered from 1; -1 is the last.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_cumsum(rbind(c(1, 2), c(3, 5)), axis = 2)
    """


@along_axes("cumprod")
def k_cumprod(x: Tensor, axis: Axis1 = 1) -> Any:
    """Cumulative product along an axis.

    Args:
        axis: The axis, numbered from 1; -1 is the last.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_cumprod(rbind(c(1, 2), c(3, 5)), axis = 2)
    """
