"""Steps of training and evaluation of which each worker computes a share.

They do what Keras's ``train_step()`` and ``test_step()`` do, with the predictions of all workers.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from rkeras_py.engine.workers import collectives, group
from rkeras_py.keras_private import models, workers
from rkeras_py.keras_private.layers import mask_of

#: What the seeds of random numbers of the workers differ by: a large prime.
_APART = 982451653


class Share(NamedTuple):
    """A worker's part of a batch.

    Attributes:
        rows: Samples of the whole batch.
        begin: The first sample of the worker.
        computed: Samples that it computes, one at least.
        counted: Those of them that are its own: none where there are fewer samples than workers.
    """

    rows: Any
    begin: Any
    computed: Any
    counted: Any


def share_of(x: Any) -> Share:
    """This worker's part of a batch, given its inputs."""
    import keras
    import tensorflow as tf

    worker = group.current()
    first = next(part for part in keras.tree.flatten(x) if part is not None)
    rows = tf.shape(first)[0] if not hasattr(first, "nrows") else tf.cast(first.nrows(), "int32")
    begin = rows * worker.rank // worker.size
    counted = rows * (worker.rank + 1) // worker.size - begin
    return Share(rows, begin, tf.maximum(counted, 1), counted)


def train_step(model: Any) -> Callable[[Any], Any]:
    """A step that trains a model."""

    def step(data: Any) -> Any:
        import keras
        import tensorflow as tf

        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred, loss = _measured(model, x, y, weight, training=True)
            loss = model.optimizer.scale_loss(loss)
        weights = model.trainable_weights
        if weights:
            gradients = _summed(tape.gradient(loss, weights))
            model.optimizer.apply_gradients(zip(gradients, weights, strict=True))
        return model.compute_metrics(x, y, y_pred, sample_weight=weight)

    return step


def test_step(model: Any) -> Callable[[Any], Any]:
    """A step that evaluates a model."""

    def step(data: Any) -> Any:
        import keras

        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        y_pred, _ = _measured(model, x, y, weight, training=False)
        return model.compute_metrics(x, y, y_pred, sample_weight=weight)

    return step


def _measured(model: Any, x: Any, y: Any, weight: Any, training: bool) -> tuple[Any, Any]:
    """The predictions for the whole batch, and the loss, which is noted."""
    share = share_of(x)
    with _computing(share):
        own = workers.call_model(model, _part(x, share), training)
        added, of_weights = workers.losses_of(model)
    y_pred, beside = _whole(own, share, added)
    losses = [*beside, *map(_once, of_weights)]
    compiled = models.compiled_loss(model)
    if compiled is not None:
        loss = compiled(y, y_pred, weight)
        losses = losses if loss is None else [loss, *losses]
    total = _total(losses)
    models.loss_tracker(model).update_state(total, sample_weight=share.rows)
    return y_pred, total


def _total(losses: list[Any]) -> Any:
    import keras

    if not losses:
        raise ValueError("No loss to compute: give `loss` to compile().")
    return losses[0] if len(losses) == 1 else keras.ops.sum(losses)


def _part(x: Any, share: Share) -> Any:
    """The inputs of the samples that this worker computes."""
    import keras
    import tensorflow as tf

    def rows(part: Any) -> Any:
        if part is None:
            return None
        if isinstance(part, tf.SparseTensor):
            begin = tf.concat([[share.begin], tf.zeros([len(part.shape) - 1], "int32")], 0)
            size = tf.concat([[share.computed], tf.cast(part.dense_shape[1:], "int32")], 0)
            return tf.sparse.slice(part, tf.cast(begin, "int64"), tf.cast(size, "int64"))
        return part[share.begin : share.begin + share.computed]

    return keras.tree.map_structure(rows, x)


