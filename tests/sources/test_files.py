"""Which files a source has."""

from __future__ import annotations

import os
from pathlib import Path

from table_files import wrong

from rkeras_py.sources.files import keys_of, listed, stamp


def test_files_of_folders_by_name_without_hidden_ones(tmp_path: Path) -> None:
    names = ["b.csv", "a.CSV", "a.txt", ".c.csv", "_d.csv", "sub/e.csv", ".git/f.csv", "_tmp/g.csv"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = listed([str(tmp_path)], (".csv",), "path")
    assert [os.path.relpath(path, tmp_path) for path in found] == ["a.CSV", "b.csv", "sub/e.csv"]
    given = [str(tmp_path / "a.txt"), str(tmp_path / "sub")]
    assert listed(given, (".csv",), "path") == [given[0], str(tmp_path / "sub" / "e.csv")]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    assert wrong(lambda: listed([str(tmp_path)], (".csv",), "path")).endswith(
        'empty.csv" is empty.'
    )
    assert 'of the kind ".pq"' in wrong(lambda: listed([str(tmp_path)], (".pq",), "path"))
    assert 'no file or folder "nowhere"' in wrong(lambda: listed(["nowhere"], (".pq",), "path"))


def test_the_columns_that_folders_are(tmp_path: Path) -> None:
    path = str(tmp_path / "year=2024" / "more" / "place=a%2Fb" / "x.parquet")
    assert keys_of(path, [str(tmp_path)]) == {"year": "2024", "place": "a/b"}
    assert keys_of(path, [path]) == {}


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert stamp(str(path)) is None
    path.write_text("1", encoding="utf-8")
    before = stamp(str(path))
    assert stamp(str(path)) == before
    other = tmp_path / "y"
    other.write_text("1", encoding="utf-8")
    os.utime(other, ns=(before.changed, before.changed))
    os.replace(other, path)
    assert stamp(str(path)) != before
