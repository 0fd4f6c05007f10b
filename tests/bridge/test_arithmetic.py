"""R's operators and its groups of functions on tensors, held against NumPy."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
import pytest
from bridge.things import tensor

A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "float32")
B = np.array([[2.0, 2.0, 2.0], [3.0, 3.0, 3.0]], "float32")


@pytest.mark.parametrize(
    ("sign", "function"),
    [
        ("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv),
        ("^", operator.pow), ("%%", operator.mod), ("%/%", operator.floordiv),
        ("==", operator.eq), ("!=", operator.ne), ("<", operator.lt), ("<=", operator.le),
        (">", operator.gt), (">=", operator.ge),
    ],
)  # fmt: skip
def test_operators(r: Any, sign: str, function: Any) -> None:
    pairs = r(
        f"lapply(list(a {sign} b, a {sign} 2, 2 {sign} a, a {sign} as.array(b)), as.array)",
        a=tensor(A), b=tensor(B),
    )  # fmt: skip
    for got, expected in zip(
        pairs, (function(A, B), function(A, 2), function(2, A), function(A, B)), strict=True
    ):
        np.testing.assert_allclose(got, expected, rtol=1e-6)
        assert (got.dtype == bool) == (expected.dtype == bool)


def test_whole_tensors_stay_whole(r: Any) -> None:
    result = r("x * 2 + 1", x=tensor(np.array([1, 2], "int32")))
    assert str(result.dtype) == "<dtype: 'int32'>"
    assert result.numpy().tolist() == [3, 5]


def test_unary_operators_and_logic(r: Any) -> None:
    np.testing.assert_array_equal(r("as.array(-x)", x=tensor(A)), -A)
    flags = tensor(np.array([True, False]))
    assert r("as.array(!x)", x=flags).tolist() == [False, True]
    assert r("as.array(x & c(TRUE, TRUE))", x=flags).tolist() == [True, False]
    assert r("as.array(x | !x)", x=flags).tolist() == [True, True]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("exp(x)", np.exp(A)), ("log(x)", np.log(A)), ("log(x, 2)", np.log2(A)),
        ("sqrt(x)", np.sqrt(A)), ("abs(-x)", A), ("tanh(x)", np.tanh(A)), ("cos(x)", np.cos(A)),
        ("floor(x / 2)", A // 2), ("ceiling(x / 2)", np.ceil(A / 2)), ("log1p(x)", np.log1p(A)),
    ],
)  # fmt: skip
def test_mathematics(r: Any, code: str, expected: Any) -> None:
    np.testing.assert_allclose(r(f"as.array({code})", x=tensor(A)), expected, rtol=1e-6)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("sum(x)", 21), ("mean(x)", 3.5), ("max(x)", 6), ("min(x)", 1), ("prod(x)", 720),
        ("max(x, 9)", 9), ("sum(x, x)", 42),
    ],
)  # fmt: skip
def test_summaries(r: Any, code: str, expected: float) -> None:
    assert r(f"as.numeric({code})", x=tensor(A)) == expected


def test_range_any_and_all(r: Any) -> None:
    assert r("as.numeric(range(x))", x=tensor(A)) == [1, 6]
    flags = tensor(np.array([True, False]))
    assert r("c(as.logical(any(x)), as.logical(all(x)))", x=flags) == [True, False]


def test_cumulative_sums_name_what_to_use(r: Any) -> None:
    message = r("tryCatch(cumsum(x), error = conditionMessage)", x=tensor(A))
    assert message == "use k_cumsum(x, axis) for a tensor of 2 dimensions"


def test_variables_count_as_tensors(r: Any) -> None:
    import keras

    variable = keras.Variable(A)
    np.testing.assert_array_equal(r("as.array(x + x)", x=variable), A + A)
    assert r("as.numeric(sum(x))") == 21


def test_operators_of_python_values_are_pythons(r: Any) -> None:
    r("library(keras); r_to_py <- keras:::r_to_py")
    assert r("r_to_py(7L) %/% r_to_py(2L)") == 3
    assert r("r_to_py(list(1, 'a')) + r_to_py(list(2))") == [1, "a", 2]
    assert r("r_to_py(6L) & r_to_py(3L)") == 2  # bitwise, as in Python
    assert r("-r_to_py(2L)") == -2
    assert r("!r_to_py(5L)") == -6  # bitwise as well
    assert r("r_to_py('a') < 'b'") is True
    assert r("identical(r_to_py('a', TRUE) == 'b', FALSE)") is True
    assert r("inherits(r_to_py(2L)^3L == 8L, 'python.builtin.bool')") is True


def test_tensors_that_stay_pythons_follow_rs_rules(r: Any) -> None:
    """Python's own operators refuse whole and other numbers together."""
    r("library(keras); r_to_py <- keras:::r_to_py")
    result = r("r_to_py(x) + 1.5", x=tensor(np.array([1, 2], "int32")))
    np.testing.assert_array_equal(result.numpy(), np.array([2.5, 3.5], "float32"))
    assert r("as.array(r_to_py(x) == 2)").tolist() == [False, True]
