"""Overwritten lines, such as Keras's progress bars, as text for documents."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_MOVES = re.compile(r"[\b\r\x1b]")


def moves(text: str) -> bool:
    """Whether the text moves the cursor or sets colours."""
    return _MOVES.search(text.replace("\r\n", "\n")) is not None


class Redrawn:
    """Text that arrives in parts; each line is returned once, as it finally looks."""

    def __init__(self) -> None:
        self._line = ""  # unfinished line

    def __bool__(self) -> bool:
        return bool(self._line)

    def feed(self, text: str) -> str:
        """Add a part; returns the lines that it completes."""
        *finished, self._line = (self._line + text).split("\n")
        return "".join(f"{as_seen(line)}\n" for line in finished)

    def rest(self) -> str:
        """The last line, when no more text will follow."""
        line, self._line = self._line, ""
        return as_seen(line)


def as_seen(line: str) -> str:
    """How a line with carriage returns, backspaces and escape sequences finally looks."""
    seen: list[str] = []
    place = 0
    for letter in _ESCAPE.sub("", line):
        if letter == "\r":
            place = 0
        elif letter == "\b":
            place = max(0, place - 1)
        else:
            seen[place : place + 1] = letter
            place += 1
    return "".join(seen).rstrip(" ") if _MOVES.search(line) else line
