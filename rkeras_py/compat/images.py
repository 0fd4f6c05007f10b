"""``ImageDataGenerator`` of Keras 2, which Keras 3 does not export, with its faults fixed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.datasets import image_data_generator


class ImageDataGenerator(image_data_generator()):  # type: ignore[misc]
    """Changes images at random.

    Args:
        preprocessing_function: A user's function of one image; what it gives may be read-only.
        options: All others of Keras's class.
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
        changed = np.array(self._users(x), self.dtype)  # Keras writes into it
        if changed.shape != x.shape:
            raise ArgumentError(
                "`preprocessing_function` must give an array of the shape that it got, "
                f"{x.shape}, not {describe(changed)}."
            )
        return changed

    def get_random_transform(self, img_shape: tuple[int, ...], seed: int | None = None) -> Any:
        """What to do to an image of this shape.

        Keras draws the shift along the height as ``tx`` and moves along the width by it, so that
        ``width_shift_range`` moved images up and down (keras-team/keras#17398).
        """
        drawn = super().get_random_transform(img_shape, seed)
        return {**drawn, "tx": drawn["ty"], "ty": drawn["tx"]}
