"""Finds where two comparable values differ, and by how much."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rkeras_py.testing.values import EXACT, HistoryValues, ModelWeights


@dataclass(frozen=True)
class Tolerance:
    """Numbers are equal if they differ by at most ``atol + rtol * the larger one``."""

    rtol: float = 0.0
    atol: float = 0.0

    def __str__(self) -> str:
        if self.rtol == self.atol == 0:
            return "no difference is allowed"
        return f"the tolerance is rtol = {self.rtol:g} and atol = {self.atol:g}"


@dataclass(frozen=True)
class Difference:
    """The difference of two arrays, numbers or texts.

    Attributes:
        where: The first place beyond the tolerance: weight, metric, name, position; ``""`` for the
            whole value. If all are within the tolerance, the place of the largest difference.
        r: A description of R's value at this place.
        python: A description of Python's value at this place.
        excess: How much the difference exceeds the tolerance; negative if it is within.
        absolute: The largest difference; infinite for other values than numbers.
        relative: The largest difference as a fraction of the larger number.
        count: Number of values beyond the tolerance.
        size: Number of values.
        largest: The place farthest beyond the tolerance; ``""`` if it is the same as ``where``.
    """

    where: str
    r: str
    python: str
    excess: float = math.inf
    absolute: float = math.inf
    relative: float = math.inf
    count: int = 1
    size: int = 1
    largest: str = ""

    @property
    def beyond(self) -> bool:
        """Whether the difference exceeds the tolerance."""
        return self.excess > 0


def differences(r: Any, python: Any, tolerance: Tolerance, where: str = "") -> Iterator[Difference]:
    """The differences of all parts of two values: weights, metrics, elements of lists and arrays.

    Args:
        r: R's value, as returned by ``comparable()``.
        python: Python's.
        tolerance: The allowed difference.
        where: The place of the values.
    """
    if isinstance(r, ModelWeights) and isinstance(python, ModelWeights):
        yield from _weights(r, python, tolerance, where)
    elif isinstance(r, HistoryValues) and isinstance(python, HistoryValues):
        yield from _names(r, python, tolerance, where, _epochs)
    elif isinstance(r, dict) and isinstance(python, dict):
        yield from _names(r, python, tolerance, where, differences)
    elif isinstance(r, list) and isinstance(python, list):
        yield from _list(r, python, tolerance, where)
    else:
        yield _leaf(r, python, tolerance, where)


def _weights(
    r: ModelWeights, python: ModelWeights, tolerance: Tolerance, where: str
) -> Iterator[Difference]:
    """Compare weights in order: names may have other numbers if more models were created before."""
    if len(r) != len(python):
        yield Difference(
            where, f"{len(r)} weights: {', '.join(r)}", f"{len(python)}: {', '.join(python)}"
        )
        return
    for name, other in zip(r, python, strict=True):
        both = f"`{name}`" if name == other else f"`{name}` (Python: `{other}`)"
        yield from differences(r[name], python[other], tolerance, _join(where, both))


def _names(
    r: dict[str, Any],
    python: dict[str, Any],
    tolerance: Tolerance,
    where: str,
    parts: Callable[[Any, Any, Tolerance, str], Iterator[Difference]],
) -> Iterator[Difference]:
    for name in dict.fromkeys([*r, *python]):
        place = _join(where, f"`{name}`")
        if name not in r or name not in python:
            there, missing = "is there", "is not there"
            yield Difference(
                place, there if name in r else missing, there if name in python else missing
            )
        else:
            yield from parts(r[name], python[name], tolerance, place)


def _epochs(
    r: list[float], python: list[float], tolerance: Tolerance, where: str
) -> Iterator[Difference]:
    if len(r) != len(python):
        yield Difference(where, f"{len(r)} epochs", f"{len(python)} epochs")
    else:
        for epoch, (one, other) in enumerate(zip(r, python, strict=True), 1):
            yield _leaf(one, other, tolerance, _join(where, f"epoch {epoch}"))


def _list(
    r: list[Any], python: list[Any], tolerance: Tolerance, where: str
) -> Iterator[Difference]:
    if len(r) != len(python):
        yield Difference(where, f"{len(r)} elements", f"{len(python)} elements")
    else:
        for i, (one, other) in enumerate(zip(r, python, strict=True)):
            yield from differences(one, other, tolerance, f"{where}[{i}]")


def _join(where: str, part: str) -> str:
    return f"{where}, {part}" if where else part


def _leaf(r: Any, python: Any, tolerance: Tolerance, where: str) -> Difference:
    """Numbers, arrays, text."""
    import numpy as np

    if not (_numeric(r) and _numeric(python)):
        if type(r) is type(python) and r == python:
            return Difference(where, repr(r), repr(python), -math.inf, 0, 0, 0)
        return Difference(where, _words(r), _words(python))
    a, b = np.asarray(r), np.asarray(python)
    if {a.shape, b.shape} == {(), (1,)}:  # R's numbers are vectors of length one
        a, b = a.reshape(()), b.reshape(())
    if a.shape != b.shape:
        return Difference(where, f"shape {_shape(a)}", f"shape {_shape(b)}")
    if a.size == 0:
        return Difference(where, "no values", "no values", -math.inf, 0, 0, 0, 0)
    return _numbers(a, b, tolerance, where)


def _numbers(a: Any, b: Any, tolerance: Tolerance, where: str) -> Difference:
    """The first element beyond the tolerance; if none is, that with the largest difference."""
    import numpy as np

    x, y = a.astype("float64"), b.astype("float64")
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        same = np.asarray((x == y) | (np.isnan(x) & np.isnan(y)))
        gap, larger = np.asarray(np.abs(x - y)), np.maximum(np.abs(x), np.abs(y))
        if a.dtype.kind in "iuO" or b.dtype.kind in "iuO":
            for index in map(tuple, np.argwhere(np.isfinite(larger) & (larger >= EXACT))):
                one, other = int(a[index]), int(b[index])  # they may be equal as doubles
                same[index], gap[index] = one == other, abs(one - other)
        apart = np.where(same, 0.0, gap)
        apart = np.where(np.isnan(apart), np.inf, apart)  # a number and NaN
        relative = np.where(same, 0.0, np.where(np.isfinite(larger), apart / larger, np.inf))
        allowed = tolerance.atol + tolerance.rtol * np.where(np.isfinite(larger), larger, 0.0)
        excess = np.where(same, -allowed, apart - allowed)
    beyond = excess > 0
    first = np.argmax(beyond) if beyond.any() else np.argmax(apart)
    index, farthest = (np.unravel_index(i, a.shape) for i in (first, np.argmax(excess)))
    return Difference(
        _at(where, index),
        str(a[index]),
        str(b[index]),
        float(excess.max()),
        float(apart.max()),
        float(relative.max()),
        int(beyond.sum()),
        int(a.size),
        _at(where, farthest),
    )


def _at(where: str, index: tuple[Any, ...]) -> str:
    """An element's position, from 0."""
    return f"{where}[{', '.join(str(int(i)) for i in index)}]" if index else where


def _numeric(value: Any) -> bool:
    import numpy as np

    return isinstance(value, (bool, int, float, np.ndarray))


def _shape(array: Any) -> str:
    return "() (one number)" if array.shape == () else str(array.shape)


def _words(value: Any) -> str:
    """A short description of a value."""
    if isinstance(value, ModelWeights):
        return f"a model of {len(value)} weights"
    if isinstance(value, HistoryValues):
        return "a training history"
    if _numeric(value) and not isinstance(value, (bool, int, float)):
        return f"an array of shape {_shape(value)}"
    text = repr(value)
    return text if len(text) <= 70 else text[:67] + "..."


def kind(value: Any) -> str:
    """The kind of a value, in one word."""
    import numpy as np

    if isinstance(value, ModelWeights):
        return "model"
    if isinstance(value, HistoryValues):
        return "history"
    if isinstance(value, np.ndarray):
        return "array"
    if isinstance(value, dict):
        return "dictionary"
    names = {bool: "truth", int: "number", float: "number", str: "text", type(None): "nothing"}
    return names.get(type(value), "list")
