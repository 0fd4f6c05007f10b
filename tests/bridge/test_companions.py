"""Python for R code that was written for reticulate: modules, and code that runs in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

MODULE = "rkeras_module_of_this_test"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Folders with modules of one name, of which one is where Python looks first."""
    for name in ("elsewhere", "asked"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{MODULE}.py").write_text(f"place = {name!r}\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "elsewhere"), *sys.path])
    yield {name: str(tmp_path / name) for name in ("elsewhere", "asked")}
    sys.modules.pop(MODULE, None)


def test_a_module_comes_from_the_folder_that_is_named(r: Any, folders: dict[str, str]) -> None:
    before = list(sys.path)
    code = f"keras:::call_python('.import_from_path', list('{MODULE}', folder, TRUE))$place"
    assert r(code, folder=folders["asked"]) == "asked"
    assert sys.path == before


def test_a_module_that_is_missing_leaves_the_path_as_it_was(
    r: Any, folders: dict[str, str]
) -> None:
    before = list(sys.path)
    code = "keras:::call_python('.import_from_path', list('rkeras_no_module', folder, TRUE))"
    with pytest.raises(Exception, match="No module named 'rkeras_no_module'"):
        r(code, folder=folders["asked"])
    assert sys.path == before
