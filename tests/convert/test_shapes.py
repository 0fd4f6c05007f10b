"""Shapes, and sizes given once or for each dimension."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from rules import check_accepted, check_refused

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.convert import shapes
from rkeras_py.convert.na import NA_INTEGER, NA_LOGICAL, NA_REAL

ACCEPTED = [
    # shapes
    (shapes.Shape, 784.0, (784,)),
    (shapes.Shape, [28.0, 28.0], (28, 28)),
    (shapes.Shape, [None, 10.0], (None, 10)),
    (shapes.Shape, [NA_INTEGER, 10], (None, 10)),
    (shapes.Shape, [NA_REAL, 10.0], (None, 10)),
    (shapes.Shape, np.array([3, 4], "int32"), (3, 4)),
    (shapes.Shape, (), ()),
    (shapes.Shape, [28.9, 2.5], (28, 2)),
    (shapes.Shape, NA_LOGICAL, (None,)),
    (shapes.Shape, NA_REAL, (None,)),
    (shapes.Shape | None, None, None),
    (shapes.TargetShape, [60000.0, 784.0], (60000, 784)),
    (shapes.TargetShape, [-1.0, 784.0], (-1, 784)),
    (shapes.TargetShape, [2, NA_INTEGER], (2, -1)),
    (shapes.TargetShape, 6.0, (6,)),
    (shapes.TargetShape, [2.5, 3.0], (2, 3)),
    (shapes.TargetShape, NA_LOGICAL, (-1,)),
    # sizes
    (shapes.Sizes1, 3.0, 3),
    (shapes.Sizes1, [3.0], 3),
    (shapes.Sizes2, 3.0, 3),
    (shapes.Sizes2, [3.0, 2.0], (3, 2)),
    (shapes.Sizes3, np.array([1, 2, 3]), (1, 2, 3)),
    (shapes.Sizes2, [3.5, "2"], (3, 2)),
    (shapes.Sizes1, 2.5, 2),
    (shapes.Extras2, [0.0, 1.0], (0, 1)),
]


@pytest.mark.parametrize(("kind", "value", "expected"), ACCEPTED)
def test_accepted(kind: Any, value: Any, expected: Any) -> None:
    check_accepted(kind, value, expected)


SHAPE = "a shape (whole numbers of at least 0, such as c(28, 28); NULL for an open dimension)"
TARGET = "whole numbers, such as c(60000, 784); one may be -1 (or NA) and is computed"

REFUSED = [
    (shapes.Shape, "a", f'{SHAPE}, not the string "a"'),
    (shapes.Shape, -1.0, f"{SHAPE}, not -1"),
    (shapes.Shape, [28.0, math.inf], f"{SHAPE}, not c(28, Inf)"),
    (shapes.TargetShape, [-1.0, -1.0], f"{TARGET}, not c(-1, -1)"),
    (shapes.TargetShape, [-2.0], f"{TARGET}, not list(-2)"),
    (shapes.TargetShape, "a", f'{TARGET}, not the string "a"'),
    (shapes.Sizes1, 0.0, "a whole number of at least 1, not 0"),
    (shapes.Sizes2, [1.0, 2.0, 3.0], "a whole number of at least 1, or 2 of them, not c(1, 2, 3)"),
    (shapes.Sizes3, [1.0, 2.0], "a whole number of at least 1, or 3 of them, not c(1, 2)"),
    (shapes.Extras2, -1.0, "a whole number of at least 0, or 2 of them, not -1"),
]


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_refused(kind: Any, value: Any, words: str) -> None:
    check_refused(kind, value, words)
