"""R functions as Python callables."""

from __future__ import annotations

import inspect
from typing import Any

from rkeras_py.bridge import pump, r_objects, rapi, to_python
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.bridge.rapi import SEXP
from rkeras_py.convert.places import UNNAMED
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

_lib = rapi.lib


class RFunction(RObject):
    """An R function that Python can call, from any thread.

    The R code runs on R's thread. An R error raises ``RError``.
    """

    def __init__(self, sexp: SEXP) -> None:
        with rapi.ProtectionScope() as scope:
            super().__init__(scope.protect(_outside_pipe(sexp)))
        name = rapi.get_attribute(sexp, "py_function_name")
        named = rapi.typeof(name) == rapi.STR
        self._name = (rapi.string(_lib.STRING_ELT(name, 0)) or "") if named else None
        self.__signature__ = _signature(sexp)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return pump.call_r(self, args, kwargs)

    @property
    def __name__(self) -> str:
        """The name set by R code, or the name of the variable that the function was assigned to."""
        if self._name is None and rapi.on_main_thread():
            with rapi.ProtectionScope() as scope:
                call = scope.protect(rapi.make_call(r_objects.find("bound_name"), [self.sexp]))
                self._name = rapi.strings(rapi.evaluate(call))[0]
        return UNNAMED if self._name is None else self._name

    def reads_symbolic(self) -> bool:
        """Whether the R code uses symbolic tensors of its environment. Only on R's thread."""
        with rapi.ProtectionScope() as scope:
            call = scope.protect(rapi.make_call(r_objects.find("reads_symbolic"), [self.sexp]))
            return bool(_lib.LOGICAL(rapi.evaluate(call))[0])


class BridgeFunction:
    """A function of the bridge's R side, by name; R's thread looks it up."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    @property
    def sexp(self) -> SEXP:
        return r_objects.find(self.__name__)

    def __call__(self, *args: Any) -> Any:
        return pump.call_r(self, args, {})


def _outside_pipe(sexp: SEXP) -> SEXP:
    """A closure without the environment that magrittr's pipe created for ``.``.

    In ``model %>% compile(loss = function(y_true, y_pred) ...)`` that environment holds the model,
    which holds the loss: neither language could release them.
    """
    if rapi.typeof(sexp) != rapi.CLO:
        return sexp
    env = rapi.entries.environment_of(sexp)
    if env in (_lib.R_GlobalEnv, r_objects.namespace()):
        return sexp
    with rapi.ProtectionScope() as scope:
        return rapi.evaluate(scope.protect(rapi.make_call(r_objects.find("outside_pipe"), [sexp])))


def _signature(sexp: SEXP) -> inspect.Signature:
    """The formals of an R closure; ``...`` accepts anything, formals after it are keyword-only."""
    kind = inspect.Parameter
    if rapi.typeof(sexp) != rapi.CLO:
        return inspect.Signature(
            [kind("args", kind.VAR_POSITIONAL), kind("kwargs", kind.VAR_KEYWORD)]
        )
    parameters: list[inspect.Parameter] = []
    dots = False
    cell = rapi.entries.formals_of(sexp)
    while cell != _lib.R_NilValue:
        name = rapi.string(_lib.PRINTNAME(_lib.TAG(cell))) or ""
        if name == "...":
            dots = True
        elif name.isidentifier():
            required = _lib.CAR(cell) == _lib.R_MissingArg
            default = kind.empty if required and not _optional(parameters) else None
            place = kind.KEYWORD_ONLY if dots else kind.POSITIONAL_OR_KEYWORD
            parameters.append(kind(name, place, default=default))
        cell = _lib.CDR(cell)
    if dots:
        parameters.append(kind("dots", kind.VAR_KEYWORD))
    return inspect.Signature(parameters)


def _optional(parameters: list[inspect.Parameter]) -> bool:
    return bool(parameters) and parameters[-1].default is not inspect.Parameter.empty


_api_functions: dict[int, Any] = {}


def api_function(sexp: SEXP) -> Any:
    """The API's Python function if ``sexp`` is its R wrapper, otherwise ``None``.

    So Keras gets its own losses, metrics and layers if a script passes R's functions.
    """
    if rapi.typeof(sexp) != rapi.CLO or rapi.entries.environment_of(sexp) != r_objects.namespace():
        return None
    if not _api_functions:
        for name, function in REGISTRY.items():
            wrapper = r_objects.find(name)
            if wrapper != rapi.ffi.NULL:
                _api_functions[_address(wrapper)] = function.python
    return _api_functions.get(_address(sexp))


def _address(sexp: SEXP) -> int:
    return int(rapi.ffi.cast("uintptr_t", sexp))


def _reject_standard(sexp: SEXP) -> None:
    """Refuse one of R's own functions as data: the user's variable does not exist.

    Raises:
        ArgumentError: names the function.
    """
    with rapi.ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(r_objects.find("standard_function"), [sexp]))
        (name,) = rapi.strings(rapi.evaluate(call))
    if name is not None:
        raise ArgumentError(f"there is no such variable, only R's function {name}().")


@to_python.of_types(*rapi.FUNCTIONS)
def to_callable(sexp: SEXP, arrays: bool = False) -> Any:
    """The Python function that an R function wraps, or a new callable."""
    found = api_function(sexp)
    if found is None:
        found = RFunction(sexp)
        if arrays:
            _reject_standard(sexp)
            _ = (
                found.__name__
            )  # a generator may be called by other threads, which cannot look it up
    return found


@to_python.of_classes("formula")
def of_formula(sexp: SEXP, arrays: bool = False) -> Any:
    """The function that ``~ .x + 1`` denotes; a two-sided formula stays an R object."""
    if _lib.Rf_length(sexp) != 2:
        return RObject(sexp)
    with rapi.ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(r_objects.find("formula_function"), [sexp]))
        return RFunction(scope.protect(rapi.evaluate(call)))
