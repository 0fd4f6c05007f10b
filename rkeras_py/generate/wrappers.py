"""Generates the R wrappers: one function for each API function, as a person would write it."""

from __future__ import annotations

import inspect

from rkeras_py.convert.parameter import MISSING, Parameter
from rkeras_py.generate import r_code
from rkeras_py.registry.define import Function


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
    head = f"# Generated from {source_of(module)} by `make generate`; edit there.\n"
    return head + "".join("\n" + wrapper(function) for function in functions)


def source_of(module: str) -> str:
    """The path of a module's source in the repository."""
    return module.replace(".", "/") + ".py"


def r_name(function: Function) -> str:
    """The name of the R function: ``generic.class`` for a method."""
    if function.generic:
        return f"{function.generic}.{function.r_class}"
    return function.name


def wrapper(function: Function) -> str:
    """The R code of one function."""
    opening = r_code.lines_of(
        f"{r_code.name(r_name(function))} <- function(", r_code.heads(function), ") {"
    )
    return "\n".join([opening, *_body(function), "}"]) + "\n"


def _body(function: Function) -> list[str]:
    """The list of arguments, then the call.

    The list is not written inside the call: arguments would then be evaluated from
    ``call_python()``, which R would name in its errors instead of the function.
    """
    name = r_code.literal(function.name)
    if not function.parameters:
        return [f"  {line}" for line in _result(function, name)]
    lines = [r_code.lines_of("  args <- list(", _arguments(function), ")", "    ")]
    for parameter in function.parameters.values():
        if parameter.default is MISSING and r_code.default(function, parameter) is None:
            word = r_code.name(parameter.name)
            # list(): assigning NULL itself would drop an argument that was given as NULL
            lines.append(f'  if (!missing({word})) args["{parameter.name}"] <- list({word})')
    return [*lines, *(f"  {line}" for line in _result(function, f"{name}, args"))]


def _arguments(function: Function) -> list[str]:
    """The elements of the list of arguments, in the order in which R evaluates them."""
    parts: list[str] = []
    for parameter in function.parameters.values():
        word = r_code.name(parameter.name)
        if parameter.is_variadic:
            if "..." not in parts:
                parts.append("...")
        elif _is_target(function, parameter):
            parts.append(f"{word} = if (!missing({word})) {word}")
        elif parameter.default is not MISSING or r_code.default(function, parameter) is not None:
            form = parameter.rule.r_form if parameter.rule else None
            parts.append(f"{word} = {form}({word})" if form else f"{word} = {word}")
    return parts


def _is_target(function: Function, parameter: Parameter) -> bool:
    """Whether a pipe fills the parameter; R callers may omit it, which means NULL."""
    first = next(iter(function.parameters.values()))
    return (
        parameter is first
        and parameter.nullable
        and parameter.rule is not None
        and parameter.default is inspect.Parameter.empty
    )


def _result(function: Function, arguments: str) -> list[str]:
    call = f"call_python({arguments})"
    first = next(iter(function.parameters.values()), None)
    if function.family == "layer" and first is not None and _is_target(function, first):
        # a sequential model is changed in place: return the R object that was passed
        target = f"args${r_code.name(first.name)}"
        return [
            f"result <- {call}",
            f"if (is_sequential({target})) invisible({target}) else result",
        ]
    result = f"{function.r_result}(result)" if function.r_result else "result"
    if function.invisible:
        result = f"invisible({result})"
    # the call is on its own line for the same reason as the list of arguments
    return [call] if result == "result" else [f"result <- {call}", result]
