"""R6 objects made with ``$new()`` that are used as callbacks or constraints."""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import r_objects, rapi, to_python
from rkeras_py.bridge.functions import RFunction
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.bridge.rapi import SEXP


def _helper(name: str) -> RFunction:
    return RFunction(r_objects.find(name))


@to_python.of_classes("KerasCallback")
def callback(x: SEXP, arrays: bool = False) -> Any:
    """A callback with the hooks and fields of the R6 object."""
    from rkeras_py.compat.callbacks.functions import ObjectCallback

    held, assign, name = RObject(x), _helper("r6_assign"), rapi.classes(x)[0]
    return ObjectCallback(_helper("r6_hooks")(held) or {}, lambda n, v: assign(held, n, v), name)


@to_python.of_classes("KerasConstraint")
def constraint(x: SEXP, arrays: bool = False) -> Any:
    from rkeras_py.compat.constraints import function_constraint

    parts = _helper("r6_constraint")(RObject(x))
    return function_constraint(parts["name"], parts["call"], parts["config"] or {})


@to_python.of_classes("KerasLayer")
def no_layer(x: SEXP, arrays: bool = False) -> Any:
    """An object of a ``KerasLayer`` subclass that was made with ``$new()``: Keras cannot use it."""
    name = rapi.classes(x)[0]
    raise TypeError(f"{name}$new() does not create a layer: use create_layer({name}, ...)")
