"""Tensors: checking types, converting sparse to dense, copying and printing."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import graph_step, to_tensor


@export(family="backend")
def k_is_tensor(x: Any) -> bool:
    """Check whether an object is a tensor.

    Variables and symbolic tensors count as tensors.

    Args:
        x: Anything.

    Returns: ``TRUE`` or ``FALSE``.

    Example:
        k_is_tensor(k_constant(1))
        k_is_tensor(1)
    """
    return is_tensor(x)


@export(family="backend")
def k_is_sparse(tensor: Tensor) -> bool:
    """Check whether a tensor is sparse.

    A sparse tensor stores only the elements that are not 0.

    Args:
        tensor: A tensor.

    Returns: ``TRUE`` or ``FALSE``.

    Example:
        k_is_sparse(k_placeholder(ndim = 2, sparse = TRUE))
        k_is_sparse(k_constant(1))
    """
    from rkeras_py.compat.backend import symbolic

    if symbolic.is_symbolic(tensor):
        return symbolic.is_sparse(tensor)
    return type(tensor).__name__ == "SparseTensor"


@export(family="backend")
@graph_step
def k_to_dense(tensor: Tensor) -> Any:
    """Convert a sparse tensor to a dense tensor.

    Dense tensors are returned unchanged.

    Args:
        tensor: A sparse tensor; others come back as they are.

    Returns: a tensor.

    Example:
        k_to_dense(k_ctc_label_dense_to_sparse(rbind(c(3, 4), c(5, 0)), c(2, 1)))
    """
    if not k_is_sparse(tensor):
        return to_tensor(tensor)
    import tensorflow as tf

    return tf.sparse.to_dense(tf.sparse.reorder(tensor))


@export(family="backend")
def k_identity(x: Tensor, name: str | None = None) -> Any:
    """Copy of a tensor with the same elements.

    Args:
        name: Not used.

    Returns: a tensor.

    Example:
        k_identity(k_variable(c(1, 2)))
    """
    from keras import ops

    return ops.copy(to_tensor(x))


@export(family="backend")
def k_print_tensor(x: Tensor, message: str = "") -> Any:
    """Print a tensor each time it is computed.

    Args:
        message: Text to print before the tensor.

    Returns: a tensor with the same elements. Use it instead of ``x``.

    Example:
        x <- k_print_tensor(k_constant(c(1, 2)), message = "x is")
    """
    from rkeras_py.compat.backend.printing import PrintTensor

    return PrintTensor(message)(to_tensor(x))
