from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import version
from typing import Any

import keras
import pytest

import rkeras_py as rk
from rkeras_py.api import environment
from rkeras_py.compat.environment import for_this_python

BOTH = f"Keras {version('keras')} and TensorFlow {version('tensorflow')} are installed for"


def test_keras_is_available_in_versions_up_to_its_own() -> None:
    assert rk.is_keras_available()
    assert rk.is_keras_available("2.16.1")
    assert rk.is_keras_available(version("keras"))
    assert not rk.is_keras_available("99.0")


def test_keras_is_not_available_without_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_installed", {"keras": "3.15"}.get)
    assert not rk.is_keras_available()


def test_installing_what_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    major = ".".join(version("tensorflow").split(".")[:2])
    rk.install_keras()
    rk.install_keras("conda", version=f"{major}-gpu", extra_packages=["numpy", "pandas"])
    rk.install_keras(tensorflow="gpu", envname="r-tf")
    assert capsys.readouterr().out == f"{BOTH} {sys.executable}.\n" * 3


def test_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="`tensorflow` must be the TensorFlow that is inst"):
        rk.install_keras(tensorflow="1.15")
    # A command for pip would fail: an early TensorFlow has no release for this Python.
    words = r"Use install_keras\(\) without a version instead\."
    with pytest.raises(rk.DeviationError, match=rf'`version` .*"1.15-cpu".* {words}$'):
        rk.install_keras(version="1.15-cpu")
    words = re.escape(f"{sys.executable} -m pip install tensorflow==99.1")
    with pytest.raises(rk.DeviationError, match=rf'"99.1": .* For a newer one: {words}$'):
        rk.install_keras(tensorflow="99.1")
    with pytest.raises(ValueError, match='`method` must be one of "auto", "virtualenv", "conda"'):
        rk.install_keras(method="docker")


def test_further_packages_go_to_pip(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []
    status = 0

    def run(command: list[str], **_: Any) -> Any:
        asked.append(command)
        return subprocess.CompletedProcess(command, status, "pip's words\n", "a\nERROR: no\n")

    monkeypatch.setattr(environment.subprocess, "run", run)
    rk.install_keras(extra_packages=["numpy", "no-such-package-1"])
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check"]
    assert asked == [for_this_python([*pip, "no-such-package-1"])]
    assert capsys.readouterr().out == f"pip's words\n{BOTH} {sys.executable}.\n"
    status = 1
    with pytest.raises(
        ValueError, match=r"pip could not install no-such-package-1\. Its output:\na\nE"
    ):
        rk.install_keras(extra_packages="no-such-package-1")


def test_implementations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERAS_IMPLEMENTATION", "")
    for name in ("keras", "tensorflow"):
        rk.use_implementation(name)
        assert os.environ["KERAS_IMPLEMENTATION"] == name
        assert rk.implementation().layers.Dense is keras.layers.Dense
    with pytest.raises(ValueError, match='`implementation` must be one of "keras", "tensorflow"'):
        rk.use_implementation("plaidml")


def test_backends() -> None:
    assert rk.use_backend() is None
    assert rk.use_backend("tensorflow") is None
    with pytest.raises(rk.DeviationError, match='not the string "theano": Keras dropped Theano'):
        rk.use_backend("theano")


def test_a_backend_that_comes_too_late_or_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"tensorflow": "2.21.0", "jax": "0.10.2"}
    monkeypatch.setattr(environment, "_installed", there.get)
    with pytest.raises(ValueError, match=r"PyTorch is not installed for .* -m pip install torch`"):
        rk.use_backend("PyTorch")
    with pytest.raises(ValueError, match="Keras computes with TensorFlow already"):
        rk.use_backend("jax")


def test_keras_is_available_with_any_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_installed", {"keras": "3.15.1", "jax": "0.10.2"}.get)
    assert not rk.is_keras_available()
    monkeypatch.setattr(environment.backends, "known", lambda: "jax")
    assert rk.is_keras_available()


def test_legacy_keras_needs_nothing() -> None:
    before = set(sys.modules)
    assert rk.py_require_legacy_keras() is None
    assert "tf_keras" not in set(sys.modules) - before
