"""Python objects for the tests of handles."""

from __future__ import annotations

from typing import Any


class Thing:
    """Something with attributes, items, a length and a repr of its own."""

    kind = "thing"

    def __init__(self, size: int = 3) -> None:
        self.size = size
        self._hidden = 1

    def add(self, x: float, times: float = 1) -> float:
        return self.size + x * times

    def __call__(self, x: float) -> float:
        return x * 2

    def __str__(self) -> str:
        return f"a thing of {self.size}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing) and other.size == self.size

    def __hash__(self) -> int:
        return self.size


class Shelf:
    """A sequence that is no list."""

    def __init__(self, *values: Any) -> None:
        self.values = list(values)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, i: Any) -> Any:
        return self.values[i]

    def __setitem__(self, i: Any, value: Any) -> None:
        self.values[i] = value


def tensor(array: Any) -> Any:
    from keras import ops

    return ops.convert_to_tensor(array)
