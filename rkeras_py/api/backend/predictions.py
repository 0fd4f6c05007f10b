"""Cross-entropies of single predictions, top-k hits, L2 normalization."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.scalars import Axes1, Axis1, Size
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, as_tensor


@export(family="backend")
def k_binary_crossentropy(target: Tensor, output: Tensor, from_logits: bool = False) -> Any:
    """Binary cross-entropy of each element.

    Computes ``-(t * log(p) + (1 - t) * log(1 - p))`` of labels ``t`` and predictions ``p``.

    Args:
        target: Labels from 0 to 1.
        output: Predictions.
        from_logits: Whether ``output`` contains logits instead of probabilities.

    Returns: a tensor with the shape of the labels.

    Example:
        k_binary_crossentropy(c(0, 1), c(0.1, 0.8))
    """
    from keras import ops

    return ops.binary_crossentropy(as_float(target), as_float(output), from_logits=from_logits)


@export(family="backend")
def k_categorical_crossentropy(
    target: Tensor, output: Tensor, from_logits: bool = False, axis: Axis1 = -1
) -> Any:
    """Categorical cross-entropy along an axis.

    Computes ``-sum(t * log(p))`` of labels ``t`` and predictions ``p``.

    Args:
        target: Labels, one-hot.
        output: Predictions. Probabilities are scaled to the sum 1.
        from_logits: Whether ``output`` contains logits instead of probabilities.
        axis: The axis of the classes, numbered from 1; -1 is the last.

    Returns: a tensor without this axis.

    Example:
        k_categorical_crossentropy(rbind(c(0, 1)), rbind(c(0.2, 0.8)))
    """
    from keras import ops

    return ops.categorical_crossentropy(
        as_float(target), as_float(output), from_logits=from_logits, axis=axis
    )


@export(family="backend")
def k_sparse_categorical_crossentropy(
    target: Tensor, output: Tensor, from_logits: bool = False, axis: Axis1 = -1
) -> Any:
    """Categorical cross-entropy with integer labels.

    Computes ``-log(p[t + 1])`` of labels ``t`` and predictions ``p``.

    Args:
        target: Labels, whole numbers from 0.
        output: Predictions.
        from_logits: Whether ``output`` contains logits instead of probabilities.
        axis: The axis of the classes, numbered from 1; -1 is the last.

    Returns: a tensor without this axis.

    Example:
        k_sparse_categorical_crossentropy(c(1), rbind(c(0.2, 0.8)))
    """
    from keras import ops

    return ops.sparse_categorical_crossentropy(
        _labels(target), as_float(output), from_logits=from_logits, axis=axis
    )


@export(family="backend")
def k_in_top_k(predictions: Tensor, targets: Tensor, k: Size) -> Any:
    """Check whether labels are among the top k predictions.

    Args:
        predictions: Predictions: one row for each sample.
        targets: Labels, whole numbers from 0.
        k: Number of largest predictions to consider.

    Returns: a logical value for each sample.

    Example:
        k_in_top_k(rbind(c(0.1, 0.3, 0.6)), c(1), 2)
    """
    from keras import ops

    return ops.in_top_k(ops.cast(_labels(targets), "int32"), as_float(predictions), k)


def _labels(labels: Any) -> Any:
    """Labels of samples; a single number is the label of one sample."""
    return as_tensor([labels] if isinstance(labels, (bool, int, float)) else labels)


@export(family="backend")
def k_l2_normalize(x: Tensor, axis: Axes1 | None = None) -> Any:
    """L2 normalization along an axis.

    Computes ``x / sqrt(sum(x^2))``.

    Args:
        axis: The axis or axes of the sum, numbered from 1; all axes by default.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_l2_normalize(rbind(c(1, 2), c(3, 5)), axis = 2)
    """
    from keras import ops

    x = as_float(x)
    squares = ops.sum(ops.square(x), axis=axis, keepdims=True)
    return x * ops.rsqrt(ops.maximum(squares, 1e-12))
