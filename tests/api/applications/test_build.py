"""Weights of applications, and arguments that cannot be used."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.api.applications import build
from rkeras_py.downloads import fetch as downloads

TINY = {"input_shape": [128, 128, 3], "alpha": 0.25, "include_top": False}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Keras that is empty, and no network."""
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))

    def no_network(*_: object) -> None:
        raise OSError("no network here")

    monkeypatch.setattr(downloads, "_download", no_network)
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


@pytest.fixture(scope="module")
def tiny() -> keras.Model:
    return rk.application_mobilenet(**TINY, weights=None)


def same_weights(a: keras.Model, b: keras.Model) -> bool:
    return all(map(np.array_equal, a.get_weights(), b.get_weights()))


@pytest.mark.parametrize("ending", [".weights.h5", ".h5", ".hdf5", ".keras"])
def test_weights_from_a_file(tmp_path: Path, ending: str, tiny: keras.Model) -> None:
    path = tmp_path / f"w{ending}"
    if ending == ".hdf5":
        tiny.save(tmp_path / "w.h5")
        (tmp_path / "w.h5").rename(path)
    elif ending == ".weights.h5":
        tiny.save_weights(path)
    else:
        tiny.save(path)
    assert same_weights(rk.application_mobilenet(**TINY, weights=path), tiny)


def test_weights_of_imagenet_from_the_folder_of_keras(home: Path, tiny: keras.Model) -> None:
    tiny.save(home / "mobilenet_2_5_128_tf_no_top.h5")
    assert same_weights(rk.application_mobilenet(**TINY), tiny)
    assert not same_weights(rk.application_mobilenet(**TINY, weights=None), tiny)


def test_without_network_the_error_says_where_weights_may_be_put(home: Path) -> None:
    from keras.src.utils import file_utils

    fetched_by_keras = file_utils.get_file
    with pytest.raises(rk.DownloadError) as caught:
        rk.application_mobilenet(**TINY)
    assert str(caught.value) == (
        '"mobilenet_2_5_128_tf_no_top.h5" could not be downloaded from https://storage.googleapis.com/'
        "tensorflow/keras-applications/mobilenet/mobilenet_2_5_128_tf_no_top.h5: no network here. "
        f"If you have it, put it at {home / 'mobilenet_2_5_128_tf_no_top.h5'}."
    )
    assert file_utils.get_file is fetched_by_keras


def test_plain_keras_fetches_as_it_does_without_this_package(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keras.src.utils import file_utils

    class FetchedByKerasError(Exception):
        pass

    def get_file(name: str, origin: str, **options: str) -> str:
        raise FetchedByKerasError(name)

    def build_with_plain_keras() -> None:
        keras.applications.MobileNet((32, 32, 3), alpha=0.25, include_top=False)

    monkeypatch.setattr(file_utils, "get_file", get_file)
    with build._weights_from_cache(), ThreadPoolExecutor(1) as other:
        with pytest.raises(rk.DownloadError, match="no network here"):
            build_with_plain_keras()
        with pytest.raises(FetchedByKerasError, match="mobilenet_2_5_224_tf_no_top"):
            other.submit(build_with_plain_keras).result()
    assert file_utils.get_file is get_file


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        ("vgg16", {"classes": 10}, '`classes` must be 1000 for `weights = "imagenet"`, not 10'),
        ("vgg16", {"weights": "none.h5"}, '`weights`: there is no file "none.h5"'),
        ("vgg16", {"weights": 3}, '`weights` must be "imagenet", or the path of a weights file'),
        ("vgg16", {"pooling": "mean"}, '`pooling` must be one of "avg", "max" or NULL'),
        (
            "vgg16",
            {"input_tensor": "a"},
            "`input_tensor` must be a tensor, as returned by layer_",
        ),
        ("xception", {"weights": None, "size": 3}, "unused argument"),
        ("densenet", {"blocks": [1, 2, 3]}, "`blocks` must be four whole numbers of at least 1"),
        ("densenet", {"blocks": [1, 2, 3, 4]}, "`weights` must be NULL or a file for these `blo"),
        ("resnet50", {"weights": None, "input_shape": [8, 8, 3]}, "Input size must be at least 32"),
    ],
)
def test_what_is_wrong_is_named(function: str, arguments: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        getattr(rk, f"application_{function}")(**arguments)
