"""The training strategy for Keras's current backend."""

from __future__ import annotations

from rkeras_py.convert import backends
from rkeras_py.engine.strategy import Strategy
from rkeras_py.engine.workers import group


def current() -> Strategy:
    """The strategy that this process uses."""
    backend = backends.current()
    if backend == "tensorflow":
        if group.current().size > 1:
            from rkeras_py.engine.workers.strategy import Workers

            return Workers()
        from rkeras_py.engine.tensorflow.strategy import TensorFlow

        return TensorFlow()
    if backend == "jax":
        from rkeras_py.engine.jax.strategy import Jax

        return Jax()
    from rkeras_py.engine.torch.strategy import Torch

    return Torch()