def _whole(own: Any, share: Share, added: list[Any]) -> tuple[Any, list[Any]]:
    """The predictions for the whole batch, and the losses of layers for it.

    Args:
        own: Predictions for the samples that this worker computes.
        share: Which samples these are.
        added: Losses that layers have added for these samples, which are means over them.
    """
    import keras
    import tensorflow as tf

    predicted = keras.tree.flatten(own)
    masks = [(i, mask_of(part)) for i, part in enumerate(predicted)]
    masks = [(i, mask) for i, mask in masks if mask is not None]
    part = tf.cast(share.counted, "float32") / tf.cast(share.rows, "float32")
    losses = [_scaled(loss, part) for loss in added]
    parts = [*predicted, *(mask for _, mask in masks)]
    shares = [one[: share.counted] for one in parts]
    wholes = collectives.put_together(shares, share.begin, share.rows)
    for (i, _), mask in zip(masks, wholes[len(predicted) :], strict=True):
        workers.set_mask(wholes[i], mask)
    y_pred = keras.tree.pack_sequence_as(own, wholes[: len(predicted)])
    return y_pred, collectives.sums_of_own(losses) if losses else []


def _scaled(loss: Any, factor: Any) -> Any:
    import keras

    loss = keras.ops.sum(keras.ops.cast(loss, keras.config.floatx()))
    return loss * keras.ops.cast(factor, loss.dtype)


def _once(loss: Any) -> Any:
    """A loss that every worker computes from the weights: its gradients are added up."""
    import keras
    import tensorflow as tf

    loss = keras.ops.sum(loss)
    part = loss / group.current().size
    return part + tf.stop_gradient(loss - part)


def _summed(gradients: list[Any]) -> list[Any]:
    """The sums of gradients over all workers."""
    import tensorflow as tf

    dense = [i for i, g in enumerate(gradients) if isinstance(g, tf.Tensor)]
    for i, total in zip(dense, collectives.sums([gradients[i] for i in dense]), strict=True):
        gradients[i] = total
    return [
        collectives.sum_of_slices(g) if isinstance(g, tf.IndexedSlices) else g for g in gradients
    ]


# --- layers that see a share of a batch -----------------------------------------------------------


def _computing(share: Share) -> AbstractContextManager[None]:
    """A context in which layers compute this worker's share."""
    import tensorflow as tf

    counted = tf.cast(share.counted > 0, "float32")

    def moments(layer: Any, inputs: Any, mask: Any) -> tuple[Any, Any]:
        return _moments(layer, inputs, mask, counted)

    times = tf.cast(share.rows, "float32") / tf.cast(share.computed, "float32")
    return workers.share_of_batch(moments, _seed, times)


def _seed(seed: Any) -> Any:
    """A seed of this worker's: samples of different workers must not get the same noise."""
    import keras

    return keras.ops.convert_to_tensor(seed) + keras.ops.cast(
        [group.current().rank * _APART % 2**31, 0], seed.dtype
    )


def _moments(norm: Any, inputs: Any, mask: Any, counted: Any) -> tuple[Any, Any]:
    """The mean and the variance of the whole batch, for batch normalization.

    Args:
        norm: The layer.
        inputs: Those of this worker's samples.
        mask: Which steps count, where there is a mask.
        counted: 0 where the samples belong to another worker, 1 otherwise.
    """
    from keras import config, ops

    axes = workers.axes_of_moments(norm)
    weights = ops.ones_like(inputs)
    if mask is not None:
        weights = weights * ops.cast(ops.expand_dims(mask, -1), inputs.dtype)
    weights = weights * ops.cast(counted, inputs.dtype)
    inputs = ops.where(weights > 0, inputs, 0)  # what is masked may be no number
    total, count = collectives.sums_with_gradients([ops.sum(inputs, axes), ops.sum(weights, axes)])
    if mask is not None:
        count = count + config.epsilon()  # as Keras
    mean = total / count
    shape = [1 if axis in axes else -1 for axis in range(len(inputs.shape))]
    apart = ops.square(inputs - ops.reshape(mean, shape)) * weights
    (squares,) = collectives.sums_with_gradients([ops.sum(apart, axes)])
    return mean, squares / count
