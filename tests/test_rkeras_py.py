"""The public names of the package, which nothing heavy is imported for."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

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


@pytest.mark.parametrize(
    ("name", "instead"),
    [("summary", "model.summary()"), ("load_model", "load_model_hdf5() or load_model_tf()")],
)
def test_names_that_are_methods_or_have_other_names(name: str, instead: str) -> None:
    with pytest.raises(AttributeError) as raised:
        getattr(rk, name)
    assert str(raised.value) == f"module 'rkeras_py' has no attribute {name!r}; use {instead}"


def test_a_misspelt_name_is_told_with_the_likely_one() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'layer_dens'$") as raised:
        rk.layer_dens  # type: ignore[attr-defined]  # noqa: B018
    assert (raised.value.name, raised.value.obj) == ("layer_dens", rk)  # what Python compares


@pytest.mark.parametrize("code", [None, 3, b"1"])
def test_code_and_scripts_of_other_types(code: Any) -> None:
    with pytest.raises(TypeError, match="`code` must be a string of R code, not "):
        rk.r(code)
    if not isinstance(code, bytes):
        with pytest.raises(TypeError, match="`path` must be the path of an R script, not "):
            rk.run_script(code)
