"""Tensors and shapes, as in R's tensorflow."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.na import NA
from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.shapes import ShapeRule, TargetShapeRule, elements
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.sparse import dense
from rkeras_py.convert.tensors import Dtype
from rkeras_py.registry.define import export


@export(method=("as_tensor", "default"))
def as_tensor(
    x: Any, dtype: Dtype | None = None, *rest: Any, name: str | None = None, **more: Any
) -> Any:
    """Convert an R object to a tensor.

    The values of the object become a TensorFlow tensor.

    Args:
        x: Numbers, logicals or strings, as a vector, matrix, array or list; or a tensor or a shape.
        dtype: Data type; by default "float64" for R doubles and "int32" for integers. Numbers
            outside the range of the type are replaced by its minimum or maximum.
        rest, more: ``shape``: a single number is repeated to this shape; other values are arranged
            in row-major order. One dimension may be -1 or ``NA``: it is computed.
        name: Name of the tensor.

    Returns: the tensor.

    Example:
        as_tensor(1:3, "float32")
        as_tensor(1:6, shape = c(NA, 2))
    """
    import keras
    import tensorflow as tf

    wanted = more.pop("shape", None)
    reject_unused(more, rest)
    if isinstance(x, keras.KerasTensor):
        x = x if dtype is None else keras.ops.cast(x, dtype)
        return x if wanted is None else keras.ops.reshape(x, _extents(wanted))
    tensor = tf.convert_to_tensor(_plain(dense(x)))
    if dtype is not None:
        tensor = _cast(tensor, tf.as_dtype(dtype), x)
    if wanted is not None:
        tensor = _shaped(tensor, wanted if tf.is_tensor(wanted) else _extents(wanted))
    return tensor if name is None else tf.identity(tensor, name=name)


def _plain(x: Any) -> Any:
    """The value for TensorFlow's conversion to a tensor: R's doubles keep their precision."""
    import keras
    import numpy as np
    import tensorflow as tf

    if isinstance(x, keras.Variable):
        return x.value
    if isinstance(x, tf.TensorShape):
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
    import tensorflow as tf

    shape = list(extents) if dims is MISSING else dims
    if shape is None:
        return tf.TensorShape(None)
    parts = elements(shape)
    flat: list[Any] = []
    for part in [shape] if parts is None else parts:
        within = elements(part)  # another shape, or a vector
        flat += [part] if within is None else within
    try:
        return tf.TensorShape(ShapeRule().accept([None if _is_open(one) else one for one in flat]))
    except Mismatch:
        raise ArgumentError(f"`dims` must be {ShapeRule.name}, not {describe(shape)}.") from None


def _is_open(extent: Any) -> bool:
    """Whether a dimension is open."""
    return isinstance(extent, (int, float)) and extent == -1
