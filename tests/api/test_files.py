"""get_file() against files on disk; hdf5_matrix() against NumPy."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

import rkeras_py as rk

ROWS = np.arange(24, dtype="float64").reshape(6, 4)


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    file = tmp_path / "origin.txt"
    file.write_text("hello")
    return file


def test_get_file_keeps_files_in_the_folder_of_keras(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, origin: Path
) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "home"))
    path = rk.get_file("a.txt", origin.as_uri())
    assert path == str(tmp_path / "home" / "datasets" / "a.txt")
    assert Path(path).read_text() == "hello"
    origin.unlink()
    assert rk.get_file("a.txt", origin.as_uri()) == path
    digest = hashlib.sha256(b"hello").hexdigest()
    assert rk.get_file("a.txt", origin.as_uri(), file_hash=digest) == path
    with pytest.raises(rk.DownloadError, match="does not have the hash"):
        rk.get_file("a.txt", origin.as_uri(), file_hash="f" * 64)


def test_get_file_takes_other_folders_and_whole_paths(tmp_path: Path, origin: Path) -> None:
    inside = rk.get_file("a.txt", origin.as_uri(), cache_dir=tmp_path / "c", cache_subdir="d")
    assert inside == str(tmp_path / "c" / "d" / "a.txt")
    whole = str(tmp_path / "e" / "b.txt")
    assert rk.get_file(whole, origin.as_uri()) == whole
    assert Path(inside).read_text() == Path(whole).read_text() == "hello"


@pytest.mark.parametrize(
    ("argument", "arguments"),
    [
        ("fname", {"fname": "../x"}),
        ("fname", {"fname": "../../x"}),
        ("fname", {"fname": "a/../../x"}),
        ("fname", {"fname": "../x", "untar": True}),
        ("fname", {"fname": "../x.tar.gz", "untar": True}),
        ("fname", {"fname": ".", "untar": True}),
        ("fname", {"fname": ".tar.gz", "untar": True}),
        ("fname", {"fname": "."}),
        ("fname", {"fname": "d/.."}),
        ("cache_subdir", {"fname": "x", "cache_subdir": ".."}),
        ("cache_subdir", {"fname": "x", "cache_subdir": "../.."}),
        ("cache_subdir", {"fname": "x", "cache_subdir": "a/../../b"}),
    ],
)
def test_get_file_stays_in_its_folder(
    tmp_path: Path, origin: Path, argument: str, arguments: dict[str, object]
) -> None:
    cache = tmp_path / "cache"
    (cache / "datasets").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(rk.ArgumentError, match=f"^`{argument}`"):
        rk.get_file(origin=origin.as_uri(), cache_dir=cache, **arguments)
    assert sorted(tmp_path.rglob("*")) == before


def test_get_file_unpacks(tmp_path: Path, origin: Path) -> None:
    with zipfile.ZipFile(tmp_path / "o.zip", "w") as packed:
        packed.write(origin, "data/t.txt")
    with tarfile.open(tmp_path / "o.tar.gz", "w:gz") as tar:
        tar.add(origin, "folder/u.txt")
    cache = tmp_path / "cache"

    for _ in range(2):  # as scripts do that are run again
        path = rk.get_file("o.zip", (tmp_path / "o.zip").as_uri(), extract=True, cache_dir=cache)
        assert path == str(cache / "datasets" / "o.zip")
        assert (Path(path).parent / "data" / "t.txt").read_text() == "hello"

    for name in ("folder", "folder.tar.gz"):  # the second finds what the first left
        folder = rk.get_file(name, (tmp_path / "o.tar.gz").as_uri(), untar=True, cache_dir=cache)
        assert folder == str(cache / "datasets" / "folder")
        assert (Path(folder) / "u.txt").read_text() == "hello"

    with pytest.raises(rk.ArgumentError, match=r"`extract` is TRUE, but .* is not a tar archive"):
        rk.get_file(
            "o.zip",
            (tmp_path / "o.zip").as_uri(),
            extract=True,
            archive_format="tar",
            cache_dir=cache,
        )


def test_get_file_unpacks_beside_a_whole_path(tmp_path: Path, origin: Path) -> None:
    with tarfile.open(tmp_path / "o.tar.gz", "w:gz") as tar:
        tar.add(origin, "flowers/u.txt")
    whole = tmp_path / "project" / "flowers.tgz"
    path = rk.get_file(whole, (tmp_path / "o.tar.gz").as_uri(), extract=True)
    assert path == str(whole)
    assert (tmp_path / "project" / "flowers" / "u.txt").read_text() == "hello"


def test_get_file_does_not_unpack_over_other_files_of_the_cache(
    tmp_path: Path, origin: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "o.zip", "w") as packed:
        packed.write(origin, "mnist.npz")
    cache = tmp_path / "cache"
    (cache / "datasets").mkdir(parents=True)
    (cache / "datasets" / "mnist.npz").write_bytes(b"digits")
    with pytest.raises(
        rk.DownloadError, match=r'o\.zip is not unpacked: "mnist\.npz" would replace'
    ):
        rk.get_file("o.zip", (tmp_path / "o.zip").as_uri(), extract=True, cache_dir=cache)
    assert (cache / "datasets" / "mnist.npz").read_bytes() == b"digits"


def test_get_file_says_what_it_takes(origin: Path) -> None:
    with pytest.raises(rk.ArgumentError, match='`archive_format` must be "auto", "tar", "zip"'):
        rk.get_file("a", origin.as_uri(), archive_format="rar")
    with pytest.raises(rk.ArgumentError, match='`hash_algorithm` must be one of "auto", "md5"'):
        rk.get_file("a", origin.as_uri(), hash_algorithm="crc")


@pytest.fixture
def hdf5(tmp_path: Path) -> str:
    path = tmp_path / "data.h5"
    with h5py.File(path, "w") as file:
        file["group/x"] = ROWS
        file["y"] = ROWS.sum(axis=1)
        file["scalar"] = 1.0
    return str(path)


def test_hdf5_matrix_reads_rows(hdf5: str) -> None:
    part = rk.hdf5_matrix(hdf5, "group/x", start=1, end=5, normalizer=lambda x: x[:, :2] / 2)
    rows = ROWS[1:5, :2] / 2
    assert (len(part), part.shape, part.ndim, part.dtype) == (4, (4, 2), 2, np.float64)
    np.testing.assert_array_equal(np.asarray(part), rows)
    for key in (0, -1, slice(1, 3), slice(None, None, -1), [3, 0, 0], np.array([2, 1]), []):
        np.testing.assert_array_equal(part[key], rows[key])
    with pytest.raises(IndexError):
        part[4]  # a row of the file, but not of this part
    np.testing.assert_array_equal(np.asarray(rk.hdf5_matrix(hdf5, "y")), ROWS.sum(axis=1))


def test_hdf5_matrix_is_data_for_models(hdf5: str) -> None:
    x, y = rk.hdf5_matrix(hdf5, "group/x", end=5), rk.hdf5_matrix(hdf5, "y", end=5)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, use_bias=False)])
    weights = np.array([[1.0], [2.0], [0.0], [-1.0]])
    model.set_weights([weights])
    rk.compile(model, optimizer=rk.optimizer_sgd(learning_rate=1e-4), loss="mse")
    predicted = ROWS[:5] @ weights
    np.testing.assert_allclose(rk.predict(model, x, verbose=0), predicted, rtol=1e-6)
    error = predicted[:, 0] - ROWS[:5].sum(axis=1)
    assert rk.evaluate(model, x, y, verbose=0)["loss"] == pytest.approx((error**2).mean(), rel=1e-5)
    rk.fit(model, x, y, epochs=1, batch_size=5, verbose=0)
    step = 1e-4 * 2 * ROWS[:5].T @ error[:, None] / 5
    np.testing.assert_allclose(model.get_weights()[0], weights - step, rtol=1e-5)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.h5", "x"), '`datapath`: there is no file "none.h5"'),
        ((__file__, "x"), "`datapath`: .* is not an HDF5 file"),
        (("{}", "z"), '`dataset`: there is no "z" in'),
        (("{}", "group"), '`dataset`: "group" has no rows'),
        (("{}", "scalar"), '`dataset`: "scalar" has no rows'),
        (("{}", "y", 0, 7), "which has 6, .* not 0 and 7"),
        (("{}", "y", 3, 3), "with `start` below `end`, not 3 and 3"),
    ],
)
def test_hdf5_matrix_says_what_is_wrong(
    hdf5: str, arguments: tuple[object, ...], message: str
) -> None:
    with pytest.raises(rk.ArgumentError, match=message):
        rk.hdf5_matrix(*(hdf5 if a == "{}" else a for a in arguments))
