"""Element-wise functions."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.scalars import Axis1, Float, NonNegative
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, as_tensor, operation


@operation("abs")
def k_abs(x: Tensor) -> Any:
    """Absolute value of each element.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_abs(c(-1.5, 0, 2))
    """


@operation("exp")
def k_exp(x: Tensor) -> Any:
    """Exponential of each element.

    Computes ``exp(x)``.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_exp(c(-1.5, 0, 2))
    """


@operation("log")
def k_log(x: Tensor) -> Any:
    """Natural logarithm of each element.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_log(c(1, exp(1)))
    """


@operation("square")
def k_square(x: Tensor) -> Any:
    """Square of each element.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_square(c(-1.5, 0, 2))
    """


@operation("sign")
def k_sign(x: Tensor) -> Any:
    """Sign of each element.

    Returns -1, 0 or 1.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_sign(c(-1.5, 0, 2))
    """


@operation("round")
def k_round(x: Tensor) -> Any:
    """Round each element to the nearest whole number.

    Halves are rounded to the even number.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_round(c(-1.5, 0, 2))
    """


@operation("sin")
def k_sin(x: Tensor) -> Any:
    """Sine of each element.

    ``x`` is in radians.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_sin(c(-1.5, 0, 2))
    """


@operation("cos")
def k_cos(x: Tensor) -> Any:
    """Cosine of each element.

    ``x`` is in radians.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_cos(c(-1.5, 0, 2))
    """


@operation("tanh")
def k_tanh(x: Tensor) -> Any:
    """Hyperbolic tangent of each element.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_tanh(c(-1.5, 0, 2))
    """


@export(family="backend")
def k_sqrt(x: Tensor) -> Any:
    """Square root of each element.

    Negative elements give 0.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_sqrt(c(4, 9, -1))
    """
    from keras import ops

    return ops.sqrt(ops.maximum(as_tensor(x), 0))


@operation("power")
def k_pow(x: Tensor, a: Tensor) -> Any:
    """Power of each element.

    Computes ``x^a``.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_pow(c(1, 2, 3), 2)
    """


@export(family="backend")
def k_clip(x: Tensor, min_value: Tensor | None = None, max_value: Tensor | None = None) -> Any:
    """Clip elements to a range.

    Elements outside of the range are replaced by the nearer limit.

    Args:
        min_value: Lower limit; none by default.
        max_value: Upper limit; none by default. If it is below the lower limit, the lower limit is
            used.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_clip(c(-1, 0.5, 2), 0, 1)
    """
    from keras import ops

    x = as_tensor(x)
    if max_value is not None:
        x = ops.minimum(x, max_value)
    return x if min_value is None else ops.maximum(x, min_value)


@export(family="backend")
def k_sigmoid(x: Tensor) -> Any:
    """Sigmoid of each element.

    Computes ``1 / (1 + exp(-x))``.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_sigmoid(c(-1, 0, 1))
    """
    from keras import ops

    return ops.sigmoid(as_float(x))


@export(family="backend")
def k_softplus(x: Tensor) -> Any:
    """Softplus of each element.

    Computes ``log(1 + exp(x))``.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_softplus(c(-1, 0, 1))
    """
    from keras import ops

    return ops.softplus(as_float(x))


@export(family="backend")
def k_softsign(x: Tensor) -> Any:
    """Softsign of each element.

    Computes ``x / (1 + abs(x))``.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_softsign(c(-1, 0, 1))
    """
    from keras import ops

    return ops.softsign(as_float(x))


@export(family="backend")
def k_hard_sigmoid(x: Tensor) -> Any:
    """Hard sigmoid of each element.

    Computes ``0.2 * x + 0.5``, limited to the range 0 to 1. The activation "hard_sigmoid" of Keras
    3 is different: it rises from -3 to 3.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_hard_sigmoid(c(-3, 0, 1))
    """
    from keras import ops

    return ops.clip(0.2 * as_float(x) + 0.5, 0, 1)


@export(family="backend")
def k_softmax(x: Tensor, axis: Axis1 = -1) -> Any:
    """Softmax of a tensor.

    Computes ``exp(x) / sum(exp(x))``.

    Args:
        axis: The axis of the sum, numbered from 1; -1 is the last.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_softmax(rbind(c(1, 2, 3)))
    """
    from keras import ops

    return ops.softmax(as_float(x), axis=axis)


@export(family="backend")
def k_relu(x: Tensor, alpha: Float = 0.0, max_value: NonNegative | None = None) -> Any:
    """Rectified linear unit (ReLU).

    Computes ``x`` where it is positive, and ``alpha * x`` elsewhere.

    Args:
        alpha: Slope for negative values.
        max_value: Upper limit of the output; none by default.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_relu(c(-1, 0.5, 8), alpha = 0.1, max_value = 6)
    """
    from keras import ops

    x = as_tensor(x)
    positive = ops.maximum(x, 0)
    if max_value is not None:
        positive = ops.minimum(positive, max_value)
    return positive + alpha * ops.minimum(x, 0) if alpha else positive


@export(family="backend")
def k_elu(x: Tensor, alpha: Float = 1.0) -> Any:
    """Exponential linear unit (ELU).

    Computes ``x`` where it is positive, and ``alpha * (exp(x) - 1)`` elsewhere.

    Args:
        alpha: Scale of the negative part: the output approaches ``-alpha`` for large negative
            inputs.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_elu(c(-1, 0.5))
    """
    from keras import ops

    return ops.elu(as_float(x), alpha)
