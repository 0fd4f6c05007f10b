"""The progress bar of a download."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rkeras_py.engine import host
from rkeras_py.engine.progress_bar import ProgressBar


@contextmanager
def progress() -> Iterator[Callable[[int, int | None], None]]:
    """A progress bar if a person watches; in a file, it would be one line for each step.

    Yields: a function to call with the number of received bytes and the total.
    """
    display = host.current().display()
    bar: ProgressBar | None = None
    done = 0

    def report(received: int, expected: int | None) -> None:
        nonlocal bar, done
        done = received
        if bar is None:
            bar = ProgressBar(display, expected, count=_megabytes, speed=_speed)
        if bar.due():
            bar.update(received)

    try:
        yield report
        if bar is not None and display.in_place:
            bar.finish(done)
    finally:
        if bar is not None:
            bar.close()


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB"


def _speed(seconds: float) -> str:
    """The speed, from the seconds per byte."""
    return f"{1e-6 / max(seconds, 1e-12):.1f} MB/s"
