"""R functions for tensors (outside the function groups) and shapes; see R/R/tensor-methods.R."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rkeras_py.api.tensors import as_tensor, shape
from rkeras_py.bridge.gate import internal
from rkeras_py.convert import backends
from rkeras_py.convert.backends import dtype_name
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.scalars import Axis1Rule, BoolRule, IntRule

# --- functions of each element -----------------------------------------------------------------


def _kind(x: Any) -> str:
    return dtype_name(x.dtype)


def _flags(name: str, of_whole: bool) -> Callable[[Any], Any]:
    """A test of each element; for integers and logical values the result is known."""

    def ask(x: Any) -> Any:
        from keras import ops

        if _kind(x).startswith(("float", "bfloat", "complex")):
            return getattr(ops, name)(x)
        return ops.full_like(x, of_whole, dtype="bool")

    return ask


def _of_complex(name: str) -> Callable[[Any], Any]:
    def compute(x: Any) -> Any:
        if not backends.on_tensorflow():
            from keras import ops

            return getattr(ops, name)(x)
        import tensorflow as tf

        return getattr(tf.math, name)(x)

    return compute


_ELEMENTWISE = {
    "Re": _of_complex("real"),
    "Im": _of_complex("imag"),
    "Mod": _of_complex("abs"),
    "Arg": _of_complex("angle"),
    "Conj": _of_complex("conj"),
    "is.nan": _flags("isnan", False),
    "is.finite": _flags("isfinite", True),
    "is.infinite": _flags("isinf", False),
}


def _call(function: Callable[..., Any], *tensors: Any, **options: Any) -> Any:
    """The function's value; with symbolic tensors, a step of their model."""
    import keras

    from rkeras_py.compat.backend import symbolic

    tensors = tuple(x.value if isinstance(x, keras.Variable) else x for x in tensors)
    return symbolic.call(function, *tensors, **options)


@internal(".elementwise")
def elementwise(name: str, x: Any) -> Any:
    return _call(_ELEMENTWISE[name], x)


@internal(".greatest")
def greatest(x: Any) -> float:
    """The value of full brightness: the maximum of an integer type, otherwise 1."""
    import numpy as np

    kind = _kind(x)
    return float(np.iinfo(kind).max) if kind.startswith(("int", "uint")) else 1.0


# --- rearranging --------------------------------------------------------------------------------


@internal(".sort")
def sort(x: Any, decreasing: Any, axis: Any) -> Any:
    from keras import ops

    try:
        place = Axis1Rule().accept(axis)
        descending = BoolRule().accept(decreasing)
    except Mismatch:
        raise ArgumentError(
            "`axis` must be a whole number other than 0, and `decreasing` TRUE or FALSE."
        ) from None
    x = ops.sort(x, axis=place)
    return ops.flip(x, axis=place) if descending else x


@internal(".rep")
def repeat(x: Any, times: Any) -> Any:
    """Repeat a vector; a single number becomes a vector."""
    from keras import ops

    if len(x.shape) > 1:
        raise ArgumentError(
            f"rep() needs a tensor of one dimension, not of {len(x.shape)}: use tf$tile()."
        )
    if not is_tensor(times):
        try:
            times = IntRule(0).accept(times)
        except Mismatch:
            raise ArgumentError("`times` must be one whole number of at least 0.") from None
    return ops.tile(ops.reshape(x, (-1,)), [times])


@internal(".bind")
def bind(what: str, parts: list[Any], dtype: Any) -> Any:
    """R's ``rbind()`` and ``cbind()`` for tensors and R numbers."""
    from keras import ops

    axis = 0 if what == "rows" else 1
    across = 1 - axis
    ranks = [len(_extents(part)) for part in parts]
    if max(ranks) > 2:
        raise ArgumentError("tensors of more than two dimensions cannot be bound: use tf$concat().")
    kind = _common_kind(parts) if dtype is None else dtype
    parts = [_as_kind(part, kind) for part in parts]
    wanted = {
        (extents[across] if len(extents) == 2 else extents[0])
        for extents in map(_extents, parts)
        if extents and extents != [1]
    } - {None}
    if len(wanted) > 1:
        raise ArgumentError(
            f"all arguments must have the same number of "
            f"{'columns' if axis == 0 else 'rows'}, not {' and '.join(map(str, sorted(wanted)))}."
        )
    length = wanted.pop() if wanted else 1
    return ops.concatenate([_line(part, axis, length) for part in parts], axis=axis)


def _line(part: Any, axis: int, length: int) -> Any:
    """A matrix unchanged; a vector or a number as a row or column."""
    from keras import ops

    if len(part.shape) == 2:
        return part
    flat = ops.reshape(part, (-1,))
    if flat.shape[0] == 1 and length > 1:
        flat = ops.tile(flat, [length])
    return ops.expand_dims(flat, axis)


def _extents(part: Any) -> list[Any]:
    if hasattr(part, "shape"):
        return list(part.shape)
    return [len(part)] if isinstance(part, (list, tuple)) else []


def _common_kind(parts: list[Any]) -> str | None:
    """The type of the tensors among the parts: the widest one of a family."""
    kinds = {_kind(part) for part in parts if is_tensor(part)}
    families = {kind.rstrip("0123456789") for kind in kinds}
    if len(families) != 1:
        names = ", ".join(sorted(kinds))
        raise ArgumentError(
            f"tensors of different types cannot be bound: {names}. Choose the type with `dtype`."
        )
    return max(kinds, key=lambda kind: int("".join(filter(str.isdigit, kind)) or 0))


def _as_kind(part: Any, kind: Any) -> Any:
    return as_tensor(part, dtype=kind)


@internal(".matmul")
def matmul(x: Any, y: Any) -> Any:
    """``x %*% y``, with R numbers in the tensor's type."""
    from keras import ops

    kind = next(_kind(part) for part in (x, y) if is_tensor(part))
    x, y = (part if is_tensor(part) else as_tensor(part, dtype=kind) for part in (x, y))
    if len(x.shape) == 1 and len(y.shape) == 2 and y.shape[0] == 1:
        x = ops.expand_dims(x, 1)
    return ops.matmul(x, y)


# --- shapes -------------------------------------------------------------------------------------


@internal(".same_shape")
def same_shape(a: Any, b: Any) -> bool:
    a, b = (part if hasattr(part, "as_list") else shape(dims=part) for part in (a, b))
    return bool(a == b)
