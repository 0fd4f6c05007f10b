"""Positions, calls of layers, several axes and orders of dimensions."""

from __future__ import annotations

import pytest

from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.positions import NodeRule, PositionRule
from rkeras_py.convert.rule import ArgumentError


def accept(rule, value):
    return Parameter("a", rule, False, None, None).accept(value)


def test_positions_and_calls_count_from_1():
    assert [accept(PositionRule(), i) for i in (1, 2.0, -1)] == [0, 1, -1]
    assert [accept(NodeRule(), i) for i in (1, 2.0)] == [0, 1]
    for rule, value in (
        (PositionRule(), 0),
        (PositionRule(), 1.5),
        (NodeRule(), 0),
        (NodeRule(), -1),
    ):
        with pytest.raises(ArgumentError, match="`a` must be a whole number"):
            accept(rule, value)
