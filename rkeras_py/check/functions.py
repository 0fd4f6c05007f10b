"""Findings about calls: unknown, deprecated or different functions and arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rkeras_py.check.finding import Finding
from rkeras_py.check.known import (
    CHECKED,
    PREFIXES,
    Scope,
    deprecated_in_python,
    match_arguments,
    near,
)
from rkeras_py.check.r import RFunction
from rkeras_py.check.tree import Call, Node
from rkeras_py.compat.deviations import deviations
from rkeras_py.registry.compose import OPTIONS

#: The similarity of names above which an unknown name counts as a typo.
_TYPING_MISTAKE = 0.9
#: The same for arguments in `...`.
_ARGUMENT_MISTAKE = 0.8
#: A function that a package exports and another package defines, such as the generic fit().
_ELSEWHERE = RFunction({"object": "", "...": ""}, is_generic=True)
_R_CONSTANTS = {"TRUE", "FALSE", "NULL"}


def package_of(call: Call, scope: Scope) -> str | None:
    """The checked package whose function is called; ``None`` for other or unknown packages."""
    if call.package:
        known = scope.packages.get(call.package)
        if call.package not in CHECKED or known is None:
            return None
        names = known.internals if call.internal else known.exports
        return call.package if call.function in names else None
    provider = scope.provider(call.function)
    return provider if provider in CHECKED else None


def unknown_function(call: Call, scope: Scope, certain: bool) -> Finding | None:
    """The finding for an unknown function, if it concerns this project."""
    name = call.function
    known = scope.packages.get(call.package)
    if call.package:
        if call.package not in CHECKED or known is None or (call.internal and not known.internals):
            return None
        like = near(name, known.internals if call.internal else known.exports)
        what = f"{call.package}{':::' if call.internal else '::'}{name}"
        message = f"there is no such function in {call.package}"
        return Finding(call.line, "unknown-function", what, message, certain, True, like)
    if scope.provider(name) is not None:
        return None
    of_a_family = name.startswith(PREFIXES)
    cutoff = 0.75 if of_a_family and scope.is_whole else _TYPING_MISTAKE
    like = scope.near(name, cutoff)
    if not like and not (of_a_family and scope.is_whole):
        return None
    message = "there is no such function"
    if not scope.is_whole:
        message += " in keras; it may come from elsewhere"
    certain = certain and scope.is_whole
    return Finding(call.line, "unknown-function", f"{name}()", message, certain, True, like)


def check_call(call: Call, package: str, scope: Scope, certain: bool) -> Iterator[Finding]:
    """Findings about a call of a known function."""
    name = call.function
    function = scope.function(package, name) or _ELSEWHERE
    if not call.package and scope.is_shared(name):
        return  # which of the functions is called depends on the order of library()
    formals = function.formals
    given = [key for key, _ in call.all_arguments]
    values = [value for _, value in call.all_arguments]
    matched, unused = match_arguments(formals, given)
    if not function.is_generic:
        for place in unused:
            yield _unused(call, given[place] or "", values[place], formals, certain)
        if "..." in formals:
            yield from _mistyped(call, function, given, matched)
    if package == "keras":
        names = [formal or name or "" for formal, name in zip(matched, given, strict=True)]
        yield from _different(call, dict(zip(names, values, strict=True)), certain)
    instead = function.deprecated or (deprecated_in_python(name) if package == "keras" else "")
    if instead:
        to_use = instead if instead.endswith(")") else f"{instead}()"
        yield Finding(
            call.line, "deprecated", f"{name}()", f"use {to_use} instead", True, False, (to_use,)
        )


def _unused(call: Call, argument: str, value: Node, formals: list[str], certain: bool) -> Finding:
    """The finding for an unknown argument of a function without ``...``."""
    begun = tuple(formal for formal in formals if formal.startswith(argument))
    return Finding(
        value.line or call.line,
        "unknown-argument",
        f"{call.function}({argument} = )",
        "several arguments have this prefix" if begun else "there is no such argument",
        certain,
        True,
        begun or near(argument, formals, 0.6),
    )


def _mistyped(
    call: Call, function: RFunction, given: list[str | None], matched: list[str | None]
) -> Iterator[Finding]:
    """Names in ``...`` that are similar to argument names."""
    free = set(function.formals) - {"..."} - set(matched)
    if call.function.startswith("layer_"):
        free |= set(OPTIONS)
    for name, formal in zip(given, matched, strict=True):
        taken = formal is not None or name in free
        like = near(name, free, _ARGUMENT_MISTAKE) if name and not taken else ()
        if like:
            what = f"{call.function}({name} = )"
            message = "there is no such argument, unless `...` accepts it"
            yield Finding(call.line, "unknown-argument", what, message, False, True, like)


def _different(call: Call, given: dict[str, Node], certain: bool) -> Iterator[Finding]:
    """Findings from `deviations.toml`, if the argument of the function is given."""
    entry = deviations().get(call.function)
    value = given.get(entry["argument"]) if entry else None
    if entry is None or value is None:
        return
    expected, found = entry["expected"], value.constant
    strings = re.findall(r'"[^"]*"', expected) if expected.startswith('"') else []
    is_constant = expected in _R_CONSTANTS or bool(strings)
    if is_constant and found in (expected, *strings):
        return
    yield Finding(
        value.line,
        "different",
        f"{call.function}({entry['argument']} = )",
        f"`{entry['argument']}` must be {expected}: {entry['reason']}. "
        f"Use {entry['replacement']} instead",
        certain,
        is_constant and found is not None,
        (entry["replacement"],),
    )
