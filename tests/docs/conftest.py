"""The guides in vignettes/ as HTML, each rendered once."""

from __future__ import annotations

import functools
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import r_process
from r_process import ROOT


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The page of a guide. A copy is rendered: knitr leaves figures beside the document."""

    @functools.cache
    def page(name: str) -> str:
        folder: Path = tmp_path_factory.mktemp(name)
        document = Path(shutil.copy(ROOT / "vignettes" / f"{name}.Rmd", folder))
        result = folder / "out.html"
        command = [sys.executable, "-m", "rkeras_py.cli", "render", document, "-o", result]
        r_process.run(command, cwd=folder, environment={"R_LIBS": None}).succeeded()
        return result.read_text(encoding="utf-8")

    return page
