"""Names with slashes, which Keras 2 accepted and Keras 3 refuses."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from rkeras_py.keras_private import layers, uses_private
from rkeras_py.keras_private.replaced import Replaced


class Slashed(str):
    """A string in which Keras's check finds no slash."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part != "/" and super().__contains__(part)  # type: ignore[operator]


def slashed(name: Any) -> Any:
    """A name that Keras accepts; other values are unchanged."""
    return Slashed(name) if type(name) is str and "/" in name else name


def in_config(config: Any) -> Any:
    """A configuration of layers and models with names that Keras accepts; changed in place."""
    if isinstance(config, dict):
        if "name" in config:
            config["name"] = slashed(config["name"])
        parts = list(config.values())
    else:
        parts = config if isinstance(config, list) else []
    for part in parts:
        in_config(part)
    return config


def _decoding(theirs: Callable[..., Any], ours: Callable[[], Any]) -> Callable[..., Any]:
    def decode(*args: Any, **options: Any) -> Any:
        config = theirs(*args, **options)
        return in_config(config) if ours() else config

    return decode


def _module(theirs: Any, ours: Callable[[], Any]) -> Any:
    return types.SimpleNamespace(**{**vars(theirs), "loads": _decoding(theirs.loads, ours)})


_in_hdf5 = Replaced("keras.src.legacy.saving.json_utils", "decode", _decoding)
_in_archives = Replaced("keras.src.saving.saving_lib", "json", _module)


def _reads(read: Any) -> bool:
    from keras.src.legacy.saving import json_utils
    from keras.src.saving import saving_lib

    texts = []
    with read():
        for load in (json_utils.decode, saving_lib.json.loads):
            texts.append(load('{"name": "a/b"}')["name"])
    return [type(text) for text in texts] == [Slashed, Slashed] and texts == ["a/b", "a/b"]


@uses_private(_reads)
@contextmanager
def read() -> Iterator[None]:
    """A context in which models that this thread reads may have names with slashes.

    Keras 3.15: ``legacy.saving.json_utils.decode()`` and the module ``json`` of ``saving_lib``,
    which are replaced meanwhile; other threads use Keras's own.
    """
    with ExitStack() as stack:
        for replaced in (_in_hdf5, _in_archives):
            replaced.check()
            stack.enter_context(replaced.by(True))
        yield


@contextmanager
def written_plainly(model: Any) -> Iterator[None]:
    """A context in which the model's names are plain strings, which h5py requires."""
    parts = [part for part in layers.parts_of(model) if type(part.name) is Slashed]
    for part in parts:
        part.name = str(part.name)
    try:
        yield
    finally:
        for part in parts:
            part.name = Slashed(part.name)
