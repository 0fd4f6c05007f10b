"""Losses and metrics, one, several or by the names of outputs."""

from __future__ import annotations

from typing import Any

import pytest
from rules import check_accepted, check_refused, check_unknown

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.compat.names import trees

ACCEPTED = [
    (trees.Losses, "mse", "mse"),
    (trees.Losses, "kullback_leibler_divergence", "kl_divergence"),
    (trees.Losses, "logcosh", "log_cosh"),
    (trees.Losses, "cosine_proximity", "cosine_similarity"),
    (trees.Losses, ["mse"], "mse"),
    (trees.Losses, ["mse", None], ["mse", None]),
    (trees.Losses, {"a": "mse", "b": "kld"}, {"a": "mse", "b": "kl_divergence"}),
    (trees.Metrics, "accuracy", ["accuracy"]),
    (trees.Metrics, ["accuracy", "mae"], ["accuracy", "mae"]),
    (trees.Metrics, {"a": ["mae"], "b": "mse"}, {"a": ["mae"], "b": "mse"}),
    (trees.Metrics, [["mae"], None], [["mae"], None]),
]


@pytest.mark.parametrize(("kind", "value", "expected"), ACCEPTED)
def test_accepted(kind: Any, value: Any, expected: Any) -> None:
    check_accepted(kind, value, expected)


BY_NAME = "its name, {0} object or a function"

REFUSED = [
    (trees.Losses, 3.0, f"a loss: {BY_NAME.format('a loss')}, or a list of them, not 3"),
    (
        trees.Metrics,
        3.0,
        f"a metric: {BY_NAME.format('a metric')}, or a list of them, not 3",
    ),
]


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_refused(kind: Any, value: Any, words: str) -> None:
    check_refused(kind, value, words)


UNKNOWN = [
    (trees.Losses, "log_cosch", ' Did you mean "log_cosh", "logcosh"?'),
    (trees.Losses, ["mse", "poison"], ' Did you mean "poisson"?'),
    (trees.Metrics, "acuracy", ' Did you mean "accuracy", "binary_accuracy", "auc"?'),
]


@pytest.mark.parametrize(("kind", "name", "hint"), UNKNOWN)
def test_unknown_names_get_near_matches(kind: Any, name: Any, hint: str) -> None:
    check_unknown(kind, name, hint)
