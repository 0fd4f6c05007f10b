"""Tokenizer files, in the current format and in that of R keras."""

from __future__ import annotations

import io
import pickle
from collections import OrderedDict, defaultdict
from pathlib import Path
from typing import Any

from rkeras_py import files
from rkeras_py.keras_private import datasets
from rkeras_py.keras_private.names import TOKENIZER_MODULES


class _Unpickler(pickle._Unpickler):
    """Creates a tokenizer and its tables of counts, but no other objects that a file may name.

    It uses pickle's Python implementation: in the C implementation, ten bytes can request all
    memory.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))
        # files can modify the classes that they use
        self.cls = type("Tokenizer", (datasets.texts().Tokenizer,), {})

    def find_class(self, module: str, name: str) -> Any:
        if name == "Tokenizer" and module in TOKENIZER_MODULES:
            return self.cls
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("collections", "defaultdict"):
            return defaultdict
        if name == "int" and module in ("builtins", "__builtin__"):
            return int
        raise pickle.UnpicklingError(f"it needs {module}.{name}")


def save(tokenizer: Any, path: Path) -> None:
    """Write Keras's text format, which ``tokenizer_from_json()`` can read in Python, too."""
    files.write_text(str(path), tokenizer.to_json(), "filename")


def load(path: Path) -> Any:
    """The tokenizer in a file.

    Raises:
        ValueError: the file contains no tokenizer.
    """
    content = path.read_bytes()
    read = _of_json if content.startswith(b"{") else _of_pickle
    try:
        return read(content)
    except (MemoryError, ValueError):
        raise
    except Exception as problem:  # Keras and pickle raise many kinds of exceptions
        raise ValueError(str(problem) or "it is damaged") from None


def _of_json(content: bytes) -> Any:
    tokenizer = datasets.texts().tokenizer_from_json(content.decode("utf-8"))
    for table in ("word_docs", "index_docs"):  # new words are counted from 0
        setattr(tokenizer, table, defaultdict(int, getattr(tokenizer, table)))
    tokenizer.word_counts = OrderedDict(tokenizer.word_counts)
    return tokenizer


def _of_pickle(content: bytes) -> Any:
    unpickler = _Unpickler(content)
    found = unpickler.load()
    if type(found) is not unpickler.cls:
        raise ValueError("it contains something else")
    tokenizer, attributes = datasets.texts().Tokenizer(), vars(found)
    for name in vars(tokenizer).keys() & attributes:  # older versions did not have all attributes
        setattr(tokenizer, name, attributes[name])
    if "index_word" not in attributes:
        tokenizer.index_word = {index: word for word, index in tokenizer.word_index.items()}
    return tokenizer
