"""What R does with handles: attributes, items, calls, printing, tensor arithmetic."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from rkeras_py.api import tensorboard
from rkeras_py.bridge import gate, handles, loading, rapi
from rkeras_py.bridge.gate import internal
from rkeras_py.compat import attributes
from rkeras_py.convert.describe import describe
from rkeras_py.convert.na import NA, NA_INTEGER
from rkeras_py.convert.rule import ArgumentError


@internal(".get_attribute")
def get_attribute(value: Any, name: str) -> Any:
    if isinstance(value, dict) and name in value:
        return value[name]
    return attributes.get(value, name)


@internal(".set_attribute")
def set_attribute(value: Any, name: str, new: Any) -> None:
    """Set an attribute, unless it is what it was.

    R turns ``model$layers[[1]]$trainable <- FALSE`` into an assignment at every level; Keras
    refuses the outer one, which changes nothing.
    """
    if not _same_parts(getattr(value, name, None), new):
        attributes.set(value, name, new)


def _same_parts(old: Any, new: Any) -> bool:
    if isinstance(old, (list, tuple)) and isinstance(new, (list, tuple)):
        return len(old) == len(new) > 0 and all(a is b for a, b in zip(old, new, strict=True))
    return old is new and new is not None


def _index(value: Any, i: Any) -> Any:
    """R's position or name as Python's key; positions of sequences count from 1."""
    if isinstance(i, float) and i == int(i):
        i = int(i)
    if isinstance(i, int) and not isinstance(value, dict):
        if i == 0:
            raise ArgumentError("positions count from 1; 0 is none")
        return i - 1 if i > 0 else i
    return i


@internal(".get_item")
def get_item(value: Any, i: Any) -> Any:
    if isinstance(i, str) and not hasattr(value, "__getitem__"):
        return getattr(value, i)
    return value[_index(value, i)]


@internal(".set_item")
def set_item(value: Any, i: Any, new: Any) -> None:
    value[_index(value, i)] = new


@internal(".names")
def names(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(key) for key in value]
    return [name for name in dir(value) if not name.startswith("_")]


@internal(".length")
def length(value: Any) -> int:
    return len(value) if hasattr(value, "__len__") else 1


@internal(".format")
def format_(value: Any) -> str:
    return str(value)


@internal(".text")
def text(value: Any) -> str:
    return str(value)


@internal(".same")
def same(value: Any) -> Any:
    """The value itself: through Python and back."""
    return value


@internal(".held")
def held() -> dict[str, int]:
    """How many objects each language holds of the other's."""
    return {"by_r": handles.held_by_r(), "by_python": rapi.entries.held_count()}


@internal(".collect")
def collect() -> int:
    """Python's own collection of garbage; gives how many objects it found."""
    import gc

    return gc.collect()


@internal(".equal")
def equal(a: Any, b: Any) -> bool:
    return a is b or bool(a == b)


@internal(".as_list")
def as_list(value: Any) -> Any:
    return value if isinstance(value, dict) else tuple(value)


# --- tensors -------------------------------------------------------------------------------

