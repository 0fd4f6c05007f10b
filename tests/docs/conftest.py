"""The guides in vignettes/ as HTML, each rendered once."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import r_process
from r_process import ROOT

from rkeras_py.file_locks import file_lock


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The page of a guide. Rendering takes long, so the workers of a run share the pages."""
    base = tmp_path_factory.getbasetemp()
    pages = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "guides"
    pages.mkdir(exist_ok=True)

    @functools.cache
    def page(name: str) -> str:
        result = pages / f"{name}.html"
        with file_lock(str(pages / f"{name}.lock")):
            if not result.exists():
                render(name, result, tmp_path_factory.mktemp(name))
        return result.read_text(encoding="utf-8")

    return page


def render(name: str, result: Path, folder: Path) -> None:
    """Render a copy of a guide, since knitr leaves figures beside the document."""
    document = Path(shutil.copy(ROOT / "vignettes" / f"{name}.Rmd", folder))
    command = [sys.executable, "-m", "rkeras_py.cli", "render", document, "-o", folder / "out.html"]
    r_process.run(command, cwd=folder, environment={"R_LIBS": None}).succeeded()
    (folder / "out.html").rename(result)
