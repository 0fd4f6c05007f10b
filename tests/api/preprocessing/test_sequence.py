"""Sampling tables and skipgrams."""

import math
import random
from collections import Counter

import numpy as np
import pytest

import rkeras_py as rk


def test_sampling_table_is_word2vecs_of_zipfs_frequencies():
    factor = 1e-3
    table = rk.make_sampling_table(1000, factor)
    harmonic = 0.0
    for rank in range(1, 1000):
        harmonic += 1 / rank
        frequency = 1 / (rank * harmonic)
        ratio = frequency / factor
        expected = min(1.0, math.sqrt(ratio) / ratio)
        assert table[rank] == pytest.approx(expected, rel=4e-3), rank  # Keras approximates H(r)
    assert table[0] == table[1]
    assert table.max() == 1.0  # rare words are always kept
    assert rk.make_sampling_table(3).shape == (3,)


def test_couples_are_all_words_within_the_window():
    made = rk.skipgrams([1, 2, 0, 3], 4, window_size=2, negative_samples=0, shuffle=False)
    assert made == {"couples": [[1, 2], [2, 1], [2, 3], [3, 2]], "labels": [1, 1, 1, 1]}
    near = rk.skipgrams([1.0, 2.0, 3.0], 4, window_size=1, negative_samples=0, shuffle=False)
    assert near["couples"] == [[1, 2], [2, 1], [2, 3], [3, 2]]


def test_negative_samples_pair_the_same_words_with_any():
    sequence = list(range(1, 21))
    made = rk.skipgrams(sequence, 30, window_size=1, negative_samples=2)
    true = [tuple(c) for c, label in zip(made["couples"], made["labels"], strict=True) if label]
    false = [c for c, label in zip(made["couples"], made["labels"], strict=True) if not label]
    assert sorted(true) == sorted((a, b) for a in sequence for b in (a - 1, a + 1) if 1 <= b <= 20)
    assert len(false) == 2 * len(true)
    assert Counter(a for a, _ in false) == {
        a: 2 * n for a, n in Counter(a for a, _ in true).items()
    }
    assert all(1 <= b < 30 for _, b in false)


def test_labels_may_be_categorical_and_orders_seeded():
    made = rk.skipgrams([1, 2], 3, categorical=True, shuffle=False)
    assert made["labels"] == [[0, 1], [0, 1], [1, 0], [1, 0]]
    plain = rk.skipgrams(range_(9), 10, negative_samples=0, shuffle=False)["couples"]
    a, b = (rk.skipgrams(range_(9), 10, negative_samples=0, seed=5)["couples"] for _ in range(2))
    assert a == b != plain
    assert sorted(a) == sorted(plain)


def range_(n):
    return list(range(1, n + 1))


def test_sampling_table_leaves_out_words():
    table = np.array([1.0, 0.0, 1.0, 1.0])
    made = rk.skipgrams([1, 2, 3], 4, 4, 0, shuffle=False, sampling_table=table)
    assert made["couples"] == [[2, 1], [2, 3], [3, 1], [3, 2]]  # 1 has no couples of its own
    random.seed(1)
    half = np.full(2, 0.5)
    sizes = [len(rk.skipgrams([1] * 200, 2, 1, 0, sampling_table=half)["labels"]) for _ in range(3)]
    assert all(140 < size < 260 for size in sizes)  # of 398


def test_numbers_may_be_as_large_as_the_vocabulary_and_larger():
    made = rk.skipgrams([1, 2, 3], 3, 1, 0, shuffle=False)
    assert made["couples"] == [[1, 2], [2, 1], [2, 3], [3, 2]]
    assert rk.skipgrams([1, 9], 3, 1, 0, shuffle=False)["couples"] == [[1, 9], [9, 1]]


def test_numbers_must_fit():
    with pytest.raises(rk.ArgumentError, match="`sampling_table` must have a probability"):
        rk.skipgrams([1, 5], 6, sampling_table=[1.0, 1.0])
    with pytest.raises(rk.ArgumentError, match="`sequence` must be a vector of whole numbers"):
        rk.skipgrams([float("nan")], 6)
    assert rk.skipgrams([], 6) == {"couples": [], "labels": []}
    assert rk.skipgrams(2, 6) == {"couples": [], "labels": []}  # R's vector of length 1
