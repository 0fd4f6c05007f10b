"""Scripts that load R's packages reticulate and tensorflow, in processes of their own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import r_process
from r_process import Outcome

from rkeras_py import install

#: The Python that keras is installed for.
PYTHON = Path(sys.executable)


def libraries() -> str:
    """R_LIBS with which the companions are found before real packages that are installed here."""
    library = r_process.r_library()
    return f"{library}:{install.companions(library)}"


def run(
    host: str,
    code: str,
    folder: Path,
    *args: str,
    environment: Mapping[str, str | None] | None = None,
) -> Outcome:
    """Run R code in a host, in this folder."""
    script = folder / "script.R"
    script.write_text("options(warn = 1)\n" + code, encoding="utf-8")
    return r_process.run_script(host, script, *args, cwd=folder, environment=environment)


def run_with_companions(host: str, code: str, folder: Path, *args: str) -> str:
    """What R code prints where the companions stand for reticulate and tensorflow."""
    return run(host, code, folder, *args, environment={"R_LIBS": libraries()}).succeeded()
