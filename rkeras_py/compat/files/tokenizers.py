"""Files of tokenizers: those that are written today, and those that R keras wrote."""

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
    """Makes a tokenizer and its tables of counts, and nothing else a file might ask for.

    It is the one that is written in Python: in the other, ten bytes can ask for all memory.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))
        # files can change the classes that they are given
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
        raise pickle.UnpicklingError(f"it asks for {module}.{name}")


def save(tokenizer: Any, path: Path) -> None:
    """Keras's own text form, which ``tokenizer_from_json()`` reads in Python as well."""
    files.write_text(str(path), tokenizer.to_json(), "filename")


def load(path: Path) -> Any:
    """The tokenizer in a file.

    Raises:
        ValueError: the file holds none.
    """
    content = path.read_bytes()
    read = _of_json if content.startswith(b"{") else _of_pickle
    try:
        return read(content)
    except (MemoryError, ValueError):
        raise
    except Exception as problem:  # of many kinds, from what Keras and pickle find in it
        raise ValueError(str(problem) or "it is damaged") from None


def _of_json(content: bytes) -> Any:
    tokenizer = datasets.texts().tokenizer_from_json(content.decode("utf-8"))
    for table in ("word_docs", "index_docs"):  # words that come later are counted from 0
        setattr(tokenizer, table, defaultdict(int, getattr(tokenizer, table)))
    tokenizer.word_counts = OrderedDict(tokenizer.word_counts)
    return tokenizer


def _of_pickle(content: bytes) -> Any:
    unpickler = _Unpickler(content)
    found = unpickler.load()
    if type(found) is not unpickler.cls:
        raise ValueError("it holds something else")
    tokenizer, attributes = datasets.texts().Tokenizer(), vars(found)
    for name in vars(tokenizer).keys() & attributes:  # former versions did not have all
        setattr(tokenizer, name, attributes[name])
    if "index_word" not in attributes:
        tokenizer.index_word = {index: word for word, index in tokenizer.word_index.items()}
    return tokenizer
