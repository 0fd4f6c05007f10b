"""How backend functions (``k_*``) are defined, and their arguments as tensors."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.compat.backend.steps import STEPS
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import export

F = TypeVar("F", bound=Callable[..., Any])


def operation(name: str) -> Callable[[F], F]:
    """Decorator of a function that calls a function of ``keras.ops``; it has no body."""

    def call(*args: Any, **kwargs: Any) -> Any:
        from keras import ops

        return getattr(ops, name)(*args, **kwargs)

    return export(family="backend", call=call)


def graph_step(function: F) -> F:
    """Decorator of a function that becomes a step of the graph if it gets symbolic tensors."""

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        from rkeras_py.compat.backend import symbolic

        return symbolic.call(function, *args, **kwargs)

    STEPS[function.__name__] = call
    return call  # type: ignore[return-value]


def as_tensor(x: Any) -> Any:
    """A tensor or NumPy array for a value accepted by the tensor rule; numbers have no shape."""
    from keras import ops

    return x if hasattr(x, "dtype") else ops.convert_to_tensor(x)


def to_tensor(x: Any) -> Any:
    """A tensor for a value accepted by the tensor rule, including NumPy arrays."""
    from keras import ops

    return x if is_tensor(x) else ops.convert_to_tensor(x)


def within(x: Any, axes: int | tuple[int, ...], argument: str) -> tuple[int, ...]:
    """Axes of a tensor as non-negative numbers from 0.

    Raises:
        ArgumentError: there is no such axis.
    """
    rank = len(x.shape)
    several = axes if isinstance(axes, tuple) else (axes,)
    for axis in several:
        if not -rank <= axis < rank:
            number = axis + 1 if axis >= 0 else axis
            raise ArgumentError(f"`{argument}` must be among the {rank} axes, not {number}.")
    return tuple(axis % rank for axis in several)


def as_float(x: Any) -> Any:
    """The same tensor; integers and logical values are converted to Keras's float type."""
    import keras

    x = as_tensor(x)
    if keras.backend.is_float_dtype(keras.backend.standardize_dtype(x.dtype)):
        return x
    return keras.ops.cast(x, keras.config.floatx())
