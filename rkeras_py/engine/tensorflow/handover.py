"""Passes batches of generators to TensorFlow's data threads.

A data thread runs a generator while the training thread waits for the batch. If the generator runs
R code and the training runs on R's thread, each would wait for the other. In this case the training
thread makes the batches between its steps.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from rkeras_py.engine import host


class Stream:
    """A generator whose first batches can be inspected; each batch is read once."""

    def __init__(self, generator: Iterator[Any]) -> None:
        self._generator = generator
        self._first: deque[Any] = deque()

    def put_back(self, batches: list[Any]) -> None:
        """Put inspected batches back, so that they are read next."""
        self._first.extend(batches)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return self._first.popleft() if self._first else next(self._generator)


class Handover:
    """A generator whose batches are made by the creating thread and read by other threads.

    TensorFlow reads in rounds: a training is one, each validation is another. A thread that still
    waits for a batch when its round ends would block TensorFlow, so it is released.
    """

    def __init__(self, generator: Iterator[Any]) -> None:
        self._generator = generator
        self._maker = threading.get_ident()
        self._changed = threading.Condition()
        self._ready: deque[Any] = deque()
        self._ahead = 0  # batches that were made before a step needed them
        self._round = 0
        self._over = False

    def put_back(self, batches: list[Any]) -> None:
        """Put inspected batches back, so that they are read next."""
        self._ready.extend(batches)
        self._ahead += len(batches)

    def skip(self, count: int) -> None:
        """Leave so many batches out."""
        for _ in range(count):
            if self._ahead:
                self._ahead -= 1
                self._ready.popleft()
            else:
                self._next()

    def __iter__(self) -> Iterator[Any]:
        if threading.get_ident() == self._maker:  # Keras inspects the first batches
            return self._generator
        return self._read(self._round)

    def _read(self, this_round: int) -> Iterator[Any]:
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._ready or self._over or self._round != this_round
                )
                if self._round != this_round or not self._ready:
                    return
                batch = self._ready.popleft()
            yield batch

    def make(self, count: int) -> None:
        """Make the batches of the next step; exceptions of the generator are raised here."""
        for _ in range(count):
            if self._ahead:
                self._ahead -= 1
                continue
            try:
                batch = self._next()
            except StopIteration:
                self._over = True
            else:
                self._ready.append(batch)
            with self._changed:
                self._changed.notify_all()

    def _next(self) -> Any:
        return next(self._generator)

    def end_round(self) -> None:
        """Release the threads that wait for another batch."""
        with self._changed:
            self._round += 1
            self._changed.notify_all()


class RepeatedHandover(Handover):
    """The same for data that start again at the end."""

    def __init__(self, begin: Callable[[], Iterator[Any]], length: int | None) -> None:
        """Start reading.

        Args:
            begin: Returns an iterator that starts at the first batch.
            length: Number of batches, if known.
        """
        super().__init__(begin())
        self._begin, self._length, self._given = begin, length, 0

    def make(self, count: int) -> None:
        # before a step, never during one; if the length is unknown, Keras requests one more batch
        if self._over or self._given == self._length:
            self._begin_anew()
        super().make(count)

    def _begin_anew(self) -> None:
        self._generator, self._given, self._over = self._begin(), 0, False

    def _next(self) -> Any:
        batch = super()._next()
        self._given += 1
        return batch


class Pulled:
    """The batches of a dataset; other threads read them while this thread runs their R code."""

    def __init__(self, dataset: Any) -> None:
        self._iterator = host.current().served(partial(iter, dataset))

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        batch = host.current().served(partial(next, self._iterator, _END))
        if batch is _END:
            raise StopIteration
        return batch


_END = object()
