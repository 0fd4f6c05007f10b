"""Averages of windows; PyTorch's are wrong where windows reach over the edge.

Keras 3.15 repeats the values at the edge there, and counts them.
"""

from __future__ import annotations

from typing import Any

from keras import ops

from rkeras_py.convert import backends


def average_pool(
    x: Any, size: tuple[int, ...], strides: tuple[int, ...], padding: str, data_format: str
) -> Any:
    """The averages of windows, of which those at the edge have fewer elements with "same"."""
    if backends.current() != "torch" or padding != "same":
        return ops.average_pool(x, size, strides, padding, data_format)
    x = ops.convert_to_tensor(x)
    first = 2 if data_format == "channels_first" else 1
    widths = [(0, 0)] * len(x.shape)
    for i, (extent, window, step) in enumerate(zip(x.shape[first:], size, strides, strict=False)):
        beyond = max((-(-extent // step) - 1) * step + window - extent, 0)
        widths[first + i] = (beyond // 2, beyond - beyond // 2)
    means, there = (
        ops.average_pool(ops.pad(part, widths), size, strides, "valid", data_format)
        for part in (x, ops.ones_like(x))
    )
    return means / there
