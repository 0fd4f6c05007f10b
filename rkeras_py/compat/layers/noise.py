"""Noise with parameters that Keras 3 does not allow."""

from __future__ import annotations

from typing import Any

import keras


@keras.saving.register_keras_serializable("rkeras_py")
class GaussianNoise(keras.layers.GaussianNoise):  # type: ignore[misc]
    """Adds normal noise with any standard deviation in training."""

    def __init__(self, stddev: float, seed: int | None = None, **kwargs: Any) -> None:
        super().__init__(1.0, seed=seed, **kwargs)
        self.stddev = stddev
