"""CSV files: what numbers are, and what is wrong with bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from table_files import read, wrong

from rkeras_py.sources.text_files import CsvRows

pytest.importorskip("pyarrow")


def test_numbers_of_csv_may_begin_with_whole_ones(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("n,o\n" + "1,1\n" * 500_000 + "2.5,1\n", encoding="utf-8")
    found = CsvRows([str(path)], ",")
    assert found.count == 500_001
    assert read(found, "n").sum() == 500_002.5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("n,o\n1,2\n3\n", "cannot be read; damaged or incomplete? CSV parse error: Expected 2"),
        ("n,o\n" + "1,2\n" * 500_000 + "one,2\n", "cannot be read; damaged or incomplete? In CSV"),
        ("n,o\n1,2\nNA,3\n", 'the column "n" of {} has missing values (null), first in row 2'),
        ("n,o\n1,2\n,3\n", 'the column "n" of {} has missing values (null), first in row 2'),
        ("n,o\na,2\nb,3\n", 'the column "n" is of the type string in {}, but a model needs'),
        ("", 'the file "{}" is empty'),
    ],
)
def test_what_is_wrong_with_csv(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    said = wrong(lambda: read(CsvRows([str(path)], ","), "n", "o"))
    assert message.format(path) in said
    assert str(path) in said
