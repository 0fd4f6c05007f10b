"""What all rules have in common, and rules of data and choices."""

from __future__ import annotations

from typing import Annotated, Any, get_origin

import numpy as np
import pytest
from rules import accept, check_accepted, check_refused

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.compat.names import identifiers, trees
from rkeras_py.convert import choices, data, formats, objects, recurrent, scalars, shapes
from rkeras_py.convert.rule import ArgumentError, Rule
from rkeras_py.registry.define import rule_of

ACCEPTED = [
    (formats.Edges, "SAME", "same"),  # as Keras 2 took it
    (choices.Curve, "pr", "PR"),
]


@pytest.mark.parametrize(("kind", "value", "expected"), ACCEPTED)
def test_accepted(kind: Any, value: Any, expected: Any) -> None:
    check_accepted(kind, value, expected)


NUMBERS = "a numeric vector, matrix or array"
WEIGHTS = "a list of arrays, as returned by get_weights()"

REFUSED = [
    (data.Array, "a", f'{NUMBERS}, not the string "a"'),
    (data.Array, np.array([["a"]], object), f"{NUMBERS}, not a character matrix of 1 x 1"),
    (data.Array, None, f"{NUMBERS}, not NULL"),
    (data.Weights, 1.0, f"{WEIGHTS}, not 1"),
    (data.Weights, np.zeros((2, 3)), f"{WEIGHTS}, not a numeric matrix of 2 x 3"),
    (data.X, "a", 'a numeric array, a data frame, a factor, or a list of them, not the string "a"'),
]


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_refused(kind: Any, value: Any, words: str) -> None:
    check_refused(kind, value, words)


def test_functions_and_objects_stand_for_themselves() -> None:
    import keras

    def mine(y_true: Any, y_pred: Any) -> Any:
        return y_pred

    adam = keras.optimizers.Adam()
    assert accept(trees.Losses, mine) is mine
    assert accept(trees.Metrics, ["accuracy", mine]) == ["accuracy", mine]
    assert accept(identifiers.Optimizer, adam) is adam
    model = keras.Sequential()
    assert accept(objects.Model, model) is model
    assert accept(objects.Composable, model) is model
    dense = keras.layers.Dense(2)
    assert accept(objects.Layer, dense) is dense
    tensor = keras.Input((3,))
    assert accept(objects.Composable, tensor) is tensor
    assert accept(objects.Composable, [tensor, tensor]) == [tensor, tensor]


def test_every_rule_has_words_of_its_own() -> None:
    for module in (data, identifiers, objects, recurrent, scalars, shapes, trees):
        kinds = [value for value in vars(module).values() if get_origin(value) is Annotated]
        assert kinds, module.__name__
        for kind in kinds:
            rule, _ = rule_of(kind)
            assert rule is not None and rule.name != Rule.name, kind


@pytest.mark.parametrize(
    "kind",
    [scalars.Size, shapes.Sizes2, scalars.Axes1, objects.NamedList, bool, str],
)
def test_null_is_refused_where_it_is_not_declared(kind: Any) -> None:
    with pytest.raises(ArgumentError, match=r"`p` must be .*, not NULL\."):
        accept(kind, None)
    assert accept(kind | None, None) is None
