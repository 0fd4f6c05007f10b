"""Lines that were drawn again in their place, such as Keras's progress bars, for documents."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_MOVES = re.compile(r"[\b\r\x1b]")


def moves(text: str) -> bool:
    """Whether the text moves the cursor or sets colours."""
    return _MOVES.search(text.replace("\r\n", "\n")) is not None


class Redrawn:
    """Text that comes in parts, of which each line is given once, as a person sees it last."""

    def __init__(self) -> None:
        self._line = ""  # that is not finished

    def __bool__(self) -> bool:
        return bool(self._line)

    def feed(self, text: str) -> str:
        """Take a part; gives the lines that it finishes."""
        *finished, self._line = (self._line + text).split("\n")
        return "".join(f"{as_seen(line)}\n" for line in finished)

    def rest(self) -> str:
        """What there is of the last line, which nothing more will come to."""
        line, self._line = self._line, ""
        return as_seen(line)


def as_seen(line: str) -> str:
    """A line with carriage returns, backspaces and escapes, as it looks in the end."""
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
