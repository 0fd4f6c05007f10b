"""Findings about files that scripts download."""

from __future__ import annotations

from collections.abc import Iterator

from rkeras_py.check.finding import Finding
from rkeras_py.check.known import Scope, match_arguments
from rkeras_py.check.tree import Call

_UNLESS = "unless the file is in the cache"


def downloads(call: Call, scope: Scope) -> Iterator[Finding]:
    """What a call of a keras function downloads."""
    name = call.function
    if name.startswith("dataset_"):
        yield _note(call, f"{name}()", f"downloads the data set, {_UNLESS}")
    elif name == "get_file":
        yield _note(call, f"{name}()", f"downloads a file, {_UNLESS}")
    elif name.startswith("application_") and _weights(call, scope) == '"imagenet"':
        yield _note(
            call,
            f"{name}()",
            f"downloads weights trained on ImageNet, {_UNLESS}; none with `weights = NULL`",
        )


def _weights(call: Call, scope: Scope) -> str | None:
    """The argument `weights` if it is a constant, or its default."""
    function = scope.function("keras", call.function)
    if function is None or "weights" not in function.defaults:
        return None
    matched, _ = match_arguments(function.formals, [name for name, _ in call.all_arguments])
    if "weights" not in matched:
        return function.defaults["weights"]
    return call.all_arguments[matched.index("weights")][1].constant


def _note(call: Call, what: str, message: str) -> Finding:
    return Finding(call.line, "download", what, message)
