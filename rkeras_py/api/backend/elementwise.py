"""Functions of each element."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.scalars import Axis1, Float, NonNegative
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, as_tensor, operation


@operation("abs")
def k_abs(x: Tensor) -> Any:
    """Absolute value.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_abs(c(-1.5, 0, 2))
    """


@operation("exp")
def k_exp(x: Tensor) -> Any:
    """``e`` to the power of each element.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_exp(c(-1.5, 0, 2))
    """


@operation("log")
def k_log(x: Tensor) -> Any:
    """Natural logarithm.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_log(c(1, exp(1)))
    """


@operation("square")
def k_square(x: Tensor) -> Any:
    """Each element times itself.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_square(c(-1.5, 0, 2))
    """


@operation("sign")
def k_sign(x: Tensor) -> Any:
    """-1, 0 or 1.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_sign(c(-1.5, 0, 2))
    """


@operation("round")
def k_round(x: Tensor) -> Any:
    """The next whole number; halves go to the even one.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_round(c(-1.5, 0, 2))
    """


@operation("sin")
def k_sin(x: Tensor) -> Any:
    """Sine of radians.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_sin(c(-1.5, 0, 2))
    """


@operation("cos")
def k_cos(x: Tensor) -> Any:
    """Cosine of radians.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_cos(c(-1.5, 0, 2))
    """


@operation("tanh")
def k_tanh(x: Tensor) -> Any:
    """Hyperbolic tangent.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_tanh(c(-1.5, 0, 2))
    """


@export(family="backend")
def k_sqrt(x: Tensor) -> Any:
    """Square root; 0 for negative elements.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_sqrt(c(4, 9, -1))
    """
    from keras import ops

    return ops.sqrt(ops.maximum(as_tensor(x), 0))


@operation("power")
def k_pow(x: Tensor, a: Tensor) -> Any:
    """``x`` to the power of ``a``.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_pow(c(1, 2, 3), 2)
    """


@export(family="backend")
def k_clip(x: Tensor, min_value: Tensor | None = None, max_value: Tensor | None = None) -> Any:
    """Moves elements outside of two bounds to the nearer bound.

    Args:
        min_value: The lower bound; none by default.
        max_value: The upper bound; none by default. It yields to the lower one.

    Returns: a tensor in the shape of ``x``.

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
    """``1 / (1 + exp(-x))``

    Returns: a tensor in the shape of ``x``.

    Example:
        k_sigmoid(c(-1, 0, 1))
    """
    from keras import ops

    return ops.sigmoid(as_float(x))


@export(family="backend")
def k_softplus(x: Tensor) -> Any:
    """``log(1 + exp(x))``

    Returns: a tensor in the shape of ``x``.

    Example:
        k_softplus(c(-1, 0, 1))
    """
    from keras import ops

    return ops.softplus(as_float(x))


@export(family="backend")
def k_softsign(x: Tensor) -> Any:
    """``x / (1 + abs(x))``

    Returns: a tensor in the shape of ``x``.

    Example:
        k_softsign(c(-1, 0, 1))
    """
    from keras import ops

    return ops.softsign(as_float(x))


@export(family="backend")
def k_hard_sigmoid(x: Tensor) -> Any:
    """``0.2 * x + 0.5``, kept between 0 and 1.

    Keras 3's activation "hard_sigmoid" is another one: it rises from -3 to 3.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_hard_sigmoid(c(-3, 0, 1))
    """
    from keras import ops

    return ops.clip(0.2 * as_float(x) + 0.5, 0, 1)


@export(family="backend")
def k_softmax(x: Tensor, axis: Axis1 = -1) -> Any:
    """``exp(x) / sum(exp(x))``

    Args:
        axis: The axis of the sum, counted from 1; -1 is the last.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_softmax(rbind(c(1, 2, 3)))
    """
    from keras import ops

    return ops.softmax(as_float(x), axis=axis)


@export(family="backend")
def k_relu(x: Tensor, alpha: Float = 0.0, max_value: NonNegative | None = None) -> Any:
    """``x`` where it is positive, else ``alpha * x``.

    Args:
        alpha: Slope of the negative part.
        max_value: Largest value; none by default.

    Returns: a tensor in the shape of ``x``.

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
    """``x`` where it is positive, else ``alpha * (exp(x) - 1)``.

    Args:
        alpha: What the negative part goes to, negated.

    Returns: a tensor in the shape of ``x``.

    Example:
        k_elu(c(-1, 0.5))
    """
    from keras import ops

    return ops.elu(as_float(x), alpha)
