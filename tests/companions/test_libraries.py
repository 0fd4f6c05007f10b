"""Where R finds the companions: after all other packages, in every way to start a script."""

from __future__ import annotations

import os
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest
import r_process

from companions import companion
from rkeras_py import install

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

WHICH = "cat(dirname(find.package(c('reticulate', 'tensorflow'))), sep = '\\n')\n"


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A library with a package reticulate from elsewhere."""
    source = tmp_path / "source" / "reticulate"
    source.mkdir(parents=True)
    (source / "DESCRIPTION").write_text(
        "Package: reticulate\nVersion: 99.1\nTitle: T\nDescription: D.\nLicense: GPL\nAuthor: a\n"
        "Maintainer: a <a@b.c>\n"
    )
    (source / "NAMESPACE").write_text("")
    library = tmp_path / "real"
    library.mkdir()
    command = ["R", "CMD", "INSTALL", f"--library={library}", str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return library


@pytest.mark.parametrize("host", r_process.HOSTS)
def test_companions_come_last(host: str, real: Path, tmp_path: Path) -> None:
    """A real package wins, before and after library(keras)."""
    told = {"R_LIBS_USER": str(real), "R_LIBS": str(r_process.r_library())}
    last = install.companions(r_process.r_library())
    found = "packageDescription('reticulate')$Version"
    code = f"library(keras)\n{WHICH}cat(tail(.libPaths(), 1), {found})"
    printed = companion.run(host, code, tmp_path, environment=told).succeeded()
    assert printed == f"{real}\n{last}\n{last} 99.1"


def test_they_are_found_before_keras_is_loaded(real: Path, tmp_path: Path) -> None:
    last = install.companions(r_process.r_library())
    printed = companion.run("rkeras run", WHICH, tmp_path, environment={"R_LIBS_USER": str(real)})
    assert printed.succeeded() == f"{real}\n{last}\n"
    environment = {**os.environ, "R_LIBS_USER": str(real)}
    environment.pop("R_LIBS", None)
    answer = subprocess.run(
        [str(companion.PYTHON), "-m", "rkeras_py.cli", "r-libs"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    r_libs = answer.stdout.rstrip("\n")
    assert r_libs.split(":")[0] == str(r_process.r_library())
    printed = companion.run("Rscript", WHICH, tmp_path, environment={"R_LIBS": r_libs})
    assert printed.succeeded() == f"{real}\n{last}\n"


def test_the_users_library_gets_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "home"
    library.mkdir()
    monkeypatch.setenv("R_LIBS_USER", str(library))
    monkeypatch.delenv("R_LIBS", raising=False)
    install.install_r()
    code = "library(tensorflow)\ncat(tf_config()$version_str, find.package('tensorflow'))"
    told = {"R_LIBS": None, "R_LIBS_USER": str(library)}
    printed = companion.run("Rscript", code, tmp_path, environment=told).succeeded()
    assert printed == f"{version('tensorflow')} {library}/tensorflow"
