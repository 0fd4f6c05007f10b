"""Connectionist temporal classification: labels for sequences that are not aligned.

Graves et al., "Connectionist Temporal Classification: Labelling Unsegmented Sequence Data with
Recurrent Neural Networks", ICML 2006. The blank is the last class.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.api.backend.padding import of_rank
from rkeras_py.convert.indices import Whole
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, as_tensor, graph_step


@export(family="backend")
@graph_step
def k_ctc_batch_cost(
    y_true: Whole, y_pred: Tensor, input_length: Whole, label_length: Whole
) -> Any:
    """Connectionist temporal classification (CTC) loss.

    Computes minus the logarithm of the probability of the labels, for each sequence.

    Args:
        y_true: Labels, numbered from 0: (samples, maximum number of labels).
        y_pred: Probabilities, such as the output of a softmax: (samples, steps, classes). The last
            class is the blank between labels.
        input_length: Number of steps of each sequence: (samples, 1).
        label_length: Number of labels of each sequence: (samples, 1).

    Returns: (samples, 1).

    Example:
        probabilities <- array(1 / 3, c(1, 4, 3))
        k_ctc_batch_cost(matrix(c(0, 1), 1), probabilities, matrix(4), matrix(2))
    """
    import keras
    from keras import ops

    y_pred = of_rank(as_float(y_pred), 3, "y_pred")
    loss = ops.ctc_loss(
        ops.cast(of_rank(y_true, 2, "y_true"), "int32"),
        ops.log(y_pred + keras.config.epsilon()),
        _lengths(label_length),
        _lengths(input_length),
        mask_index=y_pred.shape[-1] - 1,
    )
    return ops.expand_dims(loss, 1)


def _lengths(lengths: Any) -> Any:
    """(samples) from (samples, 1) or (samples)."""
    from keras import ops

    return ops.reshape(ops.cast(lengths, "int32"), (-1,))


@export(family="backend")
@graph_step
def k_ctc_decode(
    y_pred: Tensor,
    input_length: Whole,
    greedy: bool = True,
    beam_width: Size = 100,
    top_paths: Size = 1,
) -> Any:
    """Decode CTC output: most likely label sequences.

    Args:
        y_pred: Probabilities, such as the output of a softmax: (samples, steps, classes). The last
            class is the blank between labels.
        input_length: Number of steps of each sequence.
        greedy: Whether to use the most likely class of each step; otherwise beam search is used.
        beam_width: Number of label sequences that beam search keeps.
        top_paths: Number of label sequences to return, if ``greedy`` is ``FALSE``.

    Returns: a list of two elements. The first is a list of label sequences, each (samples, steps),
        padded with -1. The second contains one number for each sample and sequence: the logarithm
        of the probability of the sequence; if ``greedy`` is ``TRUE``, minus the logarithm of the
        probability of the path.

    Example:
        probabilities <- aperm(array(c(0.8, 0.1, 0.1, 0.1, 0.8, 0.1), c(3, 2, 1)))
        k_ctc_decode(probabilities, input_length = 2)
    """
    import keras
    import tensorflow as tf
    from keras import ops

    logits = ops.log(of_rank(as_float(y_pred), 3, "y_pred") + keras.config.epsilon())
    steps = ops.transpose(logits, (1, 0, 2))
    lengths = _lengths(input_length)
    if greedy:
        paths, scores = tf.nn.ctc_greedy_decoder(steps, lengths)
    else:
        paths, scores = tf.nn.ctc_beam_search_decoder(steps, lengths, beam_width, top_paths)
    shape = tf.cast(tf.shape(logits)[:2], "int64")
    dense = [
        tf.sparse.to_dense(tf.SparseTensor(path.indices, path.values, shape), default_value=-1)
        for path in paths
    ]
    return [dense, scores]


@export(family="backend")
@graph_step
def k_ctc_label_dense_to_sparse(labels: Whole, label_lengths: Whole) -> Any:
    """Convert CTC labels from dense to sparse.

    Removes the padding at the end of the rows.

    Args:
        labels: Labels: (samples, maximum number of labels).
        label_lengths: Number of labels of each sequence.

    Returns: a sparse tensor: (samples, maximum number of labels).

    Example:
        k_to_dense(k_ctc_label_dense_to_sparse(rbind(c(3, 4, 0), c(5, 0, 0)), c(2, 1)))
    """
    import tensorflow as tf

    labels = tf.convert_to_tensor(of_rank(as_tensor(labels), 2, "labels"))
    there = tf.sequence_mask(_lengths(label_lengths), tf.shape(labels)[1])
    places = tf.where(there)
    values = tf.gather_nd(labels, places)
    return tf.SparseTensor(places, values, tf.cast(tf.shape(labels), "int64"))
