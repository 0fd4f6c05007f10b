"""What models from files and texts may not do: run code, read files, call what is no model's part.

Keras checks it while its safe mode is on, which is on by default in its newer readers only.
"""

from __future__ import annotations

import functools
import re
from contextlib import AbstractContextManager

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import saving

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


def safe_mode() -> AbstractContextManager[None]:
    """Read models in Keras's safe mode, unless the user has turned it off for the session."""
    return saving.safe_mode(saving.in_safe_mode() is not False)


def functions_of_models_only() -> AbstractContextManager[None]:
    """Have Keras refuse all its functions that are no parts of models, on this thread.

    It does so for some: a model could call others, such as those that draw pictures into files.
    """
    return saving.refusing(_other_functions())


@functools.cache
def _other_functions() -> frozenset[str]:
    return frozenset(name for name in saving.exported_functions() if not _OF_MODELS.match(name))


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
        return ArgumentError(f"the model calls {found[1]}(), which is no part of models.")
    return None
