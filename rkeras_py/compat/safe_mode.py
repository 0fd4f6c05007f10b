"""Safe mode: models from files and texts may not run code, read files or call other functions.

Keras checks some of it while its safe mode is on, which is on by default in its newer readers only.
It lets models name most of its functions, and its classes in the place of functions: a model could
call ``TFSMLayer(filepath)`` when it predicts, where nothing is checked any more. So while this
package reads a model, everything that the model names is checked here as well.
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
    "which a model from a file or a text may not. If you trust those who made it, call "
    "keras$config$enable_unsafe_deserialization() in R or "
    "keras.config.enable_unsafe_deserialization() in Python first."
)
#: How Keras's safe mode begins its errors, and what they are about.
_REFUSALS = {
    r"Requested the loading of a vocabulary file .*Vocabulary file: '(.*)'": (
        'reads its vocabulary from the file "{}"'
    ),
    r"Requested the deserialization of a Python lambda": "brings code of Python along (a lambda)",
    r"Requested the deserialization of a `Lambda` layer": "brings code of Python along (a lambda)",
    r"Requested the deserialization of a `torch": "brings objects of Python along (a pickle)",
    r"Requested the deserialization of a `TFSMLayer`": "loads a SavedModel from another folder",
}
_NO_PART = re.compile(r"Cannot deserialize `(.*?)` because it is not a modeling function")

#: Where Keras has the functions that are parts of models.
_OF_MODELS = re.compile(
    r"keras\.(activations|constraints|initializers|layers|losses|metrics|ops|quantizers|random"
    r"|regularizers|utils\.bounding_boxes)\.(?!(get|serialize|deserialize)$)"
    r"|keras\.utils\.(normalize|to_categorical)$"
    r"|keras\.preprocessing\.image\.smart_resize$"
    r"|keras\.applications\.\w+\.preprocess_input$"
)
#: Packages whose registered names are this package's.
_OURS = ("rkeras_py>", "rkeras>")


@contextmanager
def safe_mode() -> Iterator[None]:
    """Read models in Keras's safe mode, unless the user has turned it off for the session."""
    safe = saving.in_safe_mode() is not False
    checking = saving.checking(_require_part if safe else None)
    with saving.safe_mode(safe), checking, slashes.read():
        yield


def refuse(what: str) -> ArgumentError:
    """The error for a model that does something that it may not."""
    return ArgumentError(f"the model {what}, {_MAY_NOT}")


def refuse_file(path: object) -> None:
    """Refuse to read a file that a model names, where the model comes from a file or a text.

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
    """The error for a model that names what is no part of models."""
    return ArgumentError(f"the model calls {name}(), which is no part of models.")


@cache
def _functions() -> frozenset[Any]:
    """The functions of Keras that are parts of models."""
    return frozenset(
        function for name, function in saving.exported_functions().items() if _OF_MODELS.match(name)
    )


def is_part(found: Any, kind: str) -> bool:
    """Whether a model may hold this; what comes from the user may be anything.

    Args:
        found: A function or a class that a model names.
        kind: What it is to be: "function" or "class".
    """
    of_keras = str(getattr(found, "__module__", "")).partition(".")[0] == "keras"
    if isinstance(found, type):
        name = keras.saving.get_registered_name(found)
        return kind == "class" or not (of_keras or name.startswith(_OURS))
    return not (of_keras and isinstance(found, FunctionType)) or found in _functions()


def _require_part(found: Any, kind: str, name: str) -> None:
    if not is_part(found, kind):
        raise no_part(name)
