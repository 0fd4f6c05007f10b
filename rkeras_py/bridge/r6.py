"""R6 classes as Python classes.

``initialize`` is ``__init__``; fields are class attributes, active bindings are properties.
Methods are R functions that find ``self``, ``super`` and ``private`` where R6 has them: in the
environment that encloses them, one for each object and class.
"""

from __future__ import annotations

import inspect
import weakref
from typing import Any

from rkeras_py.bridge import rapi
from rkeras_py.bridge.functions import RFunction, RObject
from rkeras_py.bridge.rapi import SEXP

_STATE = "_rkeras_r6"  # of an object: its enclosing environments, by class

_classes: weakref.WeakValueDictionary[int, type] = weakref.WeakValueDictionary()


def python_class(generator: SEXP, arrays: bool = False) -> type:
    """The Python class of an R6 class; the same one each time.

    Raises:
        TypeError: it inherits from something that is no class.
    """
    address = int(rapi.ffi.cast("uintptr_t", generator))
    known = _classes.get(address)
    if known is None:
        known = _classes[address] = _make(RObject(generator))
    return known


def _helper(name: str) -> RFunction:
    return RFunction(rapi.find(name))


def _make(generator: RObject) -> type:
    parts = _helper("r6_parts")(generator)
    name, parent = parts["name"] or "R6Class", parts["parent"]
    if parent is not None and not isinstance(parent, type):
        raise TypeError(f"the R6 class {name} must inherit from a class, not from {parent!r}")
    source = _Source(generator)
    members: dict[str, Any] = {"_r_source": source, "__module__": "R6", **(parts["fields"] or {})}
    for key, function in (parts["methods"] or {}).items():
        members[_python_name(key)] = source.method(key, function)
    for key, function in (parts["active"] or {}).items():
        members[key] = source.active(key, function)
    return type(name, (parent or object,), members)


def _python_name(name: str) -> str:
    return "__init__" if name == "initialize" else name


class _Source:
    """The R side of one class."""

    def __init__(self, generator: RObject) -> None:
        self._generator = generator
        self._call = _helper("r6_call")
        self._enclosure = _helper("r6_enclosure")
        self._new_private = _helper("r6_private")

    def method(self, name: str, function: RFunction) -> Any:
        """A Python method whose body is the R function."""

        def method(*args: Any, **kwargs: Any) -> Any:
            value = self._call(function, self._environment(args[0]), *args[1:], **kwargs)
            return None if name == "initialize" else value  # Python takes no other

        method.__name__ = method.__qualname__ = _python_name(name)
        own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
        formals = inspect.signature(function).parameters.values()
        method.__signature__ = inspect.Signature([own, *formals])  # type: ignore[attr-defined]
        return method

    def active(self, name: str, function: RFunction) -> property:
        """A property: the R function is called without a value to read, with one to set."""
        method = self.method(name, function)
        return property(method, method)

    def _environment(self, instance: Any) -> RObject:
        """The R environment that encloses this class's methods for one object."""
        state = vars(instance).get(_STATE)
        if state is None:
            # A weak reference: R's environments must not keep the object alive that keeps them.
            reference = weakref.ref(instance)
            private = self._new_private()
            state = {
                source: source._enclose(owner, reference, private)
                for owner in reversed(type(instance).__mro__)
                if (source := vars(owner).get("_r_source"))
            }
            vars(instance)[_STATE] = state
        found: RObject = state[self]
        return found

    def _enclose(self, owner: type, reference: Any, private: RObject) -> RObject:
        found: RObject = self._enclosure(
            self._generator, private, reference, lambda: Super(owner, reference())
        )
        return found


class Super:
    """``super`` in a method: what the object would be without this class and those below it."""

    def __init__(self, owner: type, instance: Any) -> None:
        self._super = super(owner, instance)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._super, _python_name(name))
