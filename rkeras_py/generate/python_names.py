"""``rkeras_py/exports.py``: the public names of Python, for type checkers and completion."""

from __future__ import annotations

import re

from rkeras_py.api.define import Function


def text(functions: list[Function]) -> str:
    """The module that imports every function of the API by its Python name."""
    by_module: dict[str, list[str]] = {}
    for function in functions:
        by_module.setdefault(function.module, []).append(function.python.__name__)
    lines = [
        "# Generated from rkeras_py/api by `make generate`; edit there.",
        '"""Every function of the API."""',
        "",
    ]
    for module in sorted(by_module):
        names = ",\n".join(f"    {name}" for name in sorted(by_module[module], key=_place))
        lines.append(f"from {module} import (\n{names},\n)")
    everything = sorted((name for names in by_module.values() for name in names), key=_place)
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in everything), "]"]
    return "\n".join(lines) + "\n"


def _place(name: str) -> list[str | int]:
    """Numbers in names count as numbers: ``resnet50`` comes before ``resnet101``."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]
