"""Single values: logicals, numbers, strings, axes."""

from __future__ import annotations

import math
from typing import Annotated, Any

import numpy as np
import pytest
from rules import check_accepted, check_refused

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.convert import scalars
from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_LOGICAL, NA_REAL

ACCEPTED = [
    # flags
    (bool, True, True),
    (bool, 1, True),
    (bool, 0.0, False),
    (bool, np.bool_(True), True),
    (bool, 2.0, True),
    (bool, "True", True),
    (bool, "T", True),
    (scalars.FlagOrNA, True, True),
    (scalars.FlagOrNA, NA_LOGICAL, None),
    (scalars.FlagOrNA, None, None),
    # whole numbers
    (scalars.Int, 32.0, 32),
    (scalars.Int, -3, -3),
    (scalars.Int, np.float64(5), 5),
    (scalars.Int, np.array([7]), 7),
    (scalars.Int, 1e15, 10**15),
    # ... as as.integer() makes them
    (scalars.Int, 2.9, 2),
    (scalars.Int, -2.9, -2),
    (scalars.Int, np.float32(1.5), 1),
    (scalars.Int, True, 1),
    (scalars.Int, "3", 3),
    (scalars.Int, " -3.7 ", -3),
    (scalars.Int, "1e3", 1000),
    (scalars.Int, ".5e1", 5),
    (scalars.Int, "0x1F", 31),
    (scalars.Count, -0.9, 0),
    (scalars.Size, "1.5", 1),
    (scalars.Count, 0.0, 0),
    (scalars.Size, 1, 1),
    (scalars.Size | None, None, None),
    # numbers
    (scalars.Float, 2, 2.0),
    (scalars.Float, -0.5, -0.5),
    (scalars.Float, math.inf, math.inf),
    (scalars.NonNegative, 0, 0.0),
    (scalars.Fraction, 1, 1.0),
    (scalars.Fraction, 0.25, 0.25),
    # text
    (str, "relu", "relu"),
    (str, "", ""),
    (str, np.array(["a"], object), "a"),
    # choices
    (Annotated[str, scalars.OneOf("auto", "min", "max")], "max", "max"),
    (Annotated[str, scalars.OneOf("auto", "min", "max")], ["auto", "min", "max"], "auto"),
    (Annotated[str, scalars.OneOf("auto", "min", "max")], "a", "auto"),
    (Annotated[str, scalars.OneOf("auto", "autos")], "auto", "auto"),
    # axes
    (scalars.Axis0, 0.0, 0),
    (scalars.Axis0, 0.5, 0),
    (scalars.Axis0, -1, -1),
    (scalars.Axis1, 1.0, 0),
    (scalars.Axis1, 3, 2),
    (scalars.Axis1, 1.9, 0),
    (scalars.Axis1, -1, -1),
    (scalars.Axes1, 2.0, 1),
    (scalars.Axes1, [1.0, 2.0], (0, 1)),
    (scalars.Axes1, np.array([1, -1]), (0, -1)),
]


@pytest.mark.parametrize(("kind", "value", "expected"), ACCEPTED)
def test_accepted(kind: Any, value: Any, expected: Any) -> None:
    check_accepted(kind, value, expected)


ONE_OF = Annotated[str, scalars.OneOf("auto", "min", "max")]

AXIS0 = "a whole number (an axis, counted from 0; -1 is the last)"
AXIS1 = "a whole number (an axis, counted from 1; -1 is the last)"
AXES1 = "one or several whole numbers (axes, counted from 1; -1 is the last)"

REFUSED = [
    (bool, "yes", 'TRUE or FALSE, not the string "yes"'),
    (bool, "False", 'TRUE or FALSE, not the string "False"'),
    (bool, math.nan, "TRUE or FALSE, not NaN"),
    (bool, NA_LOGICAL, "TRUE or FALSE, not NA"),
    (bool, None, "TRUE or FALSE, not NULL"),
    (bool, [True, False], "TRUE or FALSE, not c(TRUE, FALSE)"),
    (bool | None, "a", 'TRUE or FALSE or NULL, not the string "a"'),
    (scalars.Int, "a", 'a whole number, not the string "a"'),
    (scalars.Int, "", 'a whole number, not the string ""'),
    (scalars.Int, "3L", 'a whole number, not the string "3L"'),
    (scalars.Int, "1_000", 'a whole number, not the string "1_000"'),
    (scalars.Int, "Inf", 'a whole number, not the string "Inf"'),
    (scalars.Int, math.inf, "a whole number, not Inf"),
    (scalars.Int, -math.inf, "a whole number, not -Inf"),
    (scalars.Int, NA_REAL, "a whole number, not NA"),
    (scalars.Int, math.nan, "a whole number, not NaN"),
    (scalars.Int, NA_INTEGER, "a whole number, not NA"),
    (scalars.Int, NA_CHARACTER, "a whole number, not NA"),
    (scalars.Int, None, "a whole number, not NULL"),
    (scalars.Int, [1.0, 2.0], "a whole number, not c(1, 2)"),
    (scalars.Int, [], "a whole number, not an empty list"),
    (scalars.Count, -1.0, "a whole number of at least 0, not -1"),
    (scalars.Size, 0.0, "a whole number of at least 1, not 0"),
    (scalars.Size, 0.9, "a whole number of at least 1, not 0.9"),
    (scalars.Size, "0.9", 'a whole number of at least 1, not the string "0.9"'),
    (scalars.Size | None, 0.0, "a whole number of at least 1 or NULL, not 0"),
    (scalars.Float, "0.5", 'a number, not the string "0.5"'),
    (scalars.Float, True, "a number, not TRUE"),
    (scalars.Float, NA_REAL, "a number, not NA"),
    (scalars.NonNegative, -0.1, "a number of at least 0, not -0.1"),
    (scalars.Fraction, 1.5, "a number from 0 to 1, not 1.5"),
    (str, 1.0, "a string, not 1"),
    (str, ["a", "b"], 'a string, not c("a", "b")'),
    (str, NA_CHARACTER, "a string, not NA"),
    (ONE_OF, "mean", 'one of "auto", "min", "max", not the string "mean"'),
    (ONE_OF, "m", 'one of "auto", "min", "max", not the string "m"'),
    (ONE_OF, 1, 'one of "auto", "min", "max", not 1'),
    (scalars.Axis0, math.inf, f"{AXIS0}, not Inf"),
    (scalars.Axis1, 0.0, f"{AXIS1}, not 0"),
    (scalars.Axis1, 0.5, f"{AXIS1}, not 0.5"),
    (scalars.Axis1, "a", f'{AXIS1}, not the string "a"'),
    (scalars.Axes1, [1.0, 0.0], f"{AXES1}, not c(1, 0)"),
]


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_refused(kind: Any, value: Any, words: str) -> None:
    check_refused(kind, value, words)
