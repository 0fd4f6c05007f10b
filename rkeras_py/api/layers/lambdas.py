"""Functions as layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.families import DROP, layer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.functions import MaskFunction, ShapeOrFunction
from rkeras_py.convert.objects import Callable, Composable, NamedList
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape


@layer("lambdas.Lambda")
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
    """A function as a layer.

    A model with an R function in it can be trained and used, and its weights can be saved; the
    function itself stays with the session.

    Args:
        f: The function of a tensor, or of a list of tensors. Arguments named ``mask`` and
            ``training`` are given to it where it has them.
        output_shape: Shape of the output without the batch, or a function that makes the whole
            shape of the input's; seldom needed, as it is found by calling ``f``.
        mask: A mask for the layers that follow, or a function of input and mask that makes it.
        arguments: A named list of further arguments of ``f``.

    Returns: what ``f`` makes of the input.

    Example:
        keras_model_sequential(input_shape = 4) %>%
          layer_lambda(f = function(x) x^2)
    """
    return {"f": DROP, "function": f}
