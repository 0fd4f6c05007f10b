"""Tensors and their shapes, as R's tensorflow makes them."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.shapes import ShapeRule, TargetShapeRule
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.tensors import Dtype
from rkeras_py.registry.define import export


@export
def as_tensor(
    x: Any, dtype: Dtype | None = None, *rest: Any, name: str | None = None, **more: Any
) -> Any:
    """A tensor with the values of an R object.

    Args:
        x: Numbers, logicals or strings, as a vector, matrix, array or list; or a tensor.
        dtype: Type of the elements; by default "float32" for R's doubles ("float64" in a matrix
            or array, which keep their precision), "int32" for integers.
        rest, more: ``shape``, to which a single number is repeated, or in which the elements are
            arranged row by row.
        name: Name of the tensor.

    Returns: the tensor.

    Example:
        as_tensor(1:3, "float32")
    """
    import numpy as np
    import tensorflow as tf

    shape = more.pop("shape", None)
    reject_unused(more, rest)
    if dtype is not None and not tf.is_tensor(x) and not isinstance(x, (str, bytes)):
        # 42 is a double in R, which TensorFlow does not take for an integer by itself
        x = _as_array(x, np)
    tensor = tf.convert_to_tensor(getattr(x, "value", x) if _is_variable(x) else x)
    if dtype is not None and tensor.dtype.name != dtype:
        tensor = tf.cast(tensor, dtype)
    if shape is not None:
        wanted = TargetShapeRule().accept(getattr(shape, "as_list", lambda: shape)())
        one = tensor.shape.num_elements() == 1
        tensor = tf.fill(wanted, tf.reshape(tensor, ())) if one else tf.reshape(tensor, wanted)
    return tensor if name is None else tf.identity(tensor, name=name)


def _is_variable(x: Any) -> bool:
    import keras

    return isinstance(x, keras.Variable)


def _as_array(x: Any, np: Any) -> Any:
    import tensorflow as tf

    parts = x if isinstance(x, (list, tuple)) else []
    if any(tf.is_tensor(part) or _is_variable(part) for part in parts):
        return x
    array = np.asarray(x)
    return array if array.dtype.kind in "fiub" else x


@export(r_defaults={"dims": "list(...)"})
def shape(*extents: Any, dims: Any = MISSING) -> Any:
    """The shape of a tensor, as TensorFlow's own object.

    Args:
        extents: Extents; ``NULL`` or ``NA`` leaves one open.
        dims: All extents together, in place of ``...``.

    Returns: a ``TensorShape``; ``as.integer()`` and ``as.list()`` give its extents.

    Example:
        shape(28, 28, 1)
    """
    import tensorflow as tf

    shape = list(extents) if dims is MISSING else dims
    if shape is None:
        return tf.TensorShape(None)
    if isinstance(shape, (list, tuple)) and len(shape) == 1 and isinstance(shape[0], (list, tuple)):
        shape = shape[0]
    from rkeras_py.convert.describe import describe
    from rkeras_py.convert.rule import Mismatch

    try:
        return tf.TensorShape(ShapeRule().accept(shape))
    except Mismatch:
        raise ArgumentError(f"`dims` must be {ShapeRule.name}, not {describe(shape)}.") from None
