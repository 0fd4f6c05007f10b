"""R's own check of the R packages: code, declarations, help pages, compiled code."""

from __future__ import annotations

import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import r_process

from rkeras_py.install import r_source

pytestmark = pytest.mark.skipif(
    r_process.missing_r() is not None, reason=r_process.missing_r() or ""
)

# The examples have a test of their own; there are no R tests inside the packages.
LEFT_OUT = ["--no-manual", "--no-examples", "--no-tests", "--no-vignettes"]

# Packages that keras and tensorflow get on with where they are loaded may be missing.
MISSING = {f"* checking package dependencies ... {level}" for level in ("NOTE", "INFO")}

# R's event loop has no other way in: other threads of Python wake R's by it.
EVENT_LOOP = """NOTE
File ‘keras/libs/keras.so’:
  Found non-API calls to R: ‘R_InputHandlers’, ‘addInputHandler’
"""


def remarks(source: Path, folder: Path, **environment: str) -> set[str]:
    """The lines of R's check of a package that are not OK."""
    told = {
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
        "_R_CHECK_FORCE_SUGGESTS_": "false",  # an old reticulate may be installed
        **environment,
    }
    r_process.run(["R", "CMD", "build", source], folder, told).succeeded()
    (package,) = folder.glob(f"{source.name}_*.tar.gz")
    report = r_process.run(["R", "CMD", "check", *LEFT_OUT, package], folder, told).succeeded()
    print(report)
    assert "\nStatus: " in report
    report = report.replace(EVENT_LOOP, "OK")
    return set(re.findall(r"^\* .* \.\.\. (?!OK|SKIPPED|Package).*", report, re.MULTILINE))


def test_r_finds_nothing_to_remark(tmp_path: Path) -> None:
    source = tmp_path / "keras"
    shutil.copytree(r_source(), source, ignore=shutil.ignore_patterns("*.o", "*.so"))
    # The package being checked was not installed for a Python.
    assert remarks(source, tmp_path, RKERAS_PYTHON=sys.executable) <= MISSING


def test_r_finds_nothing_to_remark_in_the_companions(tmp_path: Path) -> None:
    r_process.r_library()  # made here, not by two threads at once
    sources = [r_source() / "companions" / name for name in ("tensorflow", "reticulate", "tfruns")]
    # They load keras themselves, when it is there already.
    lent = {"* checking dependencies in R code ... NOTE"}
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda source: remarks(source, tmp_path), sources):
            assert found <= MISSING | lent
