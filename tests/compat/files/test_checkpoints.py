"""Names that TensorFlow takes for patterns, and checkpoints that are not whole."""

from __future__ import annotations

import os

import numpy as np
import pytest
import tensorflow as tf
from small_models import stack

from rkeras_py.api.models import exporting, saving, weight_files
from rkeras_py.convert.rule import ArgumentError

NAMES = [
    "a b",
    "a\\b",
    "a*b",
    "a?b",
    "a[b]c",
    "a[b",
    "a]b",
    "a{b}",
    "a%20b",
    "%s",
    "é日本",
    "a.",
    "a..",
    ".a",
    "a.index",
    "a.data-00000-of-00001",
    "checkpoint",
    "-a",
    "a'b\"c",
    "a\nb",
    "#a",
    "$HOME",
    "a:b",
    "a" * 190,
]
#: A folder with all that is odd in it.
FOLDER = "f[o]*?\\ %é{x}."


def weights_in(save, load, ending=""):
    def round_trip(path):
        model, other = stack(3, 1), stack(3, 1, seed=9)
        save(model, path + ending)
        load(other, path + ending)
        return model, other

    return round_trip


def model_in(save, load, ending=""):
    def round_trip(path):
        model = stack(3, 1)
        save(model, path + ending)
        return model, load(path + ending)

    return round_trip


checkpoint = weights_in(weight_files.save_model_weights_tf, weight_files.load_model_weights_tf)
hdf5 = (weight_files.save_model_weights_hdf5, weight_files.load_model_weights_hdf5)
model_hdf5 = (saving.save_model_hdf5, saving.load_model_hdf5)
OTHERS = {
    "weights": weights_in(*hdf5, ".h5"),
    "weights of Keras 3": weights_in(*hdf5, ".weights.h5"),
    "HDF5": model_in(*model_hdf5, ".h5"),
    "archive": model_in(*model_hdf5, ".keras"),
}


