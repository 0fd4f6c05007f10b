"""Columns of data frames, and Python objects and lists that are numbers."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.rule import ArgumentError


def is_text_column(column: Any) -> bool:
    if column.dtype.name == "object":
        return not holds_numbers(column)
    return column.dtype.name in ("str", "string")


def holds_numbers(objects: Any) -> bool:
    """Whether objects of Python's are numbers, but for missing values."""
    import numpy as np
    import pandas as pd

    kinds = set(map(type, objects)) - {type(None), type(pd.NA)}
    numbers = (bool, int, float, np.bool_, np.number)
    return bool(kinds) and all(issubclass(kind, numbers) for kind in kinds)


def all_numbers(value: Any) -> bool:
    """Whether this is a number, or lists of numbers: Python's way to write an array."""
    if isinstance(value, (list, tuple)):
        return bool(value) and all(map(all_numbers, value))
    return isinstance(value, (bool, int, float))


def stacked(lists: Any) -> Any:
    import numpy as np

    try:
        return np.asarray(lists)
    except ValueError:
        raise ArgumentError("{argument} has lists of different lengths.") from None


def check_dates(column: Any) -> None:
    import datetime

    first = column.dropna().head(1).tolist()
    if column.dtype.kind == "M" or (first and isinstance(first[0], datetime.date)):
        raise ArgumentError(
            f'{{argument}} has a column of dates: "{column.name}". '
            "Convert it to numbers, for instance with as.numeric(...)."
        )


def numbers_of(column: Any) -> Any:
    import numpy as np
    import pandas as pd

    return pd.to_numeric(column).to_numpy(dtype="float64", na_value=np.nan)
