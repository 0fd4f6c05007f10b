"""Passes errors, interrupts and warnings between the languages."""

from __future__ import annotations

import re
import threading
import traceback
import warnings
from collections import deque
from typing import Any

from rkeras_py.bridge import r_objects, rapi, vectors
from rkeras_py.bridge.explanations import explained
from rkeras_py.bridge.handles import to_handle
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.bridge.texts import readable
from rkeras_py.compat.names.classes import class_names
from rkeras_py.errors import RError

IMPORT_THREAD = "rkeras-import"

_recent: deque[RError] = deque(maxlen=8)
_warned: deque[tuple[str, tuple[str, ...]]] = deque()
last_traceback: str | None = None

# What TensorFlow and Keras add to the text of an error: the operation and where it ran, the
# arguments of a layer's method, data, the context of a part of a model that could not be read, and
# escape sequences for bold text.
_AROUND = re.compile(
    r"^Graph execution error:\s+Detected at node [\s\S]*"
    r"\n(?:  File \"[^\n]*|<stack traces unavailable>)\s*"
    r"|\s*\[\[\{\{node [^}]*\}\}\]\]"
    r"| for '\{\{node [^']*'"
    r"|"
    r"\{\{function_node [^}]*\}\} ?"
    r"|\s*\[Op:\w+\](?:\s+name:[ \w/]*)?\s*$"
    r"|^Exception encountered when calling [^\n]*\n\s*"
    r"|(?<=^Unrecognized data type): x=[\s\S]*(?= \(of type )"
    r"|\s*^Arguments received by [\s\S]*"
    r"|^<class 'keras[^>]*> could not be deserialized properly[\s\S]*?Exception encountered: "
    r"|\x1b\[[0-9;]*m",
    re.MULTILINE,
)

# The failed operation of a graph, which contains the layer's name; "while/" is this package's loop.
_NODE = re.compile(
    r"(?:^Graph execution error:\s+Detected at node | for '\{\{node )(?:while/)?([^\s}]+)"
)

# This package's error about a batch from R code, which TensorFlow passes on with a traceback.
_REFUSED = re.compile(r"^rkeras_py\.convert\.rule\.ArgumentError: (.*)$", re.MULTILINE)

_NO_GRADIENTS = "No gradients provided for any variable."
_WHY_NONE = "The loss does not depend on the model's weights, or it has no gradient."


def check(result: SEXP) -> SEXP:
    """Return a result, or raise the error or interrupt that ``guarded_call()`` in R caught."""
    if rapi.is_object(result) and "r_error" in rapi.classes(result):
        with ProtectionScope() as scope:
            scope.protect(result)
            condition = rapi.lib.VECTOR_ELT(result, 0)
            if "interrupt" in rapi.classes(condition):
                raise KeyboardInterrupt
            text = rapi.string(rapi.lib.STRING_ELT(rapi.lib.VECTOR_ELT(result, 1), 0))
            error = RError(text or "", RObject(condition), tuple(rapi.classes(condition)))
        _recent.append(error)
        raise error
    return result


def _origin(error: BaseException) -> RError | None:
    """The R error behind a Python exception: itself, in its chain, or wrapped by TensorFlow.

    Keras copies exceptions that layers raise; such copies have no condition.
    """
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, RError) and seen.condition is not None:
            return seen
        seen = seen.__cause__ or seen.__context__
    text = text_of(error)
    for candidate in reversed(_recent):
        if f"RError: {candidate}" in text:
            return candidate
    return None


def signal(kind: str, **fields: SEXP) -> SEXP:
    """What the gate returns instead of a value; ``settle()`` in R acts on it.

    The fields must be protected by the caller.
    """
    with ProtectionScope() as scope:
        packed = scope.protect(rapi.alloc(rapi.VEC, len(fields) + 1))
        rapi.lib.SET_VECTOR_ELT(packed, 0, r_objects.constant(kind))
        for i, value in enumerate(fields.values(), 1):
            rapi.lib.SET_VECTOR_ELT(packed, i, value)
        rapi.set_attribute(packed, "names", r_objects.constant("kind", *fields))
        rapi.set_attribute(packed, "class", r_objects.constant("python_signal"))
    return packed


