"""Random numbers in functions of the user's that JAX compiles: layers, losses, metrics.

They need a seed that changes with each batch, which is a part of the model's state.
"""

from __future__ import annotations

import functools
import random
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keras

from rkeras_py.convert import backends
from rkeras_py.keras_private.jax_state import carried
from rkeras_py.keras_private.state import (
    compiles_without,
    in_symbolic_scope,
    outside_stateless_scope,
)

_of_models: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()
_current: list[Any] = []


@contextmanager
def for_model(model: Any) -> Iterator[None]:
    """Meanwhile what is compiled draws from a generator of the model's."""
    if model not in _of_models:
        state = random.getstate()  # the seeds of layers to come stay as they are
        _of_models[model] = keras.random.SeedGenerator()
        random.setstate(state)
    generator = _of_models[model]
    _current.append(generator)
    try:
        with carried(model, generator):
            yield
    finally:
        _current.pop()


def source(seed: int | None) -> Any:
    """What a function of ``keras.random`` takes as its seed."""
    if seed is not None or backends.current() != "jax":
        return seed
    if in_symbolic_scope():
        return _of_shapes()
    return None if not _current or compiles_without(_current[-1].state) else _current[-1]


@functools.cache
def _of_shapes() -> Any:
    """A generator where only shapes are worked out; its numbers go nowhere."""
    with outside_stateless_scope():
        return keras.random.SeedGenerator(0)
