"""``[`` of tensors: converts R's positions to Python's; see R/R/tensor-indexing.R."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rkeras_py.bridge.gate import internal
from rkeras_py.convert import backends
from rkeras_py.convert.backends import dtype_name
from rkeras_py.convert.describe import describe
from rkeras_py.convert.na import is_na
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError

EVERYTHING = slice(None)


@dataclass(frozen=True)
class Style:
    """How positions are interpreted."""

    one_based: bool = True
    inclusive_stop: bool = True
    disallow_out_of_bounds: bool = True
    drop: bool = True


@internal(".subset")
def subset(x: Any, positions: list[Any], style: dict[str, bool]) -> Any:
    """``x[1, , 2:3]``.

    Args:
        positions: One for each argument in the brackets: ``{"start":, "stop":, "step":}`` for a
            slice, otherwise ``{"at":}`` with its value.
        style: The fields of ``Style``.
    """
    reading = Style(**style)
    keys = [_key(position, reading) for position in positions]
    extents = x.shape.as_list() if hasattr(x.shape, "as_list") and x.shape.rank else x.shape
    known = getattr(extents, "rank", 0) is not None  # a TensorFlow tensor may have an unknown rank
    if known:
        keys = _for_all_dimensions(keys, len(extents))
        if reading.disallow_out_of_bounds:
            _check_bounds(keys, list(extents))
        if backends.current() == "torch":
            keys = [_listed(keys, i, extents) for i in range(len(keys))]
    for place in reversed([i for i, key in enumerate(keys) if isinstance(key, list)]):
        x = _take(x, keys[place], axis=_axis(keys, place))
        keys[place] = EVERYTHING
    for place in reversed([i for i, key in enumerate(keys) if _is_mask(key)]):
        x = _masked(x, keys[place], axis=_axis(keys, place))
        keys[place] = EVERYTHING
    return x[tuple(keys)] if keys else x


# --- one position ----------------------------------------------------------------------------


def _key(position: dict[str, Any], style: Style) -> Any:
    if "at" in position:
        return _at(position["at"], style)
    start, stop, step = (_bound(position[name]) for name in ("start", "stop", "step"))
    return _slice(start, stop, step, style)


def _at(value: Any, style: Style) -> Any:
    """A position that was not written as a slice."""
    if value is None or value is ... or isinstance(value, slice):
        return value
    if is_tensor(value):
        return value
    if hasattr(value, "tolist"):  # an R array
        value = value.tolist()
    several = value if isinstance(value, (list, tuple)) else [value]
    numbers = [_whole(one) for one in several]
    if len(numbers) != 1:
        return _places(numbers, style)
    place = _from_zero(numbers[0], style)
    if style.drop:
        return place
    return slice(place, place + 1 or None)


def _whole(value: Any) -> int:
    wanted = "positions in a tensor must be whole numbers, tensors or slices such as 2:5, not "
    if is_na(value):
        raise ArgumentError(wanted + "NA")
    if isinstance(value, str):
        raise ArgumentError(f'{wanted}the character value "{value}"')
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ArgumentError(wanted + describe(value))
    if not math.isfinite(value) or value != int(value):
        raise ArgumentError(wanted + describe(value))
    return int(value)


def _from_zero(place: int, style: Style) -> int:
    """A zero-based position; negative positions count from the end."""
    if not style.one_based or place < 0:
        return place
    if place == 0:
        raise ArgumentError(
            "positions in a tensor start at 1; 0 is not valid. For positions that start at 0, "
            'as in Python, set options(tensorflow.extract.style = "python").'
        )
    return place - 1


def _places(numbers: list[int], style: Style) -> Any:
    """Several positions: a slice if they are equally spaced."""
    if not numbers:
        raise ArgumentError("a position in a tensor must not be empty")
    if min(numbers) < 0:
        raise ArgumentError(
            "several positions in a tensor must be positive, unless they are written as a slice "
            "such as -3:-1"
        )
    places = [_from_zero(number, style) for number in numbers]
    step = places[1] - places[0]
    if step == 0 or any(b - a != step for a, b in itertools.pairwise(places)):
        return places
    last = places[-1]
    if not style.inclusive_stop:  # as in start:stop, whose value is the sequence
        last -= int(math.copysign(1, step))
    return slice(places[0], _after(last, step), step)


def _after(last: int, step: int) -> int | None:
    """The stop of a Python slice that ends with this position."""
    stop = last + (1 if step > 0 else -1)
    return None if stop == (0 if step > 0 else -1) else stop


# --- slices ----------------------------------------------------------------------------------


def _bound(value: Any) -> Any:
    """A start, a stop or a step; ``None`` if it is missing."""
    if value is None or is_na(value):
        return None
    return value if is_tensor(value) else _whole(value)


def _slice(start: Any, stop: Any, step: Any, style: Style) -> slice:
    if isinstance(start, int):
        start = _from_zero(start, style)
    if isinstance(stop, int):
        stop = _from_zero(stop, style)
    if isinstance(start, int) and isinstance(stop, int) and not is_tensor(step):
        descending = start > stop and (start < 0) == (stop < 0)
        if descending and (step is None or step > 0):
            step = -(step or 1)
    if style.inclusive_stop and isinstance(stop, int):
        stop = _after(stop, step if isinstance(step, int) else 1)
    return slice(start, stop, step)


# --- all positions ---------------------------------------------------------------------------


def _for_all_dimensions(keys: list[Any], rank: int) -> list[Any]:
    """The keys, one for each dimension."""
    ellipses = [i for i, key in enumerate(keys) if key is ...]
    if len(ellipses) > 1:
        raise ArgumentError("all_dims() can be used only once.")
    given = sum(map(_dimensions, keys))
    if given > rank:
        raise ArgumentError(
            f"Incorrect number of dimensions: the tensor has {rank}, but {given} positions are "
            "given."
        )
    place = ellipses[0] if ellipses else len(keys)
    rest = [EVERYTHING] * (rank - given)
    return [*keys[:place], *rest, *keys[place + 1 :]]


def _dimensions(key: Any) -> int:
    """How many dimensions of the tensor a key covers."""
    if key is None or key is ...:
        return 0
    return len(key.shape) if _is_mask(key) else 1


def _is_mask(key: Any) -> bool:
    return is_tensor(key) and dtype_name(key.dtype) == "bool"


def _axis(keys: Sequence[Any], place: int) -> int:
    """The dimension of the key at this position."""
    return sum(map(_dimensions, keys[:place]))


def _check_bounds(keys: list[Any], extents: list[int | None]) -> None:
    for place, key in enumerate(keys):
        axis = _axis(keys, place)
        extent = extents[axis] if axis < len(extents) else None
        if extent is None or key is None or is_tensor(key):
            continue
        outside = [p for p in _touched(key) if p >= extent or p < -extent]
        if outside:
            raise ArgumentError(
                f"the position in dimension {axis + 1} is out of bounds: the dimension has "
                f"{extent} elements. With options(tensorflow.extract.disallow_out_of_bounds = "
                "FALSE) slices may go beyond, as in Python."
            )


def _touched(key: Any) -> list[int]:
    """The outermost positions of a key, from 0."""
    if not isinstance(key, slice):
        return key if isinstance(key, list) else [key]
    touched = [key.start] if isinstance(key.start, int) else []
    if isinstance(key.stop, int):
        backwards = isinstance(key.step, int) and key.step < 0
        touched.append(key.stop + 1 if backwards else key.stop - (key.stop > 0))
    return touched


def _listed(keys: list[Any], place: int, extents: Any) -> Any:
    """A slice backwards as its positions: PyTorch takes none of these."""
    key = keys[place]
    if isinstance(key, slice) and isinstance(key.step, int) and key.step < 0:
        return list(range(*key.indices(extents[_axis(keys, place)])))
    return key


def _take(x: Any, places: list[int], axis: int) -> Any:
    """Positions in any order, one dimension at a time, as in R."""
    from keras import ops

    return ops.take(x, places, axis=axis)


def _masked(x: Any, mask: Any, axis: int) -> Any:
    if not backends.on_tensorflow():
        return x[(EVERYTHING,) * axis + (mask,)]
    import tensorflow as tf

    return tf.boolean_mask(tf.convert_to_tensor(x), mask, axis=axis)
