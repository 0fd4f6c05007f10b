"""Bounds, ranges and values to choose from."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from rkeras_py.convert.draws import BoundOrPairRule, BoundOrValuesRule, PairRule
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.strings import StringsRule


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        (PairRule(), [0, 1], [0.0, 1.0]),
        (PairRule(), np.array([0.5, 2]), [0.5, 2.0]),
        (BoundOrPairRule(), 0.2, 0.2),
        (BoundOrPairRule(), 1, 1.0),
        (BoundOrPairRule(), (0.8, 1.5), [0.8, 1.5]),
        (BoundOrValuesRule(), 2, 2),
        (BoundOrValuesRule(), 2.0, 2.0),
        (BoundOrValuesRule(), np.array([3.0]), 3.0),
        (BoundOrValuesRule(), [-1, 0, 1], [-1.0, 0.0, 1.0]),
        (StringsRule(), "a", ["a"]),
        (StringsRule(), ("a", "b"), ["a", "b"]),
        (StringsRule(), np.array(["a", "b"]), ["a", "b"]),
    ],
)
def test_accepted(rule: Rule, value: Any, expected: Any) -> None:
    got = rule.accept(value)
    assert got == expected
    assert type(got) is type(expected)


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (PairRule(), 1),
        (PairRule(), [1]),
        (PairRule(), [1, 2, 3]),
        (BoundOrPairRule(), "a"),
        (BoundOrPairRule(), ["a", "b"]),
        (BoundOrPairRule(), True),
        (BoundOrValuesRule(), True),
        (BoundOrValuesRule(), ["a"]),
        (BoundOrValuesRule(), None),
        (StringsRule(), 1),
        (StringsRule(), ["a", 1]),
    ],
)
def test_refused(rule: Rule, value: Any) -> None:
    with pytest.raises(Mismatch):
        rule.accept(value)
