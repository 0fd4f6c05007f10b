"""Errors of R are told which of the user's functions they came from; others stay as they are."""

from __future__ import annotations

import pytest

from rkeras_py.convert.places import inside, place_of
from rkeras_py.errors import RError


def my_loss() -> None:
    """A function with a name."""


def test_functions_in_words() -> None:
    assert place_of("loss", my_loss) == "the loss `my_loss`"
    my_loss.__name__ = "r_function"
    assert place_of("loss", my_loss) == "the loss"


def test_the_innermost_function_is_told() -> None:
    error = RError("wrong")
    with pytest.raises(RError) as raised, inside("the callback"), inside(lambda: "the loss `a`"):
        raise error
    assert raised.value is error and str(error) == "wrong"
    assert error.place == "the loss `a`"
    assert error.__notes__ == ["This happened in the loss `a`."]


def test_errors_of_python_get_no_place() -> None:
    error = ValueError("wrong")
    with pytest.raises(ValueError, match=r"^wrong$"), inside("the loss"):
        raise error
    assert not hasattr(error, "place") and not hasattr(error, "__notes__")
