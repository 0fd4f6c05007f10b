"""Files of Arrow's own format, and temporary ones."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from table_files import read, rows, table, wrong

from rkeras_py.sources.ipc import IpcRows
from rkeras_py.sources.source import of_arrow

pa = pytest.importorskip("pyarrow")

TABLE = table(*rows(5000))


def test_copies_of_streams_go_with_their_source(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened = of_arrow(TABLE.to_reader())
    assert len(os.listdir(tmp_path)) == 1
    del opened
    gc.collect()
    assert os.listdir(tmp_path) == []


def test_what_is_wrong_with_arrow_files(tmp_path: Path) -> None:
    path = tmp_path / "x.arrow"
    with pa.ipc.new_file(str(path), TABLE.schema) as writer:
        writer.write_table(TABLE, max_chunksize=700)
    found = IpcRows([str(tmp_path)])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert f'the file "{path}" was replaced or changed' in wrong(lambda: read(found, "a"))
    assert f'the file "{path}" cannot be read' in wrong(lambda: IpcRows([str(path)]))
