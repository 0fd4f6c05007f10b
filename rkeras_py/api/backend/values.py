"""Creates tensors from values and gets values of tensors; data types."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Constraint
from rkeras_py.convert.objects import is_tensor, numbers
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.shapes import TargetShape
from rkeras_py.convert.tensors import Dtype, ExactTensor, Tensor, TensorOrNull, Values
from rkeras_py.convert.text import is_text
from rkeras_py.engine.tensorflow.uploads import as_float32
from rkeras_py.keras_private.state import in_stateless_scope
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor


@export(family="backend")
def k_constant(
    value: Values,
    dtype: Dtype | None = None,
    shape: TargetShape | None = None,
    name: str | None = None,
) -> Any:
    """Create a constant tensor.

    The tensor contains the given values.

    Args:
        value: A number, a vector, a matrix or an array; strings with ``dtype = "string"``.
        dtype: Data type; ``k_floatx()`` by default.
        shape: Shape of the tensor; by default that of ``value``. A single number is repeated.
        name: Not used.

    Returns: a tensor.

    Example:
        k_constant(c(1, 2, 3, 4), shape = c(2, 2))
    """
    import numpy as np
    from keras import ops

    value = _strings(value, dtype) if is_text(value) else _of_type(value, dtype)
    if shape is None:
        return value
    if np.prod(value.shape) == 1:
        return ops.broadcast_to(ops.reshape(value, ()), shape)
    if np.prod(shape) != np.prod(value.shape):
        raise ArgumentError(
            f"`value` has {np.prod(value.shape)} elements, which does not match the `shape` "
            f"c({', '.join(map(str, shape))})."
        )
    return ops.reshape(value, shape)


@export(family="backend")
def k_variable(
    value: Values,
    dtype: Dtype | None = None,
    name: str | None = None,
    constraint: Constraint | None = None,
) -> Any:
    """Create a variable.

    A variable is a tensor whose value can be changed.

    Args:
        value: Initial value.
        dtype: Data type; ``k_floatx()`` by default.
        name: Name of the variable.
        constraint: Constraint that optimizers apply after each step.

    Returns: a variable.

    Example:
        k_variable(rbind(c(1, 2), c(3, 4)))
    """
    import keras

    from rkeras_py.compat.backend import outside

    if is_text(value):
        import tensorflow as tf

        return tf.Variable(_strings(value, dtype), name=name)
    variable = outside.variable(_of_type(value, dtype), dtype=_type(dtype), name=name)
    if constraint is not None:
        variable.constraint = keras.constraints.get(constraint)
    return variable


def _type(dtype: str | None) -> str:
    import keras

    return dtype or str(keras.config.floatx())


def _strings(value: Any, dtype: str | None) -> Any:
    if dtype != "string":
        raise ArgumentError('`dtype` must be "string", because `value` is text.')
    return value


def _of_type(value: Any, dtype: str | None) -> Any:
    """A tensor of this type, converted in one step so that doubles lose no precision."""
    import numpy as np
    from keras import ops

    if isinstance(value, (bool, int, float)):
        value = np.asarray(value)
    dtype = _type(dtype)
    return ops.cast(as_float32(value) if dtype == "float32" else value, dtype)


@export(family="backend")
def k_zeros(shape: TargetShape, dtype: Dtype | None = None, name: str | None = None) -> Any:
    """Create a variable filled with zeros.

    Inside layers and compiled functions the result is a tensor.

    Args:
        shape: Shape of the tensor.
        dtype: Data type; ``k_floatx()`` by default.
        name: Name of the variable.

    Returns: a variable of this shape.

    Example:
        k_zeros(c(2, 3))
    """
    from keras import ops

    return _variable(ops.zeros(shape, _type(dtype)), name)


@export(family="backend")
def k_ones(shape: TargetShape, dtype: Dtype | None = None, name: str | None = None) -> Any:
    """Create a variable filled with ones.

    Inside layers and compiled functions the result is a tensor.

    Args:
        shape: Shape of the tensor.
        dtype: Data type; ``k_floatx()`` by default.
        name: Name of the variable.

    Returns: a variable of this shape.

    Example:
        k_ones(c(2, 3))
    """
    from keras import ops

    return _variable(ops.ones(shape, _type(dtype)), name)


def _variable(tensor: Any, name: str | None) -> Any:
    """A variable with this value; the tensor itself if variables cannot be created."""
    from rkeras_py.compat.backend import outside

    if in_stateless_scope() or not _has_value(tensor):
        return tensor
    return outside.variable(tensor, dtype=tensor.dtype, name=name)


def _has_value(tensor: Any) -> bool:
    """Whether it has a value; tensors of a graph that is being built have none."""
    try:
        numbers(tensor)
    except (NotImplementedError, TypeError, ValueError):
        return False
    return True


@export(family="backend")
def k_zeros_like(x: Tensor, dtype: Dtype | None = None, name: str | None = None) -> Any:
    """Create a tensor of zeros with the shape of another tensor.

    Args:
        dtype: Data type; by default that of ``x``.
        name: Not used.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_zeros_like(rbind(c(1, 2), c(3, 4)))
    """
    from keras import ops

    return ops.zeros_like(as_tensor(x), dtype=dtype)


@export(family="backend")
def k_ones_like(x: Tensor, dtype: Dtype | None = None, name: str | None = None) -> Any:
    """Create a tensor of ones with the shape of another tensor.

    Args:
        dtype: Data type; by default that of ``x``.
        name: Not used.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_ones_like(rbind(c(1, 2), c(3, 4)))
    """
    from keras import ops

    return ops.ones_like(as_tensor(x), dtype=dtype)


@export(family="backend")
def k_eval(x: TensorOrNull) -> Any:
    """Evaluate a tensor: get its value as an array.

    ``NULL`` returns ``NULL``.

    Returns: an array. In Python it shares the memory of the tensor and must not be changed.

    Example:
        k_eval(k_constant(c(1, 2)) * 2)
    """
    if x is None:
        return None
    x = as_tensor(x)
    if not _has_value(x):
        raise ArgumentError(
            "`x` has no values: it is symbolic, and gets values when the model runs."
        )
    return numbers(x)


@export(family="backend")
def k_get_value(x: TensorOrNull) -> Any:
    """Get the value of a variable.

    ``NULL`` returns ``NULL``.

    Returns: an array.

    Example:
        k_get_value(k_variable(c(1, 2)))
    """
    return k_eval(x)


@export(family="backend")
def k_dtype(x: Tensor) -> Any:
    """Data type of a tensor.

    Returns: a string, such as "float32".

    Example:
        k_dtype(k_constant(1))
    """
    import keras

    return str(keras.backend.standardize_dtype(as_tensor(x).dtype))


@export(family="backend")
def k_cast(x: ExactTensor, dtype: Dtype) -> Any:
    """Convert a tensor to another data type.

    Args:
        dtype: Data type, such as "float32", "int32" or "bool".

    Returns: a tensor with the shape of ``x``.

    Example:
        k_cast(c(1.2, 3.8), "int32")
    """
    return _of_type(x, dtype)


@export(family="backend")
def k_cast_to_floatx(x: ExactTensor) -> Any:
    """Convert a tensor to the default float type.

    Returns: a tensor for a tensor, otherwise an array.

    Example:
        k_cast_to_floatx(1:3)
    """
    if is_tensor(x):
        return _of_type(x, None)
    import numpy as np

    return np.asarray(x, _type(None))
