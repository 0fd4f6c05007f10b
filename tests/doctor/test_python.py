"""What is looked at on Python's side."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import sys
from pathlib import Path

import pytest
from fake_r import FakeR

from rkeras_py import install, rpy2_pair
from rkeras_py.doctor import python
from rkeras_py.doctor.finding import Finding
from rkeras_py.doctor.python import Bounds


@pytest.mark.usefixtures("_debian")
def test_no_shared_python_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "find_libpython", lambda: None)
    name = "libpython{}.{}".format(*sys.version_info[:2])
    problem = f"{name}.so was not found; without it library(keras) in R cannot start Python"
    what = "Python's shared library"
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert python.check_libpython() == Finding(
        what, "", "missing", problem, f"apt-get install {name}"
    )
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    assert python.check_libpython().fix == (
        "use a Python built with --enable-shared (pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared)"
    )


def install_versions(monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    def version(name: str) -> str:
        if name.replace("-", "_") not in versions:
            raise importlib.metadata.PackageNotFoundError(name)
        return versions[name.replace("-", "_")]

    monkeypatch.setattr(importlib.metadata, "version", version)


def test_rpy2_that_does_not_fit(fake: FakeR, monkeypatch: pytest.MonkeyPatch) -> None:
    install_versions(monkeypatch, rpy2="3.6.9", rpy2_rinterface="3.6.7")
    assert python.check_rpy2() == Finding(
        "rpy2",
        "3.6.9 with rpy2-rinterface 3.6.7",
        "wrong",
        "rpy2-rinterface 3.6.7 needs R 4.5 or later, R is 4.2.2",
        rpy2_pair.install_command((4, 2, 2), sys.executable),
    )


def test_rpy2_missing(fake: FakeR, monkeypatch: pytest.MonkeyPatch) -> None:
    install_versions(monkeypatch)
    finding = python.check_rpy2()
    assert (finding.status, finding.problem) == ("missing", "rpy2 is not installed")


def test_rpy2_that_can_not_be_loaded(fake: FakeR, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rpy2_pair, "problem", lambda version: None)
    problem = "`import _rinterface_cffi_api` fails with ImportError: undefined symbol: R_getVar"
    monkeypatch.setattr(
        python, "failing_imports", lambda modules: {"_rinterface_cffi_api": problem}
    )
    finding = python.check_rpy2()
    assert (finding.status, finding.problem) == ("wrong", problem)


def test_packages_missing_old_and_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    pip = f"{sys.executable} -m pip install"
    install_versions(monkeypatch, keras="2.15.0", numpy="2.4.6")
    assert python.check_package("tensorflow", Bounds((2, 21)), None) == Finding(
        "TensorFlow", "", "missing", "it is not installed", f"{pip} 'tensorflow>=2.21'"
    )
    assert python.check_package("keras", Bounds((3, 15), (3, 16)), None) == Finding(
        "Keras",
        "2.15.0",
        "wrong",
        "2.15.0 is installed, 3.15 or later is needed",
        f"{pip} 'keras>=3.15,<3.16'",
    )
    broken = "`import numpy` fails with ImportError: no"
    assert python.check_package("numpy", Bounds(), broken) == Finding(
        "NumPy", "2.4.6", "wrong", broken, f"{pip} --force-reinstall numpy"
    )
    assert python.check_package("numpy", Bounds((2, 0)), None) == Finding("NumPy", "2.4.6")


@pytest.mark.parametrize("version", ["3.16", "3.16.0.dev2026102704", "3.16.0rc1", "4.0"])
def test_packages_that_are_too_new(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    install_versions(monkeypatch, keras=version)
    finding = python.check_package("keras", Bounds((3, 15), (3, 16)), None)
    assert (finding.status, finding.found) == ("wrong", version)
    assert finding.problem == f"{version} is installed, a version before 3.16 is needed"
    assert finding.fix == f"{sys.executable} -m pip install 'keras>=3.15,<3.16'"


def test_packages_within_their_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("3.15", "3.15.1", "3.15.99"):
        install_versions(monkeypatch, keras=version)
        found = python.check_package("keras", Bounds((3, 15), (3, 16)), None)
        assert found == Finding("Keras", version)


def test_bounds_are_those_of_the_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [
        "h5py<3.15,>=3.11", "keras>=3.15", "rpy2==3.6.4", "tensorflow >= 2.21, < 2.22",
        "numpy<=2.9", 'pytest>=8; python_version < "4"',
    ]  # fmt: skip
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: wanted)
    assert python.bounds() == {
        "h5py": ((3, 11), (3, 15)),
        "keras": ((3, 15), ()),
        "tensorflow": ((2, 21), (2, 22)),
        "pytest": ((8,), ()),
    }


def test_imports_that_work_raise_exit_and_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {
        "works_": "",
        "raises_": "raise ValueError('a\\nb')",
        "exits_": "import os; os._exit(3)",
        "hangs_": "import time; time.sleep(60)",
    }
    for name, source in sources.items():
        (tmp_path / f"{name}.py").write_text(source)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert python.failing_imports(["works_", "raises_", "exits_", "works_"]) == {
        "raises_": "`import raises_` fails with ValueError: a b",
        "exits_": "`import exits_` ends Python with status 3",
    }
    assert python.failing_imports(["works_", "hangs_"], seconds=0.5) == {
        "hangs_": "`import hangs_` does not end within 0.5 seconds"
    }


def test_the_backend_that_keras_will_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    assert python.check_backend() == Finding("Keras backend", "tensorflow")
    (tmp_path / "keras.json").write_text('{"backend": "torch"}')
    finding = python.check_backend()
    assert (finding.found, finding.status) == ("torch", "wrong")
    assert finding.problem == (
        f"{tmp_path}/keras.json selects torch, but rkeras-py works only with tensorflow"
    )
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    finding = python.check_backend()
    assert (finding.found, finding.status, finding.fix) == ("jax", "wrong", "unset KERAS_BACKEND")
    monkeypatch.setenv("KERAS_BACKEND", "tensorflow")
    assert python.check_backend().status == "ok"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}"])
def test_a_configuration_of_keras_that_names_no_backend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    (tmp_path / "keras.json").write_text(text)
    assert python.check_backend() == Finding("Keras backend", "tensorflow")


def test_tensorboard_missing_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python, "installed_version", {"tensorboard": "2.20.0"}.get)
    assert python.check_tensorboard() == Finding("TensorBoard", "2.20.0")
    monkeypatch.setattr(python, "installed_version", lambda name: None)
    finding = python.check_tensorboard()
    assert finding.status == "note"
    assert finding.fix.endswith("-m pip install tensorboard")
