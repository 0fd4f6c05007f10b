"""A value in words, in R's terms, for error messages."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.na import NA, is_na


def describe(value: Any) -> str:
    """Such as ``the string "a"``, ``2.5``, ``NULL``, ``a list of length 3``."""
    if value is None:
        return "NULL"
    if isinstance(value, NA) or (isinstance(value, float) and is_na(value)):
        return "NA"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    if isinstance(value, str):
        text = value if len(value) <= 60 else value[:57] + "..."
        return f'the string "{text}"'
    if isinstance(value, dict):
        return f"a named list of length {len(value)}"
    if isinstance(value, (list, tuple)):
        return _describe_sequence(value)
    if hasattr(value, "dtype") and hasattr(value, "shape"):
        return _describe_array(value)
    if type(value).__name__ == "RFunction":
        return "an R function"
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if callable(value) and hasattr(value, "__name__"):
        return f"the function {value.__name__}()"
    return f"an object of class {type(value).__name__}"


def _describe_sequence(value: list[Any] | tuple[Any, ...]) -> str:
    if not value:
        return "an empty list"
    if len(value) <= 5 and all(isinstance(v, (bool, int, float, str)) for v in value):
        return "c(" + ", ".join(_element(v) for v in value) + ")"
    kinds = {type(v) for v in value}
    if kinds <= {int, float}:
        return f"a numeric vector of length {len(value)}"
    if kinds == {str}:
        return f"a character vector of length {len(value)}"
    return f"a list of length {len(value)}"


def _element(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else describe(value)


def _describe_array(value: Any) -> str:
    name = str(getattr(value.dtype, "name", value.dtype))
    word = "character" if name.startswith(("str", "object")) else name
    shape = tuple(value.shape)
    if len(shape) == 2:
        return f"a {word} matrix of {shape[0]} x {shape[1]}"
    if len(shape) == 1:
        return f"a {word} vector of length {shape[0]}"
    return f"a {word} array of shape ({', '.join(map(str, shape))})"


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def near_matches(word: str, known: list[str]) -> str:
    """`` Did you mean "adam", "adamax"?``, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), known, n=3, cutoff=0.6)
    return f" Did you mean {quoted(close)}?" if close else ""
