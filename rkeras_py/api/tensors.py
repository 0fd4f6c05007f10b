"""Tensors and shapes, as in R's tensorflow."""

from __future__ import annotations

import math
from typing import Any

from rkeras_py.convert import backends
from rkeras_py.convert.describe import describe
from rkeras_py.convert.na import NA
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.shapes import Extents, ShapeRule, TargetShapeRule, elements
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.sparse import dense
from rkeras_py.convert.tensors import Dtype
from rkeras_py.registry.define import export


@export(method=("as_tensor", "default"))
def as_tensor(
    x: Any, dtype: Dtype | None = None, *rest: Any, name: str | None = None, **more: Any
) -> Any:
    """Convert an R object to a tensor.

    The values of the object become a tensor of the backend.

    Args:
        x: Numbers, logicals or strings (on TensorFlow), as a vector, matrix, array or list; or a
            tensor or a shape.
        dtype: Data type; by default "float64" for R doubles ("float32" on JAX) and "int32" for
            integers. Numbers
            outside the range of the type are replaced by its minimum or maximum.
        rest, more: ``shape``: a single number is repeated to this shape; other values are arranged
            in row-major order. One dimension may be -1 or ``NA``: it is computed.
        name: Name of the tensor; not used on other backends than TensorFlow.

    Returns: the tensor.

    Example:
        as_tensor(1:3, "float32")
        as_tensor(1:6, shape = c(NA, 2))
    """
    import keras

    wanted = more.pop("shape", None)
    reject_unused(more, rest)
    if isinstance(x, keras.KerasTensor):
        x = x if dtype is None else keras.ops.cast(x, dtype)
        return x if wanted is None else keras.ops.reshape(x, _extents(wanted))
    if not backends.on_tensorflow():
        return _of_other_backend(x, dtype, wanted)
    import tensorflow as tf

    tensor = tf.convert_to_tensor(_plain(dense(x)))
    if dtype is not None:
        tensor = _cast(tensor, tf.as_dtype(dtype), x)
    if wanted is not None:
        tensor = _shaped(tensor, wanted if tf.is_tensor(wanted) else _extents(wanted))
    return tensor if name is None else tf.identity(tensor, name=name)


def _of_other_backend(x: Any, dtype: str | None, wanted: Any) -> Any:
    """A tensor of JAX or PyTorch; JAX has no doubles unless it is told to."""
    import numpy as np
    from keras import ops

    x = _plain(dense(x))
    if not is_tensor(x):
        array = np.asarray(x)
        if array.dtype.kind not in "fiubc":
            raise ArgumentError(
                f"`x` must be numbers, not {describe(x)}: tensors of {backends.title()} hold "
                "no text."
            )
        if array.dtype == np.int64 and isinstance(x, (int, list, tuple)):
            array = array.astype("int32")  # R's integers
        x = array if dtype is None else _in_range(array, np.dtype(dtype))
    kind = backends.dtype_name(x.dtype) if dtype is None else dtype
    tensor = ops.convert_to_tensor(x)
    if dtype is not None and backends.dtype_name(tensor.dtype) != kind:
        tensor = ops.cast(tensor, kind)
    if wanted is None:
        return tensor
    extents = _extents(wanted)
    if math.prod(tensor.shape) == 1 and -1 not in extents:
        return ops.broadcast_to(ops.reshape(tensor, ()), extents)
    return ops.reshape(tensor, extents)


def _in_range(array: Any, kind: Any) -> Any:
    """Numbers beyond the range of a type of whole numbers become its least or greatest."""
    import numpy as np

    if kind.kind not in "iu" or array.dtype.kind not in "fiu":
        return array if kind.kind == "V" else array.astype(kind)
    if array.dtype.kind == "f" and np.isnan(array).any():
        raise ArgumentError(f'`x` has NA, which the type "{kind.name}" cannot hold.')
    limits = np.iinfo(kind)
    if array.dtype.kind == "f":
        beyond = np.where(array > 0, limits.max, limits.min)
        inside = (array > limits.min - 1.0) & (array < limits.max + 1.0)
        return np.where(inside, np.where(inside, array, 0).astype(kind), beyond.astype(kind))
    least, most = np.iinfo(array.dtype).min, np.iinfo(array.dtype).max
    return np.clip(array, max(limits.min, least), min(limits.max, most)).astype(kind)


