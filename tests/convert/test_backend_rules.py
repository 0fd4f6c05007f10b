"""The rules of the backend's arguments: margins, extents, positions, variables, branches."""

from __future__ import annotations

import numpy as np
import pytest

from rkeras_py.convert.branches import BranchRule, ElementsRule
from rkeras_py.convert.extents import ExtentsRule, OneNumberRule
from rkeras_py.convert.formats import MarginsRule
from rkeras_py.convert.indices import PositionsRule, WholeRule
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.sessions import SessionRule
from rkeras_py.convert.variables import AssignmentsRule, VariableRule, VariablesRule


class Scalar:
    """What a rule knows of a tensor."""

    shape = ()
    dtype = "int32"


class Vector(Scalar):
    shape = (3,)


class Slot(Vector):
    def assign(self, value):
        self.value = value


SCALAR, VECTOR, SLOT = Scalar(), Vector(), Slot()


def never():
    """A function without arguments."""


@pytest.mark.parametrize(
    ("rule", "value", "accepted"),
    [
        (MarginsRule(1), [1.0, 2.0], ((1, 2),)),
        (MarginsRule(1), 3.0, ((3, 3),)),
        (MarginsRule(2), [[1.0, 0.0], [2.0, 3.0]], ((1, 0), (2, 3))),
        (MarginsRule(2), [1, 2], ((1, 1), (2, 2))),
        (MarginsRule(2), 1, ((1, 1), (1, 1))),
        (MarginsRule(3), [1, [0, 2], 3], ((1, 1), (0, 2), (3, 3))),
        (ExtentsRule(), [2.0, 3.0], (2, 3)),
        (ExtentsRule(), 4.0, (4,)),
        (ExtentsRule(), [], ()),
        (ExtentsRule(), [SCALAR, 2.0], (SCALAR, 2)),
        (ExtentsRule(), VECTOR, VECTOR),
        (OneNumberRule(), 2, 2.0),
        (OneNumberRule(), SCALAR, SCALAR),
        (WholeRule(), VECTOR, VECTOR),
        (PositionsRule(), VECTOR, VECTOR),
        (VariableRule(), SLOT, SLOT),
        (VariablesRule(), [SLOT, VECTOR], [SLOT, VECTOR]),
        (VariablesRule(), VECTOR, [VECTOR]),
        (AssignmentsRule(), [[SLOT, 1.0]], [(SLOT, 1.0)]),
        (AssignmentsRule(), [], []),
        (BranchRule(), never, never),
        (BranchRule(), 2.0, 2.0),
        (ElementsRule(), VECTOR, VECTOR),
        (ElementsRule(), [VECTOR, SLOT], [VECTOR, SLOT]),
    ],
)
def test_accepted(rule, value, accepted):
    assert rule.accept(value) == accepted


@pytest.mark.parametrize(
    ("rule", "value", "accepted"),
    [
        (WholeRule(), [0.0, 2.0], [0, 2]),
        (WholeRule(), np.array([[1.0], [3.0]]), [[1], [3]]),
        (PositionsRule(), 3.0, 2),
        (PositionsRule(), [1, 4], [0, 3]),
        (ElementsRule(), [1.0, 2.0], [1, 2]),
    ],
)
def test_numbers_become_arrays(rule, value, accepted):
    array = rule.accept(value)
    assert array.tolist() == accepted
    assert array.dtype == ("float32" if isinstance(rule, ElementsRule) else "int32")


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (MarginsRule(1), [1, 2, 3]),
        (MarginsRule(2), [1, 2, 3]),
        (MarginsRule(2), [[1, -1], [0, 0]]),
        (MarginsRule(2), "a"),
        (ExtentsRule(), [2, None]),
        (ExtentsRule(), -1),
        (ExtentsRule(), [VECTOR]),
        (OneNumberRule(), VECTOR),
        (OneNumberRule(), [1.0, 2.0]),
        (WholeRule(), [1.0, float("nan")]),
        (WholeRule(), True),
        (WholeRule(), "a"),
        (PositionsRule(), [1.0, float("inf")]),
        (VariableRule(), VECTOR),
        (VariablesRule(), ["a"]),
        (AssignmentsRule(), SLOT),
        (AssignmentsRule(), [[VECTOR, 1.0]]),
        (AssignmentsRule(), [[SLOT, "a"]]),
        (AssignmentsRule(), [[SLOT]]),
        (BranchRule(), "a"),
        (ElementsRule(), {"a": VECTOR}),
        (SessionRule(), VECTOR),
    ],
)
def test_refused(rule, value):
    with pytest.raises(Mismatch):
        rule.accept(value)


def test_positions_count_from_1():
    with pytest.raises(ArgumentError, match="must be positions, which start at 1, not -2"):
        PositionsRule().accept([1.0, -2.0])


def test_arrays_are_tensors_where_the_backend_needs_them(monkeypatch) -> None:
    from rkeras_py.convert import backends, tensors
    from rkeras_py.convert.indices import PositionsRule
    from rkeras_py.convert.objects import is_tensor

    numbers = np.array([[1.5, 2.0]])
    assert isinstance(tensors.TensorRule().accept(numbers), np.ndarray)
    monkeypatch.setattr(backends, "known", lambda: "torch")
    made = tensors.TensorRule().accept(numbers)
    assert is_tensor(made)
    assert np.asarray(made).tolist() == [[1.5, 2.0]]
    # whether numbers came from R decides where positions start
    assert PositionsRule().accept([3, 1]).tolist() == [2, 0]
