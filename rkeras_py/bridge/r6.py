"""R6 classes as Python classes.

``initialize`` is ``__init__``; fields are class attributes, active bindings are properties.
Methods are R functions that find ``self``, ``super`` and ``private`` in the same place as in R6: in
their enclosing environment, one for each object and class.
"""

from __future__ import annotations

import functools
import inspect
import types
import weakref
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge import r_objects, rapi, to_python
from rkeras_py.bridge.functions import RFunction
from rkeras_py.bridge.handles import Kept
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.bridge.rapi import SEXP
from rkeras_py.convert.places import inside, place_of

_STATE = "_rkeras_r6"  # attribute with an object's enclosing environments, by class
_PRIVATE = "_rkeras_private"  # attribute of a copy: its private fields
_OPTIONS = "_rkeras_options"  # attribute with arguments for the Python base class

#: The roles of Keras classes, by the names of their bases; models are layers, too.
_ROLES = (
    "model", "layer", "callback", "metric", "loss", "optimizer", "learningrateschedule",
    "initializer", "regularizer", "constraint",
)  # fmt: skip

_POSITIONAL = inspect.Parameter.POSITIONAL_OR_KEYWORD
_BY_NAME = (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD)

_classes: weakref.WeakValueDictionary[int, type] = weakref.WeakValueDictionary()


@to_python.of_classes("R6ClassGenerator")
def python_class(generator: SEXP, arrays: bool = False) -> type:
    """The Python class of an R6 class; always the same one.

    Raises:
        TypeError: it inherits from something that is not a class.
    """
    address = int(rapi.ffi.cast("uintptr_t", generator))
    known = _classes.get(address)
    if known is None:
        known = _classes[address] = _make(RObject(generator))
    return known


def _helper(name: str) -> RFunction:
    return RFunction(r_objects.find(name))


def _make(generator: RObject) -> type:
    parts = _helper("r6_parts")(generator)
    if parts["base"]:
        base: type = _subclassing().base(parts["base"])
        return base
    name = parts["name"] or "R6Class"
    parents = parts["parent"] if isinstance(parts["parent"], list) else [parts["parent"] or object]
    for parent in parents:
        if not isinstance(parent, type):
            raise TypeError(f"the R6 class {name} must inherit from a class, not from {parent!r}")
    bases = tuple(parents)
    source = _Source(generator, _options(bases), parts["convert"])
    members: dict[str, Any] = {
        "_rkeras_source": source,
        "__module__": "R6",
        **(parts["fields"] or {}),
    }
    members["__getstate__"] = _state
    for key, function in (parts["methods"] or {}).items():
        python = isinstance(function, RFunction)
        members[_python_name(key)] = source.method(key, function) if python else function
    for key, function in (parts["active"] or {}).items():
        members[key] = source.active(key, function)
    if of_keras(bases):
        members |= _subclassing().additions(members, bases)
    return type(name, bases, members)


def _subclassing() -> Any:
    from rkeras_py.compat.models import subclassing

    return subclassing


def of_keras(bases: tuple[type, ...]) -> bool:
    """Whether one of these classes is a Keras class or inherits from one."""
    ancestors = (ancestor for base in bases for ancestor in base.__mro__)
    return any(ancestor.__module__.split(".")[0] == "keras" for ancestor in ancestors)


def _options(bases: tuple[type, ...]) -> frozenset[str]:
    """The named arguments of the Python base classes."""
    names: set[str] = set()
    for ancestor in (ancestor for base in bases for ancestor in base.__mro__):
        initialize = vars(ancestor).get("__init__")
        if initialize is not None and ancestor is not object and not is_r(ancestor):
            parameters = list(inspect.signature(initialize).parameters.values())[1:]
            variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
            names |= {p.name for p in parameters if p.kind not in variadic}
    return frozenset(names)


def is_r(kind: type) -> bool:
    """Whether this class itself is written in R."""
    return "_rkeras_source" in vars(kind)


def _state(instance: Any) -> dict[str, Any]:
    """The state for a copy: everything except R's environments, whose ``self`` is the original."""
    state = dict(vars(instance))
    environments = state.pop(_STATE, None)
    if environments:
        state[_PRIVATE] = _helper("r6_private_fields")(next(iter(environments.values()))) or {}
    return state


def _python_name(name: str) -> str:
    return "__init__" if name == "initialize" else name


