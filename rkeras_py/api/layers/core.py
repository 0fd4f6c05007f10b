"""Core layers: dense, activation, dropout, flatten, embedding."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import DataFormat
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Fraction, Int, Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.arguments import DROP
from rkeras_py.registry.families import layer


@layer("Dense")
def layer_dense(
    object: Composable | None,
    units: Size,
    activation: Activation | None = None,
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
    lora_rank: Size | None = None,
) -> Any:
    """Densely connected layer.

    Each output is a weighted sum of all inputs, plus a bias, followed by an activation:
    ``activation(x %*% kernel + bias)``.

    Args:
        units: Number of units: the size of the output.
        activation: Name of an activation or a function; none by default.
        use_bias: Whether to add a bias.
        lora_rank: Rank of two small matrices that are trained in place of the kernel, which stays
            as it is (LoRA).

    Returns: (batch, ..., units) from (batch, ..., features).

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 32, activation = "relu", input_shape = 784)
    """


@layer("Activation")
def layer_activation(
    object: Composable | None,
    activation: Activation,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Activation layer.

    Applies an activation function to each element.

    Args:
        activation: Name of an activation or a function.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 10, input_shape = 4) %>%
          layer_activation("softmax")
    """


@layer("Dropout")
def layer_dropout(
    object: Composable | None,
    rate: Fraction,
    noise_shape: Shape | None = None,
    seed: Int | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Dropout layer.

    Sets inputs to zero at random during training, and scales up the others by ``1 / (1 - rate)``.

    Args:
        rate: Dropout rate: the proportion of inputs to drop, from 0 to 1.
        noise_shape: Shape of the random mask, if parts of the input are to be dropped together.
        seed: Random seed of the layer.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 64, input_shape = 20) %>%
          layer_dropout(rate = 0.5)
    """


@layer("Flatten")
def layer_flatten(
    object: Composable | None,
    data_format: DataFormat | None = None,
    input_shape: Shape | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Flatten layer.

    Combines all dimensions except the batch dimension into one.

    Args:
        data_format: Order of the output: "channels_last" or "channels_first".

    Returns: (batch, product of the other dimensions).

    Example:
        keras_model_sequential() %>%
          layer_flatten(input_shape = c(28, 28))
    """


@layer("Embedding")
def layer_embedding(
    object: Composable | None,
    input_dim: Size,
    output_dim: Size,
    embeddings_initializer: Initializer = "uniform",
    embeddings_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    embeddings_constraint: Constraint | None = None,
    mask_zero: bool = False,
    input_length: Size | None = None,
    sparse: bool = False,
    **options: Any,
) -> Any:
    """Embedding layer.

    Turns whole numbers from 0 to ``input_dim - 1``, such as the indices of words, into vectors that
    are learned.

    Args:
        input_dim: Number of distinct inputs, such as the size of the vocabulary.
        output_dim: Size of the vectors.
        mask_zero: Whether 0 is padding that the following layers skip.
        input_length: Length of the sequences, if it is fixed.
        sparse: Whether gradients are stored as sparse tensors. The results are the same.

    Returns: (batch, length, output_dim) from (batch, length).

    Example:
        keras_model_sequential() %>%
          layer_embedding(input_dim = 1000, output_dim = 64, input_length = 10)
    """
    changes: dict[str, Any] = {"input_length": DROP, "sparse": DROP}
    shape_given = any(
        options.get(name) is not None for name in ("input_shape", "batch_input_shape")
    )
    if input_length is not None and not shape_given:
        changes["input_shape"] = (input_length,)
    return changes
