"""Text as numbers: tokenizers, hashes, datasets from files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

from rkeras_py.api.define import MISSING, export
from rkeras_py.api.families import reject_unused
from rkeras_py.convert.choices import Choice
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Fraction, Int, IntRule, OneOf, Size
from rkeras_py.convert.text import Sequences, SequencesRule, Strings, Texts, TextsRule

FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'

Mode = Annotated[str, OneOf("binary", "count", "tfidf", "freq")]
Buckets = Annotated[int, IntRule(2)]


class TokenizerRule(Rule):
    name = "a tokenizer, as text_tokenizer() makes it"

    def accept(self, value: Any) -> Any:
        if not hasattr(value, "texts_to_sequences") or not hasattr(value, "word_index"):
            raise Mismatch
        return value


class FittingRule(Rule):
    """Texts, or texts that are sequences of numbers already, or what gives texts one by one."""

    name = "a character vector, a list of strings, or a function that gives a text at each call"
    arrays = True  # tells a list of sequences of length 1 from one sequence

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


class LabelsRule(Rule):
    """Where the labels come from: the names of folders, nowhere, or a vector."""

    name = '"inferred", NULL, or a whole number for each file'

    def accept(self, value: Any) -> Any:
        if value == "inferred":
            return value
        from rkeras_py.convert.text import numbers_in_order

        return numbers_in_order(value)


Tokenizer = Annotated[Any, TokenizerRule()]
File = Annotated[Any, PathRule()]


@export
def text_tokenizer(
    num_words: Size | None = None,
    filters: str = FILTERS,
    lower: bool = True,
    split: str = " ",
    char_level: bool = False,
    oov_token: str | None = None,
) -> Any:
    """Makes a tokenizer, which numbers the words of texts by how often they occur.

    Args:
        num_words: How many numbers are used: words from this number on are left out.
        filters: Characters that separate words, as ``split`` does.
        lower: Whether texts are turned into lower case.
        split: What separates words.
        char_level: Whether every character counts as a word.
        oov_token: A word that stands for all unknown ones, with number 1; ``NULL`` leaves them
            out.

    Returns: a tokenizer. After ``fit_text_tokenizer()`` its ``$word_index`` has the numbers of the
        words, which count from 1.

    Example:
        tokenizer <- text_tokenizer(num_words = 100)
        tokenizer %>% fit_text_tokenizer(c("the cat", "the dog"))
        tokenizer$word_index
    """
    from keras.src.legacy.preprocessing.text import Tokenizer

    _check_split(split)
    return Tokenizer(num_words, filters, lower, split, char_level, oov_token)


def _check_split(split: str) -> None:
    if not split:
        raise ArgumentError("`split` must be a string of at least one character.")


@export(invisible=True)
def fit_text_tokenizer(object: Tokenizer, x: Annotated[Any, FittingRule()]) -> Any:
    """Lets a tokenizer count the words of texts, and number them.

    Args:
        object: The tokenizer; it is changed in place, and goes on from what it counted before.
        x: A character vector or a list of strings; a list of vectors of words or of their
            numbers; or a function that gives a text at each call, and at last ``NULL``.

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


@export(r_result="integer_vectors")
def texts_to_sequences(tokenizer: Tokenizer, texts: Texts) -> Any:
    """The numbers of the words of each text.

    Args:
        tokenizer: A tokenizer that has seen texts.
        texts: A character vector or a list of strings.

    Returns: a list with an integer vector for each text; unknown words are left out, or have the
        number of ``oov_token``.

    Example:
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer(c("the cat", "the dog"))
        texts_to_sequences(tokenizer, c("the dog", "cat"))
    """
    return tokenizer.texts_to_sequences(texts)


@export
def texts_to_sequences_generator(tokenizer: Tokenizer, texts: Texts) -> Any:
    """The numbers of the words of texts, one text after the other.

    Args:
        tokenizer: A tokenizer that has seen texts.
        texts: A character vector or a list of strings.

    Returns: a generator; ``as.list()`` gives what is left of it.

    Example:
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer(c("the cat", "the dog"))
        as.list(texts_to_sequences_generator(tokenizer, c("the dog", "cat")))
    """
    return tokenizer.texts_to_sequences_generator(texts)


