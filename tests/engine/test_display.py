"""Where output appears, and how wide that is."""

from __future__ import annotations

import fcntl
import io
import os
import struct
import sys
import termios
from collections.abc import Iterator
from typing import Any

import pytest

from rkeras_py.engine import display


def resize(terminal: int, columns: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("TERM", "xterm")
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w") as stream:
        yield stream
    os.close(ours)


def test_a_line_is_drawn_again_in_a_terminal_of_its_width(terminal: Any) -> None:
    resize(terminal.fileno(), 97)
    shown = display.of_stream(terminal)
    assert shown.in_place and shown.width() == 97
    resize(terminal.fileno(), 41)  # the window is changed meanwhile
    assert shown.width() == 41
    assert display.of_stream(terminal, limit=30).width() == 30
    assert display.of_stream(terminal, limit=60).width() == 41


def test_a_terminal_that_cannot_move_the_cursor_gets_lines(
    terminal: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert display.of_stream(terminal) == display.LINES


def test_files_pipes_and_no_stream_get_lines() -> None:
    read, write = os.pipe()
    with os.fdopen(read), os.fdopen(write, "w") as pipe:
        assert display.of_stream(pipe) == display.LINES
    closed = io.StringIO()
    closed.close()
    for stream in (io.StringIO(), closed, None, object()):
        assert display.of_stream(stream) == display.LINES


def test_a_terminal_that_is_gone_has_the_usual_width(terminal: Any) -> None:
    shown = display.Display(in_place=True, terminal=9999)
    assert shown.width() == display.DEFAULT_WIDTH
    assert display.Display(in_place=True, terminal=9999, limit=50).width() == 50


def test_a_notebook_draws_lines_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = type("OutStream", (io.StringIO,), {"__module__": "ipykernel.iostream"})()
    assert display.of_stream(stream) == display.Display(True, limit=display.NOTEBOOK_WIDTH)
    monkeypatch.setattr(sys, "stdout", stream)
    from rkeras_py.engine.host import Host

    assert Host().display().in_place
