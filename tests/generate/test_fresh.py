from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import rkeras_py.api  # noqa: F401
from rkeras_py.generate import __main__ as command
from rkeras_py.generate import generated_files, stale_files
from rkeras_py.install import r_source
from rkeras_py.registry.define import REGISTRY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the R package with files that are fresh."""
    copy = tmp_path / "R"
    shutil.copytree(r_source(), copy, ignore=shutil.ignore_patterns("*.o", "*.so"))
    command.main([], copy)
    return copy


def test_committed_files_are_fresh() -> None:
    root = r_source()
    assert stale_files(root, generated_files(root)) == []


def test_fresh_files_pass(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert command.main(["--check"], root) == 0
    assert capsys.readouterr().out == ""


def test_a_changed_docstring_makes_its_page_stale(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(REGISTRY["layer_dense"].declared, "__doc__", "Another text.")
    capsys.readouterr()
    assert command.main(["--check"], root) == 1
    assert capsys.readouterr().out == (
        "R/../rkeras_py/__init__.pyi is out of date; run `make generate`\n"
        "R/man/layer_dense.Rd is out of date; run `make generate`\n"
    )


def test_an_edited_file_is_found_and_mended(root: Path) -> None:
    path = root / "R" / "generated-layers-core.R"
    fresh = path.read_text(encoding="utf-8")
    path.write_text(fresh.replace("units = units", "units = 1"), encoding="utf-8")
    assert command.main(["--check"], root) == 1
    assert command.main([], root) == 0
    assert path.read_text(encoding="utf-8") == fresh


def test_a_file_that_is_missing_is_found(root: Path) -> None:
    (root / "NAMESPACE").unlink()
    assert stale_files(root, generated_files(root)) == ["NAMESPACE"]


def test_files_of_functions_that_are_gone_are_removed(root: Path) -> None:
    gone = root / "man" / "gone.Rd"
    gone.write_text("% Generated from rkeras_py/api/gone.py by `make generate`; edit there.\n")
    written = root / "man" / "written.Rd"
    written.write_text("\\name{written}\n")
    assert stale_files(root, generated_files(root)) == ["man/gone.Rd"]
    command.main([], root)
    assert not gone.exists()
    assert written.exists()
