"""Reads, sets and updates the values of variables."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.backend.values import k_eval
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Float
from rkeras_py.convert.tensors import ExactTensor, Tensor
from rkeras_py.convert.variables import Assignments, Variable, Variables
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor


@export(family="backend", invisible=True)
def k_set_value(x: Variable, value: ExactTensor) -> None:
    """Set the value of a variable.

    Args:
        x: The variable.
        value: Numbers with the shape of the variable.

    Returns: nothing.

    Example:
        x <- k_variable(c(1, 2))
        k_set_value(x, c(3, 4))
        k_get_value(x)
    """
    x.assign(_fitting("value", value, x))


@export(family="backend")
def k_batch_get_value(ops: Variables) -> Any:
    """Get the values of several variables.

    Args:
        ops: A list of variables or tensors.

    Returns: a list of arrays.

    Example:
        k_batch_get_value(list(k_variable(c(1, 2)), k_variable(3)))
    """
    return [k_eval(x) for x in ops]


@export(family="backend", invisible=True)
def k_batch_set_value(lists: Assignments) -> None:
    """Set the values of several variables.

    If one value does not fit, no variable is changed.

    Args:
        lists: A list of pairs: `list(list(variable, value), ...)`.

    Returns: nothing.

    Example:
        x <- k_variable(c(1, 2))
        y <- k_variable(3)
        k_batch_set_value(list(list(x, c(5, 6)), list(y, 7)))
        k_get_value(x)
    """
    fitting = [
        (x, _fitting(f"lists[[{i}]][[2]]", value, x)) for i, (x, value) in enumerate(lists, 1)
    ]
    for x, value in fitting:
        x.assign(value)


def _fitting(argument: str, value: Any, variable: Any) -> Any:
    """The value in the variable's type; a single R number may be a scalar or a vector."""
    import math

    from keras import ops

    if not hasattr(value, "shape"):
        value = ops.convert_to_tensor(value, dtype=variable.dtype)
    shape, wanted = tuple(value.shape), tuple(variable.shape)
    if shape == wanted:
        return ops.cast(value, variable.dtype)
    if None not in shape and math.prod(shape) == math.prod(wanted) == 1:
        return ops.reshape(ops.cast(value, variable.dtype), wanted)
    raise ArgumentError(f"`{argument}` must be of shape {_text(wanted)}, not {_text(shape)}.")


def _text(shape: tuple[Any, ...]) -> str:
    return "(" + ", ".join("NULL" if extent is None else str(extent) for extent in shape) + ")"


@export(family="backend")
def k_update(x: Variable, new_x: ExactTensor) -> Any:
    """Update a variable with a new value.

    Args:
        x: The variable.
        new_x: The new value.

    Returns: the variable.

    Example:
        x <- k_variable(c(1, 2))
        k_update(x, c(3, 4))
    """
    x.assign(_fitting("new_x", _numbers("new_x", new_x), x))
    return x


@export(family="backend")
def k_update_add(x: Variable, increment: ExactTensor) -> Any:
    """Add to a variable in place.

    Args:
        x: The variable.
        increment: Value to add; a single number is added to all elements.

    Returns: the variable.

    Example:
        x <- k_variable(c(1, 2))
        k_update_add(x, 10)
    """
    return _changed(x, _numbers("increment", increment), 1)


@export(family="backend")
def k_update_sub(x: Variable, decrement: ExactTensor) -> Any:
    """Subtract from a variable in place.

    Args:
        x: The variable.
        decrement: Value to subtract; a single number is subtracted from all elements.

    Returns: the variable.

    Example:
        x <- k_variable(c(1, 2))
        k_update_sub(x, 0.5)
    """
    return _changed(x, _numbers("decrement", decrement), -1)


def _changed(x: Any, amount: Any, sign: int) -> Any:
    from keras import ops

    x.assign(ops.convert_to_tensor(x) + sign * ops.cast(amount, x.dtype))
    return x


def _numbers(argument: str, value: Any) -> Any:
    """A value that a variable can get now, not a tensor of a graph that has not run."""
    from rkeras_py.compat.backend.symbolic import is_symbolic

    if is_symbolic(value):
        raise ArgumentError(
            f"`{argument}` has no values: it is symbolic. Pass list(list(variable, tensor)) to "
            "k_function() as `updates`."
        )
    return value


@export(family="backend")
def k_moving_average_update(x: Variable, value: Tensor, momentum: Float) -> Any:
    """Update a moving average.

    Computes ``momentum * x + (1 - momentum) * value``.

    Args:
        x: The variable with the average.
        value: The new value.
        momentum: Proportion of the old average that is kept.

    Returns: the variable.

    Example:
        average <- k_variable(10)
        k_moving_average_update(average, 20, momentum = 0.9)
    """
    from keras import ops

    old = ops.convert_to_tensor(x)
    new = ops.cast(_numbers("value", value), x.dtype)
    x.assign(old * momentum + new * (1 - momentum))
    return x


@export(family="backend")
def k_count_params(x: Tensor) -> int:
    """Count the elements of a variable or tensor.

    Returns: a whole number.

    Example:
        k_count_params(k_zeros(c(2, 3)))
    """
    import math

    shape = tuple(as_tensor(x).shape)
    if None in shape:
        raise ArgumentError(f"`x` has open dimensions, {_text(shape)}: its size is unknown.")
    return math.prod(shape)


@export(family="backend")
def k_get_variable_shape(x: Tensor) -> Any:
    """Shape of a variable.

    Returns: a vector of whole numbers.

    Example:
        k_get_variable_shape(k_zeros(c(2, 3)))
    """
    return tuple(as_tensor(x).shape)
