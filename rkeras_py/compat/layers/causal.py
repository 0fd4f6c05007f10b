"""Causal separable convolutions; Keras 3 has causal padding only in ``Conv1D``."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from rkeras_py.compat.layers.variant import variant


class _Causal:
    """Pads with zeros before the first step: as many as the kernel covers."""

    padding: str
    data_format: str
    kernel_size: tuple[int, ...]
    dilation_rate: tuple[int, ...]

    def __init__(self, *args: Any, padding: str = "causal", **options: Any) -> None:
        super().__init__(*args, padding="valid", **options)  # type: ignore[call-arg]

    def _before(self) -> int:
        return (self.kernel_size[0] - 1) * self.dilation_rate[0]

    def call(self, inputs: Any) -> Any:
        widths = [[0, 0], [0, 0], [0, 0]]
        widths[1 if self.data_format == "channels_last" else 2][0] = self._before()
        return super().call(ops.pad(inputs, widths))  # type: ignore[misc]

    def compute_output_shape(self, input_shape: Any) -> Any:
        padded = list(input_shape)
        steps = 1 if self.data_format == "channels_last" else 2
        if padded[steps] is not None:
            padded[steps] += self._before()
        return super().compute_output_shape(tuple(padded))  # type: ignore[misc]

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "padding": "causal"}  # type: ignore[misc]


CausalSeparableConv1D = variant(_Causal, keras.layers.SeparableConv1D, "CausalSeparableConv1D")