def check(round_trip, path):
    model, other = round_trip(path)
    for found, expected in zip(other.get_weights(), model.get_weights(), strict=True):
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("folder", ["plain", FOLDER])
def test_checkpoints_of_any_name(tmp_path, folder, name):
    check(checkpoint, str(tmp_path / folder / name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", OTHERS)
def test_files_of_any_name(tmp_path, kind, name):
    check(OTHERS[kind], str(tmp_path / FOLDER / name))


@pytest.mark.parametrize("name", [FOLDER, "checkpoint", "a\nb"])
def test_saved_models_of_any_name(tmp_path, name):
    check(model_in(saving.save_model_tf, saving.load_model_tf), str(tmp_path / FOLDER / name))


@pytest.mark.parametrize("name", [FOLDER, "a\\b", "a[b]"])
def test_graphs_in_folders_of_any_name(tmp_path, name):
    """Their weights are a checkpoint."""
    model = stack(3, 1)
    exporting.model_to_saved_model(model, str(tmp_path / name), serving_only=True)
    graph = saving.load_model_tf(str(tmp_path / name))
    x = np.arange(8.0).reshape(2, 4)
    np.testing.assert_allclose(graph.predict(x, verbose=0), model.predict(x, verbose=0), rtol=1e-6)


def test_a_pattern_reads_no_other_checkpoint(tmp_path):
    one, other = stack(3, 1), stack(3, 1, seed=9)
    weight_files.save_model_weights_tf(one, str(tmp_path / "ab"))
    weight_files.save_model_weights_tf(other, str(tmp_path / "a*"))
    model = stack(3, 1, seed=5)
    weight_files.load_model_weights_tf(model, str(tmp_path / "a*"))
    np.testing.assert_array_equal(model.get_weights()[0], other.get_weights()[0])
    with pytest.raises(ArgumentError, match=r'there is no checkpoint ".*/\?b"'):
        weight_files.load_model_weights_tf(model, str(tmp_path / "?b"))


def test_a_folder_may_have_the_name_of_a_checkpoint(tmp_path):
    """TensorFlow would look for the newest checkpoint in the folder."""
    one, other = stack(3, 1), stack(3, 1, seed=9)
    weight_files.save_model_weights_tf(one, str(tmp_path / "w"))
    weight_files.save_model_weights_tf(other, str(tmp_path / "w" / "inner"))
    model = stack(3, 1, seed=5)
    weight_files.load_model_weights_tf(model, str(tmp_path / "w"))
    np.testing.assert_array_equal(model.get_weights()[0], one.get_weights()[0])


# --- what is not whole --------------------------------------------------------------------------


@pytest.fixture(params=["w", "w[1]"])
def path(tmp_path, request):
    path = str(tmp_path / request.param)
    weight_files.save_model_weights_tf(stack(3, 1), path)
    return path


def refused(path):
    model = stack(3, 1, seed=9)
    with pytest.raises(ArgumentError) as error:
        weight_files.load_model_weights_tf(model, path)
    assert f'"{path}' in str(error.value)
    np.testing.assert_array_equal(model.get_weights()[0], stack(3, 1, seed=9).get_weights()[0])
    return str(error.value)


def test_without_its_data(path):
    os.unlink(f"{path}.data-00000-of-00001")
    assert f'there is no file "{path}.data-...' in refused(path)


def test_with_data_of_another_part(path):
    os.rename(f"{path}.data-00000-of-00001", f"{path}.data-00001-of-00002")
    assert "No such file or directory" in refused(path)


@pytest.mark.parametrize("part", [".index", ".data-00000-of-00001"])
@pytest.mark.parametrize("left", [0, 10])
def test_truncated(path, part, left):
    os.truncate(path + part, left)
    refused(path)


def test_a_text(path):
    with open(f"{path}.index", "w") as file:
        file.write("Dear user\n" * 100)
    refused(path)


def test_a_folder_as_its_index(path):
    os.unlink(f"{path}.index")
    os.mkdir(f"{path}.index")
    refused(path)


def test_values_of_another_kind(tmp_path):
    """Texts of the right shape do not become numbers halfway."""
    path = str(tmp_path / "w")
    model = stack(3, 1)
    root, second = tf.train.Checkpoint(), tf.train.Checkpoint()
    first = tf.train.Checkpoint(
        kernel=tf.Variable(model.get_weights()[0]), bias=tf.Variable([0.0] * 3)
    )
    second = tf.train.Checkpoint(kernel=tf.Variable([["a"], ["b"], ["c"]]), bias=tf.Variable([0.0]))
    setattr(root, "layer_with_weights-0", first)
    setattr(root, "layer_with_weights-1", second)
    root.write(path)
    assert "of shape (3, 1), is string in the file" in refused(path)


def test_numbers_of_another_precision(tmp_path):
    path = str(tmp_path / "w")
    root = tf.train.Checkpoint()
    layer = tf.train.Checkpoint(
        kernel=tf.Variable(np.eye(4, 1), dtype="float64"), bias=tf.Variable([2], dtype="int32")
    )
    setattr(root, "layer_with_weights-0", layer)
    root.write(path)
    model = stack(1)
    weight_files.load_model_weights_tf(model, path)
    np.testing.assert_array_equal(model.get_weights()[0], np.eye(4, 1))
    np.testing.assert_array_equal(model.get_weights()[1], [2])


def test_the_temporary_folder_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "t"))
    os.mkdir(tmp_path / "t")
    path = str(tmp_path / "w[1]")
    weight_files.save_model_weights_tf(stack(3, 1), path)
    weight_files.load_model_weights_tf(stack(3, 1), path)
    assert os.listdir(tmp_path / "t") == []


@pytest.mark.parametrize("folder", ["w.index", "w.data-00000-of-00001"])
def test_a_folder_in_place_of_one_of_the_files(tmp_path, folder):
    path = str(tmp_path / "w")
    weight_files.save_model_weights_tf(stack(1), path)
    (tmp_path / folder).unlink()
    (tmp_path / folder).mkdir()
    with pytest.raises(ArgumentError, match=r'not everything named ".*w\.\*" is a file'):
        weight_files.load_model_weights_tf(stack(1), path)
