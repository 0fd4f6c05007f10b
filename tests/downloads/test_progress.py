"""The bar of a download."""

from __future__ import annotations

from typing import Any

import pytest

from rkeras_py.downloads.progress import progress
from rkeras_py.engine.display import Display


def test_bytes_are_told_where_a_person_watches(
    hosted: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    hosted(display=lambda: Display(in_place=True, limit=80))
    with progress() as report:
        for received in (500_000, 1_250_000, 2_500_000):
            report(received, 2_500_000)
    out = capsys.readouterr().out
    assert out.startswith("\r0.5 MB/2.5 MB [=====>") and " MB/s" in out and "ETA: " in out
    assert out.split("\r")[-1].startswith("2.5 MB/2.5 MB [====") and out.count("\n") == 1


def test_a_size_that_the_server_does_not_tell(
    hosted: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    hosted(display=lambda: Display(in_place=True, limit=80))
    with progress() as report:
        report(3_000_000, None)
    out = capsys.readouterr().out
    assert out.startswith("\r3.0 MB/Unknown - ")


def test_a_download_that_fails_leaves_the_line(
    hosted: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    hosted(display=lambda: Display(in_place=True, limit=80))

    def fail() -> None:
        with progress() as report:
            report(1_000_000, 4_000_000)
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        fail()
    assert capsys.readouterr().out.endswith("\n")


def test_in_a_file_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as report:
        report(1_000_000, 1_000_000)
    assert capsys.readouterr().out == ""
