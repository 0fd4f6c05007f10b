"""Which worker this process is, and of how many."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Worker:
    """One of the processes that train together.

    Attributes:
        rank: Its number, from 0; the first one writes files and shows what training prints.
        size: How many there are.
    """

    rank: int = 0
    size: int = 1

    @property
    def is_first(self) -> bool:
        return self.rank == 0


_current = Worker()


def current() -> Worker:
    """This process; the only worker where it was not started with others."""
    return _current


def join(worker: Worker) -> None:
    """Make this process a worker, once its connection to the others stands."""
    global _current
    _current = worker