class _Source:
    """The R side of one class."""

    def __init__(self, generator: RObject, options: frozenset[str], convert: bool) -> None:
        self._generator = generator
        self._options = options
        self._convert = convert
        self._call = _helper("r6_call")
        self._enclosure = _helper("r6_enclosure")
        self._new_private = _helper("r6_private")
        self._assign = _helper("r6_assign")

    def method(self, name: str, function: RFunction) -> Any:
        """A Python method whose body is the R function."""
        if _python_name(name) == "__init__":
            return self._initializer(name, function)

        formals, first = _formals(function)
        parameters = list(formals.values())
        dots = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in parameters)
        unnamed = name == "call" and dots and all(p.kind in _BY_NAME for p in parameters)
        if unnamed:
            parameters.insert(0, inspect.Parameter("inputs", _POSITIONAL))  # accepted by ...

        def method(*args: Any, **kwargs: Any) -> Any:
            own = args[0]
            if dots:  # Keras passes bound arguments by name, too
                kwargs |= kwargs.pop("kwargs", {})
            if unnamed and "inputs" in kwargs:
                args = (own, kwargs.pop("inputs"), *args[1:])
            environment = self._environment(own)
            if not self._convert:
                args = (*args[:1], *map(Kept, args[1:]))
                kwargs = {name: Kept(value) for name, value in kwargs.items()}
            with inside(lambda: _place(name, type(own))):
                return self._call(function, environment, *args[first:], **kwargs)

        return _described(method, name, parameters)

    def _initializer(self, name: str, function: RFunction) -> Any:
        """``__init__``, which also accepts the arguments of the Python base class.

        Arguments that R's function does not have are stored for ``super$initialize()``.
        """
        formals, first = _formals(function)
        takes_all = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in formals.values())

        def initialize(*args: Any, **kwargs: Any) -> None:
            instance = args[0]
            if type(instance).__init__ is initialize and self._options:
                _subclassing().keep_given(instance, {*list(formals)[: len(args) - 1], *kwargs})
            options = {**vars(instance).pop(_OPTIONS, {}), **kwargs}
            kept = {n: options.pop(n) for n in list(options) if not takes_all and n not in formals}
            vars(instance)[_OPTIONS] = {n: v for n, v in kept.items() if n in self._options}
            unknown = {n: v for n, v in kept.items() if n not in self._options}
            if type(instance).__init__ is initialize and hasattr(instance, "_rkeras_prepare"):
                instance._rkeras_prepare(**vars(instance).pop(_OPTIONS))
            with inside(lambda: _place(name, type(instance))):
                self._call(
                    function, self._environment(instance), *args[first:], **options, **unknown
                )

        parameters = list(formals.values())
        if self._options and not takes_all:
            parameters.append(inspect.Parameter("dots", inspect.Parameter.VAR_KEYWORD))
        return _described(initialize, "__init__", parameters)

    def active(self, name: str, function: RFunction) -> property:
        """A property: the R function is called without a value to get, with one to set."""
        method = self.method(name, function)
        return property(method, method)

    def _environment(self, instance: Any) -> RObject:
        """The R environment that encloses this class's methods for one object."""
        state = vars(instance).get(_STATE)
        if state is None:
            # A weak reference: the object keeps R's environments alive, not the reverse.
            reference = weakref.ref(instance)
            private = self._new_private(reference)
            state = {
                source: source.enclose(owner, reference, private)
                for owner in reversed(type(instance).__mro__)
                if (source := vars(owner).get("_rkeras_source"))
            }
            for name, value in vars(instance).pop(_PRIVATE, {}).items():
                self._assign(private, name, value)
            vars(instance)[_STATE] = state
        found: RObject = state[self]
        return found

    def enclose(self, owner: type, reference: Any, private: RObject) -> RObject:
        found: RObject = self._enclosure(
            self._generator, private, reference, lambda: Super(owner, reference())
        )
        return found


def _formals(function: RFunction) -> tuple[dict[str, inspect.Parameter], int]:
    """The formals of a method without `self`, and the index of R's first argument.

    `self` is available without being a formal; classes in Python's style name it first.
    """
    formals = dict(inspect.signature(function).parameters)
    if next(iter(formals), None) != "self":
        return formals, 1
    del formals["self"]
    return formals, 0


def _described(method: Callable[..., Any], name: str, formals: Any) -> Any:
    """The method with the name and the signature that Keras inspects."""
    method.__name__ = method.__qualname__ = _python_name(name)
    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    more = inspect.Parameter.VAR_KEYWORD  # Keras uses its name as a marker
    parameters = [p.replace(name="kwargs") if p.kind is more else p for p in formals]
    signature = inspect.Signature([own, *parameters])
    if method.__name__ == "__init__":
        method.__signature__ = signature  # type: ignore[attr-defined]
    else:  # a wrapper of the bound method would copy the attribute, including `self`
        method.__wrapped__ = types.SimpleNamespace(  # type: ignore[attr-defined]
            __signature__=signature
        )
    return method


def _place(method: str, kind: type) -> str:
    """A description of a method: "`call` of the layer `MyLayer`"."""
    of_keras = (base for base in kind.__mro__ if base.__module__.split(".")[0] == "keras")
    bases = [base.__name__.lower() for base in of_keras]
    role = next((role for role in _ROLES if role in bases), "class")
    return f"`{method}` of {place_of(role, kind)}"


class Super:
    """``super`` in a method: the object as seen by the base classes of this class.

    ``super()`` is the same, and ``super(Class, self)`` names the class.
    """

    def __init__(self, owner: type, instance: Any) -> None:
        self._rkeras_parts = owner, instance

    def __call__(self, owner: type | None = None, instance: Any = None) -> Super:
        return self if owner is None else Super(owner, instance)

    def __getattribute__(self, name: str) -> Any:
        owner, instance = object.__getattribute__(self, "_rkeras_parts")
        found = getattr(super(owner, instance), _python_name(name))
        if _python_name(name) != "__init__":
            return found
        return functools.partial(_initialize_above, instance, found)


def _initialize_above(instance: Any, initialize: Any, *args: Any, **kwargs: Any) -> None:
    """``super$initialize()``, with the arguments stored for the Python base class."""
    own = getattr(initialize, "__func__", None)
    if any(is_r(kind) and vars(kind).get("__init__") is own for kind in type(instance).__mro__):
        initialize(*args, **kwargs)
    else:
        initialize(*args, **{**vars(instance).pop(_OPTIONS, {}), **kwargs})
