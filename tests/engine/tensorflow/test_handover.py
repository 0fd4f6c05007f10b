"""Batches that one thread makes and others read."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rkeras_py.engine.tensorflow.handover import Handover, RepeatedHandover, Stream


def numbers(made: list[int], end: int = 99) -> Iterator[int]:
    for i in range(end):
        made.append(i)
        yield i


def in_thread(work: Callable[[], Any]) -> tuple[threading.Thread, list[Any]]:
    values: list[Any] = []
    thread = threading.Thread(target=lambda: values.append(work()), daemon=True)
    thread.start()
    return thread, values


def test_a_stream_gives_what_was_looked_at_first() -> None:
    stream = Stream(numbers([]))
    first = [next(stream), next(stream)]
    stream.put_back(first)
    assert [next(stream) for _ in range(3)] == [0, 1, 2]


def test_only_the_batches_of_the_steps_are_made() -> None:
    made: list[int] = []
    handover = Handover(numbers(made))
    looked_at = [next(iter(handover)) for _ in range(2)]
    handover.put_back(looked_at)
    for _ in range(4):
        handover.make(1)
    assert made == [0, 1, 2, 3]
    handover.make(3)
    assert made == list(range(7))
    thread, values = in_thread(lambda: list(itertools.islice(iter(handover), 7)))
    thread.join(30)
    assert values == [list(range(7))]


def test_who_waits_when_a_round_ends_is_let_go_and_the_next_round_reads_on() -> None:
    handover = Handover(numbers([]))
    reads = threading.Event()

    def read() -> list[int]:
        batches = iter(handover)
        reads.set()
        return list(batches)

    handover.make(2)
    thread, values = in_thread(read)
    assert reads.wait(30)
    while handover._ready:  # until both are read
        pass
    handover.end_round()
    thread.join(30)
    assert values == [[0, 1]]
    handover.make(1)
    thread, values = in_thread(lambda: next(iter(handover)))
    thread.join(30)
    assert values == [2]


def test_the_end_of_the_generator_ends_the_reading() -> None:
    handover = Handover(numbers([], end=2))
    thread, values = in_thread(lambda: list(iter(handover)))
    handover.make(5)
    thread.join(30)
    assert values == [[0, 1]]


def test_errors_are_raised_where_the_batch_is_made() -> None:
    def broken() -> Iterator[int]:
        yield 0
        raise OSError("the disk is gone")

    handover = Handover(broken())
    handover.make(1)
    with pytest.raises(OSError, match="the disk is gone"):
        handover.make(1)


def test_batches_that_are_skipped_are_not_read() -> None:
    made: list[int] = []
    handover = Handover(numbers(made))
    handover.put_back([next(iter(handover))])  # Keras has looked at it
    handover.skip(3)
    handover.make(2)
    thread, values = in_thread(lambda: list(itertools.islice(iter(handover), 2)))
    thread.join(30)
    assert values == [[3, 4]] and made == [0, 1, 2, 3, 4]


def test_data_that_are_through_begin_anew_with_the_next_step() -> None:
    handover = RepeatedHandover(lambda: iter("abc"), None)
    for expected in ("abc", "abc"):
        handover.make(2)
        handover.make(2)  # the end comes within a step
        thread, values = in_thread(lambda: list(iter(handover)))
        thread.join(30)
        assert values == [list(expected)]


def test_data_of_known_length_begin_anew_without_an_end() -> None:
    handover = RepeatedHandover(lambda: iter("abc"), 3)
    for _ in range(7):
        handover.make(1)
    thread, values = in_thread(lambda: list(itertools.islice(iter(handover), 7)))
    thread.join(30)
    assert values == [list("abcabca")]
