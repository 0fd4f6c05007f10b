"""A progress line that is overwritten in place."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from rkeras_py.engine.display import Display

INTERVAL = 0.1  # seconds between two drawings
_BAR = 30  # columns of the bar, if there is room
_SHORTEST_BAR = 5


class ProgressBar:
    """The progress of work that is counted in steps or bytes.

    If the display cannot overwrite a line, only ``finish()`` writes.
    """

    def __init__(
        self,
        display: Display,
        total: int | None,
        *,
        count: Callable[[int], str] = str,
        speed: Callable[[float], str] | None = None,
    ) -> None:
        """Start measuring the time.

        Args:
            display: Where to draw.
            total: Number of steps; ``None`` if unknown.
            count: Formats a number of steps.
            speed: Formats the speed, given the seconds per step.
        """
        self._display, self._total = display, total
        self._count, self._speed = count, speed or per_step
        self._began = time.monotonic()
        self._first: tuple[int, float] | None = None  # first reported step and its time
        self._drawn = -INTERVAL  # time since the start
        self._columns = 0  # of the unfinished line

    def due(self) -> bool:
        """Whether it is time to draw again."""
        return self._display.in_place and self._elapsed() - self._drawn >= INTERVAL

    def update(self, done: int, measures: Mapping[str, Any] | None = None) -> None:
        """Draw how many steps are done, and the metrics."""
        pace = self._pace(done)
        facts = [self._speed(pace)] if done else []
        if self._total and done:
            facts.insert(0, f"ETA: {duration(pace * max(0, self._total - done))}")
        self._draw(self._one_line(done, [*facts, *map(_measure, (measures or {}).items())]))
        self._drawn = self._elapsed()

    def finish(self, done: int, measures: Mapping[str, Any] | None = None) -> None:
        """Write the line for the last time."""
        facts = [duration(self._elapsed()), self._speed(self._pace(done))]
        facts += map(_measure, (measures or {}).items())
        self._total = self._total or done
        if not self._display.in_place:
            _write(" - ".join([self._head(done), *facts]) + "\n")
            return
        lines = self._lines(done, facts)
        self._draw(lines[0])
        _write("".join(f"\n{line}" for line in lines[1:]) + "\n")
        self._columns = 0

    def close(self) -> None:
        """End the line if the work stopped early."""
        if self._columns:
            self._columns = 0
            _write("\n")

    def _elapsed(self) -> float:
        return time.monotonic() - self._began

    def _pace(self, done: int) -> float:
        """Seconds per step, if possible without the first one, which takes longer."""
        now = self._elapsed()
        if self._first is None and done:
            self._first = done, now
        if self._first is not None and done > self._first[0]:
            return (now - self._first[1]) / (done - self._first[0])
        return now / max(1, done)

    def _head(self, done: int) -> str:
        if self._total is None:
            return f"{self._count(done)}/Unknown"
        total = self._count(self._total)
        return f"{self._count(done):>{len(total)}}/{total}"

    def _one_line(self, done: int, facts: list[str]) -> str:
        """What fits into a line: the bar is dropped first, then the last facts."""
        line = self._with_bar(done, facts)
        room = self._room()
        return line if len(line) <= room else f"{line[: max(0, room - 3)]}..."[: max(1, room)]

    def _lines(self, done: int, facts: list[str]) -> list[str]:
        """All facts, in several lines if necessary."""
        whole = self._with_bar(done, facts)
        if len(whole) <= self._room():
            return [whole]
        head = self._head(done)
        lines = [head]
        for fact in facts:
            if len(lines[-1]) + 3 + len(fact) > self._room() and lines[-1].strip():
                lines.append(" " * len(head))
            lines[-1] += f" - {fact}"
        return [line[: self._room()] for line in lines]

    def _with_bar(self, done: int, facts: list[str]) -> str:
        head = self._head(done)
        text = " - ".join(["", *facts])
        width = min(_BAR, self._room() - len(head) - len(text) - 3)
        if not self._total or width < _SHORTEST_BAR:
            return head + text
        full = min(width, width * done // self._total)
        bar = ("=" * (full - 1) + ">" if 0 < full < width else "=" * full).ljust(width, ".")
        return f"{head} [{bar}]{text}"

    def _room(self) -> int:
        return max(1, self._display.width() - 1)  # terminals wrap when the last column is taken

    def _draw(self, line: str) -> None:
        _write("\r" + line.ljust(min(self._columns, self._room())))
        self._columns = len(line)


def duration(seconds: float) -> str:
    """Such as ``7s``, ``2:05`` or ``1:02:05``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def per_step(seconds: float) -> str:
    """Such as ``3ms/step``."""
    if seconds >= 1 or seconds == 0:
        return f"{seconds:.0f}s/step"
    if seconds >= 1e-3:
        return f"{seconds * 1e3:.0f}ms/step"
    return f"{seconds * 1e6:.0f}us/step"


def _measure(item: tuple[str, Any]) -> str:
    import numpy as np

    name, value = item
    number = float(np.mean(value))
    return f"{name}: {number:.4f}" if abs(number) > 1e-3 else f"{name}: {number:.4e}"


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:  # a metric name that the encoding of the stream lacks
        encoding = getattr(sys.stdout, "encoding", None) or "ascii"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()
