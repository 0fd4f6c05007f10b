"""Python values and parameters as R code."""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterator
from typing import Any

from rkeras_py.api.define import MISSING, Function, Parameter

WIDTH = 100
_RESERVED = {"if", "else", "repeat", "while", "function", "for", "next", "break", "in"}


def literal(value: Any) -> str:
    """An R expression for a Python default."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return f"{value}L"
    if isinstance(value, float):
        return "Inf" if math.isinf(value) else f"{value:.15g}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple):
        nested = any(isinstance(part, tuple) for part in value)
        return ("list(" if nested else "c(") + ", ".join(literal(part) for part in value) + ")"
    raise TypeError(f"no R default for {value!r}")


def name(word: str) -> str:
    """An R name, quoted where it is no plain one."""
    plain = word.replace("_", "a").replace(".", "a").isalnum() and word not in _RESERVED
    return word if plain and not word[0].isdigit() and word[0] != "_" else f"`{word}`"


def default(function: Function, parameter: Parameter) -> str | None:
    """R's default of a parameter; ``None`` where it has none."""
    if parameter.name in function.r_defaults:
        return function.r_defaults[parameter.name]
    if parameter.default is inspect.Parameter.empty or parameter.default is MISSING:
        return None
    rule = parameter.rule
    if rule is not None and rule.r_default is not None and not isinstance(parameter.default, (int, float)):
        return rule.r_default
    return literal(parameter.default)


def formals(function: Function) -> Iterator[tuple[str, str | None]]:
    """The formals of the R function in order: name and default."""
    dots = False
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    for parameter in function.parameters.values():
        if parameter.kind in variadic:
            if not dots:
                yield "...", None
            dots = True
        else:
            yield parameter.name, default(function, parameter)


def lines_of(opening: str, parts: list[str], closing: str, indent: str = "  ") -> str:
    """``opening(part, part)closing`` on one line where it fits, else filled lines."""
    one = opening + ", ".join(parts) + closing
    if len(one) <= WIDTH:
        return one
    lines, line = [], indent
    for i, part in enumerate(parts):
        word = part + ("," if i < len(parts) - 1 else "")
        if line.strip() and len(line) + 1 + len(word) > WIDTH:
            lines.append(line.rstrip())
            line = indent
        line += word + " "
    lines.append(line.rstrip())
    tail = indent[:-2]
    return opening + "\n" + "\n".join(lines) + "\n" + tail + closing
