"""Text datasets as word indices: IMDB and Reuters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rkeras_py.api.datasets.store import Share, folder, published, reading, sets
from rkeras_py.convert.paths import AnyPath
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Count, Int, Size
from rkeras_py.keras_private.datasets import arrays_in
from rkeras_py.registry.define import export


@export(long=True)
def dataset_imdb(
    path: AnyPath = "imdb.npz",
    num_words: Size | None = None,
    skip_top: Count = 0,
    maxlen: Size | None = None,
    seed: Count = 113,
    start_char: Int | None = 1,
    oov_char: Int | None = 2,
    index_from: Int | None = 3,
) -> dict[str, Any]:
    """IMDB movie reviews dataset.

    25,000 training reviews and 25,000 test reviews; half of them are positive. A review is a vector
    of word indices. Frequent words have low indices.

    Args:
        path: Name of the file in the folder ``datasets`` of ``~/.keras`` (or ``KERAS_HOME``), or an
            absolute path.
        num_words: Words with this index or a higher one are replaced (rare words).
        skip_top: Words with an index below this one are replaced (the most frequent words).
        maxlen: Reviews of this length or longer are removed.
        seed: Random seed of the order.
        start_char: Index at the start of each review; ``NULL`` for none.
        oov_char: Index that replaces words; ``NULL`` removes these words.
        index_from: Number that is added to the word indices.

    Returns: ``list(train = list(x, y), test = list(x, y))``; ``x`` is a list of integer vectors,
        and ``y`` is 1 for positive and 0 for negative reviews.

    Example:
        if (file.exists("~/.keras/datasets/imdb.npz")) {
          imdb <- dataset_imdb(num_words = 5000)
          imdb$train$x[[1]]
        }
    """
    import numpy as np

    file = _arrays(published(path, "imdb.npz"), "x_train", "y_train", "x_test", "y_test")
    shuffle = np.random.RandomState(seed)
    parts = []
    for part in ("train", "test"):
        order = np.arange(len(file[f"x_{part}"]))
        shuffle.shuffle(order)
        texts = _marked(file[f"x_{part}"][order], start_char, index_from)
        parts.append(_shorter(maxlen, texts, file[f"y_{part}"][order]))
    cut = _cut([text for texts, _ in parts for text in texts], num_words, skip_top, oov_char)
    train = len(parts[0][0])
    return sets((cut[:train], parts[0][1]), (cut[train:], parts[1][1]))


@export(long=True)
def dataset_reuters(
    path: AnyPath = "reuters.npz",
    num_words: Size | None = None,
    skip_top: Count = 0,
    maxlen: Size | None = None,
    test_split: Share = 0.2,
    seed: Count = 113,
    start_char: Int | None = 1,
    oov_char: Int | None = 2,
    index_from: Int | None = 3,
) -> dict[str, Any]:
    """Reuters newswire topics dataset.

    Newswires on 46 topics. A newswire is a vector of word indices. Frequent words have low indices.

    Args:
        path: Name of the file in the folder ``datasets`` of ``~/.keras`` (or ``KERAS_HOME``), or an
            absolute path.
        num_words: Words with this index or a higher one are replaced (rare words).
        skip_top: Words with an index below this one are replaced (the most frequent words).
        maxlen: Newswires of this length or longer are removed.
        test_split: Proportion of the newswires in the test set.
        seed: Random seed of the order.
        start_char: Index at the start of each newswire; ``NULL`` for none.
        oov_char: Index that replaces words; ``NULL`` removes these words.
        index_from: Number that is added to the word indices.

    Returns: ``list(train = list(x, y), test = list(x, y))``; ``x`` is a list of integer vectors,
        and ``y`` contains the topics, numbered from 0.

    Example:
        if (file.exists("~/.keras/datasets/reuters.npz")) {
          reuters <- dataset_reuters(num_words = 5000)
          table(reuters$train$y)
        }
    """
    import numpy as np

    file = _arrays(published(path, "reuters.npz"), "x", "y")
    order = np.arange(len(file["x"]))
    np.random.RandomState(seed).shuffle(order)
    texts = _marked(file["x"][order], start_char, index_from)
    texts, y = _shorter(maxlen, texts, file["y"][order])
    x = _cut(texts, num_words, skip_top, oov_char)
    train = int(len(x) * (1 - test_split))
    return sets((x[:train], y[:train]), (x[train:], y[train:]))


def _arrays(source: Path, *names: str) -> dict[str, Any]:
    with reading(source):
        arrays = arrays_in(str(source))
        for name in names:
            if name not in arrays:
                raise ValueError(f'there is no "{name}" in it')
    return arrays


def _marked(texts: Any, start_char: int | None, index_from: int | None) -> list[Any]:
    """Texts as arrays, with indices shifted by ``index_from`` and a start marker."""
    import numpy as np

    mark = [] if start_char is None else [start_char]
    return [np.append(mark, np.add(text, index_from or 0)).astype("int64") for text in texts]


def _shorter(maxlen: int | None, texts: list[Any], y: Any) -> tuple[list[Any], Any]:
    """The texts with fewer than ``maxlen`` words."""
    if maxlen is None:
        return texts, y
    kept = [i for i, text in enumerate(texts) if len(text) < maxlen]
    if not kept:
        raise ArgumentError(f"`maxlen` is {maxlen}, but no text is shorter.")
    return [texts[i] for i in kept], y[kept]


def _cut(
    texts: list[Any], num_words: int | None, skip_top: int, oov_char: int | None
) -> list[list[int]]:
    """Texts with the words from ``skip_top`` to below ``num_words``, as lists.

    By default the last word is also dropped, as in Keras.
    """
    import numpy as np

    limit = num_words or max((int(text.max()) for text in texts if text.size), default=0)
    cut = []
    for text in texts:
        known = (skip_top <= text) & (text < limit)
        cut.append((text[known] if oov_char is None else np.where(known, text, oov_char)).tolist())
    return cut


@export(long=True)
def dataset_imdb_word_index(path: AnyPath = "imdb_word_index.json") -> dict[str, int]:
    """Word index of the IMDB movie reviews dataset.

    The index of each word, before ``index_from`` is added.

    Args:
        path: Name of the file in the folder ``datasets`` of ``~/.keras`` (or ``KERAS_HOME``), or an
            absolute path.

    Returns: a named list.
    """
    return _word_index(path, "imdb_word_index.json")


@export(long=True)
def dataset_reuters_word_index(path: AnyPath = "reuters_word_index.pkl") -> dict[str, int]:
    """Word index of the Reuters newswire dataset.

    The index of each word, before ``index_from`` is added.

    Args:
        path: Name of the file in the folder ``datasets`` of ``~/.keras`` (or ``KERAS_HOME``), or an
            absolute path. Keras in Python calls it ``reuters_word_index.json``.

    Returns: a named list.
    """
    name = "reuters_word_index.json"
    if not (folder() / path).exists() and (folder() / name).exists():
        path = name
    return _word_index(path, name)


def _word_index(path: str, name: str) -> dict[str, int]:
    import json

    source = published(path, name)
    with reading(source):
        index: dict[str, int] = json.loads(source.read_text(encoding="utf-8"))
    return index
