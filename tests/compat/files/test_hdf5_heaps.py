"""Heaps of HDF5 files, in which texts are kept: those on which the library would hang."""

from __future__ import annotations

import struct
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from rkeras_py.api import files
from rkeras_py.api.models import weight_files
from rkeras_py.compat.files import hdf5_heaps
from rkeras_py.convert.rule import ArgumentError

SIZE = 4096  # of the heap that the library makes


def heap(size, *objects):
    """A heap of objects, each an index and a size; what they hold is zeros."""
    content = b"GCOL" + struct.pack("<B3xQ", 1, size)
    for index, length in objects:
        content += struct.pack("<H6xQ", index, length)
        if index and length < size:
            content += bytes(-(-length // 8) * 8)
    return content.ljust(size, b"\0")


def checked(path: Path, content):
    path.write_bytes(content)
    return hdf5_heaps.check(str(path))


def test_a_sound_heap_tells_its_longest_text(tmp_path):
    sound = heap(SIZE, (1, 5), (2, 300), (3, 17), (0, SIZE - 16 - 24 - 320 - 40))
    assert checked(tmp_path / "f", b"before" + sound + b"after") == 300


@pytest.mark.parametrize(
    "objects",
    [
        [(1, 5), (0, 0)],  # zeros
        [(1, 5), (0, 16)],  # space that ends too early
        [(1, 2**40)],  # an object that ends beyond its heap
    ],
)
def test_damaged_heaps(tmp_path, objects):
    with pytest.raises(ArgumentError, match=r"its heap at byte 6 is damaged\."):
        checked(tmp_path / "f", b"before" + heap(SIZE, *objects))


def test_a_heap_between_two_blocks_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(hdf5_heaps, "_BLOCK", 64)
    for before in range(50, 70):
        with pytest.raises(ArgumentError, match=rf"at byte {before} is damaged"):
            checked(tmp_path / "f", bytes(before) + heap(SIZE, (0, 0)))


@pytest.mark.parametrize("content", [b"", b"GCOL", b"GCOL\2" + bytes(99), b"GCOL\1" + b"\xff" * 99])
def test_what_is_no_heap(tmp_path, content):
    assert checked(tmp_path / "f", content) == 0


def test_heaps_in_one_another_are_not_walked_again_and_again(tmp_path):
    """Each object of this heap begins another heap, which has all objects that follow."""
    count = 20_000
    content = b""
    for i in range(count):
        content += struct.pack("<H6xQ", 1, 16) + b"GCOL"
        content += struct.pack("<B3xQ", 1, (count - i) * 32 - 16)
    with pytest.raises(ArgumentError, match="its heaps overlap"):
        checked(tmp_path / "f", content)


# --- in files of weights ------------------------------------------------------------------------


def model():
    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, name="d")])


def weights(path, names, **more):
    with h5py.File(path, "w") as file:
        file.attrs.create("layer_names", names, dtype=h5py.string_dtype())
        for name, value in more.items():
            file.attrs[name] = value
        group = file.create_group("d")
        group.attrs["weight_names"] = [b"kernel"]
        group["kernel"] = np.zeros(2 * SIZE, "uint8")
        return group["kernel"].id.get_offset()


def test_a_heap_in_an_array_is_checked_too(tmp_path):
    """The library goes where a reference leads."""
    path = tmp_path / "w.h5"
    array = weights(path, ["d"])
    content = bytearray(path.read_bytes())
    place = content.find(b"GCOL")
    content[array : array + SIZE] = heap(SIZE, (1, 1), (0, 0))
    reference = content.find(struct.pack("<IQI", 1, place, 1))
    content[reference : reference + 16] = struct.pack("<IQI", 1, array, 1)
    path.write_bytes(content)
    with pytest.raises(ArgumentError, match=rf"w.h5. cannot .* heap at byte {array} is damaged"):
        weight_files.load_model_weights_hdf5(model(), str(path))


def test_a_long_text_is_not_read_a_thousand_times(tmp_path):
    path = tmp_path / "w.h5"
    length = 10**6
    weights(path, [f"n{i:06}" for i in range(1000)], text="x" * length)
    content = bytearray(path.read_bytes())

    def references(size):
        """Where the file refers to texts of a size: the size, the heap, the object."""
        start = struct.pack("<I", size)
        place = content.find(start)
        while place >= 0:
            heap = struct.unpack_from("<Q", content, place + 4)[0]
            if content[heap : heap + 4] == b"GCOL":
                yield place
            place = content.find(start, place + 1)

    (large,) = references(length)
    small = list(references(7))
    assert len(small) == 1000
    for place in small:
        content[place : place + 16] = content[large : large + 16]
    path.write_bytes(content)
    with pytest.raises(
        ArgumentError, match=r"its arrays claim to need 1 GB, but the file has only 10\d{5} b"
    ):
        weight_files.load_model_weights_hdf5(model(), str(path))


def test_texts_without_a_fixed_length_are_read(tmp_path):
    """As other programs write them."""
    path = tmp_path / "w.h5"
    with h5py.File(path, "w") as file:
        file.attrs.create("layer_names", ["d"], dtype=h5py.string_dtype())
        group = file.create_group("d")
        group.attrs.create("weight_names", ["kernel", "bias"], dtype=h5py.string_dtype())
        group["kernel"] = np.array([[1.0], [2.0]], "float32")
        group["bias"] = np.array([3.0], "float32")
    read = weight_files.load_model_weights_hdf5(model(), str(path))
    assert [w.tolist() for w in read.get_weights()] == [[[1.0], [2.0]], [3.0]]


def test_texts_as_data(tmp_path):
    path = tmp_path / "d.h5"
    with h5py.File(path, "w") as file:
        file.create_dataset("texts", data=["one", "two"], dtype=h5py.string_dtype())
    assert list(files.hdf5_matrix(str(path), "texts")[:]) == [b"one", b"two"]
    content = path.read_bytes()
    place = content.find(b"GCOL")
    path.write_bytes(content[:place] + heap(SIZE, (1, 3), (0, 0)) + content[place + SIZE :])
    with pytest.raises(ArgumentError, match=rf"its heap at byte {place} is damaged"):
        files.hdf5_matrix(str(path), "texts")
