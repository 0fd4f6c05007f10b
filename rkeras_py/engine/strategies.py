"""The strategy of the backend that Keras runs on."""

from __future__ import annotations

from rkeras_py.engine.strategy import Strategy
from rkeras_py.engine.workers import group


def current() -> Strategy:
    """The way in which this process trains now."""
    import keras

    if keras.config.backend() != "tensorflow":
        return Strategy()
    if group.current().size > 1:
        from rkeras_py.engine.workers.strategy import Workers

        return Workers()
    from rkeras_py.engine.tensorflow.strategy import TensorFlow

    return TensorFlow()
