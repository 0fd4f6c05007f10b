"""Models that several test files use."""

from __future__ import annotations

import keras
import numpy as np


def two_ways():
    """A functional model with two inputs and two outputs."""
    a = keras.Input((3,), name="main_input")
    b = keras.Input((2,), name="aux_input")
    x = keras.layers.Dense(4, name="shared")(a)
    aux = keras.layers.Dense(1, activation="sigmoid", name="aux_output")(x)
    both = keras.layers.Concatenate(name="both")([x, b])
    main = keras.layers.Dense(1, name="main_output")(both)
    return keras.Model([a, b], [main, aux])


def two_ways_data(n=8, seed=1):
    """Inputs and targets for it, by name."""
    random = np.random.default_rng(seed)
    x = {
        "main_input": random.normal(size=(n, 3)),
        "aux_input": random.normal(size=(n, 2)),
    }
    y = {
        "main_output": random.normal(size=(n, 1)),
        "aux_output": random.integers(0, 2, (n, 1)).astype(float),
    }
    return x, y


def backwards(named):
    """The same named list in another order."""
    return dict(reversed(named.items()))


def stack(*units, inputs=4, seed=0, **options):
    """A sequential model of dense layers with fixed weights."""
    model = keras.Sequential(
        [
            keras.Input((inputs,)),
            *(keras.layers.Dense(n, name=f"d{i}") for i, n in enumerate(units)),
        ],
        **options,
    )
    random = np.random.default_rng(seed)
    model.set_weights([random.normal(size=w.shape, scale=0.5) for w in model.get_weights()])
    return model


def data(n=16, inputs=4, outputs=1, seed=3):
    random = np.random.default_rng(seed)
    return random.normal(size=(n, inputs)), random.normal(size=(n, outputs))


class PowerFailure(keras.callbacks.Callback):
    """Ends a training by an error at the beginning of an epoch."""

    def __init__(self, epoch):
        super().__init__()
        self.epoch = epoch

    def on_epoch_begin(self, epoch, logs=None):
        if epoch == self.epoch:
            raise RuntimeError("the power failed")
