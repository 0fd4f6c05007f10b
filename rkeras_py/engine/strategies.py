"""The training strategy for Keras's current backend."""

from __future__ import annotations

from rkeras_py.engine.strategy import Strategy


def current() -> Strategy:
    """The strategy that this process uses."""
    import keras

    if keras.config.backend() != "tensorflow":
        return Strategy()
    from rkeras_py.engine.tensorflow.strategy import TensorFlow

    return TensorFlow()
