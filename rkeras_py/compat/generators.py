"""What Keras made of generators is released when a training call ends.

TensorFlow ties Python functions inside datasets to the outermost graph of the thread, which lives
as long as the thread does: every generator that ``fit()`` was ever given would stay, with its first
batches. (``k_clear_session()`` drops the graph of its own thread only.)
"""

from __future__ import annotations

from typing import Any

from rkeras_py.convert import backends
from rkeras_py.keras_private import tensorflow


def release_generators() -> None:
    """Have this thread's graph let go of the generators of Keras's own datasets."""
    if backends.loaded("tensorflow") is None:
        return
    used = tensorflow.python_functions()
    if used:
        used[:] = [function for function in used if not _of_keras(function)]


def _of_keras(function: Any) -> bool:
    """Whether a function serves a dataset that a data adapter of Keras made of a generator."""
    generators = tensorflow.generators_of(function)
    names = [getattr(generator, "__qualname__", "") for generator in generators]
    return any("DataAdapter.get_tf_dataset" in name for name in names)
