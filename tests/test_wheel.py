"""The wheel, built from this checkout and installed into an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from rkeras_py import install

ROOT = Path(__file__).resolve().parent.parent


def run(*command: object, cwd: Path, **environment: str) -> str:
    answer = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_ships_the_r_sources_and_nothing_that_was_compiled(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = install.r_source()
    for path in source.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            assert f"rkeras_py/R/{path.relative_to(source)}" in names
    assert {"rkeras_py/py.typed", "rkeras_py/testing/runner.R"} <= names
    assert [name for name in names if name.endswith((".o", ".so", ".pyc"))] == []
    assert {name.split("/")[0].split("-")[0] for name in names} == {"rkeras_py", "pytest_rkeras.py"}


def test_ships_the_licence_and_the_citation(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("/licenses/LICENSE"))
    assert ".dist-info/" in name
    assert archive.read(name) == (ROOT / "LICENSE").read_bytes()
    assert "rkeras_py/R/inst/CITATION" in archive.namelist()


def test_does_not_ask_pip_for_rpy2(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = Parser().parsestr(archive.read(name).decode())
    assert metadata["Version"] == install.version()
    asked = metadata.get_all("Requires-Dist", [])
    assert any(line.startswith("keras") for line in asked)
    # pip cannot choose the one that fits R, and cannot build any where there is no R.
    assert [line for line in asked if "rpy2" in line] == []


def test_runs_a_script_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(environment)}))
    # What the wheel asks for is taken from this environment, without its editable rkeras_py.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python]
    run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=tmp_path)
    (tmp_path / "script.R").write_text(
        "library(keras)\n"
        "model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)\n"
        'cat(commandArgs(TRUE), count_params(model), system.file(package = "keras"))\n'
    )
    said = run(environment / "bin" / "rkeras", "run", "script.R", "--foo", cwd=tmp_path)
    version = ".".join(str(part) for part in install.need_r()[:2])
    library = environment / "lib" / "rkeras" / f"R-{version}" / "library"
    assert said == f"--foo 8 {library}/keras"
    without_r = {"PATH": str(tmp_path), "R_HOME": ""}
    for command in (["install-r"], ["run", "script.R"]):
        answer = subprocess.run(
            [environment / "bin" / "rkeras", *command],
            cwd=tmp_path,
            env={**os.environ, **without_r},
            capture_output=True,
            text=True,
        )
        assert answer.stderr == (
            "rkeras: R was not found; install it (on Debian and Ubuntu: "
            "apt-get install r-base-dev) and make sure that `R` is on the PATH\n"
        )
    pinned = (library / "keras" / "python").read_text()
    assert f"executable={python}\n" in pinned
