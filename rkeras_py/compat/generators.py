"""Releases Keras's datasets of generators when a training call ends.

TensorFlow stores the Python functions of datasets in the outermost graph of the thread, which lives
as long as the thread. So every generator ever passed to ``fit()`` would stay in memory, with its
first batches. (``k_clear_session()`` drops only the graph of its own thread.)
"""

from __future__ import annotations

from typing import Any

from rkeras_py.convert import backends
from rkeras_py.keras_private import tensorflow


def release_generators() -> None:
    """Remove the generators of Keras's datasets from this thread's graph."""
    if backends.loaded("tensorflow") is None:
        return
    used = tensorflow.python_functions()
    if used:
        used[:] = [function for function in used if not _of_keras(function)]


def _of_keras(function: Any) -> bool:
    """Whether a function belongs to a dataset that Keras's data adapter made from a generator."""
    generators = tensorflow.generators_of(function)
    names = [getattr(generator, "__qualname__", "") for generator in generators]
    return any("DataAdapter.get_tf_dataset" in name for name in names)
