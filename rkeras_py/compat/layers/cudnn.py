"""CuDNNGRU and CuDNNLSTM: GRU and LSTM with weights in cuDNN's layout.

They run on any device. Kernels have the shapes of those of GRU and LSTM, but for each gate they
contain cuDNN's matrix of units by inputs, row by row. Biases are one vector: those of the input for
all gates, then those of the state. Gates are in the order of GRU and LSTM.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import ops


def _plain(kernel: Any, gates: int) -> Any:
    """The kernel in the layout of GRU and LSTM: inputs by units, one gate after the other."""
    inputs, width = kernel.shape
    units = width // gates
    by_gate = ops.transpose(ops.reshape(kernel, (inputs, gates, units)), (1, 0, 2))
    matrices = ops.reshape(by_gate, (gates, units, inputs))
    return ops.reshape(ops.transpose(matrices, (2, 0, 1)), (inputs, width))


class _Cell:
    """Common code of both cells."""

    units: int
    gates: int

    def __init__(self, units: int, **options: Any) -> None:
        super().__init__(units, use_bias=False, **options)  # type: ignore[call-arg]

    def build(self: Any, input_shape: Any) -> None:
        super().build(input_shape)  # type: ignore[misc]
        self.bias = self.add_weight(
            shape=(2 * self.gates * self.units,),
            name="bias",
            initializer=self.first_bias,
            regularizer=self.bias_regularizer,
            constraint=self.bias_constraint,
        )

    def first_bias(self: Any, shape: Any, dtype: Any = None) -> Any:
        return self.bias_initializer(shape, dtype=dtype)

    def parts(self: Any, inputs: Any, state: Any) -> tuple[list[Any], list[Any]]:
        """For each gate, the contributions of the input and of the state."""
        width = self.gates * self.units
        from_input = ops.matmul(inputs, _plain(self.kernel, self.gates)) + self.bias[:width]
        recurrent = ops.matmul(state, _plain(self.recurrent_kernel, self.gates))
        from_state = recurrent + self.bias[width:]
        return ops.split(from_input, self.gates, axis=-1), ops.split(
            from_state, self.gates, axis=-1
        )


class _LSTMCell(_Cell, keras.layers.LSTMCell):  # type: ignore[misc]
    gates = 4

    def first_bias(self, shape: Any, dtype: Any = None) -> Any:
        """The initial bias; for the forget gate, which is the second, that of the state is 1."""
        start = self.bias_initializer(shape, dtype=dtype)
        if not self.unit_forget_bias:
            return start
        ones = ops.ones((self.units,), dtype=dtype)
        return ops.concatenate([start[: 5 * self.units], ones, start[6 * self.units :]])

    def call(self, inputs: Any, states: Any, training: bool = False) -> Any:
        hidden, carry = states
        from_input, from_state = self.parts(inputs, hidden)
        i, f, c, o = (a + b for a, b in zip(from_input, from_state, strict=True))
        carry = ops.sigmoid(f) * carry + ops.sigmoid(i) * ops.tanh(c)
        hidden = ops.sigmoid(o) * ops.tanh(carry)
        return hidden, [hidden, carry]


class _GRUCell(_Cell, keras.layers.GRUCell):  # type: ignore[misc]
    gates = 3

    def call(self, inputs: Any, states: Any, training: bool = False) -> Any:
        hidden = states[0] if isinstance(states, (list, tuple)) else states
        (x_z, x_r, x_h), (h_z, h_r, h_h) = self.parts(inputs, hidden)
        update, reset = ops.sigmoid(x_z + h_z), ops.sigmoid(x_r + h_r)
        hidden = update * hidden + (1.0 - update) * ops.tanh(x_h + reset * h_h)
        return hidden, [hidden]


class _CuDNN(keras.layers.RNN):  # type: ignore[misc]
    """Common code of both layers."""

    cell_class: Any
    cell_options: tuple[str, ...] = (
        "units", "kernel_initializer", "recurrent_initializer", "bias_initializer",
        "kernel_regularizer", "recurrent_regularizer", "bias_regularizer",
        "kernel_constraint", "recurrent_constraint", "bias_constraint",
    )  # fmt: skip

    def __init__(
        self,
        units: int,
        kernel_initializer: Any = "glorot_uniform",
        recurrent_initializer: Any = "orthogonal",
        bias_initializer: Any = "zeros",
        kernel_regularizer: Any = None,
        recurrent_regularizer: Any = None,
        bias_regularizer: Any = None,
        kernel_constraint: Any = None,
        recurrent_constraint: Any = None,
        bias_constraint: Any = None,
        **options: Any,
    ) -> None:
        arguments = {name: value for name, value in locals().items() if name in self.cell_options}
        if "unit_forget_bias" in options:
            arguments["unit_forget_bias"] = options.pop("unit_forget_bias")
        super().__init__(self.cell_class(**arguments, dtype=options.get("dtype")), **options)
        self.units = units

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        del config["cell"]
        cell = self.cell.get_config()
        regularizer = keras.regularizers.serialize(self.activity_regularizer)
        return {
            **config,
            **{name: cell[name] for name in self.cell_options},
            "activity_regularizer": regularizer,
        }

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Any:
        return cls(**config)


@keras.saving.register_keras_serializable("rkeras_py")
class CuDNNGRU(_CuDNN):
    """The GRU that applies the reset gate after the matrix product."""

    cell_class = _GRUCell


@keras.saving.register_keras_serializable("rkeras_py")
class CuDNNLSTM(_CuDNN):
    """The LSTM."""

    cell_class = _LSTMCell
    cell_options = (*_CuDNN.cell_options, "unit_forget_bias")

    def __init__(self, units: int, unit_forget_bias: bool = True, **options: Any) -> None:
        super().__init__(units, unit_forget_bias=unit_forget_bias, **options)
