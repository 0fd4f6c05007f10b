"""Python's prompt in a terminal: what is typed, and Ctrl-C and Ctrl-D."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

#: What a terminal is told besides the text, such as colours.
CONTROL = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]")


class Terminal:
    """R in a terminal of its own."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            program = shutil.which("R") or "R"
            os.execve(program, ["R", "--no-save", "--no-restore", "--quiet"], environment)
        self.until("> ")

    def until(self, prompt: str) -> str:
        """What is written until a prompt stands there."""
        written, end = b"", time.monotonic() + 120
        while time.monotonic() < end:
            if select.select([self.descriptor], [], [], 0.2)[0]:
                written += os.read(self.descriptor, 4096)
            text = CONTROL.sub("", written.decode(errors="replace")).replace("\r", "")
            if text.endswith(prompt):
                return text.removesuffix(prompt)
        raise AssertionError(f"no {prompt!r} after {written!r}")

    def type(self, text: str, prompt: str = ">>> ") -> str:
        """What is written in answer to a line, until a prompt."""
        os.write(self.descriptor, text.encode() + b"\n")
        return self.until(prompt).removeprefix(text + "\n")

    def press(self, key: bytes, prompt: str = ">>> ") -> str:
        os.write(self.descriptor, key)
        return self.until(prompt)

    def end(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    environment = r_process.variables("Rscript", {"HOME": str(tmp_path), "TERM": "dumb"})
    opened = Terminal(environment, tmp_path)
    try:
        opened.type("library(keras); library(reticulate)", "> ")
        opened.type("repl_python(quiet = TRUE)")
        yield opened
    finally:
        opened.end()


def test_what_is_typed_is_run(terminal: Terminal) -> None:
    terminal.type("def twice(n):", "... ")
    terminal.type("    return 2 * n", "... ")
    terminal.type("")
    assert terminal.type("twice(21)") == "42\n"
    assert terminal.type("_ + 1") == "43\n"
    terminal.type("text = '''a  ", "... ")
    terminal.type("", "... ")
    terminal.type("b'''")
    assert terminal.type("text") == "'a  \\n\\nb'\n"
    terminal.type("both = (1,", "... ")
    terminal.type("2)")
    assert terminal.type("both + (r.pi > 3,)") == "(1, 2, True)\n"
    assert terminal.type("'éé'.count('é')") == "2\n"
    assert terminal.type("1 / 0").splitlines()[-1] == "ZeroDivisionError: division by zero"
    assert terminal.type("input('a word: ')", "a word: ") == ""
    assert terminal.type("hello") == "'hello'\n"
    assert terminal.type("exit", "> ") == ""
    assert terminal.type("py$twice(4L)", "> ") == "[1] 8\n"


def test_ctrl_c_stays_at_the_prompt_and_ctrl_d_leaves_it(terminal: Terminal) -> None:
    terminal.type("while True: pass", "... ")
    assert "KeyboardInterrupt" in terminal.press(b"\x03")
    terminal.type("while True: pass", "... ")
    os.write(terminal.descriptor, b"\n")
    time.sleep(1)
    assert "KeyboardInterrupt" in terminal.press(b"\x03")
    assert terminal.type("1 + 1") == "2\n"
    terminal.press(b"\x04", "> ")
    assert terminal.type("1 + 1", "> ") == "[1] 2\n"
