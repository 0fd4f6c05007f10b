"""Ranges from which layers draw."""

import numpy as np
import pytest

from rkeras_py.convert.ranges import FactorRule, PairRule
from rkeras_py.convert.rule import Mismatch


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


def test_pairs():
    assert PairRule().accept([0, 255]) == (0.0, 255.0)
    for wrong in (1, [1], [1, 2, 3], ["a", "b"]):
        with pytest.raises(Mismatch):
            PairRule().accept(wrong)
