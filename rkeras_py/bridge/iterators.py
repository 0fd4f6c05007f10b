"""Iterators of both languages; see also R/R/python-iterators.R."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.python_values import for_r
from rkeras_py.convert.rule import ArgumentError


@internal(".iterator")
def iterator(value: Any) -> Any:
    if hasattr(value, "__next__"):
        return value
    try:
        return iter([value] if isinstance(value, (str, int, float)) else value)
    except TypeError:
        raise ArgumentError("this Python object has no iterator: it cannot be iterated.") from None


@internal(".next", long=True)
def advance(it: Any, convert: bool) -> Any:
    """The next value, in a dictionary; ``None`` at the end."""
    if not hasattr(it, "__next__"):
        raise ArgumentError("iter_next() called with an object that is not an iterator.")
    try:
        return {"value": for_r(next(it), convert)}
    except StopIteration:
        return None


@internal(".from_r")
def from_r(step: Callable[[], Any], prefetch: int) -> Any:
    return RIterator(step, prefetch)


class RIterator:
    """An iterator over the values of an R function, until it returns ``None``.

    Args:
        step: The R function; it returns each value in a list of length one.
        prefetch: How many values to request in advance if another thread than R's iterates.
    """

    def __init__(self, step: Callable[[], Any], prefetch: int = 0) -> None:
        self._step = step
        self._ahead: deque[Any] = deque()
        self._prefetch = prefetch
        self._ended = False
        self._turn = threading.Lock()  # several threads may read one iterator

    def __iter__(self) -> RIterator:
        return self

    def __next__(self) -> Any:
        with self._turn:
            while not self._ended and len(self._ahead) <= self._prefetch:
                found = self._step()
                if found is None:
                    self._ended = True
                else:
                    self._ahead.append(found[0] if isinstance(found, list) else found)
            if not self._ahead:
                raise StopIteration
            return self._ahead.popleft()

    next = __next__  # the name in Python 2
