"""Time series as samples: windows, and the values that follow them."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.data import Array
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Count, Int, Size
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.keras_private.datasets import sequences
from rkeras_py.registry.define import export


@export
def timeseries_generator(
    data: Array,
    targets: Array,
    length: Size,
    sampling_rate: Size = 1,
    stride: Size = 1,
    start_index: Count = 0,
    end_index: Count | None = None,
    shuffle: bool = False,
    reverse: bool = False,
    batch_size: Size = 128,
) -> Any:
    """Generate batches of time series windows.

    The target of a window is the value at the step after it.

    Args:
        data: A vector, or an array with time as its first dimension.
        targets: Targets: one value for each step of ``data``.
        length: Length of the windows, in steps.
        sampling_rate: Distance between the used steps of a window.
        stride: Number of steps between the starts of two windows.
        start_index: First step to use, numbered from 0.
        end_index: Last step to use, numbered from 0. The number of steps also means the last step.
        shuffle: Whether to draw windows at random instead of in order.
        reverse: Whether to reverse each window.
        batch_size: Number of windows in a batch.

    Returns: batches for ``fit()``, ``evaluate()`` and ``predict()``. ``length()`` returns their
        number; each batch is a list of windows and targets.

    Example:
        generator <- timeseries_generator(1:10, 1:10, length = 3, batch_size = 2)
        generator[[1]]
    """
    if len(data) != len(targets):
        raise ArgumentError(
            f"`data` and `targets` must have the same length, not {len(data)} and {len(targets)}."
        )
    last = len(data) - 1 if end_index in (None, len(data)) else end_index
    if last >= len(data):
        raise ArgumentError(
            f"`end_index` must be at most {len(data)}, the number of steps in `data`."
        )
    if start_index + length > last:
        raise ArgumentError(
            f"`length` must leave a step after the first window: {start_index} + {length} "
            f"is beyond the last step, {last}."
        )
    return sequences().TimeseriesGenerator(
        data,
        targets,
        length,
        sampling_rate=sampling_rate,
        stride=stride,
        start_index=start_index,
        end_index=last,
        shuffle=shuffle,
        reverse=reverse,
        batch_size=batch_size,
    )


def _as_floatx(numbers: Any) -> Any:
    """Doubles as Keras's float type; other numbers are unchanged."""
    import keras

    doubles = getattr(numbers, "dtype", None) == "float64"
    return numbers.astype(keras.config.floatx()) if doubles else numbers


@export
def timeseries_dataset_from_array(
    data: Array,
    targets: Array | None,
    sequence_length: Size,
    sequence_stride: Size = 1,
    sampling_rate: Size = 1,
    batch_size: Size | None = 128,
    shuffle: bool = False,
    *more: Any,
    seed: Int | None = None,
    start_index: Count | None = None,
    end_index: Count | None = None,
    **extra: Any,
) -> Any:
    """Create a dataset of time series windows.

    Splits a time series into windows of the same length.

    Args:
        data: A vector, or an array with time as its first dimension.
        targets: The target of the window that starts at each step; ``NULL`` for no targets.
        sequence_length: Number of values in a window.
        sequence_stride: Number of steps between the starts of two windows.
        sampling_rate: Number of steps between two values of a window.
        batch_size: Number of windows in a batch; ``NULL`` for single windows.
        shuffle: Whether to shuffle the windows.
        seed: Random seed of the order.
        start_index: First step to use, numbered from 0.
        end_index: End of the used steps, numbered from 0; this step is not used.

    Returns: a dataset of windows, or of windows and targets.

    Example:
        dataset <- timeseries_dataset_from_array(1:6, 4:6, sequence_length = 3)
        as.list(dataset)[[1]]
    """
    import keras

    reject_unused(extra, more)
    for name, index in (("start_index", start_index), ("end_index", end_index)):
        if index is not None and not index < len(data):
            raise ArgumentError(
                f"`{name}` must be below {len(data)}, the number of steps in `data`."
            )
    if start_index is not None and end_index is not None and end_index <= start_index:
        raise ArgumentError("`end_index` must be greater than `start_index`.")
    return keras.utils.timeseries_dataset_from_array(
        _as_floatx(data),
        _as_floatx(targets),
        sequence_length,
        sequence_stride=sequence_stride,
        sampling_rate=sampling_rate,
        batch_size=batch_size,
        shuffle=shuffle,
        seed=seed,
        start_index=start_index,
        end_index=end_index,
    )
