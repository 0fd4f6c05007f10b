"""Datasets of images, from small files in the form of the published ones."""

from __future__ import annotations

import gzip
import io
import pickle
import re
import tarfile
from pathlib import Path

import keras
import numpy as np
import pytest

import rkeras_py as rk

pytestmark = pytest.mark.filterwarnings("ignore:.*differs from the published file")
RNG = np.random.default_rng(1)


def pixels(*shape: int) -> np.ndarray:
    return RNG.integers(0, 256, shape, "uint8")


def test_mnist(home: Path) -> None:
    given = {
        "x_train": pixels(5, 28, 28),
        "y_train": np.arange(5, dtype="uint8"),
        "x_test": pixels(2, 28, 28),
        "y_test": np.array([7, 8], "uint8"),
    }
    for path in (home / "mnist.npz", home / "mine.npz"):
        np.savez(path, **given)
    for found in (
        rk.dataset_mnist(),
        rk.dataset_mnist("mine.npz"),
        rk.dataset_mnist(home / "mine.npz"),
    ):
        for part in ("train", "test"):
            np.testing.assert_array_equal(found[part]["x"], given[f"x_{part}"])
            np.testing.assert_array_equal(found[part]["y"], given[f"y_{part}"])


def test_a_name_stays_in_the_folder_of_datasets(home: Path) -> None:
    np.savez(home.parent / "outside.npz", x_train=pixels(1, 28, 28))
    for name in ("../outside.npz", "../../outside.npz"):
        for function in (
            rk.dataset_mnist,
            rk.dataset_imdb,
            rk.dataset_reuters,
            rk.dataset_boston_housing,
            rk.dataset_imdb_word_index,
            rk.dataset_reuters_word_index,
        ):
            with pytest.raises(rk.ArgumentError, match=r"^`path` must be a name in the folder"):
                function(name)


def test_fashion_mnist(home: Path) -> None:
    (home / "fashion-mnist").mkdir()
    given = {}
    for part, count in (("train", 4), ("t10k", 3)):
        for kind, data in (
            ("images-idx3", pixels(count, 28, 28)),
            ("labels-idx1", pixels(count)),
        ):
            head = bytes([0, 0, 8, data.ndim]) + np.array(data.shape, ">u4").tobytes()
            path = home / "fashion-mnist" / f"{part}-{kind}-ubyte.gz"
            path.write_bytes(gzip.compress(head + data.tobytes()))
            given[part, kind[:6]] = data
    found = rk.dataset_fashion_mnist()
    for ours, theirs in (("train", "train"), ("test", "t10k")):
        np.testing.assert_array_equal(found[ours]["x"], given[theirs, "images"])
        np.testing.assert_array_equal(found[ours]["y"], given[theirs, "labels"])


def cifar_files(names: list[str], labels: list[str], count: int = 2) -> dict[str, dict]:
    """By name: rows of 1024 reds, 1024 greens and 1024 blues, with lists of labels."""
    return {
        name: {
            b"data": pixels(count, 3072),
            **{label.encode(): RNG.integers(0, 9, count).tolist() for label in labels},
        }
        for name in names
    }


def write(folder: Path, files: dict[str, dict]) -> None:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(pickle.dumps(content, protocol=3))


def images_of(files: dict[str, dict], names: list[str]) -> np.ndarray:
    rows = np.concatenate([files[name][b"data"] for name in names])
    return np.stack([rows[:, :1024], rows[:, 1024:2048], rows[:, 2048:]], axis=-1).reshape(
        -1, 32, 32, 3
    )


BATCHES = [f"data_batch_{i}" for i in range(1, 6)]


@pytest.mark.parametrize("place", ["Keras 2", "Keras 3", "an archive"])
def test_cifar10(home: Path, tmp_path: Path, place: str) -> None:
    files = cifar_files([*BATCHES, "test_batch"], ["labels"])
    name = "cifar-10-batches-py"
    if place == "an archive":
        write(tmp_path / name, files)
        with tarfile.open(home / f"{name}.tar.gz", "w:gz") as tar:
            tar.add(tmp_path / name, name)
    else:
        write(home / name if place == "Keras 2" else home / f"{name}-target" / name, files)
    found = rk.dataset_cifar10()
    np.testing.assert_array_equal(found["train"]["x"], images_of(files, BATCHES))
    np.testing.assert_array_equal(found["test"]["x"], images_of(files, ["test_batch"]))
    labels = [[label] for batch in BATCHES for label in files[batch][b"labels"]]
    assert found["train"]["y"].tolist() == labels
    assert found["test"]["y"].tolist() == [[label] for label in files["test_batch"][b"labels"]]


