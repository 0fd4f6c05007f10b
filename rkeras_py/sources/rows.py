"""What can give rows again and again, and the parts of a row that a model takes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


class Rows:
    """Rows that are read when they are needed.

    Attributes:
        count: How many there are.
        buffer_size: In how many of them rows are shuffled; ``None`` leaves that to their width.
    """

    count: int
    buffer_size: int | None = None

    def units(self, size: int) -> Sequence[Any]:
        """Portions that can be read in any order, together all rows.

        Args:
            size: Rows in a portion, where the data leave that open.
        """
        raise NotImplementedError

    def read(self, unit: Any, parts: Sequence[Part], size: int) -> Iterator[list[Any]]:
        """A portion as blocks of arrays, one for each part.

        Args:
            unit: One of ``units()``.
            parts: What is wanted of each row.
            size: Rows in a block, at most.
        """
        raise NotImplementedError

    def not_finite(self, part: Part, values: Any) -> list[str]:
        """What is called so in which values of a part are NaN or infinite.

        Args:
            part: The part.
            values: Its values in some rows.
        """
        import numpy as np

        return [] if np.isfinite(values).all() else ["the data"]

    def check_complete(self, read: int) -> None:
        """Raises: ArgumentError: so many rows came, which is not how many there are."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Part:
    """An input, a target or the weights of the rows, before they are read.

    Attributes:
        rows: Where they are.
        wanted: What is read of a row: names of columns, or an array.
        shape, dtype: Of all rows, as arrays have them.
    """

    rows: Rows
    wanted: Any
    shape: tuple[int, ...]
    dtype: Any

    @property
    def bytes_of_row(self) -> int:
        return math.prod(self.shape[1:]) * int(self.dtype.itemsize)


def floats() -> Any:
    """The type of the numbers with a fraction that a model takes."""
    import keras
    import numpy as np

    name = keras.config.floatx()
    return np.dtype("float32" if name == "bfloat16" else name)
