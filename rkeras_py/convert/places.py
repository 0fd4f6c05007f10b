"""Which of the user's functions an error of R came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

#: The name of an R function that has none.
UNNAMED = "r_function"


def place_of(role: str, function: Any) -> str:
    """A function of the user's, or a class, in words: "the loss `my_loss`"."""
    name = getattr(function, "__name__", UNNAMED)
    return f"the {role}" if name == UNNAMED else f"the {role} `{name}`"


@contextmanager
def inside(place: str | Callable[[], str]) -> Iterator[None]:
    """While a function of the user's is called: an error of R is told which one it came from.

    Args:
        place: The function in words, or what gives them when they are wanted.
    """
    try:
        yield
    except Exception as error:
        if getattr(error, "place", "") is None:  # of R, and not from a function further inside
            error.place = place() if callable(place) else place  # type: ignore[attr-defined]
            error.add_note(f"This happened in {error.place}.")  # type: ignore[attr-defined]
        raise
