"""Positions, calls of layers, several axes and orders of dimensions."""

from __future__ import annotations

import numpy as np
import pytest

from rkeras_py.convert.na import NA_INTEGER
from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.positions import IntsRule, NodeRule, OrderRule, PositionRule
from rkeras_py.convert.rule import ArgumentError, Mismatch


def accept(rule, value):
    return Parameter("a", rule, False, None, None).accept(value)


def test_positions_and_calls_count_from_1():
    assert [accept(PositionRule(), i) for i in (1, 2.0, 2.5, -1)] == [0, 1, 1, -1]
    assert [accept(NodeRule(), i) for i in (1, 2.0, 2.9)] == [0, 1, 1]
    for rule, value in (
        (PositionRule(), 0),
        (PositionRule(), 0.5),
        (NodeRule(), 0),
        (NodeRule(), -1),
    ):
        with pytest.raises(ArgumentError, match="`a` must be a whole number"):
            accept(rule, value)


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        (IntsRule("n"), 2.0, 2),
        (IntsRule("n"), [1.0, -1], (1, -1)),
        (IntsRule("n"), np.array([3]), 3),
        (IntsRule("n"), [1.5, -1.5, "2"], (1, -1, 2)),
        (IntsRule("n", count=2), (1, 2), (1, 2)),
        (IntsRule("n", least=1), [1, 5], (1, 5)),
        (OrderRule(), [2.0, 1.0], (2, 1)),
        (OrderRule(), [2.2, 1], (2, 1)),
        (OrderRule(), 1, (1,)),
        (OrderRule(), (3, 1, 2), (3, 1, 2)),
    ],
)
def test_several_numbers_and_orders(rule, value, expected):
    assert rule.accept(value) == expected


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (IntsRule("n"), []),
        (IntsRule("n"), [float("inf")]),
        (IntsRule("n"), "a"),
        (IntsRule("n"), [1, NA_INTEGER]),
        (IntsRule("n", count=2), [1, 2, 3]),
        (IntsRule("n", least=1), [1, 0]),
        (OrderRule(), [1, 1]),
        (OrderRule(), [1, 3]),
        (OrderRule(), [0, 1]),
        (OrderRule(), []),
        (OrderRule(), None),
    ],
)
def test_what_are_no_numbers_and_no_order(rule, value):
    with pytest.raises(Mismatch):
        rule.accept(value)
