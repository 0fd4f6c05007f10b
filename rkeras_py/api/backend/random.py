"""Random numbers."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.backend.values import _type, _variable
from rkeras_py.convert import backends
from rkeras_py.convert.extents import Extents
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Count, Float, Fraction, NonNegative
from rkeras_py.convert.shapes import Shape
from rkeras_py.convert.tensors import Dtype, Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, graph_step


@export(family="backend")
def k_random_normal(
    shape: Extents,
    mean: Float = 0.0,
    stddev: NonNegative = 1.0,
    dtype: Dtype | None = None,
    seed: Count | None = None,
) -> Any:
    """Random tensor from a normal distribution.

    Args:
        shape: Shape of the tensor.
        mean: Mean of the distribution.
        stddev: Standard deviation of the distribution.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a tensor of this shape.

    Example:
        k_random_normal(c(2, 3))
    """
    import keras

    from rkeras_py.compat.backend.drawing import source

    return keras.random.normal(_packed(shape), mean, stddev, _type(dtype), source(seed))


@export(family="backend")
def k_truncated_normal(
    shape: Extents,
    mean: Float = 0.0,
    stddev: NonNegative = 1.0,
    dtype: Dtype | None = None,
    seed: Count | None = None,
) -> Any:
    """Random tensor from a truncated normal distribution.

    Values more than two standard deviations from the mean are drawn again.

    Args:
        shape: Shape of the tensor.
        mean: Mean of the distribution.
        stddev: Standard deviation of the distribution before truncation.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a tensor of this shape.

    Example:
        k_truncated_normal(c(2, 3))
    """
    import keras

    from rkeras_py.compat.backend.drawing import source

    return keras.random.truncated_normal(_packed(shape), mean, stddev, _type(dtype), source(seed))


@export(family="backend")
def k_random_uniform(
    shape: Extents,
    minval: Float = 0.0,
    maxval: Float = 1.0,
    dtype: Dtype | None = None,
    seed: Count | None = None,
) -> Any:
    """Random tensor from a uniform distribution.

    Integer types give whole numbers.

    Args:
        shape: Shape of the tensor.
        minval: Lower limit of the numbers.
        maxval: Upper limit of the numbers, which is not included.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a tensor of this shape.

    Example:
        k_random_uniform(c(2, 3))
        k_random_uniform(c(2, 3), minval = 0, maxval = 10, dtype = "int32")
    """
    import keras

    from rkeras_py.compat.backend.drawing import source

    if maxval <= minval:
        raise ArgumentError(f"`maxval` must be greater than `minval`, {minval:g}, not {maxval:g}.")
    kind = _type(dtype)
    if not kind.startswith(("int", "uint")):
        return keras.random.uniform(_packed(shape), minval, maxval, kind, source(seed))
    if minval != int(minval) or maxval != int(maxval):
        raise ArgumentError(f"`minval` and `maxval` must be whole numbers for the type {kind}.")
    return keras.random.randint(_packed(shape), int(minval), int(maxval), kind, source(seed))


@export(family="backend")
def k_random_binomial(
    shape: Extents, p: Fraction = 0.0, dtype: Dtype | None = None, seed: Count | None = None
) -> Any:
    """Random tensor of zeros and ones.

    The elements are 1 with probability ``p``, and 0 otherwise.

    Args:
        shape: Shape of the tensor.
        p: Probability of 1.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a tensor of this shape.

    Example:
        k_random_binomial(c(2, 3), p = 0.5)
    """
    import keras

    from rkeras_py.compat.backend.drawing import source

    drawn = keras.random.uniform(_packed(shape), dtype="float32", seed=source(seed))
    return keras.ops.cast(drawn < p, _type(dtype))


@export(family="backend")
def k_random_bernoulli(
    shape: Extents, p: Fraction = 0.0, dtype: Dtype | None = None, seed: Count | None = None
) -> Any:
    """Random tensor from a Bernoulli distribution.

    The elements are 1 with probability ``p``, and 0 otherwise. The same as ``k_random_binomial()``.

    Args:
        shape: Shape of the tensor.
        p: Probability of 1.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a tensor of this shape.

    Example:
        k_random_bernoulli(c(2, 3), p = 0.5)
    """
    return k_random_binomial(shape, p, dtype, seed)


def _packed(shape: Any) -> Any:
    """Extents as one tensor if some are known only when the model runs."""
    from keras import ops

    from rkeras_py.compat.backend import known_shapes

    if not backends.on_tensorflow():
        return known_shapes.extents(shape)
    if not isinstance(shape, tuple):
        return ops.cast(shape, "int32")
    if all(isinstance(extent, int) for extent in shape):
        return shape
    return ops.stack([ops.cast(extent, "int32") for extent in shape])


@export(family="backend")
def k_random_normal_variable(
    shape: Shape,
    mean: Float,
    scale: NonNegative,
    dtype: Dtype | None = None,
    name: str | None = None,
    seed: Count | None = None,
) -> Any:
    """Random variable tensor from a normal distribution.

    Args:
        shape: Shape of the tensor.
        mean: Mean of the distribution.
        scale: Standard deviation of the distribution.
        name: Name of the variable.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a variable of this shape.

    Example:
        k_random_normal_variable(c(2, 3), mean = 0, scale = 1)
    """
    return _variable(k_random_normal(shape, mean, scale, dtype, seed), name)


@export(family="backend")
def k_random_uniform_variable(
    shape: Shape,
    low: Float,
    high: Float,
    dtype: Dtype | None = None,
    name: str | None = None,
    seed: Count | None = None,
) -> Any:
    """Random variable tensor from a uniform distribution.

    Args:
        shape: Shape of the tensor.
        low: Lower limit of the numbers.
        high: Upper limit of the numbers, which is not included.
        name: Name of the variable.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a variable of this shape.

    Example:
        k_random_uniform_variable(c(2, 3), low = 0, high = 1)
    """
    if high <= low:
        raise ArgumentError(f"`high` must be greater than `low`, {low:g}, not {high:g}.")
    return _variable(k_random_uniform(shape, low, high, dtype, seed), name)


@export(family="backend")
@graph_step
def k_dropout(
    x: Tensor, level: Fraction, noise_shape: Extents | None = None, seed: Count | None = None
) -> Any:
    """Dropout: set random elements to zero.

    The other elements are multiplied by ``1 / (1 - level)``.

    Args:
        level: Proportion of elements to set to 0, below 1.
        noise_shape: Shape of the random mask, which is broadcast to the shape of ``x``; by default
            the shape of ``x``.
        seed: Random seed; ``NULL`` to continue the random numbers of ``set_random_seed()``.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_dropout(matrix(1, 2, 3), level = 0.5)
    """
    import keras

    from rkeras_py.compat.backend.drawing import source

    if level == 1:
        raise ArgumentError("`level` must be below 1, not 1.")
    return keras.random.dropout(as_float(x), level, noise_shape, source(seed))
