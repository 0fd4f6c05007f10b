"""The Python side of R's functions for custom layers and models."""

from __future__ import annotations

import inspect
import operator
import weakref
from typing import Any

from rkeras_py.bridge import r6, r_objects
from rkeras_py.bridge.functions import RFunction
from rkeras_py.bridge.gate import internal
from rkeras_py.compat.backend.learning_phase import note


@internal(".keras_class", waits=True)
def keras_class(path: str) -> Any:
    import keras

    return operator.attrgetter(path)(keras)


@internal(".parameters")
def parameters(kind: Any) -> dict[str, list[Any]]:
    """The arguments of a class's constructor, and which of them are optional."""
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    found = inspect.signature(kind).parameters.values()
    named = [p for p in found if p.kind not in variadic]
    names = [p.name for p in named] + ["..."] * any(p.kind in variadic for p in found)
    optional = [p.default is not inspect.Parameter.empty for p in named]
    return {"names": names, "optional": optional + [False] * (len(names) - len(named))}


@internal(".create_layer", waits=True)
def create_layer(layer_class: Any, target: Any, args: Any) -> Any:
    """Create a layer of an R or Python class, and compose it with ``target``."""
    from rkeras_py.api.layers import custom

    takes_all, own = False, frozenset[str]()
    if isinstance(layer_class, type) and any(map(r6.is_r, layer_class.__mro__)):
        takes_all, own = True, frozenset(inspect.signature(layer_class).parameters)
    return custom.create_layer(layer_class, target, args or {}, own, takes_all)


@internal(".custom_model", waits=True)
def custom_model(model_fn: Any, name: str | None) -> Any:
    from rkeras_py.compat.models.custom_models import RModel
    from rkeras_py.convert.objects import CallableRule
    from rkeras_py.convert.parameter import accept
    from rkeras_py.convert.scalars import StrRule

    accept(CallableRule(), "model_fn", model_fn, nullable=False)
    model = note(RModel(model_fn, accept(StrRule(), "name", name)))
    function = model._rkeras_function
    if isinstance(function, RFunction) and isinstance(model_fn, RFunction):
        reference = weakref.ref(model)
        RFunction(r_objects.find("weaken_self"))(function, model_fn, lambda: reference())
    return model