_OPERATORS: dict[str, Callable[..., Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
    "%%": operator.mod,
    "%/%": operator.floordiv,
    "==": lambda a, b: _ops().equal(a, b),
    "!=": lambda a, b: _ops().not_equal(a, b),
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "&": lambda a, b: _ops().logical_and(a, b),
    "|": lambda a, b: _ops().logical_or(a, b),
}

_UNARY: dict[str, Callable[[Any], Any]] = {
    "-": operator.neg,
    "+": operator.pos,
    "!": lambda a: _ops().logical_not(a),
}


def _ops() -> Any:
    from keras import ops

    return ops


def _like(value: Any, tensor: Any) -> Any:
    """An R number beside a tensor: of the tensor's type where that loses nothing."""
    dtype = str(getattr(tensor.dtype, "name", tensor.dtype))
    if isinstance(value, float) and dtype.startswith(("int", "uint")) and value == int(value):
        return int(value)
    if hasattr(value, "shape") and isinstance(getattr(value, "dtype", None), _numpy_dtype()):
        return _ops().cast(_ops().convert_to_tensor(value), dtype)
    return value


def _numpy_dtype() -> type:
    import numpy as np

    return np.dtype


def _pair(a: Any, b: Any) -> tuple[Any, Any]:
    import keras

    a = a.value if isinstance(a, keras.Variable) else a
    b = b.value if isinstance(b, keras.Variable) else b
    a_is, b_is = (hasattr(v, "dtype") and not isinstance(v.dtype, _numpy_dtype()) for v in (a, b))
    if a_is and not b_is:
        return a, _like(b, a)
    if b_is and not a_is:
        return _like(a, b), b
    return a, b


@internal(".operator")
def apply_operator(name: str, a: Any, *rest: Any) -> Any:
    if not rest:
        return _UNARY[name](a)
    return _OPERATORS[name](*_pair(a, rest[0]))


_MATH = {
    "ceiling": "ceil", "trunc": "trunc", "log1p": "log1p", "expm1": "expm1",
    "cumsum": "cumsum", "cumprod": "cumprod", "acos": "arccos", "asin": "arcsin",
    "atan": "arctan", "acosh": "arccosh", "asinh": "arcsinh", "atanh": "arctanh",
}  # fmt: skip


@internal(".math")
def apply_math(name: str, x: Any, *rest: Any) -> Any:
    """R's Math group: one tensor in, one of the same shape out."""
    if name == "log" and rest:
        return _ops().log(x) / _ops().log(_ops().cast(rest[0], x.dtype))
    if name in ("cumsum", "cumprod"):  # R runs over all elements, column by column
        raise ArgumentError(f"use k_{name}(x, axis) for a tensor")
    function = getattr(_ops(), _MATH.get(name, name), None)
    if function is None:
        raise ArgumentError(f"{name}() has no form for tensors")
    return function(x)


@internal(".summary")
def apply_summary(name: str, values: list[Any]) -> Any:
    """R's Summary group over all elements of all arguments."""
    parts = [_ops().reshape(_ops().convert_to_tensor(value), (-1,)) for value in values]
    x = parts[0] if len(parts) == 1 else _ops().concatenate(parts)
    if name == "range":
        return _ops().stack([_ops().min(x), _ops().max(x)])
    return getattr(_ops(), name)(x)


@internal(".dim")
def dim(x: Any) -> Any:
    return [NA_INTEGER if extent is None else int(extent) for extent in x.shape]


@internal(".as_array")
def as_array(x: Any) -> Any:
    from keras import ops

    if type(x).__name__ == "KerasTensor":
        raise ArgumentError(
            "this tensor has no values: it stands for a layer's output. "
            "Make a model of it with keras_model() and call predict()."
        )
    array = ops.convert_to_numpy(x)
    return array if array.shape else array[()].item()


@internal(".subset")
def subset(x: Any, indices: list[Any], drop: bool) -> Any:
    """``x[1, , 2:3]``: positions from 1; an empty place takes everything."""
    if not indices or indices == [None]:
        return x
    if len(indices) != len(x.shape):
        given = "1 index" if len(indices) == 1 else f"{len(indices)} indices"
        raise ArgumentError(f"{given} for a tensor of {len(x.shape)} dimensions")
    keys: list[Any] = []
    for i, extent in zip(indices, x.shape, strict=True):
        if i is None:
            keys.append(slice(None))
            continue
        wanted = i if isinstance(i, list) else [i]
        if any(isinstance(one, (NA, bool)) or one != int(one) for one in wanted):
            raise ArgumentError("positions in a tensor must be whole numbers")
        places = [_index(x, one) for one in wanted]
        if extent is not None and any(place >= extent or place < -extent for place in places):
            raise ArgumentError(f"position {describe(i)} is outside a dimension of {extent}")
        if len(places) == 1:
            keys.append(places[0] if drop else slice(places[0], places[0] + 1 or None))
        elif places == list(range(places[0], places[-1] + 1)):
            keys.append(slice(places[0], places[-1] + 1))
        else:
            keys.append(places)
    for axis, key in reversed(list(enumerate(keys))):
        if isinstance(key, list):  # one dimension at a time, as R does
            x = _ops().take(x, key, axis=axis)
            keys[axis] = slice(None)
    return x[tuple(keys)]


# --- models --------------------------------------------------------------------------------


@internal(".model_summary")
def model_summary(model: Any, options: Any) -> list[str]:
    from rkeras_py.api.summaries import summary_lines

    return summary_lines(model, **(options if isinstance(options, dict) else {}))


@internal(".end")
def end() -> None:
    """R is about to end."""
    tensorboard.stop_all()
    loading.end()


# --- context managers ----------------------------------------------------------------------


@internal(".enter")
def enter(context: Any) -> Any:
    """Enter a context; until it ends, calls stay on R's thread, whose context it is."""
    entered = context.__enter__()
    gate.contexts_open += 1
    return entered


@internal(".exit")
def leave(context: Any) -> None:
    gate.contexts_open -= 1
    context.__exit__(None, None, None)
