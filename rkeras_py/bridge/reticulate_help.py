"""Splits docstrings into sections; see also R/R/python-help.R."""

from __future__ import annotations

import inspect
import re
from typing import Any

from rkeras_py.bridge.gate import internal

#: `Args:` in Google style, or `Parameters` underlined with dashes in NumPy style.
_GOOGLE = re.compile(r"^([A-Z][A-Za-z ]*):[ \t]*$", re.MULTILINE)
_NUMPY = re.compile(r"^([A-Z][A-Za-z0-9 ]*)\n-{3,}[ \t]*$", re.MULTILINE)
_ARGUMENTS = ("Args", "Arguments", "Parameters")
_GOOGLE_ARGUMENT = re.compile(r"^\*{0,2}(\w+)(?:\s*\([^)]*\))?:\s*", re.MULTILINE)
_NUMPY_ARGUMENT = re.compile(r"^\*{0,2}(\w+)\s*:[ \t]*", re.MULTILINE)


@internal(".docs")
def docs(value: Any) -> dict[str, Any]:
    """The sections of the documentation of a function or class, and its parameters by name."""
    text = inspect.getdoc(value) or ""
    style = _NUMPY if _NUMPY.search(text) else _GOOGLE
    body, sections = _sections(text, style)
    described: dict[str, str] = {}
    for name in _ARGUMENTS:
        if name in sections:
            described |= _arguments(sections.pop(name), style is _NUMPY)
    returns = sections.pop("Returns", "")
    description, _, details = body.partition("\n")
    signature = _signature(value)
    parameters = [
        p for p in (signature.parameters.values() if signature else ()) if p.name != "self"
    ]
    named = [p for p in parameters if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    return {
        "description": description.strip(),
        "details": details.strip(),
        "signature": str(signature.replace(parameters=parameters)) if signature else "(...)",
        "r_signature": f"({', '.join(_in_r(p) for p in parameters)})",
        "parameters": {p.name: described.get(p.name, "") for p in named},
        "sections": sections,
        "returns": returns,
    }


def _signature(value: Any) -> inspect.Signature | None:
    try:
        return inspect.signature(value)
    except (TypeError, ValueError):
        return None


def _sections(text: str, style: re.Pattern[str]) -> tuple[str, dict[str, str]]:
    """The text before the first section, and the sections by name."""
    heads = list(style.finditer(text))
    if not heads:
        return text, {}
    ends = [*(head.start() for head in heads[1:]), len(text)]
    found = {
        head[1]: inspect.cleandoc("\n" + text[head.end() : end]).strip()
        for head, end in zip(heads, ends, strict=True)
    }
    return text[: heads[0].start()].strip(), found


def _arguments(text: str, numpy: bool) -> dict[str, str]:
    heads = list((_NUMPY_ARGUMENT if numpy else _GOOGLE_ARGUMENT).finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return {
        head[1]: re.sub(r"\n\s+", "\n", text[head.end() : end]).strip()
        for head, end in zip(heads, ends, strict=True)
    }


def _in_r(parameter: inspect.Parameter) -> str:
    if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
        return "..."
    if parameter.default is parameter.empty:
        return parameter.name
    return f"{parameter.name} = {_literal(parameter.default)}"


def _literal(value: Any) -> str:
    """A default as R code."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return f"{value}L"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return "NULL"


@internal(".qualified_names")
def qualified_names(value: Any) -> dict[str, str]:
    """The top-level module of a module or class, its full name, and which of the two it is."""
    kind = "module" if inspect.ismodule(value) else "class"
    cls = value if kind == "module" or isinstance(value, type) else type(value)
    whole = cls.__name__ if kind == "module" else f"{cls.__module__}.{cls.__qualname__}"
    return {"module": whole.partition(".")[0], "qualified": whole, "kind": kind}
