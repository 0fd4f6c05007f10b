"""The public names of the package, which nothing heavy is imported for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import rkeras_py as rk


def test_the_import_is_light() -> None:
    code = "import sys, rkeras_py; print({'keras', 'tensorflow', 'rpy2'} & set(sys.modules))"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "set()\n"


def test_names_are_there_when_they_are_asked_for() -> None:
    assert rk.layer_dense is rk.layer_dense
    assert rk.pipe.layer_dense is not None
    assert set(rk.__all__) <= set(dir(rk))
    with pytest.raises(AttributeError, match="has no attribute 'layer_größe'"):
        rk.layer_größe  # noqa: B018


def test_a_script_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError, match="there is no R script"):
        rk.run_script("größe.R")
