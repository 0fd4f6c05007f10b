"""Describes values in R's terms, for error messages."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.backends import dtype_name
from rkeras_py.convert.na import NA, is_na_real


def describe(value: Any) -> str:
    """Such as ``the string "a"``, ``2.5``, ``NULL``, ``a list of length 3``."""
    if value is None:
        return "NULL"
    if isinstance(value, NA) or (isinstance(value, float) and is_na_real(value)):
        return "NA"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return f"{value:.15g}".replace("inf", "Inf").replace("nan", "NaN")
    if isinstance(value, str):
        text = value if len(value) <= 60 else value[:57] + "..."
        return f'the string "{text}"'
    if isinstance(value, dict):
        return f"a named list of length {len(value)}"
    if isinstance(value, (list, tuple)):
        return _describe_sequence(value)
    if type(value).__name__ in _CLASSES:
        return _CLASSES[type(value).__name__]
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if hasattr(value, "dtype") and hasattr(value, "shape"):
        return _describe_array(value)
    if type(value).__name__ == "RFunction":
        return "an R function"
    if type(value).__name__ == "RObject":
        kind = next(iter(value.r_classes), None)
        return f'an R object of class "{kind}"' if kind else "an R object"
    if callable(value) and hasattr(value, "__name__"):
        return f"the function {value.__name__}()"
    return f"an object of class {type(value).__name__}"


def _describe_sequence(value: list[Any] | tuple[Any, ...]) -> str:
    if not value:
        return "an empty list"
    if len(value) <= 5 and all(isinstance(v, (bool, int, float, str)) for v in value):
        maker = "list" if len(value) == 1 else "c"  # a vector of length 1 is converted to a number
        return f"{maker}(" + ", ".join(_element(v) for v in value) + ")"
    kinds = {type(v) for v in value}
    if kinds <= {int, float}:
        return f"a numeric vector of length {len(value)}"
    if kinds == {str}:
        return f"a character vector of length {len(value)}"
    if len(value) == 1 and not isinstance(value[0], (list, tuple, dict)):
        return f"a list with {describe(value[0])}"
    return f"a list of length {len(value)}"


def _element(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else describe(value)


def _describe_array(value: Any) -> str:
    name = dtype_name(value.dtype)
    word = next((word for prefix, word in _R_WORDS.items() if name.startswith(prefix)), f"a {name}")
    shape = tuple(value.shape)
    if len(shape) == 2:
        return f"{word} matrix of {shape[0]} x {shape[1]}"
    if len(shape) == 1:
        return f"{word} vector of length {shape[0]}"
    return f"{word} array of shape ({', '.join(map(str, shape))})"


_CLASSES = {"DataFrame": "a data frame", "Categorical": "a factor"}

_R_WORDS = {
    "str": "a character",
    "object": "a character",
    "float": "a numeric",
    "int": "an integer",
    "bool": "a logical",
    "complex": "a complex",
}


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def near_matches(word: str, known: list[str]) -> str:
    """`` Did you mean "adam", "adamax"?``, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), known, n=3, cutoff=0.6)
    return f" Did you mean {quoted(close)}?" if close else ""
