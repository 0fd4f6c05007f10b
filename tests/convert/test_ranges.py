"""Bounds, ranges and values to choose from; and vectors of strings."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from rkeras_py.convert.ranges import BoundOrPairRule, BoundOrValuesRule, FactorRule, PairRule
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.strings import StringsRule


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        (PairRule(), [0, 1], (0.0, 1.0)),
        (PairRule(), np.array([0.5, 2]), (0.5, 2.0)),
        (BoundOrPairRule(), 0.2, 0.2),
        (BoundOrPairRule(), 1, 1.0),
        (BoundOrPairRule(), (0.8, 1.5), (0.8, 1.5)),
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
        (PairRule(), ["a", "b"]),
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


def test_one_number_or_two():
    rule = FactorRule(-1, 1)
    assert rule.accept(0.2) == 0.2
    assert rule.accept([-0.3, 1]) == (-0.3, 1.0)
    assert rule.accept(np.array([0.1, 0.2])) == (0.1, 0.2)
    assert rule.name == "one or two numbers of at least -1 and at most 1"
    for wrong in (1.5, [0, 2], [0, 0, 0], [], "a", None, [0, None]):
        with pytest.raises(Mismatch):
            rule.accept(wrong)


def test_the_lower_end_may_be_left_out_and_the_upper_open():
    rule = FactorRule(-1, None, open=True)
    assert rule.accept(7) == 7.0
    assert rule.name == "one or two numbers above -1"
    with pytest.raises(Mismatch):
        rule.accept([-1, 0])
