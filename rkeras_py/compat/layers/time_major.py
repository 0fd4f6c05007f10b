"""Recurrent layers with time-major sequences: the time axis comes before the batch axis."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from rkeras_py.compat.layers.variant import variant


class TimeMajor:
    """Swaps the time and batch axes of inputs and of output sequences."""

    time_major = True
    return_sequences: bool
    return_state: bool

    def build(self, sequences_shape: Any, initial_state_shape: Any = None) -> None:
        super().build(_swapped_shape(sequences_shape), initial_state_shape)  # type: ignore[misc]

    def call(
        self, sequences: Any, initial_state: Any = None, mask: Any = None, training: Any = False
    ) -> Any:
        outputs = super().call(  # type: ignore[misc]
            _swapped(sequences),
            initial_state=initial_state,
            mask=None if mask is None else _swapped(mask),
            training=training,
        )
        return self._on_sequences(_swapped, outputs)

    def compute_output_shape(self, sequences_shape: Any, initial_state_shape: Any = None) -> Any:
        shapes = super().compute_output_shape(  # type: ignore[misc]
            _swapped_shape(sequences_shape), initial_state_shape
        )
        return self._on_sequences(_swapped_shape, shapes)

    def _on_sequences(self, swap: Any, outputs: Any) -> Any:
        if not self.return_sequences:
            return outputs
        # both directions of a bidirectional layer, if they are not merged
        apart = getattr(self, "merge_mode", "") is None
        if not apart and not self.return_state:
            return swap(outputs)
        first = 2 if apart else 1
        return (*map(swap, outputs[:first]), *outputs[first:])


def _swapped(tensor: Any) -> Any:
    return ops.swapaxes(tensor, 0, 1)


def _swapped_shape(shape: Any) -> tuple[int | None, ...]:
    return (shape[1], shape[0], *shape[2:])


TimeMajorLSTM = variant(TimeMajor, keras.layers.LSTM, "TimeMajorLSTM")
TimeMajorGRU = variant(TimeMajor, keras.layers.GRU, "TimeMajorGRU")
TimeMajorRNN = variant(TimeMajor, keras.layers.RNN, "TimeMajorRNN")
TimeMajorBidirectional = variant(TimeMajor, keras.layers.Bidirectional, "TimeMajorBidirectional")


def samples_first(layer: Any) -> Any:
    """The batch-major equivalent of a time-major layer, not built yet."""
    base: Any = type(layer).__mro__[2]
    return base.from_config(layer.get_config())
