"""What scripts call: every function once, for both languages."""

from rkeras_py.api import (
    backend,
    callbacks,
    data,
    losses,
    metrics,
    models,
    optimizers,
    seeds,
    training,
)
from rkeras_py.api.layers import convolutional, core, pooling, recurrent

__all__ = [
    "backend",
    "callbacks",
    "convolutional",
    "core",
    "data",
    "losses",
    "metrics",
    "models",
    "optimizers",
    "pooling",
    "recurrent",
    "seeds",
    "training",
]
