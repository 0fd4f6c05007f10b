"""Locally connected layers: convolutions with a different kernel at each position.

The three implementations compute the same values but store their weights differently, as in Keras
2: (positions, inputs of a position, filters), all inputs by all outputs with a mask, or a vector of
the weights of existing connections, by output and then by input.
"""

from __future__ import annotations

import itertools
import math
from typing import Any

import keras
import numpy as np
from keras import ops

from rkeras_py.convert.rule import ArgumentError


class _LocallyConnected(keras.layers.Layer):  # type: ignore[misc]
    rank: int

    def __init__(
        self,
        filters: int,
        kernel_size: Any,
        strides: Any = 1,
        padding: str = "valid",
        data_format: str | None = None,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = "glorot_uniform",
        bias_initializer: Any = "zeros",
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        kernel_constraint: Any = None,
        bias_constraint: Any = None,
        implementation: int = 1,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        if implementation not in (1, 2, 3):
            raise ArgumentError(f"`implementation` must be 1, 2 or 3, not {implementation}.")
        if implementation == 1 and padding.lower() != "valid":
            raise ArgumentError(
                '`padding` must be "valid" with `implementation` 1; "same" needs 2 or 3.'
            )
        self.filters = filters
        self.kernel_size = _for_each(kernel_size, self.rank)
        self.strides = _for_each(strides, self.rank)
        self.padding = padding.lower()
        self.data_format = data_format or keras.config.image_data_format()
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.bias_initializer = keras.initializers.get(bias_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.bias_regularizer = keras.regularizers.get(bias_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.bias_constraint = keras.constraints.get(bias_constraint)
        self.implementation = implementation
        self.input_spec = keras.layers.InputSpec(ndim=self.rank + 2)

    # --- geometry

    def _split(self, shape: Any) -> tuple[tuple[Any, ...], Any]:
        """The spatial extents and the number of channels, of a shape with the batch dimension."""
        if self.data_format == "channels_last":
            return tuple(shape[1:-1]), shape[-1]
        return tuple(shape[2:]), shape[1]

    def _join(self, extents: Any, channels: Any) -> tuple[Any, ...]:
        """The inverse of ``_split``, without the batch dimension."""
        if self.data_format == "channels_last":
            return (*extents, channels)
        return (channels, *extents)

    def _output_extents(self, extents: Any) -> tuple[Any, ...]:
        """As in Keras 2: every position where the kernel fits, or every ``stride``-th position."""
        sizes = zip(extents, self.kernel_size, self.strides, strict=True)
        if self.padding == "valid":
            return tuple(n if n is None else (n - k) // s + 1 for n, k, s in sizes)
        return tuple(n if n is None else -(-n // s) for n, k, s in sizes)

    def _inputs_of_outputs(self) -> tuple[Any, Any]:
        """The input position for each output position and each kernel position.

        Returns: an array (output positions, kernel positions) of indices of input positions, and
            one of whether that position exists; "same" pads by half the kernel before the first
            one.
        """
        outputs = _positions(self.output_extents) * np.array(self.strides)
        before = 0 if self.padding == "valid" else np.array(self.kernel_size) // 2
        places = outputs[:, None, :] + _positions(self.kernel_size)[None, :, :] - before
        inside = ((places >= 0) & (places < np.array(self.input_extents))).all(axis=-1)
        places = np.where(inside[..., None], places, 0)
        flat = np.ravel_multi_index(tuple(np.moveaxis(places, -1, 0)), self.input_extents)
        return flat, inside

    def _connections(self) -> tuple[Any, Any]:
        """The pairs of output and input that are connected by a weight, in order."""
        flat, inside = self._inputs_of_outputs()
        output_places, kernel_places = np.nonzero(inside)
        input_places = flat[output_places, kernel_places]
        n_in, n_out = math.prod(self.input_extents), math.prod(self.output_extents)
        filters, channels = np.arange(self.filters), np.arange(self.channels)
        if self.data_format == "channels_last":
            outputs = output_places[:, None, None] * self.filters + filters[:, None]
            inputs = input_places[:, None, None] * self.channels + channels
        else:
            outputs = filters[:, None] * n_out + output_places[:, None, None]
            inputs = channels * n_in + input_places[:, None, None]
        outputs, inputs = (part.ravel() for part in np.broadcast_arrays(outputs, inputs))
        order = np.lexsort((inputs, outputs))
        return outputs[order].astype("int32"), inputs[order].astype("int32")

    # --- the layer

    def build(self, input_shape: Any) -> None:
        self.input_extents, self.channels = self._split(input_shape)
        if None in self.input_extents or self.channels is None:
            raise ArgumentError(
                f'"{self.name}" needs an input of known size, not of shape '
                f"({', '.join('NULL' if n is None else str(n) for n in input_shape[1:])})."
            )
        self.output_extents = self._output_extents(self.input_extents)
        if min(self.output_extents) < 1:
            raise ArgumentError(
                f'"{self.name}" has a kernel of {self.kernel_size}, which is larger than its '
                f"input of {self.input_extents}."
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=self._prepare(),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias",
                shape=(*self.output_extents, self.filters),
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                constraint=self.bias_constraint,
            )

    def _prepare(self) -> tuple[int, ...]:
        """Compute the connections; returns the shape of the kernel."""
        if self.implementation == 1:
            self._places, _ = self._inputs_of_outputs()
            n_out, n_kernel = self._places.shape
            return (n_out, n_kernel * self.channels, self.filters)
        outputs, inputs = self._connections()
        if self.implementation == 3:
            self._output_of, self._input_of = outputs, inputs
            return (len(outputs),)
        before = self._join(self.input_extents, self.channels)
        after = self._join(self.output_extents, self.filters)
        mask = np.zeros((math.prod(before), math.prod(after)), "float32")
        mask[inputs, outputs] = 1
        self._mask = mask
        return (*before, *after)

    def call(self, inputs: Any) -> Any:
        compute = {1: self._by_place, 2: self._by_mask, 3: self._by_connection}
        outputs = compute[self.implementation](inputs)
        after = self._join(self.output_extents, self.filters)
        outputs = ops.reshape(outputs, (-1, *after))
        if self.bias is not None:
            # Keras 2 uses this order for "channels_first", too
            outputs = outputs + ops.reshape(self.bias, (1, *after))
        return self.activation(outputs)

    def _by_place(self, inputs: Any) -> Any:
        n_in, last = math.prod(self.input_extents), self.data_format == "channels_last"
        flat = ops.reshape(inputs, (-1, *self._join((n_in,), self.channels)))
        patches = ops.take(flat, self._places, axis=1 if last else 2)
        if not last:
            patches = ops.transpose(patches, (0, 2, 1, 3))  # positions first, then channels
        patches = ops.reshape(patches, (-1, *self.kernel.shape[:2]))
        return ops.einsum("bpk,pkf->bpf" if last else "bpk,pkf->bfp", patches, self.kernel)

    def _by_mask(self, inputs: Any) -> Any:
        mask = ops.cast(self._mask, self.compute_dtype)
        kernel = ops.reshape(self.kernel, mask.shape) * mask
        return ops.matmul(ops.reshape(inputs, (-1, mask.shape[0])), kernel)

    def _by_connection(self, inputs: Any) -> Any:
        n_in = math.prod(self.input_extents) * self.channels
        n_out = math.prod(self.output_extents) * self.filters
        columns = ops.transpose(ops.reshape(inputs, (-1, n_in)))
        products = self.kernel[:, None] * ops.take(columns, self._input_of, axis=0)
        sums = ops.segment_sum(products, self._output_of, num_segments=n_out)
        return ops.transpose(sums)

    def compute_output_shape(self, input_shape: Any) -> tuple[Any, ...]:
        extents, _ = self._split(input_shape)
        return (input_shape[0], *self._join(self._output_extents(extents), self.filters))

    def get_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().get_config()
        for name in ("filters", "kernel_size", "strides", "padding", "data_format", "use_bias"):
            config[name] = getattr(self, name)
        config["implementation"] = self.implementation
        config["activation"] = keras.activations.serialize(self.activation)
        for part, kind in itertools.product(
            ("kernel", "bias"), ("initializer", "regularizer", "constraint")
        ):
            module = getattr(keras, f"{kind}s")
            config[f"{part}_{kind}"] = module.serialize(getattr(self, f"{part}_{kind}"))
        config["activity_regularizer"] = keras.regularizers.serialize(self.activity_regularizer)
        return config


def _for_each(value: Any, rank: int) -> tuple[int, ...]:
    return (value,) * rank if isinstance(value, int) else tuple(value)


def _positions(extents: Any) -> Any:
    """All indices of an array of these extents, row by row: (positions, dimensions)."""
    return np.indices(extents).reshape(len(extents), -1).T


@keras.saving.register_keras_serializable("rkeras_py")
class LocallyConnected1D(_LocallyConnected):
    """For sequences."""

    rank = 1


@keras.saving.register_keras_serializable("rkeras_py")
class LocallyConnected2D(_LocallyConnected):
    """For images."""

    rank = 2
