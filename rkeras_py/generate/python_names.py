"""Generates Python's public names: ``rkeras_py/exports.py`` and ``rkeras_py/pipe.py``."""

from __future__ import annotations

import re

from rkeras_py.registry.define import Function

WIDTH = 100

_HEAD = "# Generated from rkeras_py/api by `make generate`; edit there."

_PIPE = f'''\
{_HEAD}
"""The functions of the API as steps of a chain, like R's pipe.

``value >> rk.pipe.f(...)`` means ``rk.f(value, ...)``; each step returns Keras's own object::

    model = (
        rk.keras_model_sequential()
        >> rk.pipe.layer_dense(32, activation="relu", input_shape=784)
        >> rk.pipe.layer_dense(10, activation="softmax")
    )
"""

from rkeras_py import exports as _api
from rkeras_py.piping import Piped as _Piped

'''


def text(functions: list[Function]) -> str:
    """The module that imports every function of the API by its Python name."""
    by_module: dict[str, list[str]] = {}
    for function in functions:
        by_module.setdefault(function.module, []).append(function.python.__name__)
    lines = [_HEAD, '"""Every function of the API."""', ""]
    for module in sorted(by_module):
        names = ",\n".join(f"    {name}" for name in sorted(by_module[module], key=_place))
        lines.append(f"from {module} import (\n{names},\n)")
    everything = sorted((name for names in by_module.values() for name in names), key=_place)
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in everything), "]"]
    return "\n".join(lines) + "\n"


def pipe_text(functions: list[Function]) -> str:
    """The module with a step for every function that has a first argument to fill."""
    names = sorted((f.python.__name__ for f in functions if _can_follow(f)), key=_place)
    return _PIPE + "".join(map(_step, names))


def _step(name: str) -> str:
    line = f"{name} = _Piped(_api.{name})\n"
    return line if len(line) <= WIDTH + 1 else f"{name} = _Piped(\n    _api.{name}\n)\n"


def _can_follow(function: Function) -> bool:
    first = next(iter(function.signature.parameters.values()), None)
    return first is not None and first.kind is first.POSITIONAL_OR_KEYWORD


def _place(name: str) -> list[str | int]:
    """A sort key with natural order of numbers: ``resnet50`` comes before ``resnet101``."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]
