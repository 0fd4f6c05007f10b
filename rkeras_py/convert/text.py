"""Text: character vectors and lists of strings for layers and tokenizers."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.na import NA
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule


def is_text(value: Any) -> bool:
    """Whether an array or a tensor contains strings."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    return kind in ("O", "U", "S") or "string" in str(getattr(value, "dtype", ""))


def text_tensor(strings: Any) -> Any:
    """Strings as a TensorFlow tensor of the same shape.

    Raises:
        ArgumentError: some values are missing.
    """
    import numpy as np
    import tensorflow as tf

    array = np.asarray(strings, object)
    missing = sum(isinstance(text, NA) or text is None for text in array.flat)
    if missing:
        values = "value" if missing == 1 else "values"
        raise ArgumentError(
            f"{{argument}} is text with {missing} missing {values} (NA): remove or replace them. "
            "If numbers are meant: one column of text, dates or a factor makes a whole matrix text."
        )
    if not all(isinstance(text, (str, bytes)) for text in array.flat):
        raise Mismatch
    return tf.constant(array.tolist(), tf.string, shape=array.shape)


def strings_of(value: Any) -> list[Any] | None:
    """The elements of a character vector, factor or list; ``None`` for other values."""
    if isinstance(value, str):
        return [value]
    if type(value).__name__ == "Categorical":
        return [NA("character") if text != text else text for text in value.tolist()]
    if is_text(value) and hasattr(value, "ravel"):
        return list(value.ravel(order="F").tolist())
    return list(value) if isinstance(value, (list, tuple)) else None


class TextsRule(Rule):
    """Texts to split; a text may already be split into a vector of words.

    A missing text becomes "NA", as in R keras.
    """

    name = "a character vector or a list of strings"

    def accept(self, value: Any) -> list[str | list[str]]:
        texts = strings_of(value)
        if texts is None:
            raise Mismatch
        return [
            [_text(word) for word in text] if isinstance(text, (list, tuple)) else _text(text)
            for text in texts
        ]


def _text(value: Any) -> str:
    if isinstance(value, NA):
        return "NA"
    if not isinstance(value, str):
        raise Mismatch
    return value


class TextRule(Rule):
    """A text to split; a missing text becomes "NA", as in R keras."""

    name = "a string"
    takes_na = True

    def accept(self, value: Any) -> str:
        strings = strings_of(value)
        if isinstance(value, NA):
            strings = [value]
        if strings is None or len(strings) != 1:
            raise Mismatch
        return _text(strings[0])


class HashedTextRule(TextRule):
    """The same, but for a missing text the result is ``None``."""

    def accept(self, value: Any) -> Any:
        if isinstance(value, NA):
            return None
        strings = strings_of(value)
        if strings is not None and len(strings) != 1:
            raise ArgumentError(f"`text` should be length 1, not {len(strings)}.")
        return super().accept(value)


class StringsRule(Rule):
    """Strings; a single string is a vector of length 1, as in R."""

    name = "a character vector"

    def accept(self, value: Any) -> list[str]:
        strings = strings_of(value)
        if strings is None or not all(isinstance(text, str) for text in strings):
            raise Mismatch
        return strings


class SequencesRule(Rule):
    """Texts as sequences of word numbers."""

    name = "a list of vectors of whole numbers of at least 0"
    arrays = True

    def accept(self, value: Any) -> list[list[int]]:
        if not isinstance(value, (list, tuple)):
            raise Mismatch
        return [numbers_of_words(sequence) for sequence in value]


class SequenceRule(Rule):
    """A text as a sequence of word numbers."""

    name = "a vector of whole numbers of at least 0"
    arrays = True

    def accept(self, value: Any) -> list[int]:
        return numbers_of_words(value)


def numbers_in(value: Any) -> Any:
    """A vector of numbers from R vectors, lists of single numbers, and numbers in text.

    Raises: Mismatch: text is not a number.
    """
    import numpy as np

    from rkeras_py.convert.scalars import number_in

    if isinstance(value, np.ndarray) and value.ndim and value.dtype.kind in "fiub":
        return value
    if isinstance(value, (list, tuple)) and all(np.size(part) == 1 for part in value):
        value = [np.asarray(part).item() for part in value]
    numbers = np.atleast_1d(value)
    if is_text(numbers) and numbers.size:
        read = [number_in(text) if isinstance(text, str) else None for text in numbers.flat]
        if None in read:
            raise Mismatch
        numbers = np.asarray(read, "float64").reshape(numbers.shape)
    return numbers


def numbers_of_words(value: Any) -> list[int]:
    """The numbers of a vector, truncated to integers as in Keras's integer arrays.

    Raises: Mismatch: it is not a vector of numbers of at least 0.
    """
    import numpy as np

    if np.ma.isMaskedArray(value):
        raise Mismatch
    numbers = numbers_in(value)
    if numbers.size == 0:
        return []
    if numbers.ndim != 1 or numbers.dtype.kind not in "fiu":
        raise Mismatch
    if not np.isfinite(numbers).all() or numbers.min() <= -1:
        raise Mismatch
    return [int(number) for number in numbers]


class VocabularyRule(Rule):
    """Words or integers in order; a single string is the path of a file with one word per line.

    In R, a string and a vector of length one are the same: use a list for a vocabulary of one word.
    """

    name = "a vector of words or of whole numbers, or the path of a file"

    def accept(self, value: Any) -> str | list[str] | list[int]:
        import os

        if isinstance(value, str):
            path = os.path.expanduser(value)
            if not os.path.isfile(path):
                raise ArgumentError(
                    f'{{argument}} is one string, and there is no file "{value}"; '
                    f'a vocabulary of one word is list("{value}").'
                )
            return path
        words = strings_of(value)
        if words is not None and all(isinstance(word, str) for word in words):
            return words
        return numbers_in_order(value)


def numbers_in_order(value: Any) -> list[int]:
    """Raises: Mismatch: some elements are not integers."""
    from rkeras_py.convert.scalars import IntRule

    values = value.tolist() if hasattr(value, "tolist") else value
    values = values if isinstance(values, (list, tuple)) else [values]
    try:
        return [IntRule().accept(number) for number in values]
    except Mismatch:
        raise Mismatch from None


class TokenRule(Rule):
    """A special token among words or numbers."""

    name = "a string or a whole number"

    def accept(self, value: Any) -> str | int:
        from rkeras_py.convert.scalars import IntRule, unwrap

        value = unwrap(value)
        if isinstance(value, str):
            return value
        try:
            return IntRule().accept(value)
        except Mismatch:
            raise Mismatch from None


Text = Annotated[str, TextRule()]
HashedText = Annotated[Any, HashedTextRule()]
Texts = Annotated["list[str | list[str]]", TextsRule()]
Strings = Annotated["list[str]", StringsRule()]
Sequences = Annotated["list[list[int]]", SequencesRule()]
Sequence = Annotated["list[int]", SequenceRule()]
Vocabulary = Annotated[Any, VocabularyRule()]
Token = Annotated[Any, TokenRule()]
