"""Lines that were drawn several times, as documents show them."""

from __future__ import annotations

from typing import Any

import pytest

from rkeras_py.bridge.redrawn import Redrawn, as_seen, moves


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("plain  ", "plain  "),
        ("abc\rde", "dec"),
        ("1/2 long\r2/2     ", "2/2"),
        ("abc\b\bX", "aXc"),
        ("\b\ba", "a"),
        ("\x1b[1m3/3\x1b[0m \x1b[32m━━\x1b[0m", "3/3 ━━"),
        ("\x1b[?25lé\x1b[2K", "é"),
    ],
)
def test_a_line_as_it_looks_in_the_end(line: str, seen: str) -> None:
    assert as_seen(line) == seen


def test_parts_of_lines() -> None:
    text = Redrawn()
    assert text.feed("1/3\r2/") == "" and text
    assert text.feed("3\r3/3\nnext") == "3/3\n"
    assert text.feed(" line\n\n") == "next line\n\n" and not text
    assert text.feed("left\rL") == "" and text.rest() == "Left" and text.rest() == ""


def test_what_moves_the_cursor() -> None:
    assert moves("a\rb") and moves("a\b") and moves("\x1b[1m")
    assert not moves("a\r\nb\n")


def test_a_document_shows_kerass_own_bar_once(r: Any) -> None:
    """And what comes before and after, in order; elsewhere it is left as it is."""

    def keras_bar() -> None:
        import sys

        sys.stdout.write("\r\x1b[1m1/2\x1b[0m")
        sys.stdout.write("\b\b\b\r\x1b[1m2/2\x1b[0m done\n")

    code = """
        before <- options(knitr.in.progress = KNITTING)
        text <- capture.output({ cat("a\\n"); bar(); cat("b\\n") })
        options(before)
        text
    """
    assert r(code.replace("KNITTING", "TRUE"), bar=keras_bar) == ["a", "2/2 done", "b"]
    raw = r(code.replace("KNITTING", "FALSE"), bar=keras_bar)
    assert raw[0] == "a" and raw[-1] == "b" and "\b\b\b" in raw[1]
