"""The R wrappers: one function for each of the API, as a person would write it."""

from __future__ import annotations

import inspect

from rkeras_py.api.define import MISSING, Function, Parameter
from rkeras_py.generate import r_code


def r_files(functions: list[Function]) -> dict[str, str]:
    """``R/generated-<module>.R`` for each module of the API."""
    by_module: dict[str, list[Function]] = {}
    for function in functions:
        by_module.setdefault(function.module, []).append(function)
    return {
        f"R/generated-{_file_name(module)}.R": _file(module, members)
        for module, members in by_module.items()
    }


def _file_name(module: str) -> str:
    return module.removeprefix("rkeras_py.api.").replace(".", "-")


def _file(module: str, functions: list[Function]) -> str:
    path = module.replace(".", "/") + ".py"
    head = f"# Generated from {path} by `make generate`; edit there.\n"
    return head + "".join("\n" + wrapper(function) for function in functions)


def r_name(function: Function) -> str:
    """The name of the R function: ``generic.class`` for a method."""
    if function.generic:
        return f"{function.generic}.{function.r_class}"
    return function.name


def wrapper(function: Function) -> str:
    """The R code of one function."""
    heads = [
        r_code.name(word) + ("" if value is None else f" = {value}")
        for word, value in r_code.formals(function)
    ]
    opening = r_code.lines_of(f"{r_code.name(r_name(function))} <- function(", heads, ") {")
    first = "".join(f"  {line}\n" for line in function.r_first)
    return f"{opening}\n{first}{body(function)}}}\n"


def _may_be_missing(function: Function, parameter: Parameter) -> bool:
    """Whether R callers may leave out an argument that has no default in R."""
    if r_code.default(function, parameter) is not None:
        return False
    return parameter.default is MISSING or (
        parameter.nullable and parameter.name in ("object", "inputs") and _is_first(function, parameter)
    )


def _is_first(function: Function, parameter: Parameter) -> bool:
    return next(iter(function.parameters)) == parameter.name


def body(function: Function) -> str:
    parts: list[str] = []
    optional: list[str] = []
    dots = False
    for parameter in function.parameters.values():
        if parameter.kind in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD):
            if not dots:
                parts.append("...")
            dots = True
        elif _may_be_missing(function, parameter):
            optional.append(parameter.name)
        else:
            parts.append(f"{r_code.name(parameter.name)} = {r_code.name(parameter.name)}")
    called = f'call_python("{function.name}", args)'
    lines = []
    first = [word for word in optional if _is_first(function, function.parameters[word])]
    if first:  # a pipe's left side is evaluated before the arguments, so that layers number in order
        lines.append(f"  args <- if (missing({first[0]})) list() else list({first[0]} = {first[0]})")
        lines.append(r_code.lines_of("  args <- c(args, list(", parts, "))", "    "))
    elif len(parts) + len(optional) == 0:
        called = f'call_python("{function.name}")'
    elif optional:
        lines.append(r_code.lines_of("  args <- list(", parts, ")", "    "))
    else:
        inline = r_code.lines_of("list(", parts, ")", "    ")
        if "\n" in inline or len(called) + len(inline) > r_code.WIDTH - 6:
            lines.append("  args <- " + r_code.lines_of("list(", parts, ")", "    "))
        else:
            called = f'call_python("{function.name}", {inline})'
    for word in optional:
        if word not in first:
            lines.append(f"  if (!missing({word})) args${word} <- {word}")
    return "\n".join([*lines, *_result(function, called, bool(first))]) + "\n"


def _result(function: Function, called: str, composes: bool) -> list[str]:
    if composes and function.family == "layer":
        return [f"  result <- {called}", "  if (is_sequential(args$object)) invisible(args$object) else result"]
    if not (function.r_result or function.invisible):
        return [f"  {called}"]
    result = f"{function.r_result}(result)" if function.r_result else "result"
    # a call of its own line: an argument's promise would show as the caller in errors
    return [f"  result <- {called}", f"  invisible({result})" if function.invisible else f"  {result}"]
