"""Where the output of a call appears, and what can be drawn there."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import Any

DEFAULT_WIDTH = 80
NOTEBOOK_WIDTH = 100  # the width of a notebook is unknown


@dataclass(frozen=True)
class Display:
    """A terminal, a notebook, an R console or a file.

    Attributes:
        in_place: Whether a person sees the output, and a line can be overwritten.
        limit: Maximum number of columns; ``None`` for the width of the terminal.
        terminal: The file descriptor of the terminal, if it is one.
    """

    in_place: bool
    limit: int | None = None
    terminal: int | None = None

    def width(self) -> int:
        """Current number of columns; the window of a terminal may be resized."""
        columns = 0
        if self.terminal is not None:
            with contextlib.suppress(OSError):
                columns = os.get_terminal_size(self.terminal).columns
        known = [number for number in (columns, self.limit) if number]
        return min(known) if known else DEFAULT_WIDTH


#: A file or a pipe: each line is written once.
LINES = Display(in_place=False)


def of_stream(stream: Any, limit: int | None = None) -> Display:
    """The display that a Python stream writes to.

    Args:
        stream: Such as ``sys.stdout``, which may be ``None``.
        limit: Maximum number of columns on a terminal.
    """
    if type(stream).__module__.partition(".")[0] == "ipykernel":
        return Display(in_place=True, limit=NOTEBOOK_WIDTH)
    try:
        terminal = stream.fileno() if stream.isatty() else None
    except (AttributeError, OSError, ValueError):
        return LINES
    if terminal is None or os.environ.get("TERM") == "dumb":
        return LINES
    return Display(in_place=True, limit=limit, terminal=terminal)
