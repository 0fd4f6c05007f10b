"""Readers of data sets, applications, and preprocessing that is not public in Keras 3."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from rkeras_py.keras_private import file_probes, uses_private
from rkeras_py.keras_private.replaced import Replaced


@uses_private(lambda f: isinstance(f(), str))
def keras_home() -> str:
    """Keras's folder at the time when Keras was imported.

    Keras 3.0 to 3.15: ``backend.config.keras_home()``.
    """
    from keras.src.backend import config

    return str(config.keras_home())


@uses_private(file_probes.npz)
def arrays_in(path: str) -> dict[str, Any]:
    """The arrays in an npz file, including object arrays; does not run code from the file.

    Keras 3.15: ``datasets.npz_utils.load_npz()``.
    """
    from keras.src.datasets import npz_utils

    arrays: dict[str, Any] = npz_utils.load_npz(path)
    return arrays


@uses_private(file_probes.cifar)
def batch_of_cifar(path: str, labels: str) -> tuple[Any, Any]:
    """The images and labels in a CIFAR file; does not run code from the file.

    Keras 3.0 to 3.15: ``datasets.cifar.load_batch()``; it runs no code since 3.15.
    """
    from keras.src.datasets import cifar

    images, found = cifar.load_batch(path, label_key=labels)
    return images, found


@uses_private(lambda f: f("resnet", "ResNet50").__name__ == "ResNet50")
def application(module: str, name: str) -> Callable[..., Any]:
    """A function that builds an architecture, even if it has no public name.

    Keras 3.0 to 3.15: the modules of ``keras.src.applications``.
    """
    builder: Callable[..., Any] = getattr(
        importlib.import_module(f"keras.src.applications.{module}"), name
    )
    return builder


def _fetching(theirs: Callable[..., str], ours: Callable[[], Any]) -> Callable[..., str]:
    @functools.wraps(theirs)
    def get_file(*args: Any, **options: Any) -> str:
        fetch = ours() or theirs
        path: str = fetch(*args, **options)
        return path

    return get_file


_get_file = Replaced("keras.src.utils.file_utils", "get_file", _fetching)


@uses_private(file_probes.fetching)
def fetching_by(get_file: Callable[..., str]) -> AbstractContextManager[None]:
    """A context in which applications built by this thread fetch weights with ``get_file``.

    Keras 3.0 to 3.15: they call ``file_utils.get_file()``, which is replaced meanwhile; other
    threads use Keras's own.
    """
    _get_file.check()
    return _get_file.by(get_file)


@uses_private(lambda f: f()(rescale=0.5).rescale == 0.5)
def image_data_generator() -> Any:
    """The class ``ImageDataGenerator``.

    Keras 3.0 to 3.15: ``legacy.preprocessing.image``.
    """
    from keras.src.legacy.preprocessing import image

    return image.ImageDataGenerator


@uses_private(lambda f: f(image_data_generator()(validation_split=0.5)) == 0.5)
def validation_split_of(generator: Any) -> float:
    """The fraction of images that an ``ImageDataGenerator`` keeps for validation.

    Keras 3.0 to 3.15: the attribute ``_validation_split``.
    """
    share: float = generator._validation_split
    return share


@uses_private(lambda f: f().make_sampling_table(3).shape == (3,))
def sequences() -> Any:
    """The module with ``TimeseriesGenerator``, ``make_sampling_table()`` and ``skipgrams()``.

    Keras 3.0 to 3.15: ``legacy.preprocessing.sequence``.
    """
    from keras.src.legacy.preprocessing import sequence

    return sequence


@uses_private(lambda f: f().text_to_word_sequence("a b") == ["a", "b"])
def texts() -> Any:
    """The module with ``Tokenizer``, ``text_to_word_sequence()`` and ``hashing_trick()``.

    Keras 3.0 to 3.15: ``legacy.preprocessing.text``.
    """
    from keras.src.legacy.preprocessing import text

    return text
