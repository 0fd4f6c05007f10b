"""How an API function is defined: once, typed, for both languages.

``@export`` reads the conversion rules from the annotations, checks every argument with them, and
adds the function to ``REGISTRY``, from which the R code is generated.
"""

from __future__ import annotations

import functools
import inspect
import keyword
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, overload

from rkeras_py.compat.backends import check_backend, without_tensorflow
from rkeras_py.convert import terms
from rkeras_py.convert.describe import describe, near_matches
from rkeras_py.convert.known import FAMILIES
from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.rule import ArgumentError, Rule
from rkeras_py.convert.scalars import BoolRule, FloatRule, IntRule, StrRule
from rkeras_py.engine import host
from rkeras_py.registry import argument_texts, python_texts, references

F = TypeVar("F", bound=Callable[..., Any])


_PLAIN: dict[Any, Rule] = {bool: BoolRule(), int: IntRule(), float: FloatRule(), str: StrRule()}


@dataclass(frozen=True)
class Function:
    """An exported function: the gate calls it, and the generator writes its R wrapper."""

    name: str
    python: Callable[..., Any]  # checks its arguments
    declared: Callable[..., Any]  # as it was written
    module: str
    family: str = ""
    waits: bool = True  # until Keras and TensorFlow are imported
    long: bool = False  # may take long, so it runs on a worker thread
    training: bool = False  # takes long and runs the user's losses, layers and callbacks
    forks: bool = False  # works in child processes of parallel::mclapply()
    invisible: bool = False  # R returns its value invisibly
    generic: str | None = None  # this is a method of the S3 generic
    r_class: str | None = None  # ... for this class
    r_result: str | None = None  # R function that converts the result
    r_defaults: Mapping[str, str] = field(default_factory=dict)

    # Annotations are evaluated when a function is first used, because library(keras) defines all.

    @functools.cached_property
    def signature(self) -> inspect.Signature:
        return inspect.signature(self.declared)

    @functools.cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        return _parameters(self.declared, self.signature)

    @functools.cached_property
    def keywords(self) -> tuple[str, ...]:
        """Parameters such as ``from``, which must be called ``from_`` in Python."""
        return tuple(p.name for name, p in self.parameters.items() if name != p.name)

    @functools.cached_property
    def target(self) -> str | None:
        """The first parameter if it is optional although required ones follow: a pipe fills it."""
        first = next(iter(self.parameters.values()), None)
        if first and first.nullable and first.rule and first.default is inspect.Parameter.empty:
            return first.name
        return None

    def unbound(self, problem: TypeError, args: Sequence[Any], named: Mapping[str, Any]) -> str:
        """Why arguments from Python do not fit the signature: first a name that it lacks."""
        unknown = next((name for name in named if name not in self.parameters), None)
        if unknown is not None and not self.takes_more:
            near = near_matches(unknown, list(self.parameters))
            return f"got an unexpected keyword argument {unknown!r}{'.' + near if near else ''}"
        if str(problem) == _TOO_MANY:
            limit = len(self.parameters)
            return f"takes at most {limit} argument{'s' * (limit > 1)}, not {len(args)}"
        return f"{problem}{terms.in_python(self.hint(problem))}"

    def hint(self, problem: TypeError) -> str:
        """A hint about the first argument if it is missing, or another one is in its position."""
        first = next(iter(self.parameters.values()), None)
        if not first or not first.rule or not str(problem).startswith(_MISSING):
            return ""
        if str(problem) == f"{_MISSING}{first.name!r}":
            return f", which must be {first.rule.name}"
        return f"; the first one is {first.name!r}: {first.rule.name}" if self.target else ""

    @functools.cached_property
    def defaults(self) -> dict[str, Any]:
        """Defaults that must be converted for the body, such as axes that start at 1."""
        return {
            name: p.accept(p.default)
            for name, p in self.parameters.items()
            if p.rule and p.rule.reads_default and p.default is not inspect.Parameter.empty
        }

    @property
    def doc(self) -> str:
        """The docstring, completed with usual descriptions of arguments and with references."""
        doc = inspect.getdoc(self.declared) or ""
        doc = argument_texts.complete(doc, self.signature, self.name, self.family)
        return references.complete(doc, self.name)

    @property
    def python_doc(self) -> str:
        """The docstring for Python's help()."""
        known = {function.python.__name__ for function in REGISTRY.values()}
        return python_texts.in_python(self.doc, known)

    @property
    def takes_more(self) -> bool:
        """Whether the function has ``...`` in R."""
        return any(p.is_variadic for p in self.parameters.values())

    def wants_arrays(self, argument: str) -> bool:
        """Whether R vectors for this argument are data, to be passed as NumPy arrays."""
        parameter = self.parameters.get(argument)
        return parameter is not None and parameter.rule is not None and parameter.rule.arrays

    def call(self, positional: Sequence[Any], named: Mapping[str, Any]) -> Any:
        """Call with arguments from R: those with formals are named, the others are ``...``."""
        if positional and not any(
            p.kind is inspect.Parameter.VAR_POSITIONAL for p in self.parameters.values()
        ):
            raise ArgumentError(f"unused argument ({describe(positional[0])})")
        if not positional:
            return self.python(**named)
        # Python fills the parameters before *args first, but they were passed by name.
        before: list[Any] = []
        named = dict(named)
        for parameter in self.parameters.values():
            if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
                break
            before.append(named.pop(parameter.name, parameter.default))
        return self.python(*before, *positional, **named)


#: Python's messages for a missing argument, and for too many arguments.
_MISSING = "missing a required argument: "
_TOO_MANY = "too many positional arguments"


