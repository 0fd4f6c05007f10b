"""Batches of rows: each row once in a round, of the size that was asked for, in constant memory."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.arrays import parts_of
from rkeras_py.sources.stream import Stream, mixed, whole_batches


def ordered(stream: Stream, endless: bool = False) -> np.ndarray:
    return np.concatenate([block[0][:, 0] for block in stream.blocks(endless)])


def numbered(count: int, **options: object) -> Stream:
    x = np.arange(count, dtype="float32")[:, None]
    return Stream(parts_of((x, x, None)), **options)


@pytest.mark.parametrize("count", [1, 7, 64, 1000])
@pytest.mark.parametrize("batch_size", [1, 5, 64, 5000])
@pytest.mark.parametrize("block", [4, 40, 4 << 20])
def test_every_row_comes_once_in_batches_of_one_size(count, batch_size, block, monkeypatch) -> None:
    monkeypatch.setattr("rkeras_py.sources.stream.BLOCK", block)
    for shuffle in (False, True):
        stream = numbered(count, batch_size=batch_size, shuffle=shuffle)
        batches = [batch[0] for batch in stream.in_batches(endless=False)]
        sizes = [len(batch) for batch in batches]
        assert sizes[:-1] == [batch_size] * (len(sizes) - 1)
        assert len(sizes) == stream.batches == -(-count // batch_size)
        assert sorted(np.concatenate(batches)[:, 0]) == list(range(count))


def test_the_order_is_kept_without_shuffling() -> None:
    assert ordered(numbered(1000, batch_size=7)).tolist() == list(range(1000))


def test_inputs_and_targets_stay_together() -> None:
    stream = numbered(500, batch_size=16, shuffle=True)
    for x, y in stream.blocks(endless=False):
        np.testing.assert_array_equal(x, y)


def test_each_round_has_another_order_and_the_seed_fixes_them(monkeypatch) -> None:
    monkeypatch.setattr("rkeras_py.sources.stream.BLOCK", 400)
    monkeypatch.setattr("rkeras_py.sources.stream.BUFFER", 4000)

    def rounds() -> list[list[float]]:
        rk.set_random_seed(4)
        stream = numbered(1000, batch_size=10, shuffle=True)
        batches = stream.in_batches()
        return [
            [float(v) for _ in range(stream.batches) for v in next(batches)[0][:, 0]]
            for _ in range(3)
        ]

    first = rounds()
    assert first == rounds()
    assert len({tuple(order) for order in first}) == 3
    assert all(sorted(order) == list(range(1000)) for order in first)


def test_rows_are_mixed_over_the_whole_of_the_data(monkeypatch) -> None:
    """Rows sorted by class: the first batches have both classes."""
    monkeypatch.setattr("rkeras_py.sources.stream.BLOCK", 100 * 8)
    monkeypatch.setattr("rkeras_py.sources.stream.BUFFER", 1000 * 8)
    rk.set_random_seed(1)
    order = ordered(numbered(10_000, batch_size=100, shuffle=True))
    first = order[:2000]
    assert 0.3 < np.mean(first < 5000) < 0.7
    assert abs(np.corrcoef(np.arange(10_000), order)[0, 1]) < 0.35


@pytest.mark.parametrize("capacity", [1, 3, 10, 1000])
@pytest.mark.parametrize("sizes", [[1], [5, 1, 9], [30, 30, 2]])
def test_the_buffer_loses_and_repeats_nothing(capacity, sizes) -> None:
    starts = np.cumsum([0, *sizes])
    blocks = [[np.arange(a, b)] for a, b in itertools.pairwise(starts)]
    random = np.random.default_rng(2)
    found = [part for block in mixed(iter(blocks), capacity, 4, random) for part in block[0]]
    assert sorted(found) == list(range(sum(sizes)))


def test_the_buffer_does_not_write_to_the_data() -> None:
    data = np.arange(20)
    data.flags.writeable = False
    blocks = [[data[:10]], [data[10:]]]
    assert len(list(mixed(iter(blocks), 5, 5, np.random.default_rng(0)))) == 4


def test_blocks_smaller_than_a_batch_are_joined() -> None:
    blocks = [[np.arange(3 * i, 3 * i + 3)] for i in range(10)]
    found = list(whole_batches(iter(blocks), 8, 8))
    assert [len(block[0]) for block in found] == [8, 8, 8, 6]
    assert np.concatenate([block[0] for block in found]).tolist() == list(range(30))


def test_weights_of_classes_are_those_of_the_samples() -> None:
    x = np.zeros((4, 1), "float32")
    labels = np.array([0, 1, 2, 1])
    one_hot = np.eye(3, dtype="float32")[labels]
    weights = np.array([1.0, 2.0, 3.0, 4.0], "float32")
    for y in (labels, labels[:, None], one_hot):
        for given, expected in ((None, [5, 7, 1, 7]), (weights, [5, 14, 3, 28])):
            stream = Stream(parts_of((x, y, given)), batch_size=3, class_weight={0: 5.0, 1: 7.0})
            found = np.concatenate([block[2] for block in stream.blocks(endless=False)])
            assert found.tolist() == expected


def test_weights_of_classes_need_one_target() -> None:
    x = np.zeros((4, 1), "float32")
    with pytest.raises(ArgumentError, match="`class_weight` is for models with one output"):
        Stream(parts_of((x, [x, x], None)), batch_size=3, class_weight={0: 5.0})
