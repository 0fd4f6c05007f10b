"""Lambda layers: functions as layers."""

from __future__ import annotations

import functools
from collections import abc
from typing import Any, TypeVar

from rkeras_py.convert.data import Weights
from rkeras_py.convert.functions import MaskFunction, ShapeOrFunction
from rkeras_py.convert.named import named
from rkeras_py.convert.objects import Callable, Composable, NamedList
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.arguments import arguments_of
from rkeras_py.registry.define import export

F = TypeVar("F", bound=abc.Callable[..., Any])


def _lambda(function: F) -> F:
    @functools.wraps(function)
    def make(*args: Any, **kwargs: Any) -> Any:
        import keras

        from rkeras_py.compat.layers import lambdas
        from rkeras_py.registry.compose import compose, create

        arguments = arguments_of(function, args, kwargs)
        target = arguments.pop("object")
        arguments["function"] = named(arguments.pop("f"), role="function of layer_lambda()")
        layer = create(keras.layers.Lambda, arguments)
        lambdas.show_own_errors(layer)
        lambdas.name_functions(layer)
        return compose(target, layer)

    return export(family="layer", call=make)(function)


@_lambda
def layer_lambda(
    object: Composable | None,
    f: Callable,
    output_shape: ShapeOrFunction | None = None,
    mask: MaskFunction | None = None,
    arguments: NamedList | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Lambda layer: apply a function as a layer.

    A saved model does not contain the function itself, only its name, or the name of the layer if
    the function has none. Pass the function in ``custom_objects`` when you load the model.

    Args:
        f: A function of a tensor, or of a list of tensors. It may also have the arguments ``mask``
            and ``training``.
        output_shape: Shape of the output without the batch dimension, or a function that computes
            the whole shape from that of the input. It is rarely needed: by default ``f`` is called
            to find the shape.
        mask: A mask for the following layers, or a function of input and mask that computes it.
        arguments: A named list of further arguments of ``f``.

    Returns: the shape of the result of ``f``.

    Example:
        keras_model_sequential(input_shape = 4) %>%
          layer_lambda(f = function(x) x^2)
    """
