"""Safe mode: models from files and texts must not run code, read files or call other functions.

Keras checks some of this in its safe mode, which is the default only in its newer readers. It
allows models to name most of its functions, and classes instead of functions: a model could call
``TFSMLayer(filepath)`` during prediction, which is not checked. So while this package reads a
model, it also checks everything that the model names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import FunctionType
from typing import Any

import keras

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import saving, slashes

_MAY_NOT = (
    "which is not allowed for a model from a file or text. If you trust its authors, call "
    "keras$config$enable_unsafe_deserialization() in R or "
    "keras.config.enable_unsafe_deserialization() in Python first."
)
#: The start of error messages of Keras's safe mode, and their reason.
_REFUSALS = {
    r"Requested the loading of a vocabulary file .*Vocabulary file: '(.*)'": (
        'reads its vocabulary from the file "{}"'
    ),
    r"Requested the deserialization of a Python lambda": "contains Python code (a lambda)",
    r"Requested the deserialization of a `Lambda` layer": "contains Python code (a lambda)",
    r"Requested the deserialization of a `torch": "contains Python objects (a pickle)",
    r"Requested the deserialization of a `TFSMLayer`": "loads a SavedModel from another folder",
}
_NO_PART = re.compile(r"Cannot deserialize `(.*?)` because it is not a modeling function")

#: Keras's modules with functions for models.
_OF_MODELS = re.compile(
    r"keras\.(activations|constraints|initializers|layers|losses|metrics|ops|quantizers|random"
    r"|regularizers|utils\.bounding_boxes)\.(?!(get|serialize|deserialize)$)"
    r"|keras\.utils\.(normalize|to_categorical)$"
    r"|keras\.preprocessing\.image\.smart_resize$"
    r"|keras\.applications\.\w+\.preprocess_input$"
)
#: Prefixes of the registered names of this package.
_OURS = ("rkeras_py>", "rkeras>")


@contextmanager
def safe_mode() -> Iterator[None]:
    """Load models in Keras's safe mode, unless the user has turned it off for the session."""
    safe = saving.in_safe_mode() is not False
    checking = saving.checking(_require_part if safe else None)
    with saving.safe_mode(safe), checking, slashes.read():
        yield


def refuse(what: str) -> ArgumentError:
    """The error for a model that does something that is not allowed."""
    return ArgumentError(f"the model {what}, {_MAY_NOT}")


def refuse_file(path: object) -> None:
    """Refuse to read a file that a model names, if the model comes from a file or text.

    Raises:
        ArgumentError: it does.
    """
    if saving.in_safe_mode():
        raise refuse(f'reads the file "{path}"')


def explained(problem: Exception) -> ArgumentError | None:
    """An error of Keras's safe mode in the user's terms; ``None`` for other errors."""
    text = str(problem)
    for pattern, what in _REFUSALS.items():
        if found := re.search(pattern, text, re.DOTALL):
            return refuse(what.format(*found.groups()))
    if found := _NO_PART.search(text):
        return no_part(found[1])
    return None


def no_part(name: str) -> ArgumentError:
    """The error for a model that names a function that is not allowed in models."""
    return ArgumentError(f"the model calls {name}(), which is not allowed in models.")


@cache
def _functions() -> frozenset[Any]:
    """Keras's functions that are allowed in models."""
    return frozenset(
        function for name, function in saving.exported_functions().items() if _OF_MODELS.match(name)
    )


def is_part(found: Any, kind: str) -> bool:
    """Whether a model may contain this; the user's own objects are always allowed.

    Args:
        found: A function or a class that a model names.
        kind: The expected kind: "function" or "class".
    """
    of_keras = str(getattr(found, "__module__", "")).partition(".")[0] == "keras"
    if isinstance(found, type):
        name = keras.saving.get_registered_name(found)
        return kind == "class" or not (of_keras or name.startswith(_OURS))
    return not (of_keras and isinstance(found, FunctionType)) or found in _functions()


def _require_part(found: Any, kind: str, name: str) -> None:
    if not is_part(found, kind):
        raise no_part(name)
