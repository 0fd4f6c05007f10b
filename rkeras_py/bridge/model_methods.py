"""Explains errors of Keras's own methods of models, which R calls with ``model$fit(...)``."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from rkeras_py.convert.rule import ArgumentError


def told(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method that trains or uses a model; if it fails because of its data, the error says so.

    These methods accept whatever Keras accepts, so nothing is checked before.
    """

    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return method(*args, **kwargs)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            if not isinstance(error, ArgumentError):
                _check(method, args, kwargs, error)
            raise

    return call


def _check(method: Any, args: Any, kwargs: Any, error: Exception) -> None:
    """Raises:
    ArgumentError: what is wrong with the data.
    """
    import keras

    from rkeras_py.engine.checks import check_compiled, check_data, check_input
    from rkeras_py.engine.generators import with_arrays

    model = getattr(method, "__self__", None)
    try:
        given = inspect.signature(method).bind_partial(*args, **kwargs).arguments
    except TypeError:
        return
    if not isinstance(model, keras.Model):
        return
    x, *rest = (with_arrays(given.get(name)) for name in ("x", "y", "sample_weight"))
    try:
        if method.__name__ == "predict":
            check_input(model, x)
        else:
            check_compiled(model)
            check_data(model, x, *rest)
    except ArgumentError as problem:
        raise problem from error
