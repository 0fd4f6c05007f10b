"""Normalization layers."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.compat.names.identifiers import Constraint, Initializer, Regularizer
from rkeras_py.convert.objects import Composable, NamedListRule
from rkeras_py.convert.parameter import accept
from rkeras_py.convert.positions import Axes0
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import (
    Axes1,
    Axis1,
    BoolRule,
    FloatRule,
    Fraction,
    IntRule,
    NonNegative,
)
from rkeras_py.registry.arguments import arguments_of
from rkeras_py.registry.define import export
from rkeras_py.registry.families import layer

F = TypeVar("F", bound=Callable[..., Any])

#: Options of batch normalization that could also be passed in ``...`` in R keras.
_FORMER: dict[str, Any] = {
    "fused": BoolRule(),
    "renorm": BoolRule(),
    "renorm_clipping": NamedListRule(),
    "renorm_momentum": FloatRule(0, 1),
    "virtual_batch_size": IntRule(1),
}


def _batch_normalization(function: F) -> F:
    @functools.wraps(function)
    def make(*args: Any, **kwargs: Any) -> Any:
        from rkeras_py.registry.compose import compose

        arguments = arguments_of(function, args, kwargs)
        return compose(arguments.pop("object"), _create(arguments))

    return export(family="layer", call=make)(function)


def _create(arguments: dict[str, Any]) -> Any:
    """Create the layer, with Keras 2's options."""
    import keras

    from rkeras_py.compat.layers.normalization import BatchNormalization, GhostBatchNormalization
    from rkeras_py.registry.compose import create

    for name, rule in _FORMER.items():
        if name in arguments:
            arguments[name] = accept(rule, name, arguments[name])
            if arguments[name] is None:
                del arguments[name]
    fused = arguments.pop("fused", None)
    alone = (
        arguments.get("renorm") or "virtual_batch_size" in arguments or arguments["synchronized"]
    )
    if fused and alone:
        raise ArgumentError(
            "`fused` cannot be TRUE with `renorm`, `virtual_batch_size` or `synchronized`."
        )
    if "virtual_batch_size" in arguments:
        return create(GhostBatchNormalization, arguments)
    as_keras_3 = fused is False or alone
    return create(keras.layers.BatchNormalization if as_keras_3 else BatchNormalization, arguments)


@_batch_normalization
def layer_batch_normalization(
    object: Composable | None,
    axis: Axis1 = -1,
    momentum: Fraction = 0.99,
    epsilon: NonNegative = 0.001,
    center: bool = True,
    scale: bool = True,
    beta_initializer: Initializer = "zeros",
    gamma_initializer: Initializer = "ones",
    moving_mean_initializer: Initializer = "zeros",
    moving_variance_initializer: Initializer = "ones",
    beta_regularizer: Regularizer | None = None,
    gamma_regularizer: Regularizer | None = None,
    beta_constraint: Constraint | None = None,
    gamma_constraint: Constraint | None = None,
    synchronized: bool = False,
    **options: Any,
) -> Any:
    """Batch normalization layer.

    Scales each channel to mean 0 and variance 1. During training, mean and variance are those of
    the batch; otherwise moving averages are used. The result is multiplied by a learned scale and
    shifted by a learned offset.

    Args:
        axis: Axis of the channels, numbered from 1 (the batch dimension); -1 is the last.
        momentum: Momentum of the moving averages: the proportion of the old average that is kept at
            each batch.
        epsilon: Small number that is added to the variance.
        center: Whether to add a learned offset.
        scale: Whether to multiply by a learned scale.
        moving_mean_initializer: Initializer of the moving mean.
        moving_variance_initializer: Initializer of the moving variance.
        synchronized: Whether devices that train together share the statistics of the batch.
        options: ``renorm``, ``renorm_clipping`` and ``renorm_momentum`` for batch renormalization
            (Ioffe, 2017), ``virtual_batch_size`` to normalize parts of a batch separately,
            ``fused``, and the arguments of any layer.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_batch_normalization()
    """


@layer("LayerNormalization")
def layer_layer_normalization(
    object: Composable | None,
    axis: Axes0 = -1,
    epsilon: NonNegative = 0.001,
    center: bool = True,
    scale: bool = True,
    beta_initializer: Initializer = "zeros",
    gamma_initializer: Initializer = "ones",
    beta_regularizer: Regularizer | None = None,
    gamma_regularizer: Regularizer | None = None,
    beta_constraint: Constraint | None = None,
    gamma_constraint: Constraint | None = None,
    trainable: bool = True,
    name: str | None = None,
) -> Any:
    """Layer normalization layer.

    Scales each sample to mean 0 and variance 1. The result is multiplied by a learned scale and
    shifted by a learned offset.

    Args:
        axis: One or several axes to normalize over, numbered from 0 (the batch dimension); -1 is
            the last. Note that ``layer_batch_normalization()`` numbers axes from 1.
        epsilon: Small number that is added to the variance.
        center: Whether to add a learned offset.
        scale: Whether to multiply by a learned scale.

    Returns: the shape of the input.

    Example:
        keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_layer_normalization()
    """


@layer("UnitNormalization")
def layer_unit_normalization(object: Composable | None, axis: Axes1 = -1, **options: Any) -> Any:
    """Unit normalization layer.

    Scales each sample to length 1 (L2 norm).

    Args:
        axis: One or several axes to normalize over, numbered from 1 (the batch dimension); -1 is
            the last.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = 4) %>%
          layer_unit_normalization()
    """
