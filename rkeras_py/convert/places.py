"""Which of the user's functions an R error came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

#: The name of an R function without a name.
UNNAMED = "r_function"


def place_of(role: str, function: Any) -> str:
    """A description of a user's function or class: "the loss `my_loss`"."""
    name = getattr(function, "__name__", UNNAMED)
    return f"the {role}" if name == UNNAMED else f"the {role} `{name}`"


@contextmanager
def inside(place: str | Callable[[], str]) -> Iterator[None]:
    """A context for calling a user's function: R errors get a note with its description.

    Args:
        place: The description of the function, or a function that returns it when needed.
    """
    try:
        yield
    except Exception as error:
        if getattr(error, "place", "") is None:  # an R error that is not from an inner function
            error.place = place() if callable(place) else place  # type: ignore[attr-defined]
            error.add_note(f"This happened in {error.place}.")  # type: ignore[attr-defined]
        raise
