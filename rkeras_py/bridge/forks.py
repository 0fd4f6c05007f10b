"""What works in children of ``parallel::mclapply()``: what needs no TensorFlow.

TensorFlow's threads are not in a child, and what waits for them waits for ever.
"""

from __future__ import annotations

import os
from typing import Any

from rkeras_py.bridge import handles, pump
from rkeras_py.bridge.gate import internal
from rkeras_py.keras_private.datasets import texts

#: Functions of the API that compute with NumPy and Python alone.
FUNCTIONS = frozenset(
    {
        "array_reshape",
        "fit_text_tokenizer",
        "make_sampling_table",
        "normalize",
        "pad_sequences",
        "save_text_tokenizer",
        "load_text_tokenizer",
        "sequences_to_matrix",
        "skipgrams",
        "text_hashing_trick",
        "text_one_hot",
        "text_to_word_sequence",
        "text_tokenizer",
        "texts_to_matrix",
        "texts_to_sequences",
        "texts_to_sequences_generator",
        "to_categorical",
    }
)

#: What R calls for handles, which may stand for objects of any package.
OF_HANDLES = frozenset(
    {
        ".as_list",
        ".call",
        ".described",
        ".dim",
        ".extents",
        ".format",
        ".get_attr",
        ".get_attribute",
        ".get_item",
        ".get_part",
        ".has_attr",
        ".length",
        ".names",
        ".repr",
        ".shown",
    }
)

#: Packages whose objects need threads, or may.
THREADED = frozenset({"keras", "tensorflow", "tensorboard"})


os.register_at_fork(after_in_child=handles.keep_dropped)


@internal(".works_in_fork")
def works_in_fork(name: str, args: Any) -> bool:
    """Whether a function works in a forked process.

    Args:
        name: As R calls it.
        args: What it is called with.
    """
    return (
        (name in FUNCTIONS or name in OF_HANDLES)
        and not pump.serving()
        and not any(_needs_threads(part) for part in _parts(args))
    )


def _parts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [part for each in value for part in _parts(each)]
    return [value]


def _needs_threads(value: Any) -> bool:
    owner = getattr(value, "__self__", value)  # of a bound method
    if isinstance(owner, texts().Tokenizer):
        return False
    names = [getattr(value, "__module__", None)]
    names += [base.__module__ for part in (value, owner) for base in type(part).__mro__]
    return any(str(name).partition(".")[0] in THREADED for name in names)
