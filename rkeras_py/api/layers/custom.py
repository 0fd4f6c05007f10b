"""Custom layers; R's functions for them are in R/R/custom-layers.R."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import ComposableRule
from rkeras_py.convert.parameter import accept
from rkeras_py.convert.rule import ArgumentError


def create_layer(
    layer_class: Any,
    object: Any,
    args: Any,
    own: Collection[str] = (),
    takes_all: bool = False,
) -> Any:
    """Create a layer of a class and compose it with ``object``.

    Args:
        layer_class: A subclass of Keras's ``Layer``.
        object: A sequential model, a tensor, a list of tensors, or ``None``.
        args: Arguments of the class and of any layer, by name.
        own: Arguments of the class that have the name of an argument of any layer.
        takes_all: Whether the class itself refuses unknown arguments.

    Raises:
        ArgumentError: an argument is not valid.
    """
    import keras

    from rkeras_py.compat.layers import of_tf_keras
    from rkeras_py.registry.compose import compose, create

    if of_tf_keras.is_class(layer_class):
        layer_class, takes_all = of_tf_keras.maker(layer_class), True
    elif not (isinstance(layer_class, type) and issubclass(layer_class, keras.layers.Layer)):
        raise ArgumentError(
            f"`layer_class` must be a class of layers, not {describe(layer_class)}."
        )
    target = accept(ComposableRule(), "object", object)
    if not isinstance(args, dict):
        raise ArgumentError(f"`args` must be a named list, not {describe(args)}.")
    return compose(target, create(layer_class, args, own, takes_all))
