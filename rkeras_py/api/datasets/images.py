"""Datasets of small images with classes: MNIST, Fashion-MNIST, CIFAR."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from rkeras_py.api.datasets.store import HASHES, SERVER, folder, published, reading, sets
from rkeras_py.convert.paths import AnyPath
from rkeras_py.convert.scalars import OneOf
from rkeras_py.downloads.fetch import fetch
from rkeras_py.downloads.unpacking import unpack
from rkeras_py.keras_private.datasets import batch_of_cifar
from rkeras_py.registry.define import export

CIFAR_SERVER = "https://www.cs.toronto.edu/~kriz/"
_LARGEST = 1 << 30  # bytes of an array; the training images need 47 million


@export(long=True)
def dataset_mnist(path: AnyPath = "mnist.npz") -> dict[str, Any]:
    """MNIST handwritten digits dataset.

    60,000 training images and 10,000 test images of the digits 0 to 9.

    Args:
        path: Name of the file in the folder ``datasets`` of ``~/.keras`` (or ``KERAS_HOME``), or an
            absolute path.

    Returns: ``list(train = list(x, y), test = list(x, y))``; ``x`` is an array of whole numbers
        from 0 to 255, (images, 28, 28), and ``y`` contains the digits.

    Example:
        if (file.exists("~/.keras/datasets/mnist.npz")) {
          mnist <- dataset_mnist()
          dim(mnist$train$x)
        }
    """
    import numpy as np

    source = published(path, "mnist.npz")
    with reading(source), np.load(source, allow_pickle=False) as file:
        return sets((file["x_train"], file["y_train"]), (file["x_test"], file["y_test"]))


@export(long=True)
def dataset_fashion_mnist() -> dict[str, Any]:
    """Fashion-MNIST clothing images dataset.

    60,000 training images and 10,000 test images of clothes. The classes, numbered from 0, are
    T-shirt, trouser, pullover, dress, coat, sandal, shirt, sneaker, bag and ankle boot.

    Returns: ``list(train = list(x, y), test = list(x, y))``; ``x`` is an array of whole numbers
        from 0 to 255, (images, 28, 28), and ``y`` contains the classes.
    """
    parts = {
        f"{part}-{kind}": _idx(fetch(folder() / "fashion-mnist" / name, SERVER + name))
        for part in ("train", "t10k")
        for kind, name in (
            ("images", f"{part}-images-idx3-ubyte.gz"),
            ("labels", f"{part}-labels-idx1-ubyte.gz"),
        )
    }
    return sets(
        (parts["train-images"], parts["train-labels"]), (parts["t10k-images"], parts["t10k-labels"])
    )


def _idx(file: Path) -> Any:
    """An array of bytes in the IDX format: the number of dimensions, the extents, the elements."""
    import gzip

    import numpy as np

    with reading(file), gzip.open(file) as content:
        rank = content.read(4)[3]
        shape = np.frombuffer(content.read(4 * rank), ">u4").astype(int)
        if shape.prod(dtype=float) > _LARGEST:
            raise ValueError(f"its header declares an array of {shape.tolist()}")
        elements = content.read(int(shape.prod()))
        if content.read(1):  # reads the checksum, too
            raise ValueError("there is data after its array")
        return np.frombuffer(elements, np.uint8).reshape(shape)


@export(long=True)
def dataset_cifar10() -> dict[str, Any]:
    """CIFAR-10 small images dataset.

    50,000 training images and 10,000 test images in colour. The 10 classes, numbered from 0, are
    airplane, automobile, bird, cat, deer, dog, frog, horse, ship and truck.

    Returns: ``list(train = list(x, y), test = list(x, y))``; ``x`` is an array of whole numbers
        from 0 to 255, (images, 32, 32, 3), and ``y`` a matrix with the classes in one column.
    """
    files = _cifar("cifar-10-batches-py", "cifar-10-python.tar.gz")
    return sets(
        _batches(files, [f"data_batch_{i}" for i in range(1, 6)], "labels"),
        _batches(files, ["test_batch"], "labels"),
    )


@export(long=True)
def dataset_cifar100(
    label_mode: Annotated[str, OneOf("fine", "coarse")] = "fine",
) -> dict[str, Any]:
    """CIFAR-100 small images dataset.

    50,000 training images and 10,000 test images in colour, of 100 classes.

    Args:
        label_mode: "fine" for the 100 classes, "coarse" for their 20 groups.

    Returns: ``list(train = list(x, y), test = list(x, y))``; ``x`` is an array of whole numbers
        from 0 to 255, (images, 32, 32, 3), and ``y`` a matrix with the classes in one column.
    """
    files = _cifar("cifar-100-python", "cifar-100-python.tar.gz")
    labels = f"{label_mode}_labels"
    return sets(_batches(files, ["train"], labels), _batches(files, ["test"], labels))


def _cifar(name: str, archive: str) -> Path:
    """The folder of unpacked files, as left by Keras 2 or Keras 3, or downloaded."""
    found = [folder() / name, folder() / f"{name}-target" / name]
    for files in found:
        if files.is_dir():
            return files
    fetched = fetch(folder() / f"{name}.tar.gz", CIFAR_SERVER + archive, HASHES[archive])
    if not unpack(fetched, folder()):
        raise ValueError(
            f"{fetched} is not an archive, or damaged. Delete it to download it again."
        )
    return found[0]


def _batches(files: Path, names: list[str], labels: str) -> tuple[Any, Any]:
    import keras
    import numpy as np

    batches = []
    for name in names:
        with reading(files / name):
            batches.append(batch_of_cifar(str(files / name), labels))
    x = np.concatenate([data for data, _ in batches])
    y = np.concatenate([np.asarray(classes, "uint8") for _, classes in batches])
    if keras.config.image_data_format() == "channels_last":
        x = x.transpose(0, 2, 3, 1)
    return x, y.reshape(-1, 1)
