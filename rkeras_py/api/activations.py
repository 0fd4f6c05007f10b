"""Activation functions."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.convert.scalars import Axis0, Float, NonNegative
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.arguments import DROP, arguments_of
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float

F = TypeVar("F", bound=Callable[..., Any])


def activation(keras_name: str) -> Callable[[F], F]:
    """Decorator of an activation from ``keras.activations``, or from ``compat`` if it differs."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            import keras

            from rkeras_py.compat import activations

            arguments = arguments_of(function, args, kwargs)
            values = getattr(activations, keras_name, None) or getattr(
                keras.activations, keras_name
            )
            return values(as_float(arguments.pop("x")), **arguments)

        return export(family="activation", call=call)(function)

    return decorate


@activation("elu")
def activation_elu(x: Tensor, alpha: Float = 1.0) -> Any:
    """Exponential linear unit (ELU) activation.

    Computes ``x`` where it is positive, and ``alpha * (exp(x) - 1)`` elsewhere.

    Args:
        x: A tensor, or numbers.
        alpha: Scale of the negative part: the output approaches ``-alpha`` for large negative
            inputs.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_elu(c(-1, 0, 2))
    """


@activation("exponential")
def activation_exponential(x: Tensor) -> Any:
    """Exponential activation.

    Computes ``exp(x)``.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_exponential(c(-1, 0, 2))
    """


@activation("gelu")
def activation_gelu(x: Tensor, approximate: bool = False) -> Any:
    """Gaussian error linear unit (GELU) activation.

    Computes ``x`` times the cumulative distribution function of the standard normal distribution at
    ``x``.

    Args:
        x: A tensor, or numbers.
        approximate: Whether to approximate the distribution function by a hyperbolic tangent.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_gelu(c(-1, 0, 2))
    """


@activation("hard_sigmoid")
def activation_hard_sigmoid(x: Tensor) -> Any:
    """Hard sigmoid activation.

    Computes ``0.2 * x + 0.5``, limited to the range 0 to 1.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_hard_sigmoid(c(-1, 0, 2))
    """


@activation("linear")
def activation_linear(x: Tensor) -> Any:
    """Linear (identity) activation.

    Returns ``x`` unchanged.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_linear(c(-1, 0, 2))
    """


@activation("relu")
def activation_relu(
    x: Tensor,
    alpha: NonNegative = 0.0,
    max_value: NonNegative | None = None,
    threshold: Float = 0.0,
) -> Any:
    """Rectified linear unit (ReLU) activation.

    Returns ``x`` above the threshold. Below the threshold the value is ``alpha * (x - threshold)``.

    Args:
        x: A tensor, or numbers.
        alpha: Slope below the threshold.
        max_value: Upper limit of the output; ``NULL`` for none.
        threshold: Value above which ``x`` is returned unchanged.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_relu(c(-1, 0, 2))
    """
    return {"alpha": DROP, "negative_slope": alpha}


@activation("selu")
def activation_selu(x: Tensor) -> Any:
    """Scaled exponential linear unit (SELU) activation.

    Computes ``1.0507 * x`` where ``x`` is positive, and ``1.0507 * 1.6733 * (exp(x) - 1)``
    elsewhere. The factors keep mean and variance of the inputs in deep networks.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_selu(c(-1, 0, 2))
    """


@activation("sigmoid")
def activation_sigmoid(x: Tensor) -> Any:
    """Sigmoid activation.

    Computes ``1 / (1 + exp(-x))``.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_sigmoid(c(-1, 0, 2))
    """


@activation("softmax")
def activation_softmax(x: Tensor, axis: Axis0 = -1) -> Any:
    """Softmax activation.

    Computes ``exp(x) / sum(exp(x))``: positive numbers with the sum 1.

    Args:
        x: A tensor, or numbers.
        axis: Axis of the sum, numbered from 0; -1 is the last.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_softmax(rbind(c(1, 2, 3)))
    """


@activation("softplus")
def activation_softplus(x: Tensor) -> Any:
    """Softplus activation.

    Computes ``log(1 + exp(x))``.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_softplus(c(-1, 0, 2))
    """


@activation("softsign")
def activation_softsign(x: Tensor) -> Any:
    """Softsign activation.

    Computes ``x / (1 + abs(x))``.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_softsign(c(-1, 0, 2))
    """


@activation("silu")
def activation_swish(x: Tensor) -> Any:
    """Swish (SiLU) activation.

    Computes ``x / (1 + exp(-x))``.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_swish(c(-1, 0, 2))
    """


@activation("tanh")
def activation_tanh(x: Tensor) -> Any:
    """Hyperbolic tangent activation.

    Computes ``tanh(x)``.

    Args:
        x: A tensor, or numbers.

    Returns: a tensor with the shape of ``x``.

    Example:
        activation_tanh(c(-1, 0, 2))
    """
