"""Writes Python's standard streams to R's console, so that sink() and knitr capture them."""

from __future__ import annotations

import io
import sys
from collections import deque
from typing import Any

from rkeras_py.bridge import r_objects, rapi, vectors
from rkeras_py.bridge.rapi import ProtectionScope
from rkeras_py.bridge.redrawn import Redrawn, moves
from rkeras_py.bridge.texts import readable

_pending: deque[tuple[str, str]] = deque()
_within_line = False
_below: Any = None
_redrawn = Redrawn()


class Console(io.TextIOBase):
    """A text stream that writes to R's console, in order, from any thread."""

    encoding = "utf-8"

    def __init__(self, writer: str, interactive: bool) -> None:
        super().__init__()
        self._writer = writer  # the R function that writes
        self._interactive = interactive

    def write(self, text: str) -> int:
        _pending.append((self._writer, str(text)))
        if rapi.on_main_thread():
            flush()
        return len(text)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._interactive

    def fileno(self) -> int:
        return 1 if self._writer == "write_output" else 2


def flush() -> None:
    """Write the output so far. Only on R's thread."""
    while _pending:
        writer, text = _pending.popleft()
        while _pending and _pending[0][0] == writer:
            text += _pending.popleft()[1]
        if _redrawn or (moves(text) and r_objects.is_knitting()):
            text = _redrawn.feed(text)
        _write(writer, text)


def _write(writer: str, text: str) -> None:
    global _within_line
    if not text:
        return
    _within_line = not text.endswith("\n")
    with ProtectionScope() as scope:
        value = scope.protect(vectors.strings([readable(text.replace("\0", ""))]))
        call = rapi.make_call(r_objects.find(writer), [value])
        rapi.evaluate(scope.protect(call))


def finish() -> None:
    """Write all remaining output of a call that has ended."""
    flush()
    _write("write_output", _redrawn.rest())


def end_line() -> None:
    """Write remaining output and end the line: an interrupted progress bar leaves it unfinished."""
    finish()
    if _within_line:
        _pending.append(("write_output", "\n"))
        flush()


def below() -> Any:
    """Python's own standard output, where R's console writes unless a GUI shows it."""
    return _below


def redirect(interactive: bool) -> tuple[Any, Any]:
    """Send ``sys.stdout`` and ``sys.stderr`` to R; returns the previous streams."""
    global _below
    before = sys.stdout, sys.stderr
    _below = sys.stdout
    sys.stdout = Console("write_output", interactive)
    sys.stderr = Console("write_error", interactive)
    return before