@export
def texts_to_matrix(tokenizer: Tokenizer, texts: Texts, mode: Mode = "binary") -> Any:
    """Texts as the rows of a matrix with a column for each number of a word, from 0.

    Args:
        tokenizer: A tokenizer that has seen texts.
        texts: A character vector or a list of strings.
        mode: "binary" for 1 where a word occurs, "count" for how often, "freq" for its share of
            the text, "tfidf" for ``(1 + log(count)) * log(1 + texts / (1 + texts with the word))``.

    Returns: (texts, numbers).

    Example:
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer(c("the cat", "the dog"))
        texts_to_matrix(tokenizer, "the cat and the dog", mode = "count")
    """
    _check_fitted(tokenizer, mode)
    return tokenizer.texts_to_matrix(texts, mode)


@export
def sequences_to_matrix(tokenizer: Tokenizer, sequences: Sequences, mode: Mode = "binary") -> Any:
    """Sequences of numbers of words as the rows of a matrix with a column for each, from 0.

    Args:
        tokenizer: A tokenizer with ``num_words``, or one that has seen texts.
        sequences: A list of integer vectors.
        mode: As for ``texts_to_matrix()``.

    Returns: (sequences, numbers).

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
            "`tokenizer` does not know how many words there are: call fit_text_tokenizer() first, "
            "or give text_tokenizer() `num_words`."
        )


@export(invisible=True)
def save_text_tokenizer(object: Tokenizer, filename: File) -> Any:
    """Writes a tokenizer to a file, from which ``load_text_tokenizer()`` makes it again.

    Args:
        object: The tokenizer.
        filename: Path of the file, which is JSON.

    Returns: the tokenizer.

    Example:
        file <- tempfile()
        tokenizer <- text_tokenizer() %>% fit_text_tokenizer("the cat")
        save_text_tokenizer(tokenizer, file)
        load_text_tokenizer(file)$word_index
    """
    from rkeras_py.compat import tokenizers

    if not filename.parent.is_dir():
        raise ArgumentError(f'`filename` is in a folder that does not exist: "{filename.parent}".')
    tokenizers.save(object, filename)
    return object


@export
def load_text_tokenizer(filename: File) -> Any:
    """The tokenizer that ``save_text_tokenizer()`` wrote to a file.

    Args:
        filename: Path of the file; files of R keras can be read, too.

    Returns: a tokenizer.

    Example:
        file <- tempfile()
        text_tokenizer() %>% fit_text_tokenizer("the cat") %>% save_text_tokenizer(file)
        load_text_tokenizer(file) %>% texts_to_sequences("cat")
    """
    from rkeras_py.compat import tokenizers

    if not filename.is_file():
        raise ArgumentError(f'`filename` must be a file, but there is none: "{filename}".')
    try:
        return tokenizers.load(filename)
    except ValueError as problem:
        raise ArgumentError(
            f'`filename` must be the file of a tokenizer; "{filename}" is none: {problem}.'
        ) from None


@export(r_result="as.character")
def text_to_word_sequence(
    text: str, filters: str = FILTERS, lower: bool = True, split: str = " "
) -> Any:
    """The words of a text.

    Args:
        text: The text.
        filters: Characters that separate words, as ``split`` does.
        lower: Whether the text is turned into lower case.
        split: What separates words.

    Returns: a character vector.

    Example:
        text_to_word_sequence("The cat sat. It slept!")
    """
    from keras.src.legacy.preprocessing.text import text_to_word_sequence as words_of

    _check_split(split)
    return words_of(text, filters, lower, split)


@export(r_result="as.integer")
def text_hashing_trick(
    text: str,
    n: Buckets,
    hash_function: Any = None,
    filters: str = FILTERS,
    lower: bool = True,
    split: str = " ",
) -> Any:
    """The words of a text as numbers from 1 to ``n - 1``, by their hash.

    Different words may have the same number.

    Args:
        text: The text.
        n: How many numbers there are, 0 included, which no word has.
        hash_function: ``NULL`` for Python's own, which is another in each session; "md5" for one
            that stays the same; or a function of a word that gives a whole number.
        filters: Characters that separate words, as ``split`` does.
        lower: Whether the text is turned into lower case.
        split: What separates words.

    Returns: an integer vector.

    Example:
        text_hashing_trick("the cat and the dog", n = 50, hash_function = "md5")
    """
    from keras.src.legacy.preprocessing.text import hashing_trick

    if not (hash_function in (None, "md5") or callable(hash_function)):
        raise ArgumentError('`hash_function` must be NULL, "md5" or a function.')
    _check_split(split)
    return [int(number) for number in hashing_trick(text, n, hash_function, filters, lower, split)]


@export(r_result="as.integer")
def text_one_hot(
    input_text: str = MISSING,
    n: Buckets = MISSING,
    filters: str = FILTERS,
    lower: bool = True,
    split: str = " ",
    text: str | None = None,
) -> Any:
    """The words of a text as numbers from 1 to ``n - 1``, by a hash that each session has its own.

    Args:
        input_text: The text.
        n: How many numbers there are, 0 included, which no word has.
        filters: Characters that separate words, as ``split`` does.
        lower: Whether the text is turned into lower case.
        split: What separates words.
        text: Former name of ``input_text``.

    Returns: an integer vector; ``text_hashing_trick()`` can give the same in every session.

    Example:
        text_one_hot("the cat and the dog", n = 50)
    """
    if input_text is MISSING:
        input_text = MISSING if text is None else text
    for name, value in (("input_text", input_text), ("n", n)):
        if value is MISSING:
            raise ArgumentError(f'argument "{name}" is missing, with no default')
    return text_hashing_trick(input_text, n, None, filters, lower, split)


@export
def text_dataset_from_directory(
    directory: str,
    labels: Annotated[Any, LabelsRule()] | None = "inferred",
    label_mode: Annotated[str, Choice("int", "categorical", "binary")] | None = "int",
    class_names: Strings | None = None,
    batch_size: Size | None = 32,
    max_length: Size | None = None,
    shuffle: bool = True,
    seed: Int | None = None,
    validation_split: Fraction | None = None,
    subset: Annotated[str, Choice("training", "validation", "both")] | None = None,
    follow_links: bool = False,
    *more: Any,
    **extra: Any,
) -> Any:
    """A dataset of the text files in a folder, with a folder for each class.

    Args:
        directory: The folder.
        labels: "inferred" takes the names of the folders in their order, ``NULL`` none; or a whole
            number for each file, in the order of their paths.
        label_mode: "int" for numbers from 0, "categorical" for vectors with a 1, "binary" for 0 and
            1 as floats, ``NULL`` for no labels.
        class_names: The folders in the order of their numbers.
        batch_size: Texts in a batch; ``NULL`` for none.
        max_length: Characters that are kept of a text.
        shuffle: Whether the order is random; if not, it is that of the names.
        seed: Seed of the order, and of the division by ``validation_split``.
        validation_split: Share of the files to keep for validation.
        subset: "training", "validation" or "both": which part is given.
        follow_links: Whether links to folders are followed.

    Returns: a dataset, of texts or of texts and labels; a list of two for "both".

    Example:
        folder <- tempfile()
        for (class in c("cats", "dogs")) {
          dir.create(file.path(folder, class), recursive = TRUE)
          writeLines(paste("about", class), file.path(folder, class, "1.txt"))
        }
        dataset <- text_dataset_from_directory(folder)
        dataset$class_names
    """
    import keras

    reject_unused(extra, more)
    directory = os.path.expanduser(directory)
    if not os.path.isdir(directory):
        raise ArgumentError(f'`directory` must be a folder, but there is none: "{directory}".')
    return keras.utils.text_dataset_from_directory(
        directory,
        labels=labels,
        label_mode=label_mode,
        class_names=class_names,
        batch_size=batch_size,
        max_length=max_length,
        shuffle=shuffle,
        seed=seed,
        validation_split=validation_split,
        subset=subset,
        follow_links=follow_links,
    )
