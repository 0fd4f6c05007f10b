"""Cropping that may remove everything, as in Keras 2."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.layers.variant import saved_as_keras
from rkeras_py.convert.rule import ArgumentError


class _Cropping:
    """Allows a dimension to be cropped to size 0, where Keras 3 fails."""

    cropping: Any

    def _ends(self) -> dict[int, tuple[int, int]]:
        """What to crop at both ends, by axis."""
        margins = [self.cropping] if isinstance(self.cropping[0], int) else self.cropping
        first = 2 if getattr(self, "data_format", None) == "channels_first" else 1
        return {first + i: (int(a), int(b)) for i, (a, b) in enumerate(margins)}

    def compute_output_shape(self, input_shape: Any) -> tuple[int | None, ...]:
        shape = list(input_shape)
        for axis, (start, end) in self._ends().items():
            extent = shape[axis]
            if extent is None:
                continue
            if start + end > extent:
                raise ArgumentError(
                    f"`cropping` removes {start} and {end} from a dimension of size {extent}."
                )
            shape[axis] = extent - start - end
        return tuple(shape)

    def call(self, inputs: Any) -> Any:
        self.compute_output_shape(inputs.shape)
        ends = self._ends()
        return inputs[
            tuple(
                slice(ends[axis][0], -ends[axis][1] or None) if axis in ends else slice(None)
                for axis in range(len(inputs.shape))
            )
        ]


@saved_as_keras
class Cropping1D(_Cropping, keras.layers.Cropping1D):  # type: ignore[misc]
    """Crops steps."""


@saved_as_keras
class Cropping2D(_Cropping, keras.layers.Cropping2D):  # type: ignore[misc]
    """Crops images."""


@saved_as_keras
class Cropping3D(_Cropping, keras.layers.Cropping3D):  # type: ignore[misc]
    """Crops volumes."""
