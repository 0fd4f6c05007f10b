"""The messages for common mistakes are those of the page in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import r_process

from .document import code_blocks

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "mistakes.md"

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


@needs_r
@pytest.mark.parametrize("host", r_process.HOSTS)
def test_messages_are_those_of_the_page(host: str) -> None:
    """Written by mistakes.R, which says how to write it again."""
    printed = r_process.run_script(host, HERE / "mistakes.R").succeeded()
    assert printed == PAGE.read_text(encoding="utf-8")


def test_each_message_is_about_the_mistake() -> None:
    mistakes, messages = code_blocks(PAGE, "r"), code_blocks(PAGE, "text")
    assert len(mistakes) == len(messages) >= 60
    for mistake, message in zip(mistakes, messages, strict=True):
        assert not message.startswith("no mistake"), mistake
        # A sentence for people, not the inside of a library.
        assert not re.search(r"Traceback|File \"|0x[0-9a-f]{6}|\.f\(", message), message
        assert len(message) < 400, message