def pack_exception(error: BaseException) -> SEXP:
    """The signal that makes R raise this exception as an R condition.

    This must work for any exception: otherwise R gets no error at all.
    """
    global last_traceback
    if isinstance(error, rapi.Unwind):
        slot = error.slot
        with ProtectionScope() as scope:
            return signal("jump", slot=scope.protect(rapi.lib.Rf_ScalarInteger(slot)))
    if isinstance(error, KeyboardInterrupt):
        return signal("interrupt")
    last_traceback = readable("".join(traceback.format_exception(error)))
    origin = _origin(error)
    with ProtectionScope() as scope:
        if origin is not None:
            fields = {"condition": scope.protect(origin.condition.sexp)}
            if origin.place is not None:
                fields["place"] = scope.protect(vectors.strings([origin.place]))
            return signal("condition", **fields)
        return _pack_error(error, scope)


#: Left out: a condition is a list, not a handle. And reticulate treats an object with the first of
#: these classes as its own exception, which it raises in Python even if it is a warning.
_OF_OBJECTS = ("python.builtin.BaseException", "python.builtin.object")


def _condition_classes(kind: type) -> tuple[str, ...]:
    """The S3 classes of the R condition for an exception or a warning."""
    return tuple(name for name in class_names(kind) if name not in _OF_OBJECTS)


def text_of(error: BaseException) -> str:
    """The message of an exception, even if its own method fails."""
    try:
        return readable(str(error))
    except Exception as problem:
        return f"{type(error).__name__}, whose message is not available: {type(problem).__name__}"


def message_of(error: BaseException) -> str:
    """The message of an exception, without details that belong in the traceback."""
    text = text_of(error).replace(_NO_GRADIENTS, f"{_NO_GRADIENTS} {_WHY_NONE}")
    refused = _REFUSED.search(text)
    if refused:
        return refused[1]
    message = _AROUND.sub("", text).strip() or type(error).__name__
    node = _NODE.search(text)
    return explained(f"{message} (in {node[1]})" if node else message)


def _pack_error(error: BaseException, scope: ProtectionScope) -> SEXP:
    kinds = [*_condition_classes(type(error)), "python.condition", "error", "condition"]
    trace = scope.protect(vectors.strings([last_traceback]))
    error.__traceback__ = None  # its frames keep the arguments of the call alive
    return signal(
        "error",
        message=scope.protect(vectors.strings([message_of(error)])),
        classes=r_objects.constant(*kinds),
        exception=scope.protect(to_handle(error)),
        traceback=trace,
    )


def pack_failure(problem: BaseException) -> SEXP:
    """The signal of an exception that could not be packed; nothing of the exception is used."""
    return signal(
        "error",
        message=r_objects.constant(
            f"a Python error could not be passed to R ({type(problem).__name__})"
        ),
        classes=r_objects.constant("python.builtin.Exception", "error", "condition"),
    )


# --- warnings ------------------------------------------------------------------------------


def note_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: Any = None,
    line: str | None = None,
) -> None:
    """Replaces ``warnings.showwarning``: the gate passes the warning to R."""
    if threading.current_thread().name == IMPORT_THREAD:
        return  # warnings of packages while they load do not concern the script
    _warned.append((explained(readable(str(message))), _condition_classes(category)))


def pack_warnings(value: SEXP, level: int | None = None) -> SEXP:
    """``value``, with the Python warnings since the last call.

    If ``value`` is a signal, ``level`` is the level of the work that continues.
    """
    if not _warned:
        return value
    with ProtectionScope() as scope:
        scope.protect(value)
        texts, kinds = [], []
        while _warned:
            text, names = _warned.popleft()
            texts.append(text)
            kinds.append((*names, "warning", "condition"))
        fields = {} if level is None else {"level": scope.protect(rapi.lib.Rf_ScalarInteger(level))}
        return signal(
            "warnings",
            **fields,
            value=value,
            messages=scope.protect(vectors.strings(texts)),
            classes=scope.protect(_list_of(kinds, scope)),
        )


def drop_warnings() -> None:
    """Forget the warnings of a call that R has left."""
    _warned.clear()


def _list_of(vectors: list[tuple[str, ...]], scope: ProtectionScope) -> SEXP:
    packed = scope.protect(rapi.alloc(rapi.VEC, len(vectors)))
    for i, vector in enumerate(vectors):
        rapi.lib.SET_VECTOR_ELT(packed, i, r_objects.constant(*vector))
    return packed


def hook_warnings() -> None:
    """Send Python's warnings to R every time; by default Python does not repeat a warning."""
    warnings.showwarning = note_warning
    warnings.simplefilter("always", UserWarning, append=True)
