"""Names of activations, initializers, optimizers and the like, and what stands for them."""

from __future__ import annotations

from typing import Any

import pytest
from rules import check_accepted, check_refused, check_unknown

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.compat.names import identifiers

ACCEPTED = [
    # names of Keras, and former ones
    (identifiers.Activation, "relu", "relu"),
    (identifiers.Initializer, "he_normal", "he_normal"),
    (identifiers.Regularizer, "l2", "l2"),
    (identifiers.Constraint, "max_norm", "max_norm"),
    (identifiers.Optimizer, "adam", "adam"),
]


@pytest.mark.parametrize(("kind", "value", "expected"), ACCEPTED)
def test_accepted(kind: Any, value: Any, expected: Any) -> None:
    check_accepted(kind, value, expected)


BY_NAME = "its name, {0} object or a function"

REFUSED = [
    (
        identifiers.Activation,
        3.0,
        f"an activation: {BY_NAME.format('an activation')}, not 3",
    ),
    (
        identifiers.Initializer,
        [1.0],
        f"an initializer: {BY_NAME.format('an initializer')}, not list(1)",
    ),
]


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_refused(kind: Any, value: Any, words: str) -> None:
    check_refused(kind, value, words)


UNKNOWN = [
    (identifiers.Activation, "rellu", ' Did you mean "relu", "relu6", "elu"?'),
    (identifiers.Activation, "xyz", ""),
    (identifiers.Activation, "gett", ""),
    (identifiers.Initializer, "orthogonale", ' Did you mean "orthogonal"?'),
    (identifiers.Regularizer, "l3", ""),
    (identifiers.Constraint, "maxnrm", ' Did you mean "maxnorm", "max_norm", "minmaxnorm"?'),
    (identifiers.Optimizer, "adamm", ' Did you mean "adam", "nadam", "adamax"?'),
    (identifiers.Optimizer, "rmspropp", ' Did you mean "rmsprop"?'),
]


@pytest.mark.parametrize(("kind", "name", "hint"), UNKNOWN)
def test_unknown_names_get_near_matches(kind: Any, name: Any, hint: str) -> None:
    check_unknown(kind, name, hint)