def test_cifar100(home: Path) -> None:
    files = cifar_files(["train", "test"], ["fine_labels", "coarse_labels"])
    write(home / "cifar-100-python", files)
    for mode, arguments in (("fine", ()), ("coarse", ("coarse",))):
        found = rk.dataset_cifar100(*arguments)
        for part in ("train", "test"):
            np.testing.assert_array_equal(found[part]["x"], images_of(files, [part]))
            labels = files[part][f"{mode}_labels".encode()]
            assert found[part]["y"].tolist() == [[label] for label in labels]
    with pytest.raises(rk.ArgumentError, match='`label_mode` must be one of "fine", "coarse"'):
        rk.dataset_cifar100("other")


def test_channels_come_where_keras_has_them(home: Path) -> None:
    files = cifar_files(["train", "test"], ["fine_labels", "coarse_labels"])
    write(home / "cifar-100-python", files)
    keras.config.set_image_data_format("channels_first")
    try:
        x = rk.dataset_cifar100()["test"]["x"]
    finally:
        keras.config.set_image_data_format("channels_last")
    np.testing.assert_array_equal(x, images_of(files, ["test"]).transpose(0, 3, 1, 2))


def test_a_dataset_of_objects_runs_no_code(home: Path) -> None:
    class Harm:
        def __reduce__(self):
            return print, ("harm",)

    content = io.BytesIO()
    pickle.dump({b"data": Harm()}, content, protocol=2)
    folder = home / "cifar-100-python"
    folder.mkdir()
    (folder / "train").write_bytes(content.getvalue())
    with pytest.raises(pickle.UnpicklingError):
        rk.dataset_cifar100()


def idx(*shape: int) -> bytes:
    return bytes([0, 0, 8, len(shape)]) + np.array(shape, ">u4").tobytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "index out of range"),
        (b"text", "Not a gzipped file"),
        (gzip.compress(idx(2, 3) + bytes(5), mtime=0), "cannot reshape"),
        (gzip.compress(idx(2, 3) + bytes(7), mtime=0), "there is data after its array"),
        (gzip.compress(idx(2, 3) + bytes(6), mtime=0)[:-6], "end-of-stream"),
        (gzip.compress(idx(2, 3) + bytes(6), mtime=0)[:-8] + bytes(8), "CRC check failed"),
        (
            gzip.compress(idx(2**31, 2**31, 2), mtime=0),
            "its header declares an array of [2147483648, ",
        ),
    ],
)
def test_a_damaged_file_is_named(home: Path, content: bytes, reason: str) -> None:
    file = home / "fashion-mnist" / "train-images-idx3-ubyte.gz"
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(ValueError, match=re.escape(f"{file} cannot be read (")) as caught:
        rk.dataset_fashion_mnist()
    assert reason in str(caught.value)
    assert str(caught.value).endswith("Delete it to download it again.")


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x05\x06" + bytes(18)])
def test_a_damaged_file_of_arrays_is_named(home: Path, content: bytes) -> None:
    for name in ("mnist", "boston_housing", "imdb", "reuters"):
        file = home / f"{name}.npz"
        file.write_bytes(content)
        with pytest.raises(ValueError, match=re.escape(f"{file} cannot be read (")):
            getattr(rk, f"dataset_{name}")()
    (home / "imdb_word_index.json").write_bytes(content)
    with pytest.raises(ValueError, match=r"imdb_word_index\.json cannot be read \("):
        rk.dataset_imdb_word_index()
    archive = home / "cifar-10-batches-py.tar.gz"
    archive.write_bytes(content)
    if content[:2] != b"PK":  # an empty zip
        with pytest.raises(ValueError, match=re.escape(f"{archive} is not an archive")):
            rk.dataset_cifar10()


@pytest.mark.parametrize(
    ("function", "file", "origin"),
    [
        ("mnist", "mnist.npz", "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
        (
            "fashion_mnist",
            "fashion-mnist/train-images-idx3-ubyte.gz",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
        ),
        ("cifar10", "cifar-10-batches-py.tar.gz", "https://www.cs.toronto.edu/~kriz/cifar-10-"),
        ("cifar100", "cifar-100-python.tar.gz", "https://www.cs.toronto.edu/~kriz/cifar-100-"),
    ],
)
def test_without_network_the_error_says_where_a_file_may_be_put(
    home: Path, function: str, file: str, origin: str
) -> None:
    with pytest.raises(rk.DownloadError) as caught:
        getattr(rk, f"dataset_{function}")()
    text = str(caught.value)
    assert text.startswith(f'"{Path(file).name}" could not be downloaded from {origin}')
    assert text.endswith(f"no network here. If you have it, put it at {home / file}.")
