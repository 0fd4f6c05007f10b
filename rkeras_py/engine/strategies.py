"""The strategy of the backend that Keras runs on."""

from __future__ import annotations

from rkeras_py.convert import backends
from rkeras_py.engine.strategy import Strategy


def current() -> Strategy:
    """The way in which this process trains now."""
    backend = backends.current()
    if backend == "tensorflow":
        from rkeras_py.engine.tensorflow.strategy import TensorFlow

        return TensorFlow()
    if backend == "jax":
        from rkeras_py.engine.jax.strategy import Jax

        return Jax()
    from rkeras_py.engine.torch.strategy import Torch

    return Torch()
