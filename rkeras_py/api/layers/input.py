"""The input of a functional model."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.shapes import Shape
from rkeras_py.convert.tensors import Dtype, Tensor
from rkeras_py.keras_private.slashes import slashed
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor


@export
def layer_input(
    shape: Shape | None = None,
    batch_shape: Shape | None = None,
    name: str | None = None,
    dtype: Dtype | None = None,
    sparse: bool = False,
    tensor: Tensor | None = None,
    ragged: bool = False,
) -> Any:
    """Input layer of a functional model.

    Creates a symbolic tensor: a placeholder for data, on which layers are called.

    Args:
        shape: Shape of a sample, without the batch dimension; ``NULL`` in a list leaves a dimension
            open.
        batch_shape: Shape with the batch size as the first number, instead of ``shape``.
        dtype: Data type, such as "float32"; ``NULL`` for the default float type.
        sparse: Whether the data are sparse tensors.
        tensor: A tensor that defines shape and data type. A symbolic tensor is used itself.
        ragged: Whether the data are ragged tensors.

    Returns: a symbolic tensor.

    Example:
        input <- layer_input(shape = 4)
        output <- input %>% layer_dense(units = 2)
        output$shape
    """
    import keras

    from rkeras_py.compat.backend.symbolic import accept_symbolic_tensors

    accept_symbolic_tensors()
    if (shape is not None) + (batch_shape is not None) + (tensor is not None) != 1:
        raise ArgumentError("Give one of `shape`, `batch_shape` and `tensor`.")
    options: dict[str, Any] = {"name": slashed(name), "dtype": dtype}
    if sparse:
        options["sparse"] = True
    if ragged:
        options["ragged"] = True
    if shape is not None:
        return keras.Input(shape=shape, **options)
    if batch_shape is not None:
        return keras.Input(batch_shape=batch_shape, **options)
    if keras.backend.is_keras_tensor(tensor):
        return keras.Input(tensor=tensor, **options)
    constant = as_tensor(tensor)
    if len(constant.shape) == 0:
        raise ArgumentError("`tensor` must have at least one dimension, the batch.")
    options["dtype"] = dtype or keras.backend.standardize_dtype(constant.dtype)
    return keras.Input(batch_shape=tuple(constant.shape), **options)
