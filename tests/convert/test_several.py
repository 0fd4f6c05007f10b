"""Rules for several numbers, margins and inputs."""

from __future__ import annotations

import numpy as np
import pytest

from rkeras_py.convert.functions import MaskRule, ShapeOrFunctionRule
from rkeras_py.convert.margins import MarginsRule
from rkeras_py.convert.na import NA_INTEGER, NA_REAL
from rkeras_py.convert.positions import IntsRule, OrderRule
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.several import AttendedRule, InputsRule, OneOfSeveralRule

A, B = np.ones((2, 3)), np.zeros((2, 3))
ANY, PAIR = IntsRule("axes"), IntsRule("axes", least=1, count=2)


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        (ANY, 2.0, 2),
        (ANY, -1, -1),
        (ANY, [1.0, -2.0], (1, -2)),
        (ANY, [1.0], (1,)),
        (ANY, np.array([1.0, 2.0]), (1, 2)),
        (PAIR, [1, 2], (1, 2)),
        (OrderRule(), [3.0, 1.0, 2.0], (3, 1, 2)),
        (OrderRule(), 1, (1,)),
        (MarginsRule(1), 2.0, (2, 2)),
        (MarginsRule(1), [1, 0], (1, 0)),
        (MarginsRule(1), [[1, 0]], (1, 0)),
        (MarginsRule(2), 1, ((1, 1), (1, 1))),
        (MarginsRule(2), [1], ((1, 1), (1, 1))),
        (MarginsRule(2), [1.0, 2.0], ((1, 1), (2, 2))),
        (MarginsRule(2), [[1.0, 0.0], 2], ((1, 0), (2, 2))),
        (MarginsRule(3), [[0, 1], [2, 3], [4, 5]], ((0, 1), (2, 3), (4, 5))),
        (ShapeOrFunctionRule(), [2.0, None], (2, None)),
    ],
)
def test_accepts(rule: Rule, value: object, expected: object) -> None:
    assert rule.accept(value) == expected


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (ANY, float("inf")),
        (ANY, []),
        (ANY, "a"),
        (ANY, [1, NA_INTEGER]),
        (ANY, NA_REAL),
        (PAIR, [1, 2, 3]),
        (PAIR, 0),
        (OrderRule(), [2]),
        (OrderRule(), [1, 1]),
        (OrderRule(), []),
        (MarginsRule(1), [1, 2, 3]),
        (MarginsRule(1), -1),
        (MarginsRule(2), [1, 2, 3]),
        (MarginsRule(2), [[1, 2, 3], 1]),
        (MarginsRule(2), [1, NA_REAL]),
        (MarginsRule(2), "a"),
        (OneOfSeveralRule(), 3.0),
        (OneOfSeveralRule(), [1.0, 2.0]),
        (InputsRule(), [1.0, 2.0]),
        (InputsRule(), []),
        (InputsRule(), [A, "a"]),
        (AttendedRule(), [A]),
        (AttendedRule(), A),
        (AttendedRule(), [A] * 4),
        (ShapeOrFunctionRule(), -1),
        (MaskRule(), "a"),
    ],
)
def test_refuses(rule: Rule, value: object) -> None:
    with pytest.raises(Mismatch):
        rule.accept(value)


def test_inputs_keep_names_and_order() -> None:
    assert list(InputsRule().accept({"b": B, "a": A})) == ["b", "a"]
    assert len(InputsRule().accept(A)) == 1
    query, value = AttendedRule().accept({"value": B, "query": A})
    np.testing.assert_array_equal(query, A)
    np.testing.assert_array_equal(value, B)


def test_the_shape_that_a_function_gives_is_checked() -> None:
    assert ShapeOrFunctionRule().accept(lambda shape: [None, shape[1] * 2.0])((None, 3)) == (
        None,
        6,
    )
