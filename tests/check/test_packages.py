from __future__ import annotations

import sys
from pathlib import Path

import pytest
from checked_code import script_of

from rkeras_py.check.finding import Finding
from rkeras_py.check.packages import missing_module, missing_packages, replaced_keras


def packages(code: str) -> list[tuple[int, str, str]]:
    found = [finding for finding, _ in missing_packages(script_of(code), {"base", "here"})]
    return [(finding.line, finding.label, finding.what) for finding in found]


def test_packages_that_are_not_installed() -> None:
    assert packages("library(here)\nlibrary(keras)\nlibrary(gone)\nlost::f(1)\nrequire(away)") == [
        (3, "will not run", "library(gone)"),
        (4, "will not run", "lost::f"),
        (5, "may not run", "require(away)"),
    ]


def test_each_is_told_once() -> None:
    assert packages("require(gone)\ngone::f()\nlibrary(gone)\ngone::g()") == [
        (3, "will not run", "library(gone)")
    ]


def test_packages_that_come_with_this_one_are_there() -> None:
    assert packages("library(keras)\nlibrary(tensorflow)\nreticulate::tuple\ntfruns::flags") == []


def test_scripts_that_install_packages_themselves() -> None:
    assert packages("install.packages('gone')\nlibrary(gone)") == [
        (2, "may not run", "library(gone)")
    ]


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ('install.packages("keras")', 'install.packages("keras")'),
        ("install.packages(c('dplyr', 'keras'), dep = TRUE)", 'install.packages("keras")'),
        ("devtools::install_github('rstudio/keras')", 'install_github("rstudio/keras")'),
        ("install.packages('keras3')", None),
        ("remotes::install_github('rstudio/keras3')", None),
        ("library('keras')", None),
    ],
)
def test_installing_another_keras(code: str, what: str | None) -> None:
    found = replaced_keras(script_of(code).calls[0])
    if what is None:
        assert found is None
    else:
        message = "installs another package in place of this keras: leave it out"
        assert found == Finding(1, "different", what, message)


def module(code: str, root: str, folder: Path) -> Finding | None:
    script = script_of(code)
    return missing_module(root, script.calls[0].node, folder, script, certain=True)


def test_modules_that_are_not_installed(tmp_path: Path) -> None:
    found = module("import('no_such.module')", "import:no_such.module", tmp_path)
    assert found == Finding(
        1,
        "missing-package",
        'import("no_such.module")',
        f"Python has no module no_such: pip install it for {sys.executable}",
        True,
        True,
    )


@pytest.mark.parametrize("root", ["import:numpy", "import:os.path", "import:xml.dom"])
def test_modules_that_are_installed(root: str, tmp_path: Path) -> None:
    assert module("import('x')", root, tmp_path) is None


def test_modules_beside_the_script(tmp_path: Path) -> None:
    (tmp_path / "mine.py").touch()
    (tmp_path / "ours").mkdir()
    assert module("import('mine')", "import:mine", tmp_path) is None
    assert module("import('ours.a')", "import:ours.a", tmp_path) is None


def test_modules_that_a_script_installs(tmp_path: Path) -> None:
    found = module("import('no_such')\npy_install('no_such')", "import:no_such", tmp_path)
    assert found is not None and not found.is_problem
