"""What scripts call: every function once, for both languages."""

from rkeras_py.api import callbacks, data, models, optimizers, seeds, training
from rkeras_py.api.layers import convolutional, core, pooling, recurrent

__all__ = [
    "callbacks",
    "convolutional",
    "core",
    "data",
    "models",
    "optimizers",
    "pooling",
    "recurrent",
    "seeds",
    "training",
]
