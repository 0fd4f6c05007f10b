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


class _Unpickler(pickle.Unpickler):
    """Makes a tokenizer and its tables of counts, and nothing else a file might ask for."""

    def find_class(self, module: str, name: str) -> Any:
        if name == "Tokenizer" and module in TOKENIZER_MODULES:
            return datasets.texts().Tokenizer
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
    if content.startswith(b"{"):
        try:
            tokenizer = datasets.texts().tokenizer_from_json(content.decode("utf-8"))
        except (ValueError, KeyError, AttributeError, TypeError) as problem:
            raise ValueError(str(problem)) from None
        for table in ("word_docs", "index_docs"):  # words that come later are counted from 0
            setattr(tokenizer, table, defaultdict(int, getattr(tokenizer, table)))
        tokenizer.word_counts = OrderedDict(tokenizer.word_counts)
        return tokenizer
    try:
        tokenizer = _Unpickler(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, IndexError, AttributeError) as problem:
        raise ValueError(str(problem)) from None
    if not isinstance(tokenizer, datasets.texts().Tokenizer):
        raise ValueError("it holds something else")
    for name, value in (("oov_token", None), ("analyzer", None), ("document_count", 0)):
        if not hasattr(tokenizer, name):  # of versions that had no such attribute
            setattr(tokenizer, name, value)
    return tokenizer
