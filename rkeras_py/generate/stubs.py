"""``rkeras_py/__init__.pyi``: the public names with their types, for editors and type checkers."""

from __future__ import annotations

import inspect
import re
import types
import typing

from rkeras_py.generate import docstrings
from rkeras_py.registry.define import Function

_HEAD = '''\
# Generated from rkeras_py/api by `make generate`; edit there.
# ruff: noqa
# mypy: disable-error-code="overload-cannot-match"
from typing import Any, TypeVar, overload

import keras

from rkeras_py import pipe as pipe
from rkeras_py.errors import ArgumentError as ArgumentError
from rkeras_py.errors import DeviationError as DeviationError
from rkeras_py.errors import DownloadError as DownloadError
from rkeras_py.errors import RError as RError

_T = TypeVar("_T")

__version__: str

def plot_history(history: Any, metrics: Any = ..., figure: Any = ...) -> Any:
    """Plot the metrics of a training by epoch, with matplotlib."""

def r(code: str, **variables: Any) -> Any:
    """Evaluate R code in this process."""

def run_script(path: Any, **variables: Any) -> dict[str, Any]:
    """Run an R script in this process."""

def load_ipython_extension(shell: Any) -> None: ...
'''

#: Return types by family.
_FAMILIES = {
    "optimizer": "keras.optimizers.Optimizer",
    "learning_rate_schedule": "keras.optimizers.schedules.LearningRateSchedule",
    "initializer": "keras.initializers.Initializer",
    "constraint": "keras.constraints.Constraint",
    "regularizer": "keras.regularizers.Regularizer",
    "application": "keras.Model",
}

#: Return types by name; the first matching pattern applies.
_NAMES = {
    r"keras_model_sequential": "keras.Sequential",
    r"keras_model|(load|clone)_model(_hdf5|_tf)?|model_from_.*|unserialize_model": "keras.Model",
    r"callback_.*": "keras.callbacks.Callback",
    r"fit|fit_generator": "keras.callbacks.History",
    r"layer_input": "keras.KerasTensor",
}

#: Functions that return their model argument.
_SAME = {"compile", "freeze_weights", "unfreeze_weights", "load_model_weights_hdf5"}


def text(functions: list[Function]) -> str:
    """The stub: each function with the types of its arguments and its value."""
    parts = [_HEAD]
    for function in sorted(functions, key=lambda function: function.python.__name__):
        parts.append(_stub(function))
    return "\n".join(parts)


def _stub(function: Function) -> str:
    hints = typing.get_type_hints(function.declared)
    parameters = list(function.signature.parameters.values())
    name = function.python.__name__
    if function.family == "layer" and parameters[0].kind is not parameters[0].VAR_POSITIONAL:
        return _layer(function, parameters, hints)
    returned = _returned(function, hints)
    words = _parameters(parameters, hints)
    if returned == "_T":
        words[0] = f"{parameters[0].name}: _T"
    return f"def {name}({', '.join(words)}) -> {returned}:{_body(function)}\n"


def _layer(
    function: Function, parameters: list[inspect.Parameter], hints: dict[str, typing.Any]
) -> str:
    """A layer function: returns a layer, or the type of the model or tensor it is composed with."""
    first, *others = parameters
    named = [parameter for parameter in others if parameter.kind is not first.VAR_POSITIONAL]
    by_name = [parameter for parameter in named if parameter.kind is not first.VAR_KEYWORD]
    words = ", ".join(["", *_parameters(others, hints)])
    alone = ", ".join([*(["*"] if by_name else []), *_parameters(named, hints)])
    head, object = f"@overload\ndef {function.python.__name__}", first.name
    return (
        f"{head}({alone}) -> keras.layers.Layer:{_body(function)}\n"
        f"{head}({object}: keras.Sequential{words}) -> keras.Sequential: ...\n"
        f"{head}({object}: None{words}) -> keras.layers.Layer: ...\n"
        f"{head}({object}: list[Any]{words}) -> Any: ...\n"
        f"{head}({object}: _T{words}) -> _T: ...\n"
    )


def _body(function: Function) -> str:
    title = docstrings.parse(function.doc).title
    return ' r"""{}."""'.format(title.replace('"', "'")) if title else " ..."


def _returned(function: Function, hints: dict[str, typing.Any]) -> str:
    name = function.python.__name__
    if name in _SAME:
        return "_T"
    for pattern, returned in _NAMES.items():
        if re.fullmatch(pattern, name):
            return returned
    return _FAMILIES.get(function.family) or type_text(hints.get("return", typing.Any))


def _parameters(parameters: list[inspect.Parameter], hints: dict[str, typing.Any]) -> list[str]:
    words = []
    for parameter in parameters:
        stars = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(parameter.kind.name, "")
        default = "" if parameter.default is parameter.empty else " = ..."
        kind = type_text(hints.get(parameter.name, typing.Any))
        words.append(f"{stars}{parameter.name}: {kind}{default}")
    return words


def type_text(hint: typing.Any) -> str:
    """A type as Python code, independent of the Python version."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return " | ".join(map(type_text, typing.get_args(hint)))
    if origin is not None:
        return f"{origin.__name__}[{', '.join(map(type_text, typing.get_args(hint)))}]"
    return {type(None): "None", ...: "...", typing.Any: "Any"}.get(hint) or str(hint.__name__)
