"""The training strategy for Keras's current backend."""

from __future__ import annotations

from rkeras_py.engine.strategy import Strategy
from rkeras_py.engine.workers import group


def current() -> Strategy:
    """The strategy that this process uses."""
    import keras

    if keras.config.backend() != "tensorflow":
        return Strategy()
    if group.current().size > 1:
        from rkeras_py.engine.workers.strategy import Workers

        return Workers()
    from rkeras_py.engine.tensorflow.strategy import TensorFlow

    return TensorFlow()
