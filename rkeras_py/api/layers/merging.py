"""Merging layers: combine several tensors into one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.positions import AxisPair0
from rkeras_py.convert.scalars import Axis0
from rkeras_py.convert.several import Inputs, OneOfSeveralRule
from rkeras_py.registry.define import export

F = TypeVar("F", bound=Callable[..., Any])


def merge(keras_name: str) -> Callable[[F], F]:
    """Decorator of a layer that is called on tensors in a list, in ``...`` or in both."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(inputs: Any, *more: Any, **options: Any) -> Any:
            from rkeras_py.compat.layers.merging import merging_class
            from rkeras_py.registry.compose import compose, create

            tensors = _gathered(inputs, more)
            return compose(tensors, create(merging_class(keras_name, tensors), options))

        return export(family="layer", call=make)(function)

    return decorate


def _gathered(inputs: Any, more: tuple[Any, ...]) -> list[Any] | None:
    """All tensors in the order of the call; ``None`` if there are none."""
    tensors = list(inputs.values() if isinstance(inputs, dict) else inputs or ())
    another = Parameter("...", OneOfSeveralRule(), False, None, None)
    return tensors + [another.accept(tensor) for tensor in more] or None


@merge("Add")
def layer_add(inputs: Inputs | None, *more: Any, **options: Any) -> Any:
    """Addition layer.

    Adds tensors element by element.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.

    Returns: the shape of the tensors.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 4)
        layer_add(a, b)
    """


@merge("Average")
def layer_average(inputs: Inputs | None, *more: Any, **options: Any) -> Any:
    """Averaging layer.

    Computes the mean of tensors, element by element.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.

    Returns: the shape of the tensors.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 4)
        layer_average(a, b)
    """


@merge("Maximum")
def layer_maximum(inputs: Inputs | None, *more: Any, **options: Any) -> Any:
    """Maximum layer.

    Computes the maximum of tensors, element by element.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.

    Returns: the shape of the tensors.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 4)
        layer_maximum(a, b)
    """


@merge("Minimum")
def layer_minimum(inputs: Inputs | None, *more: Any, **options: Any) -> Any:
    """Minimum layer.

    Computes the minimum of tensors, element by element.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.

    Returns: the shape of the tensors.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 4)
        layer_minimum(a, b)
    """


@merge("Multiply")
def layer_multiply(inputs: Inputs | None, *more: Any, **options: Any) -> Any:
    """Multiplication layer.

    Multiplies tensors element by element.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.

    Returns: the shape of the tensors.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 4)
        layer_multiply(a, b)
    """


@merge("Subtract")
def layer_subtract(inputs: Inputs | None, *more: Any, **options: Any) -> Any:
    """Subtraction layer.

    Subtracts the second tensor from the first.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.

    Returns: the shape of the tensors.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 4)
        layer_subtract(a, b)
    """


@merge("Concatenate")
def layer_concatenate(inputs: Inputs | None, *more: Any, axis: Axis0 = -1, **options: Any) -> Any:
    """Concatenation layer.

    Joins tensors along an axis.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.
        axis: The axis, numbered from 0 (the batch dimension); -1 is the last.

    Returns: the shape of the tensors, with the sum of their sizes along the axis.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 2)
        layer_concatenate(a, b)
    """


@merge("Dot")
def layer_dot(
    inputs: Inputs | None, *more: Any, axes: AxisPair0, normalize: bool = False, **options: Any
) -> Any:
    """Dot product layer.

    Computes the dot product of two tensors, sample by sample.

    Args:
        inputs: A list of tensors, or the first of them. If it is missing, the layer itself is
            returned.
        more, options: More tensors, and by name the arguments of any layer.
        axes: The axis to sum over, or one axis for each tensor, numbered from 0 (the batch
            dimension).
        normalize: Whether to scale the vectors to length 1 first; the result is then the cosine of
            their angle.

    Returns: the other dimensions of the first tensor, then those of the second.

    Example:
        a <- layer_input(shape = 4)
        b <- layer_input(shape = 4)
        layer_dot(a, b, axes = 1)
    """
