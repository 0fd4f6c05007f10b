"""What is looked at on R's side."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from fake_r import FakeR

from rkeras_py import install
from rkeras_py.doctor import python, r
from rkeras_py.doctor.finding import Finding


def test_r(fake: FakeR) -> None:
    assert r.check_r() == Finding("R", f"4.2.2 in {fake.home}")


@pytest.mark.usefixtures("_debian")
def test_r_too_old(fake: FakeR) -> None:
    fake.set_version("4.0.4")
    assert r.check_r() == Finding(
        "R",
        f"4.0.4 in {fake.home}",
        "wrong",
        "R 4.2 or later is needed",
        "apt-get install r-base-dev",
    )


@pytest.mark.usefixtures("_no_r", "_debian")
def test_no_r() -> None:
    fix = "apt-get install r-base-dev"
    assert r.check_r() == Finding("R", "", "missing", "`R` is not on the PATH", fix)
    assert r.check_r_headers() == Finding("R's headers", "", "missing", "there is no R", fix)
    assert r.check_r_packages() == []
    keras = r.check_r_package_keras()
    assert (keras.status, keras.problem) == ("note", "it cannot be installed without R")
    assert r.check_keras_of_r().found.startswith("none; to install it: ")
    assert python.check_rpy2().status == "ok"


def test_r_home_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("R_HOME", "/no/such/folder")
    assert r.check_r() == Finding(
        "R",
        "",
        "wrong",
        "R_HOME is set to /no/such/folder, which does not contain R",
        "unset R_HOME",
    )


@pytest.mark.usefixtures("_debian")
def test_headers(fake: FakeR) -> None:
    assert r.check_r_headers() == Finding("R's headers", str(fake.home / "include"))
    (fake.home / "include" / "R.h").unlink()
    assert r.check_r_headers() == Finding(
        "R's headers",
        "",
        "missing",
        "R.h was not found; it is needed to compile rpy2 and the R package",
        "apt-get install r-base-dev",
    )


def test_wanted_packages_come_from_the_description(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "DESCRIPTION").write_text(
        "Package: keras\nDepends: R (>= 4.2)\n"
        "Imports: magrittr (>= 2.0.3),\n    methods, generics\n"
        "Suggests: R6\nEncoding: UTF-8\n"
    )
    monkeypatch.setattr(install, "r_source", lambda: tmp_path)
    assert r.wanted_r_packages() == [
        r.RPackage("magrittr", (2, 0, 3), True),
        r.RPackage("generics", (), True),
        r.RPackage("R6", (), False),
    ]


def test_installed_packages_take_the_first_of_several_libraries(fake: FakeR) -> None:
    (fake.home / "packages").write_text("noise\n@rlang 1.1.0\n@Matrix 1.5-3\n@rlang 0.4.0\n")
    assert r.installed_r_packages(fake.home) == {"rlang": (1, 1, 0), "Matrix": (1, 5, 3)}


def test_packages_of_an_r_that_can_not_be_run(fake: FakeR) -> None:
    assert r.check_r_packages() == [
        Finding(
            "R packages",
            "",
            "wrong",
            "R starts with an error; see the output of `R --no-init-file`",
        )
    ]


@pytest.mark.usefixtures("_debian")
def test_a_needed_package_that_is_missing() -> None:
    assert r.check_r_package(r.RPackage("R6", (2, 5), True), {}) == Finding(
        "R package R6", "", "missing", "R6 2.5 or later is needed", "apt-get install r-cran-r6"
    )


@pytest.mark.usefixtures("_not_debian")
def test_a_suggested_package_that_is_missing_is_a_note() -> None:
    finding = r.check_r_package(r.RPackage("ggplot2", (), False), {})
    assert finding == Finding(
        "R package ggplot2",
        "",
        "note",
        "ggplot2 is suggested; some functions need it",
        "Rscript -e 'install.packages(\"ggplot2\")'",
    )
    assert not finding.is_fault


def test_a_package_that_is_too_old() -> None:
    package = r.RPackage("magrittr", (2, 0, 3), True)
    assert r.check_r_package(package, {"magrittr": (1, 5)}) == Finding(
        "R package magrittr",
        "1.5",
        "wrong",
        "1.5 is installed, 2.0.3 or later is needed",
        "Rscript -e 'install.packages(\"magrittr\")'",
    )
    assert r.check_r_package(package, {"magrittr": (2, 1)}).status == "ok"


def test_the_r_package_missing_fresh_and_stale(
    fake: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "r_library", lambda: tmp_path / "library")
    finding = r.check_r_package_keras()
    assert (finding.status, finding.problem) == (
        "note",
        f"it is not in {tmp_path / 'library'} yet; it is installed when needed",
    )
    assert finding.fix.endswith("rkeras r-libs")
    library = install.ensure_r_package(tmp_path / "library")
    found = f"{install.version()} in {library}"
    assert r.check_r_package_keras() == Finding("R package keras", found)
    fake.set_version("4.2.3")
    finding = r.check_r_package_keras()
    assert finding.status == "note"
    assert finding.problem == (
        "it was installed from other sources, for another R or for another Python; "
        "it is updated when needed"
    )


def test_the_keras_that_plain_r_loads(
    fake: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "mine"
    monkeypatch.setenv("FAKE_R_LIBS_USER", str(library))
    finding = r.check_keras_of_r()
    assert (finding.status, finding.found.split(";")[0]) == ("ok", "none")
    assert finding.found.endswith("rkeras install-r")
    install.install_r()
    monkeypatch.setenv("FAKE_R_KERAS", str(library / "keras"))
    assert r.check_keras_of_r() == Finding(
        "library(keras) in your R", f"{install.version()} in {library}"
    )

    fake.set_version("4.2.3")
    finding = r.check_keras_of_r()
    assert (finding.status, finding.problem) == ("wrong", r.STALE)
    assert finding.fix.endswith("rkeras install-r")

    (library / "keras" / "DESCRIPTION").write_text("Package: keras\nVersion: 2.0.1\n")
    finding = r.check_keras_of_r()
    assert (finding.status, finding.problem) == (
        "wrong",
        f"it is version 2.0.1, but rkeras-py in Python is {install.version()}",
    )

    (library / "keras" / "python").unlink()
    finding = r.check_keras_of_r()
    assert (finding.status, finding.found) == ("note", f"2.0.1 in {library}")
    assert finding.fix.endswith("rkeras install-r --force")


def test_no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_apt_get(name: str, path: str | None = None) -> str | None:
        return name if name == "apt-get" else None

    monkeypatch.setattr(shutil, "which", only_apt_get)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert r.check_pandoc() == Finding(
        "pandoc",
        "",
        "note",
        "without it R Markdown documents cannot be rendered",
        "apt-get install pandoc",
    )


def test_pandoc_of_rstudio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pandoc"
    program.write_text("#!/bin/sh\necho pandoc 3.1.11\n")
    program.chmod(0o755)
    monkeypatch.setenv("RSTUDIO_PANDOC", str(tmp_path))
    assert r.check_pandoc() == Finding("pandoc", "3.1.11")
