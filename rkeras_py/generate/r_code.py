"""Converts Python values and parameters to R code."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Iterator
from typing import Any

from rkeras_py.convert.parameter import MISSING, Parameter
from rkeras_py.convert.scalars import OneOf
from rkeras_py.registry.define import Function

WIDTH = 100
_RESERVED = {
    "if", "else", "repeat", "while", "function", "for", "next", "break", "in",
    "TRUE", "FALSE", "NULL", "Inf", "NaN",
    "NA", "NA_integer_", "NA_real_", "NA_character_", "NA_complex_",
}  # fmt: skip
_PLAIN_NAME = re.compile(r"(?:[A-Za-z]|\.(?![0-9]))[A-Za-z0-9._]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LARGEST_INTEGER = 2**31 - 1


def literal(value: Any) -> str:
    """An R expression for a Python default.

    Raises:
        TypeError: there is none.
    """
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return f"{value}L" if abs(value) <= _LARGEST_INTEGER else str(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, str):
        return '"' + "".join(_character(c) for c in value) + '"'
    if isinstance(value, tuple):
        scalars = value and not any(isinstance(part, tuple) or part is None for part in value)
        return ("c(" if scalars else "list(") + ", ".join(map(literal, value)) + ")"
    raise TypeError(f"no R default for {value!r}")


def _number(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Inf" if value > 0 else "-Inf"
    return f"{value:.15g}"


def _character(c: str) -> str:
    # code of R packages must be ASCII
    return _ESCAPES.get(c) or (c if c.isascii() else f"\\U{{{ord(c):x}}}")


def name(word: str) -> str:
    """An R name, quoted if it is not syntactic."""
    if word == "..." or (_PLAIN_NAME.fullmatch(word) and word not in _RESERVED):
        return word
    return f"`{word}`"


def default(function: Function, parameter: Parameter) -> str | None:
    """R's default of a parameter; ``None`` if it has none."""
    if parameter.name in function.r_defaults:
        return function.r_defaults[parameter.name]
    value, rule = parameter.default, parameter.rule
    if value is inspect.Parameter.empty or value is MISSING:
        return None
    if rule is not None and rule.r_default is not None and not isinstance(value, (int, float)):
        # the vector of all choices means its first element
        if isinstance(rule, OneOf) and value != rule.choices[0]:
            return literal(value)
        return rule.r_default
    return literal(value)


def formals(function: Function) -> Iterator[tuple[str, str | None]]:
    """The formals of the R function in order: name and default."""
    dots = False
    for parameter in function.parameters.values():
        if parameter.is_variadic:
            if not dots:
                yield "...", None
            dots = True
        else:
            yield parameter.name, default(function, parameter)


def heads(function: Function) -> list[str]:
    """The formals as R code for ``function(...)``."""
    return [
        name(word) + ("" if value is None else f" = {value}") for word, value in formals(function)
    ]


def lines_of(
    opening: str, parts: list[str], closing: str, indent: str = "  ", width: int = WIDTH
) -> str:
    """``opening(part, part)closing`` on one line if it fits, otherwise on several filled lines.

    Args:
        opening: The start, including the indentation of the line.
        parts: The list elements, without commas.
        closing: The end.
        indent: The indentation of filled lines.
        width: Maximum line length.
    """
    one = opening + ", ".join(parts) + closing
    if len(one) <= width:
        return one
    lines, line = [], indent
    for i, part in enumerate(parts):
        word = part + ("," if i < len(parts) - 1 else "")
        if line.strip() and len(line) + len(word) > width:
            lines.append(line.rstrip())
            line = indent
        line += word + " "
    lines.append(line.rstrip())
    tail = indent[:-2]
    return opening + "\n" + "\n".join(lines) + "\n" + tail + closing
