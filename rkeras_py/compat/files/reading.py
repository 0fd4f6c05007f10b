"""Common code of loading functions: errors that name the file, and setting all weights or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import keras

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.errors import RError
from rkeras_py.keras_private.layers import parts_of

#: What Keras adds before the error about a part of a model that it could not create.
_AROUND = "Exception encountered: "


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Add the file name to errors in the block.

    h5py, zipfile, json, TensorFlow and Keras say what is wrong in a damaged file, but rarely which
    file.

    Raises:
        ArgumentError: the block failed. R errors, lack of memory, errors that already name the
            file, and errors about what the model needs are not changed.
    """
    try:
        yield
    except (RError, MemoryError, Warning):
        raise
    except Exception as problem:
        if _is_clear(problem, path):
            raise
        raise ArgumentError(f'"{path}" cannot be loaded: {_what(problem)}') from problem


def _is_clear(problem: Exception, path: str) -> bool:
    text = str(problem)
    if isinstance(problem, ArgumentError) and text.startswith("the model "):
        return True  # it needs custom objects, or something that Keras 3 lacks
    return isinstance(problem, (ArgumentError, OSError)) and (
        f'"{path}"' in text or repr(path) in text
    )


def _what(problem: Exception) -> str:
    text = str(problem).rpartition(_AROUND)[2].strip()
    if isinstance(problem, KeyError) and len(problem.args) == 1:
        key = str(problem.args[0])
        return key if " " in key else f'"{key}" is missing'
    if isinstance(problem, RecursionError):
        return "its content is nested too deeply"
    return text or type(problem).__name__


@contextmanager
def plain_name(path: str, endings: Iterable[str] = ("",)) -> Iterator[str]:
    """A path to the same file or folder that TensorFlow does not interpret as a pattern.

    Args:
        path: The file or folder, or the common prefix of several file names.
        endings: The rest of the file names.
    """
    if not set("*?[\\").intersection(path):
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        same = os.path.join(folder, "model")
        for ending in endings:
            os.symlink(os.path.abspath(path + ending), same + ending)
        yield same


@contextmanager
def all_or_none(model: Any) -> Iterator[None]:
    """Restore the variables of a model and its optimizer if the block fails."""
    variables = list(model.variables)
    if getattr(model, "optimizer", None) is not None:
        variables += model.optimizer.variables
    # these share the memory of the variables until new values are assigned
    before = [keras.ops.copy(variable) for variable in variables]
    try:
        yield
    except BaseException:
        for variable, value in zip(variables, before, strict=True):
            variable.assign(value)
        for layer in parts_of(model):
            if isinstance(layer, keras.layers.Normalization):
                layer.finalize_state()  # it uses copies of its variables
        raise
