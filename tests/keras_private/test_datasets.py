"""Files of datasets, applications and preprocessing."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from rkeras_py.keras_private import datasets


class Touches:
    """What an array that was pickled would run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_arrays_in_a_file(tmp_path: Path) -> None:
    words = np.empty(2, object)
    words[:] = [[1, 2], [3]]
    np.savez(tmp_path / "größe.npz", numbers=np.arange(3), words=words)
    found = datasets.arrays_in(str(tmp_path / "größe.npz"))
    assert found["numbers"].tolist() == [0, 1, 2] and found["words"].tolist() == [[1, 2], [3]]


def test_code_in_a_file_is_not_run(tmp_path: Path) -> None:
    evil = np.empty(1, object)
    evil[0] = Touches(tmp_path / "made")
    np.savez(tmp_path / "evil.npz", evil=evil)
    with pytest.raises(Exception, match=r"."):
        datasets.arrays_in(str(tmp_path / "evil.npz"))
    with open(tmp_path / "batch", "wb") as file:
        pickle.dump({b"data": Touches(tmp_path / "made"), b"labels": [1]}, file)
    with pytest.raises(Exception, match=r"."):
        datasets.batch_of_cifar(str(tmp_path / "batch"), "labels")
    assert not (tmp_path / "made").exists()


def test_images_of_cifar(tmp_path: Path) -> None:
    images = np.random.default_rng(0).integers(0, 256, (2, 3072), dtype="uint8")
    with open(tmp_path / "batch", "wb") as file:
        pickle.dump({b"data": images, b"fine_labels": [7, 9]}, file)
    found, labels = datasets.batch_of_cifar(str(tmp_path / "batch"), "fine_labels")
    np.testing.assert_array_equal(found, images.reshape(2, 3, 32, 32))
    assert list(labels) == [7, 9]


def test_weights_are_fetched_in_another_way() -> None:
    from keras.src.utils import file_utils

    with datasets.fetching_by(lambda name, origin=None, **more: f"/mine/{name}"):
        assert file_utils.get_file("größe.h5", origin="http://x") == "/mine/größe.h5"
    builder = datasets.application("vgg16", "VGG16")
    assert builder(weights=None, include_top=False).count_params() == 14_714_688


def test_preprocessing_that_keras_keeps_out_of_sight() -> None:
    generator = datasets.image_data_generator()(validation_split=0.25)
    assert datasets.validation_split_of(generator) == 0.25
    assert datasets.texts().text_to_word_sequence("Ein, zwei!") == ["ein", "zwei"]
    pairs, labels = datasets.sequences().skipgrams([1, 2], 3, negative_samples=0)
    assert sorted(map(tuple, pairs)) == [(1, 2), (2, 1)] and labels == [1, 1]
