"""Scripts beside the real packages that R keras scripts load: reticulate, tensorflow and others.

They are in the library that the environment variable ``RKERAS_NEIGHBOURS`` names.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import r_process
from r_process import HOSTS, Outcome

LIBRARY = os.environ.get("RKERAS_NEIGHBOURS", "")

needed = pytest.mark.skipif(
    not LIBRARY or r_process.missing_r() is not None,
    reason="RKERAS_NEIGHBOURS names no R library with the real reticulate and tensorflow",
)

both = pytest.mark.parametrize("host", HOSTS)

#: The orders in which scripts load the packages.
ORDERS = {
    "keras first": "library(keras)\nlibrary(reticulate)\nlibrary(tensorflow)\n",
    "keras last": "library(reticulate)\nlibrary(tensorflow)\nlibrary(keras)\n",
}

orders = pytest.mark.parametrize("order", ORDERS)


def run(
    host: str,
    code: str,
    folder: Path,
    environment: Mapping[str, str | None] | None = None,
) -> Outcome:
    """Run R code in a host, in this folder, where R finds the real packages."""
    script = folder / "script.R"
    script.write_text("options(warn = 1)\n" + code, encoding="utf-8")
    libraries = {"Rscript": f"{r_process.r_library()}:{LIBRARY}", "rkeras run": LIBRARY}[host]
    told = {"HOME": str(folder), "R_LIBS": libraries, "RETICULATE_PYTHON": sys.executable}
    return r_process.run_script(
        host, script, cwd=folder, environment={**told, **(environment or {})}
    )
