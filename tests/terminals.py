"""Programs in a terminal, and what a person sees there."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LIMIT = 280.0  # seconds


def run(
    words: Sequence[str | Path],
    environment: Mapping[str, str],
    columns: int = 80,
    typed: str = "",
    cwd: str | Path | None = None,
) -> str:
    """All that a program writes to a terminal of so many columns, with what moves the cursor.

    Args:
        words: The command.
        environment: Its variables.
        columns: The width of the terminal.
        typed: What is typed when the program has prompted with ``>``.
        cwd: Its working folder.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [str(word) for word in words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={"TERM": "xterm", **environment},
        cwd=cwd,
        start_new_session=True,
    )
    os.close(theirs)
    said, until = b"", time.monotonic() + LIMIT
    try:
        while time.monotonic() < until:
            if not select.select([ours], [], [], 0.2)[0]:
                continue
            try:
                part = os.read(ours, 1 << 16)
            except OSError:  # the program has left the terminal
                break
            if not part:
                break
            said += part
            if typed and b"> " in said:
                os.write(ours, typed.encode())
                typed = ""
        status = process.wait(timeout=60)
    finally:
        process.kill()
        os.close(ours)
    text = said.decode("utf-8", "replace").replace("\r\n", "\n")
    assert status == 0, text
    return text


def drawings(text: str) -> list[str]:
    """Each drawing of each line, in order; control sequences of the prompt are left out."""
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)
    return [part.rstrip() for part in re.split(r"[\r\n]+", text) if part.strip()]
