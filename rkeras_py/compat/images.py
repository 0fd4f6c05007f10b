"""``ImageDataGenerator`` of Keras 2, which is not public in Keras 3, with bugs fixed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.datasets import image_data_generator


class ImageDataGenerator(image_data_generator()):  # type: ignore[misc]
    """Transforms images randomly.

    Args:
        preprocessing_function: The user's function of one image; its value may be read-only.
        options: The other options of Keras's class.
    """

    def __init__(
        self, preprocessing_function: Callable[[Any], Any] | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        self._users = preprocessing_function
        if preprocessing_function is not None:
            self.preprocessing_function = self._preprocess

    def _preprocess(self, x: Any) -> Any:
        assert self._users is not None
        changed = np.array(self._users(x), self.dtype)  # Keras modifies it
        if changed.shape != x.shape:
            raise ArgumentError(
                "`preprocessing_function` must return an array with the shape of its input, "
                f"{x.shape}, not {describe(changed)}."
            )
        return changed

    def get_random_transform(self, img_shape: tuple[int, ...], seed: int | None = None) -> Any:
        """Random parameters for an image of this shape.

        Keras draws the vertical shift as ``tx`` but applies it horizontally, so that
        ``width_shift_range`` moved images up and down (keras-team/keras#17398).
        """
        drawn = super().get_random_transform(img_shape, seed)
        return {**drawn, "tx": drawn["ty"], "ty": drawn["tx"]}