REGISTRY: dict[str, Function] = {}


def function_of(python: Any) -> Function | None:
    """The exported function of a Python callable, or ``None``."""
    return getattr(python, "__rkeras__", None)


@overload
def export(function: F) -> F: ...


@overload
def export(
    *,
    name: str = ...,
    family: str = ...,
    waits: bool = ...,
    long: bool = ...,
    training: bool = ...,
    forks: bool = ...,
    invisible: bool = ...,
    method: tuple[str, str] | None = ...,
    r_result: str | None = ...,
    r_defaults: Mapping[str, str] = ...,
    call: Callable[..., Any] | None = ...,
) -> Callable[[F], F]: ...


def export(
    function: Any = None,
    *,
    name: str = "",
    family: str = "",
    waits: bool = True,
    long: bool = False,
    training: bool = False,
    forks: bool = False,
    invisible: bool = False,
    method: tuple[str, str] | None = None,
    r_result: str | None = None,
    r_defaults: Mapping[str, str] = types.MappingProxyType({}),
    call: Callable[..., Any] | None = None,
) -> Any:
    """Make a function part of the API.

    Args:
        name: Its name in R if Python needs another one.
        family: Its family (``"loss"``, ``"metric"``, ...).
        waits: Needs Keras or TensorFlow; called from R, it waits until they are imported.
        long: May take long; called from R, it runs on a worker thread.
        training: Takes long and runs the user's losses, layers and callbacks; called from R, it
            runs on R's thread if those need it.
        forks: Uses only NumPy and Python, so it works in a forked process, which has no TensorFlow
            threads.
        invisible: R returns the value without printing it.
        method: ``(generic, class)`` if it is an S3 method in R.
        r_result: R function that is applied to the value in R.
        r_defaults: R code of defaults that Python cannot express.
        call: Called with the accepted arguments instead of the function's body.
    """
    if function is None:
        return functools.partial(
            export,
            name=name,
            family=family,
            waits=waits,
            long=long,
            training=training,
            forks=forks,
            invisible=invisible,
            method=method,
            r_result=r_result,
            r_defaults=r_defaults,
            call=call,
        )
    body = call or function

    @functools.wraps(function)
    def checked(*args: Any, **kwargs: Any) -> Any:
        try:
            return run(args, kwargs)
        except ArgumentError as error:
            if not terms.for_r():
                error.args = (terms.in_python(str(error), exported.keywords),)
            raise

    def run(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        parameters = exported.parameters
        for word in exported.keywords:
            if word in kwargs:
                kwargs[f"{word}_"] = kwargs.pop(word)
        if exported.target and not args and exported.target not in kwargs:
            kwargs[exported.target] = None
        try:
            bound = exported.signature.bind(*args, **kwargs)
        except TypeError as problem:
            text = exported.unbound(problem, args, kwargs)
            raise TypeError(f"{checked.__name__}() {text}") from None
        for key, value in bound.arguments.items():
            parameter = parameters[key]
            if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                for extra in value:
                    if extra in parameters:
                        raise TypeError(f"{checked.__name__}() got {extra!r} twice")
            elif parameter.kind is not inspect.Parameter.VAR_POSITIONAL:
                bound.arguments[key] = parameter.accept(value)
        for key, value in exported.defaults.items():
            bound.arguments.setdefault(key, value)
        if exported.waits:
            check_backend(exported.name)
        try:
            if exported.long:
                work = functools.partial(body, *bound.args, **bound.kwargs)
                return host.current().run_training(work, bound.arguments.values())
            return body(*bound.args, **bound.kwargs)
        except ModuleNotFoundError as problem:
            if problem.name != "tensorflow":
                raise
            raise without_tensorflow(f"{exported.name}()") from problem

    exported = Function(
        name=name or function.__name__,
        python=checked,
        declared=function,
        module=function.__module__,
        family=family,
        waits=waits,
        long=long or training,
        training=training,
        forks=forks,
        invisible=invisible,
        generic=method[0] if method else None,
        r_class=method[1] if method else None,
        r_result=r_result,
        r_defaults=r_defaults,
    )
    checked.__rkeras__ = exported  # type: ignore[attr-defined]
    REGISTRY[exported.name] = exported
    if family:
        FAMILIES.setdefault(family, set()).add(exported.name)
    return checked


def _parameters(function: Callable[..., Any], signature: inspect.Signature) -> dict[str, Parameter]:
    try:
        hints = typing.get_type_hints(function, include_extras=True)
    except NameError as error:
        error.add_note(f"It is in an annotation of {function.__name__}(), {function.__module__}.")
        raise
    return {
        name: Parameter(name_in_r(name), *rule_of(hints.get(name, Any)), p.default, p.kind)
        for name, p in signature.parameters.items()
    }


def name_in_r(name: str) -> str:
    """A parameter's name in R; Python keywords have a trailing ``_`` in Python."""
    return name[:-1] if name.endswith("_") and keyword.iskeyword(name[:-1]) else name


def rule_of(annotation: Any) -> tuple[Rule | None, bool]:
    """The rule in an annotation, and whether it allows ``None``."""
    if annotation in _PLAIN:
        return _PLAIN[annotation], False
    if get_origin(annotation) is Annotated:
        base, *extras = get_args(annotation)
        rule = next((extra for extra in extras if isinstance(extra, Rule)), None)
        return rule or rule_of(base)[0], type(None) in get_args(base)
    if get_origin(annotation) in (Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        rules = [rule_of(option)[0] for option in options]
        rule = rules[0] if len(rules) == 1 else None
        return rule, len(options) < len(get_args(annotation))
    return None, True
