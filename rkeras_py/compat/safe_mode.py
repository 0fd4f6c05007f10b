"""What models from files and texts may not do: run code, read files, call what is no model's part.

Keras checks it while its safe mode is on, which is on by default in its newer readers only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import FunctionType

from keras.src import api_export
from keras.src.saving import serialization_lib

from rkeras_py.convert.rule import ArgumentError

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
    r"|regularizers|utils\.bounding_boxes)\."
    r"|keras\.utils\.(normalize|to_categorical)$"
    r"|keras\.preprocessing\.image\.smart_resize$"
    r"|keras\.applications\.\w+\.preprocess_input$"
)


@contextmanager
def safe_mode() -> Iterator[None]:
    """Read models in Keras's safe mode, unless the user has turned it off for the session."""
    with serialization_lib.SafeModeScope(serialization_lib.in_safe_mode() is not False):
        yield


def refuse(what: str) -> ArgumentError:
    """The error for a model that does something that it may not."""
    return ArgumentError(f"the model {what}, {_MAY_NOT}")


def refuse_file(path: object) -> None:
    """Refuse to read a file that a model names, where the model comes from a file or a text.

    Raises:
        ArgumentError: it does.
    """
    if serialization_lib.in_safe_mode():
        raise refuse(f'reads the file "{path}"')


def explained(problem: Exception) -> ArgumentError | None:
    """An error of Keras's safe mode in the user's terms; ``None`` for other errors."""
    text = str(problem)
    for pattern, what in _REFUSALS.items():
        if found := re.search(pattern, text, re.DOTALL):
            return refuse(what.format(*found.groups()))
    if found := _NO_PART.search(text):
        return ArgumentError(f"the model calls {found[1]}(), which is no part of models.")
    return None


def _refuse_other_functions() -> None:
    """Have Keras refuse all its functions that are no parts of models.

    It does so for some: a model could call others, such as those that draw pictures into files.
    """
    serialization_lib.NON_MODELING_APIS |= {
        name
        for name, value in api_export.REGISTERED_NAMES_TO_OBJS.items()
        if isinstance(value, FunctionType) and not _OF_MODELS.match(name)
    }


_refuse_other_functions()
