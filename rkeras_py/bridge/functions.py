"""R functions as Python callables, and R objects that Python only passes on."""

from __future__ import annotations

import inspect
from typing import Any

from rkeras_py.bridge import rapi
from rkeras_py.bridge.rapi import SEXP, Held
from rkeras_py.convert.named import UNNAMED
from rkeras_py.registry.define import REGISTRY

_lib = rapi.lib


class RObject:
    """An R object without a Python form; it comes back to R as it was."""

    def __init__(self, sexp: SEXP) -> None:
        self._held = Held(sexp)

    @property
    def sexp(self) -> SEXP:
        return self._held.sexp

    def __deepcopy__(self, memo: Any) -> RObject:
        """Itself, as of Python's own functions: copies must not release R's object twice."""
        return self

    def __copy__(self) -> RObject:
        return self

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class RFunction(RObject):
    """An R function that Python can call, from any thread.

    The R code runs on R's thread. An R error raises ``RError``.
    """

    def __init__(self, sexp: SEXP) -> None:
        with rapi.Frame() as frame:
            super().__init__(frame.keep(_outside_pipe(sexp)))
        name = rapi.get_attribute(sexp, "py_function_name")
        named = rapi.typeof(name) == rapi.STR
        self._name = (rapi.string(_lib.STRING_ELT(name, 0)) or "") if named else None
        self.__signature__ = _signature(sexp)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        from rkeras_py.bridge import pump

        return pump.call_r(self, args, kwargs)

    @property
    def __name__(self) -> str:
        """The name that R code gave it, or of the variable it was assigned to where it was made."""
        if self._name is None and rapi.on_main_thread():
            with rapi.Frame() as frame:
                call = frame.keep(rapi.make_call(rapi.find("bound_name"), [self.sexp]))
                self._name = rapi.strings(rapi.evaluate(call))[0]
        return UNNAMED if self._name is None else self._name

    def reads_symbolic(self) -> bool:
        """Whether the R code reads symbolic tensors from around it; asked on R's thread."""
        with rapi.Frame() as frame:
            call = frame.keep(rapi.make_call(rapi.find("reads_symbolic"), [self.sexp]))
            return bool(_lib.LOGICAL(rapi.evaluate(call))[0])


class BridgeFunction:
    """A function of R's side of the bridge by name, which R's thread looks up."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    @property
    def sexp(self) -> SEXP:
        return rapi.find(self.__name__)

    def __call__(self, *args: Any) -> Any:
        from rkeras_py.bridge import pump

        return pump.call_r(self, args, {})


def _outside_pipe(sexp: SEXP) -> SEXP:
    """A closure without the environment that magrittr's pipe made for ``.``.

    In ``model %>% compile(loss = function(y_true, y_pred) ...)`` that environment holds the model,
    which holds the loss: neither language could ever release them.
    """
    if rapi.typeof(sexp) != rapi.CLO:
        return sexp
    env = rapi.entries.environment_of(sexp)
    if env in (_lib.R_GlobalEnv, rapi.namespace()):
        return sexp
    with rapi.Frame() as frame:
        return rapi.evaluate(frame.keep(rapi.make_call(rapi.find("outside_pipe"), [sexp])))


def _signature(sexp: SEXP) -> inspect.Signature:
    """The formals of an R closure; ``...`` accepts anything."""
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
            parameters.append(kind(name, kind.POSITIONAL_OR_KEYWORD, default=default))
        cell = _lib.CDR(cell)
    if dots:
        parameters.append(kind("dots", kind.VAR_KEYWORD))
    return inspect.Signature(parameters)


def _optional(parameters: list[inspect.Parameter]) -> bool:
    return bool(parameters) and parameters[-1].default is not inspect.Parameter.empty


_api_functions: dict[int, Any] = {}


def api_function(sexp: SEXP) -> Any:
    """The API's Python function when ``sexp`` is its R wrapper, else ``None``.

    Keras then sees its own losses, metrics and layers where a script passes R's functions.
    """
    if rapi.typeof(sexp) != rapi.CLO or rapi.entries.environment_of(sexp) != rapi.namespace():
        return None
    if not _api_functions:
        for name, function in REGISTRY.items():
            wrapper = rapi.find(name)
            if wrapper != rapi.ffi.NULL:
                _api_functions[_address(wrapper)] = function.python
    return _api_functions.get(_address(sexp))


def _address(sexp: SEXP) -> int:
    return int(rapi.ffi.cast("uintptr_t", sexp))
