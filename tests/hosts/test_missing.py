"""What `library(keras)` says where something is missing: what is missing and how to fix it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import r_process

from rkeras_py import rpy2_pair

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

PREAMBLE = (
    "Error: package or namespace load failed for ‘keras’:\n"
    " .onLoad failed in loadNamespace() for 'keras', details:\n"
    "  call: NULL\n"
    "  error: "
)

HIDE = """
import os
from importlib.machinery import PathFinder

find, hidden = PathFinder.find_spec, os.environ["HIDDEN_MODULE"]
PathFinder.find_spec = classmethod(
    lambda cls, name, path=None, target=None: None if name == hidden else find(name, path, target)
)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with a copy of the R package, to be broken."""
    copy = tmp_path / "library"
    shutil.copytree(r_process.r_library() / "keras", copy / "keras")
    return copy


def repin(library: Path, **entries: str) -> None:
    """Change what the R package knows of its Python."""
    path = library / "keras" / "python"
    pin = dict(line.split("=", 1) for line in path.read_text().splitlines())
    path.write_text("".join(f"{name}={value}\n" for name, value in {**pin, **entries}.items()))


def load(tmp_path: Path, library: Path, **environment: str) -> r_process.Outcome:
    script = tmp_path / "load.R"
    script.write_text("library(keras)\ncat('loaded')\n")
    return r_process.run_script(
        "Rscript", script, cwd=tmp_path, environment={"R_LIBS": str(library), **environment}
    )


def failure(tmp_path: Path, library: Path, **environment: str) -> str:
    """The words after what R always says of a package that cannot be loaded."""
    outcome = load(tmp_path, library, **environment)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith(PREAMBLE)
    return outcome.stderr.removeprefix(PREAMBLE).removesuffix("\nExecution halted\n")


def test_the_pinned_python_is_gone(tmp_path: Path, library: Path) -> None:
    repin(library, executable="/gone/python")
    assert failure(tmp_path, library) == (
        "the Python that keras was installed for is gone: /gone/python. "
        "Install the R package again with `rkeras install-r` (or `make setup`)."
    )


@pytest.mark.parametrize(
    ("libpython", "where"), [("/gone/libpython.so", ": /gone/libpython.so"), ("", "")]
)
def test_the_shared_library_is_missing(
    tmp_path: Path, library: Path, libpython: str, where: str
) -> None:
    repin(library, libpython=libpython)
    assert failure(tmp_path, library) == (
        f"the shared library of Python ({sys.executable}) is missing{where}. "
        "Install it (on Debian `apt-get install libpython3-dev`), "
        "then run `rkeras install-r` again."
    )


def test_the_shared_library_is_none(tmp_path: Path, library: Path) -> None:
    fake = tmp_path / "libpython.so"
    fake.write_text("nothing")
    repin(library, libpython=str(fake))
    folder = Path(sys.executable).parent
    assert failure(tmp_path, library) == (
        f"Python ({sys.executable}) could not be attached to R.\n{fake}: file too short\n"
        f"`{folder}/rkeras doctor` shows how to fix it."
    )


def test_a_package_that_rkeras_did_not_install(tmp_path: Path, library: Path) -> None:
    (library / "keras" / "python").unlink()
    assert failure(tmp_path, library) == (
        "this copy of the R package keras was not installed by `rkeras`, so it has no Python. "
        "Install it with `rkeras install-r`, or set the environment variable RKERAS_PYTHON "
        "to a Python that has rkeras-py."
    )


def test_rkeras_python_overrides_the_pin(tmp_path: Path, library: Path) -> None:
    repin(library, executable="/gone/python", libpython="")
    outcome = load(tmp_path, library, RKERAS_PYTHON=sys.executable)
    assert outcome == r_process.Outcome(0, "loaded", "")


def test_rkeras_python_is_asked_without_r_s_library_path(tmp_path: Path, library: Path) -> None:
    told = tmp_path / "told"
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho "$LD_LIBRARY_PATH" > {told}\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    for users in ("", "/users/own:/and another"):
        outcome = load(tmp_path, library, RKERAS_PYTHON=str(python), LD_LIBRARY_PATH=users)
        assert outcome == r_process.Outcome(0, "loaded", "")
        assert told.read_text() == f"{users}\n"


def test_rkeras_python_is_not_there(tmp_path: Path, library: Path) -> None:
    assert failure(tmp_path, library, RKERAS_PYTHON="/gone/python") == (
        "RKERAS_PYTHON is /gone/python, but there is no such file."
    )


def test_rkeras_python_has_no_rkeras_py(tmp_path: Path, library: Path) -> None:
    empty = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(empty)], check=True)
    python = empty / "bin" / "python"
    assert failure(tmp_path, library, RKERAS_PYTHON=str(python)) == (
        f"RKERAS_PYTHON is {python}, which cannot import rkeras_py:\n"
        "  ModuleNotFoundError: No module named 'rkeras_py'\n"
        f"To fix it: `{python} -m pip install rkeras-py`."
    )


@pytest.fixture
def hiding(tmp_path: Path) -> dict[str, str]:
    """An environment in which Python does not find the module that is named in it."""
    folder = tmp_path / "hiding"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(HIDE)
    return {"PYTHONPATH": str(folder)}


@pytest.mark.parametrize("package", ["tensorflow", "keras"])
def test_tensorflow_is_missing(
    tmp_path: Path, library: Path, hiding: dict[str, str], package: str
) -> None:
    folder = Path(sys.executable).parent
    assert failure(tmp_path, library, HIDDEN_MODULE=package, **hiding) == (
        f"Python ({sys.executable}) could not be attached to R.\n"
        f"ImportError: the Python package {package} is not installed for {sys.executable}. "
        f"Install it with `{sys.executable} -m pip install {package}`.\n"
        f"PYTHONPATH is set and may be the cause: {hiding['PYTHONPATH']}\n"
        f"`{folder}/rkeras doctor` shows how to fix it."
    )


AGAIN = """
import rkeras_py
import sitecustomize
for attempt in range(3):
    try:
        print(rkeras_py.r("40 + 2"))
    except ImportError as problem:
        print(str(problem).count("the Python package tensorflow is not installed"))
    if attempt == 1:
        sitecustomize.hidden = None
