"""Archives of models: what would fill the memory or is not complete is refused by all readers."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zipfile

import numpy as np
import pytest
from small_models import stack

from rkeras_py.api.models import saving, weight_files
from rkeras_py.compat.files import safe_zip
from rkeras_py.convert.rule import ArgumentError

CONFIG, METADATA, WEIGHTS = "config.json", "metadata.json", "model.weights.h5"


@pytest.fixture
def model():
    return stack(3, 1)


@pytest.fixture
def path(tmp_path, model):
    path = str(tmp_path / "m.keras")
    saving.save_model_hdf5(model, path)
    return path


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path, parts, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts:
            archive.writestr(name, content)


def load_model(path):
    return saving.load_model_hdf5(path)


def load_weights(path):
    return weight_files.load_model_weights_hdf5(stack(3, 1, seed=9), path)


def unserialize(path):
    with open(path, "rb") as file:
        return saving.unserialize_model(file.read())


def load_saved_model(path):
    """A SavedModel that has the archive in it."""
    folder = path.removesuffix(".keras")
    saving.save_model_tf(stack(3, 1), folder)
    inner = os.path.join(folder, "assets.extra", "model.keras")
    os.replace(path, inner)
    return saving.load_model_tf(folder)


READERS = [load_model, load_weights, unserialize, load_saved_model]
each_reader = pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)


def refused(read, path):
    """The message of the error, which names what was read."""
    with pytest.raises(ArgumentError) as error:
        read(path)
    named = {unserialize: "`model`", load_saved_model: path.removesuffix(".keras")}
    assert named.get(read, f'"{path}"') in str(error.value)
    return str(error.value)


@each_reader
@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_archives_may_be_compressed(path, model, read, compression):
    parts = parts_of(path)
    write(path, parts.items(), compression)
    same = read(path)
    for found, expected in zip(same.get_weights(), model.get_weights(), strict=True):
        np.testing.assert_array_equal(found, expected)


def test_what_others_put_into_an_archive_does_no_harm(path, model, tmp_path):
    parts = parts_of(path)
    write(path, [*parts.items(), ("README.md", "mine"), ("../up", "x"), ("/tmp/rkeras-up", "x")])
    same = load_model(path)
    np.testing.assert_array_equal(same.get_weights()[0], model.get_weights()[0])
    assert not (tmp_path / "up").exists() and not os.path.exists("/tmp/rkeras-up")


@each_reader
@pytest.mark.parametrize("missing", [CONFIG, METADATA, WEIGHTS])
def test_what_is_missing_is_named(path, read, missing):
    write(path, [part for part in parts_of(path).items() if part[0] != missing])
    assert f"it has no {missing}" in refused(read, path)


def test_a_zip_that_is_no_model(path):
    write(path, [("letter.txt", "Dear user")])
    assert "it has no metadata.json" in refused(load_model, path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [CONFIG, METADATA, WEIGHTS])
def test_two_members_of_a_name(path, name):
    parts = parts_of(path)
    write(path, [*parts.items(), (name, parts[name])])
    assert f'it has two members named "{name}"' in refused(load_model, path)


@pytest.mark.parametrize("name", ["assets/../../up", "assets/..\\up"])
def test_assets_stay_in_their_folder(path, name):
    write(path, [*parts_of(path).items(), (name, "x")])
    assert f'"{name}" in it would be outside the folder' in refused(load_model, path)


@pytest.mark.parametrize(("name", "text"), [(METADATA, "{}{"), (CONFIG, "[1]"), (METADATA, "3")])
def test_what_is_no_configuration(path, name, text):
    write(path, [*{**parts_of(path), name: text}.items()])
    refused(load_model, path)


def test_an_encrypted_archive(path):
    with open(path, "rb") as file:
        content = bytearray(file.read())
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(signature) + flags] |= 1
    with open(path, "wb") as file:
        file.write(content)
    assert '"metadata.json" in it is encrypted' in refused(load_model, path)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_have_no_bounds(path, compression):
    parts = parts_of(path)
    write(path, parts.items(), compression)
    assert "is compressed in a way that Keras does not use" in refused(load_model, path)


@each_reader
@pytest.mark.parametrize("name", [CONFIG, METADATA, WEIGHTS])
def test_damaged_members(path, read, name):
    """Keras would load weights that are not those of the check sum."""
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(name)
    with open(path, "r+b") as file:
        file.seek(info.header_offset + 30 + len(name) + info.file_size - 1)
        last = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([last[0] ^ 1]))
    assert f"Bad CRC-32 for file '{name}'" in refused(read, path)


# --- memory and disk ----------------------------------------------------------------------------


def large(size):
    """JSON with many blanks."""
    return b'{"keras_version": "2.9", "x": "' + b" " * size + b'"}'


@each_reader
@pytest.mark.parametrize("name", [CONFIG, METADATA])
def test_large_texts(path, read, name):
    write(path, [*{**parts_of(path), name: large(200_000_000)}.items()], zipfile.ZIP_DEFLATED)
    assert os.path.getsize(path) < 1e6
    assert f'"{name}" in it would be 200 MB when unpacked' in refused(read, path)


@each_reader
@pytest.mark.parametrize("name", [WEIGHTS, "assets/vocabulary.txt"])
def test_large_members(path, read, name):
    write(path, [*{**parts_of(path), name: bytes(500_000_000)}.items()], zipfile.ZIP_DEFLATED)
    assert os.path.getsize(path) < 1e6
    assert "bytes would be 0.5 GB when unpacked" in refused(read, path)


def test_a_long_configuration_is_no_bomb(path, model):
    parts = parts_of(path)
    config = {**json.loads(parts[CONFIG]), "more": os.urandom(10_000_000).hex()}
    write(path, [*{**parts, CONFIG: json.dumps(config)}.items()])
    np.testing.assert_array_equal(load_model(path).get_weights()[0], model.get_weights()[0])


def test_a_text_that_shrinks_well_is_no_bomb(path, model):
    """Configurations of large models repeat themselves: they may take some megabytes."""
    parts = parts_of(path)
    config = {**json.loads(parts[CONFIG]), "more": " " * 15_000_000}
    write(path, [*{**parts, CONFIG: json.dumps(config)}.items()], zipfile.ZIP_DEFLATED)
    assert os.path.getsize(path) < 100_000
    np.testing.assert_array_equal(load_model(path).get_weights()[0], model.get_weights()[0])


def lie(path, name, size):
    """Have the archive say that a member is of another size, in both places where it says so."""
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(name)
    with open(path, "rb") as file:
        content = bytearray(file.read())
    struct.pack_into("<L", content, info.header_offset + 22, size)
    directory = content.index(b"PK\1\2")
    while content[directory + 46 : directory + 46 + len(name)] != name.encode():
        directory = content.index(b"PK\1\2", directory + 1)
    struct.pack_into("<L", content, directory + 24, size)
    with open(path, "wb") as file:
        file.write(content)


#: Loads an archive, and tells the error and by how many kilobytes the memory had grown.
LOAD = """
import re, sys
import tensorflow
from rkeras_py.api.models import saving

