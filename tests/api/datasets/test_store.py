"""Where datasets are kept, and what is said of damaged files."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

import pytest

from rkeras_py.api.datasets import store
from rkeras_py.convert.rule import ArgumentError, Mismatch


def test_datasets_are_in_keras_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "Kéras"))
    assert store.folder() == tmp_path / "Kéras" / "datasets"


@pytest.mark.parametrize("path", ["../mnist.npz", "a/../../mnist.npz"])
def test_no_file_lies_outside_of_the_folder(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    with pytest.raises(ArgumentError, match="`path`"):
        store.published(path, "mnist.npz")


@pytest.mark.parametrize(
    "problem",
    [
        OSError("no"),
        EOFError("ended"),
        KeyError("x_train"),
        ValueError("odd"),
        zlib.error("bits"),
        zipfile.BadZipFile("no zip"),
    ],
)
def test_a_damaged_file_is_named(problem: Exception, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read") as caught, store.reading(tmp_path / "é"):
        raise problem
    assert str(caught.value) == (
        f"{tmp_path / 'é'} cannot be read ({problem}). Delete it to download it again."
    )
    assert caught.value.__cause__ is problem


def test_other_errors_stay_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="mine"), store.reading(tmp_path / "x"):
        raise RuntimeError("mine")


def test_pairs_have_the_names_of_r_keras() -> None:
    got = store.sets((1, 2), (3, 4))
    assert got == {"train": {"x": 1, "y": 2}, "test": {"x": 3, "y": 4}}
    with pytest.raises(ValueError, match="zip"):
        store.sets((1, 2, 3), (4, 5))


def test_a_share_leaves_something() -> None:
    rule = store.ShareRule()
    assert [rule.accept(value) for value in (0, 0.25, 0.999)] == [0, 0.25, 0.999]
    for value in (1, 1.0, -0.1, 2, "a", None, True):
        with pytest.raises(Mismatch):
            rule.accept(value)
