"""Activations as layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.positions import Axes0, Dimensions
from rkeras_py.convert.scalars import Float, NonNegative, Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.arguments import DROP
from rkeras_py.registry.families import layer


@layer("ELU")
def layer_activation_elu(
    object: Composable | None,
    alpha: Float = 1.0,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Exponential linear unit (ELU) activation layer.

    Computes ``x`` where it is positive, and ``alpha * (exp(x) - 1)`` elsewhere.

    Args:
        alpha: Scale of the negative part: the output approaches ``-alpha`` for large negative
            inputs.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_activation_elu()
    """


@layer("LeakyReLU")
def layer_activation_leaky_relu(
    object: Composable | None,
    alpha: NonNegative = 0.3,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Leaky rectified linear unit (leaky ReLU) activation layer.

    Computes ``x`` where it is positive, and ``alpha * x`` elsewhere.

    Args:
        alpha: Slope for negative values.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_activation_leaky_relu(alpha = 0.1)
    """
    return {"alpha": DROP, "negative_slope": alpha}


@layer("PReLU")
def layer_activation_parametric_relu(
    object: Composable | None,
    alpha_initializer: Initializer = "zeros",
    alpha_regularizer: Regularizer | None = None,
    alpha_constraint: Constraint | None = None,
    shared_axes: Dimensions | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Parametric rectified linear unit (PReLU) activation layer.

    Computes ``x`` where it is positive, and ``alpha * x`` elsewhere. The slopes ``alpha`` are
    learned.

    Args:
        alpha_initializer: Initializer of the slopes.
        alpha_regularizer: Regularizer of the slopes; ``NULL`` for none.
        alpha_constraint: Constraint of the slopes; ``NULL`` for none.
        shared_axes: Dimensions that share slopes, numbered from 1 without the batch dimension:
            ``c(1, 2)`` gives one slope for each channel of an image.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_activation_parametric_relu()
    """


@layer("ReLU")
def layer_activation_relu(
    object: Composable | None,
    max_value: NonNegative | None = None,
    negative_slope: NonNegative = 0.0,
    threshold: NonNegative = 0.0,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Rectified linear unit (ReLU) activation layer.

    Returns ``x`` above the threshold. Below the threshold the value is
    ``negative_slope * (x - threshold)``.

    Args:
        max_value: Upper limit of the output; ``NULL`` for none.
        negative_slope: Slope below the threshold.
        threshold: Value above which ``x`` is returned unchanged.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_activation_relu(max_value = 6)
    """


@layer("Activation")
def layer_activation_selu(
    object: Composable | None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Scaled exponential linear unit (SELU) activation layer.

    Keeps mean and variance of its inputs in deep networks. Use ``initializer_lecun_normal()`` for
    the weights of the layer before it, and ``layer_alpha_dropout()`` for dropout after it.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_activation_selu()
    """
    return {"activation": "selu"}


@layer("Softmax")
def layer_activation_softmax(
    object: Composable | None,
    axis: Axes0 = -1,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Softmax activation layer.

    Computes ``exp(x) / sum(exp(x))``: positive numbers with the sum 1.

    Args:
        axis: Axis of the sum, numbered from 0 (the batch dimension); -1 is the last. Note that
            ``k_softmax()`` numbers axes from 1. For attention over the steps of (batch, steps,
            features), use ``axis = 1``; for the classes of the pixels of an image, ``axis = 3``.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_activation_softmax()
    """


@layer("ThresholdedReLU")
def layer_activation_thresholded_relu(
    object: Composable | None,
    theta: NonNegative = 1.0,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Thresholded rectified linear unit (ReLU) activation layer.

    Computes ``x`` where it is above the threshold, and 0 elsewhere.

    Args:
        theta: The threshold.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_activation_thresholded_relu(theta = 0.5)
    """
