"""Gradients of embeddings, as Keras 2's optimizers took them."""

from __future__ import annotations

from typing import Any


def sum_repeated_rows(optimizer: Any) -> None:
    """Have this optimizer add up the gradients of a row that occurs several times in a batch.

    TensorFlow gives an embedding's gradient as a list of rows, one for each time that a row was
    looked up. An optimizer that squares gradients (RMSprop, Adam, Adagrad, ...) must add up equal
    rows first: the square of the sum is meant. Keras 2 did so; Keras 3.15 squares each, and its
    training of embeddings differs. Only this object is changed, and nothing of it is saved.
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
