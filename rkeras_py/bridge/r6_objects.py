"""Objects that R6 made itself, by ``$new()``, where Keras wants a callback or a constraint."""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import rapi
from rkeras_py.bridge.functions import RFunction, RObject
from rkeras_py.bridge.rapi import SEXP


def _helper(name: str) -> RFunction:
    return RFunction(rapi.find(name))


def callback(x: SEXP, arrays: bool = False) -> Any:
    """A callback whose hooks are the R6 object's; its fields are those of the R6 object."""
    from rkeras_py.compat.callbacks.functions import ObjectCallback

    held, assign = RObject(x), _helper("r6_assign")
    return ObjectCallback(_helper("r6_hooks")(held) or {}, lambda n, v: assign(held, n, v))


def constraint(x: SEXP, arrays: bool = False) -> Any:
    from rkeras_py.compat.constraints import function_constraint

    parts = _helper("r6_constraint")(RObject(x))
    return function_constraint(parts["name"], parts["call"], parts["config"] or {})


def no_layer(x: SEXP, arrays: bool = False) -> Any:
    """An object over ``KerasLayer`` that was made with ``$new()``, which Keras knows nothing of."""
    name = rapi.classes(x)[0]
    raise TypeError(
        f"an object of {name}$new() is no layer: make it with create_layer({name}, ...)"
    )
