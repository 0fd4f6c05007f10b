"""Wrappers of layers: time distributed, bidirectional."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.choices import MergeMode
from rkeras_py.convert.data import Weights
from rkeras_py.convert.objects import Composable, Layer
from rkeras_py.convert.recurrent import Recurrent
from rkeras_py.registry.families import CLASS, layer


@layer("Bidirectional")
def bidirectional(
    object: Composable | None,
    layer: Recurrent,
    merge_mode: MergeMode | None = "concat",
    weights: Weights | None = None,
    backward_layer: Recurrent | None = None,
    **options: Any,
) -> Any:
    """Bidirectional layer for recurrent layers.

    Runs a recurrent layer forwards and backwards over a sequence, and combines the two outputs.

    Args:
        object: A sequential model to add the layer to, or a tensor or list of tensors to call it
            on. If it is missing, the layer itself is returned.
        layer: A recurrent layer. Copies of it run forwards and backwards.
        merge_mode: How to combine the two outputs: "concat", "sum", "mul" for the product, "ave"
            for the mean, ``NULL`` for a list of both.
        weights: Initial weights: a list of the arrays of the forward layer, then those of the
            backward layer.
        backward_layer: The backward layer, if it differs from ``layer``. Create it with
            ``go_backwards = TRUE``.
        options: ``input_shape``, ``name`` and the other arguments of any layer.

    Returns: (batch, 2 * units) from (batch, steps, features) if outputs are concatenated.

    Example:
        keras_model_sequential() %>%
          bidirectional(layer_lstm(units = 8), input_shape = c(10, 4))
    """
    changes: dict[str, Any] = {}
    shape = getattr(layer, "_rkeras_batch_shape", None)
    if shape is not None and not any(
        options.get(name) is not None for name in ("input_shape", "batch_input_shape")
    ):
        changes["batch_input_shape"] = shape
    if getattr(layer, "time_major", False):
        from rkeras_py.compat.layers.time_major import samples_first

        changes[CLASS] = "TimeMajorBidirectional"
        changes["layer"] = samples_first(layer)
        if backward_layer is not None and getattr(backward_layer, "time_major", False):
            changes["backward_layer"] = samples_first(backward_layer)
    return changes


@layer("TimeDistributed")
def time_distributed(object: Composable | None, layer: Layer, **options: Any) -> Any:
    """Time-distributed layer: apply a layer to every step.

    Applies a layer to each step of a sequence, with the same weights.

    Args:
        object: A sequential model to add the layer to, or a tensor to call it on. If it is missing,
            the layer itself is returned.
        layer: A layer or a model.
        options: ``input_shape``, ``name`` and the other arguments of any layer. ``input_shape``
            starts with the number of steps.

    Returns: (batch, steps, ...), with the output of the layer for each step.

    Example:
        keras_model_sequential() %>%
          time_distributed(layer_dense(units = 8), input_shape = c(10, 16))
    """
    from rkeras_py.compat.layers.time_distributed import depends_on_batch, depends_on_step

    if depends_on_batch(layer):
        return {CLASS: "TimeDistributedOverBatch"}
    return None if depends_on_step(layer) else {CLASS: "time_distributed.TimeDistributed"}
