"""The strategy of the backend that Keras runs on."""

from __future__ import annotations

from rkeras_py.engine.strategy import Strategy


def current() -> Strategy:
    """The way in which this process trains now."""
    import keras

    if keras.config.backend() != "tensorflow":
        return Strategy()
    from rkeras_py.engine.tensorflow.strategy import TensorFlow

    return TensorFlow()
