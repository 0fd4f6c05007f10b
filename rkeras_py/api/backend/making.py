"""Creates sequences, identity matrices and one-hot encodings."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.backend.values import _type, _variable
from rkeras_py.convert import backends
from rkeras_py.convert.extents import OneNumber
from rkeras_py.convert.indices import Whole
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.tensors import Dtype
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import graph_step


@export(family="backend")
@graph_step
def k_arange(
    start: OneNumber,
    stop: OneNumber | None = None,
    step: OneNumber = 1.0,
    dtype: Dtype = "int32",
) -> Any:
    """Create a tensor with a sequence of numbers.

    The numbers are evenly spaced, from ``start`` to before ``stop``.

    Args:
        start: The first number. If ``stop`` is missing, the numbers are from 0 to before ``start``.
        stop: End of the sequence, which is not included.
        step: Difference between consecutive numbers.
        dtype: Data type. With "int32", sequences with fractions get the default float type.

    Returns: a tensor with one axis.

    Example:
        k_arange(5)
        k_arange(1, 10, 3)
    """
    import keras
    import numpy as np
    from keras import ops

    first, last = (0, start) if stop is None else (start, stop)
    if any(
        is_tensor(value) for value in (first, last, step)
    ):  # values are known only when the model runs
        return ops.arange(*(ops.cast(value, dtype) for value in (first, last, step)), dtype=dtype)
    if step == 0:
        raise ArgumentError("`step` must not be 0.")
    if abs(step) >= 1:  # as.integer() of all three, as in R keras
        first, last, step = int(first), int(last), int(step)
    numbers = np.arange(first, last, step, dtype="float64")
    if dtype == "int32" and (numbers != np.round(numbers)).any():
        dtype = str(keras.config.floatx())
    return ops.convert_to_tensor(numbers.astype(dtype))


@export(family="backend")
def k_eye(size: Size, dtype: Dtype | None = None, name: str | None = None) -> Any:
    """Create an identity matrix.

    The result is a variable, or a tensor inside layers and compiled functions.

    Args:
        size: Number of rows and columns.
        dtype: Data type; ``k_floatx()`` by default.
        name: Name of the variable.

    Returns: a variable with the shape (size, size).

    Example:
        k_eye(3)
    """
    from keras import ops

    return _variable(ops.eye(size, dtype=_type(dtype)), name)


@export(family="backend")
@graph_step
def k_one_hot(indices: Whole, num_classes: Size) -> Any:
    """One-hot encode integer labels.

    Returns vectors with a 1 at the position of the label, and 0 elsewhere.

    Args:
        indices: Labels, numbered from 0 as in ``to_categorical()``. Numbers out of range, such as
            -1, give vectors of zeros.
        num_classes: Number of classes.

    Returns: a tensor with one more axis, of size ``num_classes``.

    Example:
        k_one_hot(c(0, 2, 1), num_classes = 3)
    """
    from keras import ops

    if backends.current() == "torch":  # which refuses numbers out of range
        places = ops.expand_dims(ops.cast(indices, "int32"), -1)
        return ops.cast(ops.equal(places, ops.arange(num_classes, dtype="int32")), "float32")
    return ops.one_hot(ops.cast(indices, "int32"), num_classes)
