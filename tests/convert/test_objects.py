"""Models, layers, tensors and functions as arguments."""

from __future__ import annotations

from typing import Any

import pytest
from rules import accept, check_accepted, check_refused

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.convert import objects
from rkeras_py.convert.rule import ArgumentError

ACCEPTED = [
    # other
    (objects.NamedList, {"0": 1.0}, {"0": 1.0}),
]


@pytest.mark.parametrize(("kind", "value", "expected"), ACCEPTED)
def test_accepted(kind: Any, value: Any, expected: Any) -> None:
    check_accepted(kind, value, expected)


TARGETS = "a sequential model, a tensor or a list of tensors"

REFUSED = [
    (objects.Model, "a", 'a model, not the string "a"'),
    (objects.Layer, 1.0, "a layer or a model, not 1"),
    (objects.Composable, "a", f'{TARGETS}, not the string "a"'),
    (objects.Composable, [], f"{TARGETS}, not an empty list"),
    (objects.Callable, "f", 'a function, not the string "f"'),
    (objects.NamedList, [1.0, 2.0], "a named list, not c(1, 2)"),
]


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_refused(kind: Any, value: Any, words: str) -> None:
    check_refused(kind, value, words)


def test_a_layer_is_no_target_of_a_pipe() -> None:
    import keras

    with pytest.raises(ArgumentError) as error:
        accept(objects.Composable, keras.layers.Dense(2))
    assert str(error.value) == (
        "`p` must be a sequential model, a tensor or a list of tensors, "
        "not an object of class Dense."
    )
