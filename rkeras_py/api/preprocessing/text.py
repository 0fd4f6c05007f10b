"""Splits texts into words, and hashes words."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.deprecated import deprecated
from rkeras_py.convert.na import NA_INTEGER
from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import IntRule
from rkeras_py.convert.text import HashedText, Text
from rkeras_py.keras_private.datasets import texts
from rkeras_py.registry.define import export

FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'
Buckets = Annotated[int, IntRule(2)]


def check_split(split: str) -> None:
    if not split:
        raise ArgumentError("`split` must be a string of at least one character.")


@export(r_result="as.character", forks=True)
def text_to_word_sequence(
    text: Text, filters: str = FILTERS, lower: bool = True, split: str = " "
) -> Any:
    """Split a text into words.

    By default, punctuation is removed and the text is converted to lower case.

    Args:
        text: The text.
        filters: Characters that are replaced by ``split`` before splitting.
        lower: Whether to convert the text to lower case.
        split: Word separator.

    Returns: a character vector.

    Example:
        text_to_word_sequence("The cat sat. It slept!")
    """
    check_split(split)
    words: list[str] = texts().text_to_word_sequence(text, filters, lower, split)
    return words


@export(r_result="as.integer", forks=True)
def text_hashing_trick(
    text: HashedText,
    n: Buckets,
    hash_function: Any = None,
    filters: str = FILTERS,
    lower: bool = True,
    split: str = " ",
) -> Any:
    """Convert a text to word indices by hashing.

    The indices are from 1 to ``n - 1``. Different words may have the same index.

    Args:
        text: The text.
        n: Number of indices, including 0, which is not used.
        hash_function: ``NULL`` for Python's hash function, which differs between sessions; "md5"
            for a stable one; or a function of a word that returns a whole number.
        filters: Characters that are replaced by ``split`` before splitting.
        lower: Whether to convert the text to lower case.
        split: Word separator.

    Returns: an integer vector; a missing value for a missing text.

    Example:
        text_hashing_trick("the cat and the dog", n = 50, hash_function = "md5")
    """
    if not (hash_function in (None, "md5") or callable(hash_function)):
        raise ArgumentError('`hash_function` must be NULL, "md5" or a function.')
    check_split(split)
    if text is None:
        return NA_INTEGER
    numbers = texts().hashing_trick(text, n, hash_function, filters, lower, split)
    return [int(number) for number in numbers]


@export(r_result="as.integer", forks=True)
def text_one_hot(
    input_text: Text = MISSING,
    n: Buckets = MISSING,
    filters: str = FILTERS,
    lower: bool = True,
    split: str = " ",
    text: Text | None = None,
) -> Any:
    """Convert a text to word indices by session-specific hashing.

    The indices are from 1 to ``n - 1``. Different words may have the same index, and another
    session gives other indices.

    Args:
        input_text: The text.
        n: Number of indices, including 0, which is not used.
        filters: Characters that are replaced by ``split`` before splitting.
        lower: Whether to convert the text to lower case.
        split: Word separator.
        text: Former name of ``input_text``.

    Returns: an integer vector. ``text_hashing_trick()`` can return the same indices in every
        session.

    Example:
        text_one_hot("the cat and the dog", n = 50)
    """
    if input_text is MISSING:
        if text is not None:
            deprecated("text", "input_text")
        input_text = MISSING if text is None else text
    for name, value in (("input_text", input_text), ("n", n)):
        if value is MISSING:
            raise ArgumentError(f'argument "{name}" is missing, with no default')
    return text_hashing_trick(input_text, n, None, filters, lower, split)
