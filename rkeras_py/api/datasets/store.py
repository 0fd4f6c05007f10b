"""Where datasets are stored, and the form in which they are returned."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import FloatRule
from rkeras_py.downloads.fetch import fetch, keras_home, path_in

SERVER = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"

# Keras's hashes of the files.
HASHES = {
    "mnist.npz": "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1",
    "imdb.npz": "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f",
    "imdb_word_index.json": "bfafd718b763782e994055a2d397834f",
    "reuters.npz": "d6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916",
    "reuters_word_index.json": "4d44cc38712099c9e383dc6e5f11a921",
    "boston_housing.npz": "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5",
    "cifar-10-python.tar.gz": "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce",
    "cifar-100-python.tar.gz": "85cd44d02ba6437773c5bbd22e183051d648de2e7d6b014e1ef29b855ba677a7",
}


class ShareRule(Rule):
    """A fraction below 1."""

    name = "a number from 0 to 1, and below 1"

    def accept(self, value: Any) -> float:
        try:
            share = FloatRule(0, 1).accept(value)
        except Mismatch:
            raise Mismatch from None
        if share == 1:
            raise Mismatch
        return share


Share = Annotated[float, ShareRule()]


def folder() -> Path:
    return keras_home() / "datasets"


def published(path: str, name: str) -> Path:
    """The file at ``path`` in the folder of datasets, downloaded with its published name."""
    file = path_in(folder(), path, "path")
    return fetch(file, SERVER + name, HASHES[name], argument="path")


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """Add the file name to errors about a damaged or wrong file.

    Raises:
        ValueError: it cannot be read.
    """
    try:
        yield
    except (OSError, EOFError, LookupError, ValueError, zlib.error, zipfile.BadZipFile) as problem:
        raise ValueError(
            f"{file} cannot be read ({problem}). Delete it to download it again."
        ) from problem


def sets(train: Any, test: Any) -> dict[str, dict[str, Any]]:
    """Two pairs of ``x`` and ``y``, as in R keras."""
    return {
        name: dict(zip(("x", "y"), part, strict=True))
        for name, part in (("train", train), ("test", test))
    }
