"""Initializers: initial values of weights."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.choices import Distribution, FanMode
from rkeras_py.convert.scalars import Float, Int, NonNegative, Positive
from rkeras_py.convert.tensors import ExactTensor
from rkeras_py.registry.define import export
from rkeras_py.registry.families import part


@export(family="initializer")
def initializer_constant(value: ExactTensor = 0.0) -> Any:
    """Constant initializer.

    Sets weights to given numbers.

    Args:
        value: One number for all weights, or one number for each weight in row-major order.

    Example:
        layer_dense(units = 2, bias_initializer = initializer_constant(0.1))
    """
    import keras

    from rkeras_py.compat.initializers import ConstantArray

    if isinstance(value, (bool, int, float)):
        return keras.initializers.Constant(value)
    return ConstantArray(keras.ops.convert_to_numpy(value))


@part("initializers", "GlorotNormal")
def initializer_glorot_normal(seed: Int | None = None) -> Any:
    """Glorot (Xavier) normal initializer.

    Draws from a truncated normal distribution with variance ``2 / (inputs + outputs)``.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_glorot_normal())
    """


@part("initializers", "GlorotUniform")
def initializer_glorot_uniform(seed: Int | None = None) -> Any:
    """Glorot (Xavier) uniform initializer.

    Draws from a uniform distribution around 0 with variance ``2 / (inputs + outputs)``.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_glorot_uniform())
    """


@part("initializers", "HeNormal")
def initializer_he_normal(seed: Int | None = None) -> Any:
    """He normal initializer.

    Draws from a truncated normal distribution with variance ``2 / inputs``.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_he_normal())
    """


@part("initializers", "HeUniform")
def initializer_he_uniform(seed: Int | None = None) -> Any:
    """He uniform initializer.

    Draws from a uniform distribution around 0 with variance ``2 / inputs``.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_he_uniform())
    """


@part("initializers", "Identity")
def initializer_identity(gain: Float = 1.0) -> Any:
    """Identity matrix initializer.

    Sets a square matrix to the identity matrix, multiplied by ``gain``.

    Args:
        gain: Factor of the matrix.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_identity())
    """


@part("initializers", "LecunNormal")
def initializer_lecun_normal(seed: Int | None = None) -> Any:
    """LeCun normal initializer.

    Draws from a truncated normal distribution with variance ``1 / inputs``.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_lecun_normal())
    """


@part("initializers", "LecunUniform")
def initializer_lecun_uniform(seed: Int | None = None) -> Any:
    """LeCun uniform initializer.

    Draws from a uniform distribution around 0 with variance ``1 / inputs``.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_lecun_uniform())
    """


@part("initializers", "Ones")
def initializer_ones() -> Any:
    """Ones initializer.

    Sets all weights to 1.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_ones())
    """


@part("initializers", "Orthogonal")
def initializer_orthogonal(gain: Float = 1.0, seed: Int | None = None) -> Any:
    """Orthogonal matrix initializer.

    Sets weights to a random matrix with orthogonal rows or columns.

    Args:
        gain: Factor of the matrix.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_orthogonal())
    """


@part("initializers", "RandomNormal")
def initializer_random_normal(
    mean: Float = 0.0,
    stddev: NonNegative = 0.05,
    seed: Int | None = None,
) -> Any:
    """Normal distribution initializer.

    Draws from a normal distribution.

    Args:
        mean: Mean.
        stddev: Standard deviation.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_random_normal())
    """


@part("initializers", "RandomUniform")
def initializer_random_uniform(
    minval: Float = -0.05,
    maxval: Float = 0.05,
    seed: Int | None = None,
) -> Any:
    """Uniform distribution initializer.

    Draws from a uniform distribution between two limits.

    Args:
        minval: Lower limit.
        maxval: Upper limit.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_random_uniform())
    """


@part("initializers", "TruncatedNormal")
def initializer_truncated_normal(
    mean: Float = 0.0,
    stddev: NonNegative = 0.05,
    seed: Int | None = None,
) -> Any:
    """Truncated normal distribution initializer.

    Draws from a normal distribution. Values more than two standard deviations from the mean are
    drawn again.

    Args:
        mean: Mean.
        stddev: Standard deviation before truncation.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_truncated_normal())
    """


@part("initializers", "VarianceScaling")
def initializer_variance_scaling(
    scale: Positive = 1.0,
    mode: FanMode = "fan_in",
    distribution: Distribution = "normal",
    seed: Int | None = None,
) -> Any:
    """Variance scaling initializer.

    Draws from a distribution whose variance depends on the number of inputs and outputs.

    Args:
        scale: Factor of the variance.
        mode: Divisor of the variance: "fan_in" for the number of inputs, "fan_out" for the number
            of outputs, "fan_avg" for their mean.
        distribution: "uniform", "untruncated_normal", or "truncated_normal" for a normal
            distribution that is truncated at two standard deviations. "normal" is the same as
            "truncated_normal".

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_variance_scaling())
    """


@part("initializers", "Zeros")
def initializer_zeros() -> Any:
    """Zeros initializer.

    Sets all weights to 0.

    Example:
        layer_dense(units = 2, kernel_initializer = initializer_zeros())
    """
