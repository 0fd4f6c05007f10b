"""The table of houses, from a small file in the form of the published one."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest

import rkeras_py as rk

X = np.random.default_rng(3).normal(size=(21, 13))
Y = X @ np.arange(13)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    path = tmp_path / "houses.npz"
    np.savez(path, x=X, y=Y)
    monkeypatch.setattr("rkeras_py.downloads.fetch._has_hash", lambda *_: True)
    monkeypatch.setattr("keras.src.datasets.boston_housing.get_file", lambda *_, **__: str(path))
    return str(path)


@pytest.mark.parametrize("chosen", [{}, {"test_split": 0.5, "seed": 7}, {"test_split": 0}])
def test_boston_housing_is_that_of_keras(path: str, chosen: dict) -> None:
    found = rk.dataset_boston_housing(path, **chosen)
    theirs = keras.datasets.boston_housing.load_data(**chosen)
    for part, (x, y) in zip(("train", "test"), theirs, strict=True):
        np.testing.assert_array_equal(found[part]["x"], x)
        np.testing.assert_array_equal(found[part]["y"], y)


def test_rows_are_divided_and_keep_their_prices(path: str) -> None:
    found = rk.dataset_boston_housing(path)
    assert (len(found["train"]["y"]), len(found["test"]["y"])) == (16, 5)  # 21 * 0.8 is 16.8
    rows = np.concatenate([found["train"]["x"], found["test"]["x"]])
    np.testing.assert_array_equal(rows[np.lexsort(rows.T)], X[np.lexsort(X.T)])
    for part in found.values():
        np.testing.assert_allclose(part["x"] @ np.arange(13), part["y"])


def test_what_is_tested_on_is_not_all(path: str) -> None:
    with pytest.raises(rk.ArgumentError, match="`test_split` must be a number from 0 to 1, and be"):
        rk.dataset_boston_housing(path, test_split=1)