"""


def test_a_python_program_goes_on_where_tensorflow_is_missing(
    tmp_path: Path, hiding: dict[str, str]
) -> None:
    script = tmp_path / "again.py"
    script.write_text(AGAIN)
    environment = {"HIDDEN_MODULE": "tensorflow", **hiding}
    outcome = r_process.run([sys.executable, str(script)], cwd=tmp_path, environment=environment)
    assert outcome.status == 0
    assert outcome.stdout == "1\n1\n42.0\n"


def test_the_wrong_rpy2(tmp_path: Path, library: Path, hiding: dict[str, str]) -> None:
    hidden = {"HIDDEN_MODULE": "_rinterface_cffi_api", **hiding}
    command = rpy2_pair.install_command(rpy2_pair.r_version(), sys.executable)
    words = failure(tmp_path, library, **hidden)
    assert "\nImportError: rpy2 was built without its compiled part" in words
    assert f" To fix it: {command}\n" in words

    script = tmp_path / "load.R"
    outcome = r_process.run_script("rkeras run", script, environment=hidden)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith("rkeras: rpy2 was built without its compiled part")
    assert outcome.stderr.endswith(f"To fix it: {command}\n")
    assert outcome.stderr.count("\n") == 1


def test_tensorflow_is_missing_where_python_hosts_r(tmp_path: Path, hiding: dict[str, str]) -> None:
    script = tmp_path / "load.R"
    script.write_text("cat('R runs\n')\nlibrary(keras)\n")
    outcome = r_process.run_script(
        "rkeras run", script, environment={"HIDDEN_MODULE": "tensorflow", **hiding}
    )
    assert (outcome.status, outcome.stdout) == (1, "R runs\n")
    assert f"Install it with `{sys.executable} -m pip install tensorflow`." in outcome.stderr
