"""Gradients of embeddings, as in Keras 2's optimizers."""

from __future__ import annotations

from typing import Any


def sum_repeated_rows(optimizer: Any) -> None:
    """Make this optimizer sum the gradients of a row that occurs several times in a batch.

    TensorFlow returns the gradient of an embedding as a list of rows, one for each lookup. An
    optimizer that squares gradients (RMSprop, Adam, Adagrad, ...) must sum equal rows first,
    because it needs the square of the sum. Keras 2 did this; Keras 3.15 squares each row, so it
    trains embeddings differently. Only this object is changed, and the change is not saved.
    """
    if hasattr(optimizer, "_rkeras_sums_repeated_rows"):
        return
    apply = optimizer.apply

    def apply_summed(grads: Any, trainable_variables: Any = None) -> Any:
        return apply([_summed(gradient) for gradient in grads], trainable_variables)

    object.__setattr__(optimizer, "apply", apply_summed)
    object.__setattr__(optimizer, "_rkeras_sums_repeated_rows", True)


def _summed(gradient: Any) -> Any:
    if type(gradient).__name__ != "IndexedSlices":
        return gradient
    import tensorflow as tf

    rows, place = tf.unique(gradient.indices)
    values = tf.math.unsorted_segment_sum(gradient.values, place, tf.shape(rows)[0])
    return tf.IndexedSlices(values, rows, gradient.dense_shape)
