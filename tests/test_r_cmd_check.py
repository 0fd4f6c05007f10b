"""R's own check of the R package: code, declarations, help pages, compiled code."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
import r_process

from rkeras_py.install import r_source

pytestmark = pytest.mark.skipif(
    r_process.missing_r() is not None, reason=r_process.missing_r() or ""
)

# The examples have a test of their own; there are no R tests inside the package.
LEFT_OUT = ["--no-manual", "--no-examples", "--no-tests", "--no-vignettes"]


def test_r_finds_nothing_to_remark(tmp_path: Path) -> None:
    source = tmp_path / "keras"
    shutil.copytree(r_source(), source, ignore=shutil.ignore_patterns("*.o", "*.so"))
    environment = {
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
        # The package being checked was not installed for a Python.
        "RKERAS_PYTHON": sys.executable,
    }
    r_process.run(["R", "CMD", "build", source], tmp_path, environment).succeeded()
    (package,) = tmp_path.glob("keras_*.tar.gz")
    checked = r_process.run(["R", "CMD", "check", *LEFT_OUT, package], tmp_path, environment)
    remarks = set(
        re.findall(r"^\* .* \.\.\. (?!OK|SKIPPED|Package).*", checked.succeeded(), re.MULTILINE)
    )
    # R's package tfruns, which this one gets on with where it is loaded, may be missing.
    missing = "* checking package dependencies ... "
    assert remarks <= {f"{missing}NOTE", f"{missing}INFO"}, checked.stdout
    assert "\nStatus: " in checked.stdout
