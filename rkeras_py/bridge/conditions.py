"""Errors, interrupts and warnings on their way between the languages."""

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

# What TensorFlow and Keras put around an error's text: where an operation ran, which it was, the
# arguments that a layer's method got, data, what was around a part of a model that could not be
# read, and the terminal's bold letters.
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

# The operation that failed in a graph, which names the layer; the loop is of this package.
_NODE = re.compile(
    r"(?:^Graph execution error:\s+Detected at node | for '\{\{node )(?:while/)?([^\s}]+)"
)

# What this package says of a batch that R code gave, which TensorFlow passes on with a traceback.
_REFUSED = re.compile(r"^rkeras_py\.convert\.rule\.ArgumentError: (.*)$", re.MULTILINE)

_NO_GRADIENTS = "No gradients provided for any variable."
_WHY_NONE = "The loss does not depend on the model's weights, or by a way that has no gradient."


def check(result: SEXP) -> SEXP:
    """Raise what ``guarded_call()`` in R caught, an error or an interrupt; else give the result."""
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

    Keras makes its own copies of exceptions that come out of layers; those have no condition.
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
    """What the gate returns instead of a value, for ``settle()`` in R to act on.

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
    """The signal that makes R raise this exception as a condition of its own.

    It must come about whatever the exception is: one that cannot be told of leaves R without any.
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


#: A condition is a list, not a handle; and R's reticulate takes what has the first of these classes
#: for an exception of its own, which it raises in Python even where it is a warning.
_OF_OBJECTS = ("python.builtin.BaseException", "python.builtin.object")


def _condition_classes(kind: type) -> tuple[str, ...]:
    """The S3 classes of the condition that an exception or a warning becomes."""
    return tuple(name for name in class_names(kind) if name not in _OF_OBJECTS)


def text_of(error: BaseException) -> str:
    """What an exception says; that of a class whose own method fails, in words of ours."""
    try:
        return readable(str(error))
    except Exception as problem:
        return f"{type(error).__name__}, whose text cannot be told: {type(problem).__name__}"


def message_of(error: BaseException) -> str:
    """What an exception says, without what only its traceback is the place for."""
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
    error.__traceback__ = None  # frames hold on to the arguments of the call
    return signal(
        "error",
        message=scope.protect(vectors.strings([message_of(error)])),
        classes=r_objects.constant(*kinds),
        exception=scope.protect(to_handle(error)),
        traceback=trace,
    )


def pack_failure(problem: BaseException) -> SEXP:
    """The signal of an exception that could not be packed: nothing of its own is used."""
    return signal(
        "error",
        message=r_objects.constant(
            f"an error of Python could not be told ({type(problem).__name__})"
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
    """Stands in for ``warnings.showwarning``: the gate hands the warning to R."""
    if threading.current_thread().name == IMPORT_THREAD:
        return  # what packages say of themselves while they load is no concern of the script
    _warned.append((explained(readable(str(message))), _condition_classes(category)))


def pack_warnings(value: SEXP, level: int | None = None) -> SEXP:
    """``value``, with the warnings that Python gave since the last call.

    Where ``value`` is a signal itself, ``level`` is that of the work that goes on.
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
    """Send Python's warnings to R, each time that they are given: Python repeats none."""
    warnings.showwarning = note_warning
    warnings.simplefilter("always", UserWarning, append=True)
