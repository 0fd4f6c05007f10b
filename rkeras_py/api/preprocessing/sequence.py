"""Skip-grams: pairs of words that occur together, for training word embeddings."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.data import Array
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Count, Int, NonNegative, Size
from rkeras_py.convert.text import Sequence
from rkeras_py.keras_private.datasets import sequences
from rkeras_py.registry.define import export


@export(forks=True)
def make_sampling_table(size: Size, sampling_factor: NonNegative = 1e-5) -> Any:
    """Sampling table for skip-gram training data.

    Returns the probability of keeping a word, by the rank of its frequency. Frequent words are kept
    less often.

    The frequency of the word of rank ``r`` is estimated as ``1 / (r * H(r))`` with the harmonic
    number ``H(r)`` (Zipf's law). A word is kept with the probability
    ``min(1, sqrt(sampling_factor / frequency))``, as in word2vec.

    Args:
        size: Size of the vocabulary.
        sampling_factor: Sampling factor: with lower values, fewer frequent words are kept.

    Returns: a vector with a probability for each word index. The first is that of index 0, which is
        not used.

    Example:
        round(make_sampling_table(10), 4)
    """
    return sequences().make_sampling_table(size, sampling_factor)


@export(forks=True)
def skipgrams(
    sequence: Sequence,
    vocabulary_size: Size,
    window_size: Count = 4,
    negative_samples: NonNegative = 1.0,
    shuffle: bool = True,
    categorical: bool = False,
    sampling_table: Array | None = None,
    seed: Int | None = None,
) -> Any:
    """Generate skip-gram word pairs.

    Returns pairs of words that are near each other in a text, and random pairs (negative samples).

    Args:
        sequence: A text as a vector of word indices; 0 is not a word.
        vocabulary_size: Size of the vocabulary: all word indices are below this number.
        window_size: Maximum distance of the two words of a pair.
        negative_samples: Number of random pairs for each true pair.
        shuffle: Whether to shuffle the pairs.
        categorical: Whether labels are ``c(0, 1)`` for true pairs and ``c(1, 0)`` for random pairs,
            instead of 1 and 0.
        sampling_table: Probability of keeping each word, as returned by ``make_sampling_table()``.
        seed: Random seed of the order.

    Returns: a list of ``couples``, vectors of two word indices, and ``labels``, 1 for true pairs
        and 0 for random pairs.

    Example:
        skipgrams(c(1, 2, 3), vocabulary_size = 4, window_size = 1, negative_samples = 0)
    """
    import random

    largest = max(sequence, default=0)
    if negative_samples and vocabulary_size < 2:
        raise ArgumentError("`vocabulary_size` must be at least 2, because 0 is not a word.")
    if sampling_table is not None and len(sampling_table) <= largest:
        raise ArgumentError(
            f"`sampling_table` must have a probability for each number up to {largest}, "
            f"but its length is {len(sampling_table)}."
        )
    couples, labels = sequences().skipgrams(
        sequence,
        vocabulary_size,
        window_size=window_size,
        negative_samples=negative_samples,
        shuffle=shuffle,
        categorical=categorical,
        sampling_table=sampling_table,
        seed=random.randrange(10**7) if seed is None else seed,
    )
    return {"couples": couples, "labels": labels}