def most():
    with open("/proc/self/status") as file:
        return int(re.search("VmHWM:[^0-9]*([0-9]+)", file.read())[1])

before = most()
try:
    saving.load_model_hdf5(sys.argv[1])
except Exception as problem:
    print(type(problem).__name__, problem)
print(most() - before)
"""


@pytest.mark.parametrize("name", [METADATA, WEIGHTS])
def test_sizes_that_are_lies(path, name):
    write(path, [*{**parts_of(path), name: large(300_000_000)}.items()], zipfile.ZIP_DEFLATED)
    lie(path, name, 40)
    answer = subprocess.run(
        [sys.executable, "-c", LOAD, path],
        capture_output=True,
        text=True,
        timeout=200,
        check=True,
    )
    told, grown = answer.stdout.splitlines()
    assert told.startswith(f'ArgumentError "{path}" cannot be loaded: Bad CRC-32')
    assert int(grown) < 150_000


def test_members_that_overlap(path):
    """Each is in the archive once, and the archive in itself is small."""
    content = os.urandom(400_000)
    parts = parts_of(path)
    names = [f"assets/{i}" for i in range(50)]
    write(path, [*parts.items(), *((name, content if name == names[0] else b"") for name in names)])
    with zipfile.ZipFile(path) as archive:
        first = archive.getinfo(names[0])
        size = os.path.getsize(path)
    with open(path, "rb") as file:
        written = bytearray(file.read())
    place = written.index(b"PK\1\2")
    while (place := written.find(b"PK\1\2", place + 1)) > 0:
        length = struct.unpack_from("<H", written, place + 28)[0]
        if written[place + 46 : place + 46 + length].startswith(b"assets/"):
            struct.pack_into("<LLL", written, place + 16, first.CRC, 400_000, 400_000)
            struct.pack_into("<L", written, place + 42, first.header_offset)
    with open(path, "wb") as file:
        file.write(written)
    assert size < 500_000
    assert "its members overlap" in refused(load_model, path)


def test_without_room_for_temporary_files_the_folder_of_the_archive_serves(
    path, tmp_path, monkeypatch
):
    class Full:
        free = 10

    monkeypatch.setattr(safe_zip.shutil, "disk_usage", lambda folder: Full)
    before = set(os.listdir(tmp_path))
    with safe_zip.unpacked(path) as folder:
        assert os.path.dirname(folder) == str(tmp_path)
    assert set(os.listdir(tmp_path)) == before
