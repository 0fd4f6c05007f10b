"""Which models the workers share, and which callbacks are for the first worker alone."""

from __future__ import annotations

import weakref
from typing import Any

from rkeras_py.engine.workers import group
from rkeras_py.keras_private.layers import parts_of

_told: weakref.WeakSet[Any] = weakref.WeakSet()


def obstacle(model: Any) -> str | None:
    """What keeps the workers from computing shares of a batch, in words; ``None`` if nothing."""
    import keras
    import tensorflow as tf

    from rkeras_py.compat.layers.normalization import GhostBatchNormalization

    for part in ("train_step", "test_step", "compute_loss"):
        if getattr(type(model), part) is not getattr(keras.Model, part):
            return f"its class has a method {part}()"
    if model.run_eagerly or tf.config.functions_run_eagerly():
        return "it runs eagerly"
    inputs = getattr(model, "inputs", None) or []  # of a sequential model, perhaps not yet known
    if any(tensor.shape[0] is not None for tensor in keras.tree.flatten(inputs)):
        return "its batches have a fixed size"
    for layer in parts_of(model):
        if isinstance(layer, GhostBatchNormalization):
            return f'its layer "{layer.name}" has `virtual_batch_size`'
    return None


def tell_once(model: Any, reason: str) -> None:
    """Say that a model is trained on whole batches."""
    if group.current().is_first and model not in _told:
        _told.add(model)
        print(
            f'The model "{model.name}" is trained in each worker on whole batches, '
            f"because {reason}. The result is right, but training is not faster.",
            flush=True,
        )


def writes(callback: Any) -> bool:
    """Whether a callback of Keras's writes files or to the network."""
    import keras

    kinds = keras.callbacks
    return isinstance(
        callback,
        (
            kinds.CSVLogger,
            kinds.ModelCheckpoint,
            kinds.RemoteMonitor,
            kinds.TensorBoard,
        ),
    )
