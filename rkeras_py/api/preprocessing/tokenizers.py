"""Tokenizers: build a vocabulary, and convert texts to word indices."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

from rkeras_py.api.preprocessing.text import FILTERS, check_split
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import OneOf, Size
from rkeras_py.convert.text import Sequences, SequencesRule, Texts, TextsRule
from rkeras_py.keras_private.datasets import texts as legacy_texts
from rkeras_py.registry.define import export

Mode = Annotated[str, OneOf("binary", "count", "tfidf", "freq")]


class TokenizerRule(Rule):
    name = "a tokenizer, as returned by text_tokenizer()"

    def accept(self, value: Any) -> Any:
        if not hasattr(value, "texts_to_sequences") or not hasattr(value, "word_index"):
            raise Mismatch
        return value


class FittingRule(Rule):
    """Texts, sequences of numbers, or a function that returns texts one by one."""

    name = "a character vector, a list of strings, or a function that returns a text at each call"
    arrays = True  # distinguishes a list of sequences of length 1 from one sequence

    def accept(self, value: Any) -> Any:
        if callable(value):
            return (TextsRule().accept(text)[0] for text in iter(value, None))
        if hasattr(value, "__next__"):
            return value
        if isinstance(value, (list, tuple)):
            value = [part.tolist() if hasattr(part, "tolist") else part for part in value]
            if any(_is_sequence(part) for part in value):
                try:
                    return Numbered(SequencesRule().accept(value))
                except Mismatch:
                    raise Mismatch from None
            value = [part[0] if _is_one_string(part) else part for part in value]
        return TextsRule().accept(value)


class Numbered(list[Any]):
    """Texts as sequences of numbers."""


def _is_sequence(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) > 0
        and all(isinstance(number, (int, float)) for number in value)
    )


def _is_one_string(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)


class PathRule(Rule):
    name = "the path of a file"

    def accept(self, value: Any) -> Path:
        if not isinstance(value, (str, os.PathLike)) or not str(value):
            raise Mismatch
        return Path(value).expanduser()


Tokenizer = Annotated[Any, TokenizerRule()]
File = Annotated[Any, PathRule()]


@export(forks=True)
def text_tokenizer(
    num_words: Size | None = None,
    filters: str = FILTERS,
    lower: bool = True,
    split: str = " ",
    char_level: bool = False,
    oov_token: str | None = None,
) -> Any:
    """Create a text tokenizer.

    A tokenizer splits texts into words and numbers the words by their frequency.

    Args:
        num_words: Size of the vocabulary: words with this index or a higher one are not used.
            ``NULL`` for all words.
        filters: Characters that are replaced by ``split`` before splitting.
        lower: Whether to convert texts to lower case.
        split: Word separator.
        char_level: Whether each character is a token, instead of each word.
        oov_token: A token that replaces unknown words and has the index 1; ``NULL`` removes unknown
            words.

    Returns: a tokenizer. After ``fit_text_tokenizer()``, its ``$word_index`` contains the indices
        of the words, numbered from 1.

    Example:
        tokenizer <- text_tokenizer(num_words = 100)
        tokenizer %>% fit_text_tokenizer(c("the cat", "the dog"))
        tokenizer$word_index
    """
    check_split(split)
    return legacy_texts().Tokenizer(num_words, filters, lower, split, char_level, oov_token)


@export(invisible=True, forks=True)
def fit_text_tokenizer(object: Tokenizer, x: Annotated[Any, FittingRule()]) -> Any:
    """Fit a tokenizer to texts.

    Counts the words of the texts, and updates the word index.

    Args:
        object: The tokenizer. It is changed in place; earlier counts are kept.
        x: A character vector or a list of strings; a list of vectors of words or of word indices;
            or a function that returns one text at each call, and ``NULL`` at the end.

    Returns: the tokenizer.

    Example:
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer(c("a b b", "b c"))
        tokenizer$word_counts
    """
    if isinstance(x, Numbered):
        object.fit_on_sequences(x)
    else:
        object.fit_on_texts(x)
    return object


@export(r_result="integer_vectors", forks=True)
def texts_to_sequences(tokenizer: Tokenizer, texts: Texts) -> Any:
    """Convert texts to sequences of word indices.

    Each word is replaced by its index in the vocabulary of the tokenizer.

    Args:
        tokenizer: A tokenizer that was fitted to texts.
        texts: A character vector or a list of strings.

    Returns: a list with one integer vector for each text. Unknown words are removed, or replaced by
        the index of ``oov_token``.

    Example:
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer(c("the cat", "the dog"))
        texts_to_sequences(tokenizer, c("the dog", "cat"))
    """
    return tokenizer.texts_to_sequences(texts)


@export(forks=True)
def texts_to_sequences_generator(tokenizer: Tokenizer, texts: Texts) -> Any:
    """Convert texts to word indices, one text at a time.

    Args:
        tokenizer: A tokenizer that was fitted to texts.
        texts: A character vector or a list of strings.

    Returns: a generator. ``as.list()`` returns its remaining values.

    Example:
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer(c("the cat", "the dog"))
        as.list(texts_to_sequences_generator(tokenizer, c("the dog", "cat")))
    """
    return tokenizer.texts_to_sequences_generator(texts)


@export(forks=True)
def texts_to_matrix(tokenizer: Tokenizer, texts: Texts, mode: Mode = "binary") -> Any:
    """Convert texts to a matrix of words.

    The matrix has one row for each text and one column for each word index, from 0.

    Args:
        tokenizer: A tokenizer that was fitted to texts.
        texts: A character vector or a list of strings.
        mode: "binary" for 1 if the word occurs, "count" for the number of occurrences, "freq" for
            the proportion of the words, "tfidf" for ``(1 + log(count)) * log(1 + texts / (1 + texts
            with the word))``.

    Returns: a matrix: (texts, word indices).

    Example:
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer(c("the cat", "the dog"))
        texts_to_matrix(tokenizer, "the cat and the dog", mode = "count")
    """
    _check_fitted(tokenizer, mode)
    return tokenizer.texts_to_matrix(texts, mode)


@export(forks=True)
def sequences_to_matrix(tokenizer: Tokenizer, sequences: Sequences, mode: Mode = "binary") -> Any:
    """Convert sequences of word indices to a matrix.

    The matrix has one row for each sequence and one column for each word index, from 0.

    Args:
        tokenizer: A tokenizer with ``num_words``, or one that was fitted to texts.
        sequences: A list of integer vectors.
        mode: As in ``texts_to_matrix()``.

    Returns: a matrix: (sequences, word indices).

    Example:
        text_tokenizer(num_words = 5) %>% sequences_to_matrix(list(c(1, 3, 3), 2), mode = "count")
    """
    _check_fitted(tokenizer, mode)
    return tokenizer.sequences_to_matrix(sequences, mode)


def _check_fitted(tokenizer: Any, mode: str) -> None:
    if mode == "tfidf" and not tokenizer.document_count:
        raise ArgumentError(
            '`tokenizer` has not seen texts, which mode = "tfidf" needs: '
            "call fit_text_tokenizer() first."
        )
    if not tokenizer.num_words and not tokenizer.word_index:
        raise ArgumentError(
            "`tokenizer` does not know the number of words: call fit_text_tokenizer() first, "
            "or set `num_words` in text_tokenizer()."
        )


@export(invisible=True, forks=True)
def save_text_tokenizer(object: Tokenizer, filename: File) -> Any:
    """Save a text tokenizer to a file.

    ``load_text_tokenizer()`` reads the file.

    Args:
        object: The tokenizer.
        filename: Path of the file, which has the JSON format.

    Returns: the tokenizer.

    Example:
        file <- tempfile()
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer("the cat")
        save_text_tokenizer(tokenizer, file)
        load_text_tokenizer(file)$word_index
    """
    from rkeras_py.compat.files import tokenizers

    if not filename.parent.is_dir():
        raise ArgumentError(f'`filename` is in a folder that does not exist: "{filename.parent}".')
    tokenizers.save(object, filename)
    return object


@export(forks=True)
def load_text_tokenizer(filename: File) -> Any:
    """Load a text tokenizer from a file.

    Reads a file that ``save_text_tokenizer()`` wrote.

    Args:
        filename: Path of the file. It may have been written by R keras.

    Returns: a tokenizer.

    Example:
        file <- tempfile()
        text_tokenizer() %>% fit_text_tokenizer("the cat") %>% save_text_tokenizer(file)
        load_text_tokenizer(file) %>% texts_to_sequences("cat")
    """
    from rkeras_py.compat.files import tokenizers

    if not filename.is_file():
        raise ArgumentError(f'`filename`: there is no file "{filename}".')
    try:
        return tokenizers.load(filename)
    except ValueError as problem:
        raise ArgumentError(
            f'`filename` must be a tokenizer file, but "{filename}" is not: {problem}.'
        ) from None