def _plain(x: Any) -> Any:
    """The value for a backend's conversion to a tensor: R's doubles keep their precision."""
    import keras
    import numpy as np

    if isinstance(x, keras.Variable):
        return x.value
    if hasattr(x, "as_list"):
        return np.array([-1 if extent is None else extent for extent in x.as_list()], "int32")
    parts = x if isinstance(x, (list, tuple)) else [x]
    if any(isinstance(part, NA) for part in parts) or np.ma.is_masked(x):
        raise ArgumentError("`x` has NA, which a tensor cannot hold.")
    if any(isinstance(part, float) for part in parts) and all(
        isinstance(part, (int, float)) for part in parts
    ):
        return np.asarray(x, "float64")
    return x


def _cast(tensor: Any, kind: Any, given: Any) -> Any:
    """Cast a tensor; numbers outside the range of the type become its minimum or maximum."""
    import tensorflow as tf

    if tensor.dtype == kind:
        return tensor
    if kind.is_integer and tensor.dtype.is_floating and not tf.is_tensor(given):
        if bool(tf.reduce_any(tf.math.is_nan(tensor))):
            raise ArgumentError(f'`x` has NA, which the type "{kind.name}" cannot hold.')
        tensor = tf.cast(tf.cast(tensor, "float64"), "int64")  # truncates, as in R
    if tensor.dtype.is_integer and kind.is_integer:  # saturate_cast() is wrong for int64 and uint64
        least = max(tensor.dtype.min, kind.min)
        return tf.cast(tf.clip_by_value(tensor, least, min(tensor.dtype.max, kind.max)), kind)
    if all(one.is_floating or one.is_integer for one in (tensor.dtype, kind)):
        import numpy as np

        with np.errstate(all="ignore"):  # it computes with the limits of both types
            return tf.dtypes.saturate_cast(tensor, kind)
    return tf.cast(tensor, kind)


def _extents(wanted: Any) -> tuple[int, ...]:
    given = getattr(wanted, "as_list", lambda: wanted)()
    try:
        return TargetShapeRule().accept(given)
    except Mismatch:
        raise ArgumentError(
            f"`shape` must be {TargetShapeRule.name}, not {describe(given)}."
        ) from None


def _shaped(tensor: Any, wanted: Any) -> Any:
    import tensorflow as tf

    if tf.is_tensor(wanted):
        wanted = tf.reshape(wanted, (-1,))
    elif -1 in wanted:
        return tf.reshape(tensor, wanted)
    if tensor.shape.num_elements() == 1:
        return tf.fill(wanted, tf.reshape(tensor, ()))
    return tf.reshape(tensor, wanted)


@export(r_defaults={"dims": "list(...)"})
def shape(*extents: Any, dims: Any = MISSING) -> Any:
    """Create the shape of a tensor.

    The result is an object of TensorFlow.

    Args:
        extents: Sizes of the dimensions, or other shapes; ``NULL``, ``NA`` or -1 leaves a dimension
            open.
        dims: All dimensions as one vector or list, instead of ``...``.

    Returns: a ``TensorShape``. ``as.integer()`` and ``as.list()`` return its dimensions.

    Example:
        shape(28, 28, 1)
    """
    TensorShape = _shape_class()
    shape = list(extents) if dims is MISSING else dims
    if shape is None:
        return TensorShape(None)
    parts = elements(shape)
    flat: list[Any] = []
    for part in [shape] if parts is None else parts:
        within = elements(part)  # another shape, or a vector
        flat += [part] if within is None else within
    try:
        return TensorShape(ShapeRule().accept([None if _is_open(one) else one for one in flat]))
    except Mismatch:
        raise ArgumentError(f"`dims` must be {ShapeRule.name}, not {describe(shape)}.") from None


def _shape_class() -> Any:
    """TensorFlow's shapes, and what stands for them on other backends."""
    if not backends.on_tensorflow():
        return Extents
    import tensorflow as tf

    return tf.TensorShape


def _is_open(extent: Any) -> bool:
    """Whether a dimension is open."""
    return isinstance(extent, (int, float)) and extent == -1
