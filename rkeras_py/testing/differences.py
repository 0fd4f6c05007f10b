"""Where two values in comparable form differ, and by how much."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rkeras_py.testing.values import EXACT, HistoryValues, ModelWeights


@dataclass(frozen=True)
class Tolerance:
    """Numbers are the same where they differ by no more than ``atol + rtol * the larger one``."""

    rtol: float = 0.0
    atol: float = 0.0

    def __str__(self) -> str:
        if self.rtol == self.atol == 0:
            return "no difference is allowed"
        return f"allowed are rtol = {self.rtol:g} and atol = {self.atol:g}"


@dataclass(frozen=True)
class Difference:
    """How two arrays, numbers or texts differ.

    Attributes:
        where: The first place beyond the tolerance: weight, metric, name, position; ``""`` for the
            whole value. Where all is within, that of the largest difference.
        r: What R has there, in words.
        python: What Python has there, in words.
        excess: By how much they differ beyond the tolerance; negative where within.
        absolute: The largest difference; infinite where it is none of numbers.
        relative: The largest difference as a part of the larger number.
        count: How many values lie beyond the tolerance.
        size: How many values there are.
        largest: The place farthest beyond the tolerance; ``""`` where it is ``where``.
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
        """Whether the tolerance does not allow it."""
        return self.excess > 0


def differences(r: Any, python: Any, tolerance: Tolerance, where: str = "") -> Iterator[Difference]:
    """What each part of two values differs by: weights, metrics, elements of lists and arrays.

    Args:
        r: R's value, as ``comparable()`` gives it.
        python: Python's.
        tolerance: What is allowed.
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
    """Weights by their order: names may count differently where other models were made before."""
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
    if {a.shape, b.shape} == {(), (1,)}:  # R's numbers are vectors of one
        a, b = a.reshape(()), b.reshape(())
    if a.shape != b.shape:
        return Difference(where, f"shape {_shape(a)}", f"shape {_shape(b)}")
    if a.size == 0:
        return Difference(where, "no values", "no values", -math.inf, 0, 0, 0, 0)
    return _numbers(a, b, tolerance, where)


def _numbers(a: Any, b: Any, tolerance: Tolerance, where: str) -> Difference:
    """The first element that lies beyond the tolerance; where none does, the one farthest off."""
    import numpy as np

    x, y = a.astype("float64"), b.astype("float64")
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        same = np.asarray((x == y) | (np.isnan(x) & np.isnan(y)))
        gap, larger = np.asarray(np.abs(x - y)), np.maximum(np.abs(x), np.abs(y))
        if a.dtype.kind in "iuO" or b.dtype.kind in "iuO":
            for index in map(tuple, np.argwhere(np.isfinite(larger) & (larger >= EXACT))):
                one, other = int(a[index]), int(b[index])  # doubles may not tell them apart
                same[index], gap[index] = one == other, abs(one - other)
        apart = np.where(same, 0.0, gap)
        apart = np.where(np.isnan(apart), np.inf, apart)  # a number and no number
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
    """An element's place, counted from 0."""
    return f"{where}[{', '.join(str(int(i)) for i in index)}]" if index else where


def _numeric(value: Any) -> bool:
    import numpy as np

    return isinstance(value, (bool, int, float, np.ndarray))


def _shape(array: Any) -> str:
    return "() (one number)" if array.shape == () else str(array.shape)


def _words(value: Any) -> str:
    """A value in a few words."""
    if isinstance(value, ModelWeights):
        return f"a model of {len(value)} weights"
    if isinstance(value, HistoryValues):
        return "a training history"
    if _numeric(value) and not isinstance(value, (bool, int, float)):
        return f"an array of shape {_shape(value)}"
    text = repr(value)
    return text if len(text) <= 70 else text[:67] + "..."


def kind(value: Any) -> str:
    """What a value is, in one word."""
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
