"""Loops and conditions of R over tensors, in functions that TensorFlow traces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bridge.things import tensor


@pytest.fixture
def traced(r: Any) -> Callable[[str], Any]:
    """A function of R as TensorFlow's, whose loops and conditions the package handles itself."""
    from rkeras_py.compat.names.modules import TensorflowModule

    tf = TensorflowModule()
    call = "call_python('.tf_function', list(stage({}), NULL, FALSE, list()))"
    code = f"with(asNamespace('keras'), {call})"
    return lambda function: r(code.format(function), tf=tf)


def whole(*values: int) -> Any:
    import numpy as np

    return tensor(np.array(values if len(values) != 1 else values[0], "int32"))


def real(*values: float) -> Any:
    import numpy as np

    return tensor(np.array(values if len(values) != 1 else values[0], "float32"))


def test_defaults(traced: Callable[[str], Any]) -> None:
    f = traced("function(a, b = 10, c = a * b) c + 1")
    assert f(real(2)).numpy() == 21
    assert f(real(2), real(3)).numpy() == 7
    assert f(real(2), c=real(5)).numpy() == 6
    g = traced("function(x, ...) x + sum(unlist(list(...)))")
    assert g(real(1), y=2.0).numpy() == 3


def test_conditions(traced: Callable[[str], Any]) -> None:
    f = traced("function(x) if (x > 0) x * 2 else x - 1")
    assert [f(real(value)).numpy() for value in (3, -3)] == [6, -4]
    f = traced("function(x) { y <- 1; if (x > 0) { y <- x; z <- 2 } else z <- 5; y * z }")
    assert [f(real(value)).numpy() for value in (3, -3)] == [6, 5]
    f = traced("function(x) { if (x > 2) y <- 3 else if (x > 1) y <- 2 else y <- x; y }")
    assert [f(real(value)).numpy() for value in (3, 1.5, 0.5)] == [3, 2, 0.5]
    f = traced("function(x) { if (x > 0) x <- -x; x }")  # no else
    assert [f(real(value)).numpy() for value in (3, -3)] == [-3, -3]
    f = traced("function(x) 10 + (if (x > 0) 1L else 2L)")  # as a value; numbers of R alone
    assert [f(real(value)).numpy() for value in (3, -3)] == [11, 12]


def test_early_returns(traced: Callable[[str], Any]) -> None:
    f = traced("function(x) { if (x > 1) return(x * 2); y <- x - 1; if (y > -2) return(y); 100 }")
    assert [f(real(value)).numpy() for value in (3, 0, -3)] == [6, -1, 100]


def test_while(traced: Callable[[str], Any]) -> None:
    f = traced("function(n) { i <- 0L; p <- 1L; while (i < n) { p <- p * 2L; i <- i + 1L }; p }")
    assert [f(whole(value)).numpy() for value in (0, 1, 10)] == [1, 2, 1024]
    # a number of R that becomes a whole number, one that becomes a float
    f = traced(
        "function(x) { s <- tf$constant(0); i <- 0; while (s < 10) { s <- s + x; i <- i + 1 }; i }"
    )
    assert f(real(3)).numpy() == 4


def test_for(traced: Callable[[str], Any]) -> None:
    f = traced("function(n) { s <- 0L; for (i in tf$range(n)) s <- s + i; s }")
    assert [f(whole(value)).numpy() for value in (0, 5)] == [0, 10]
    f = traced("function(x) { s <- 0; for (row in x) s <- s + tf$reduce_max(row); s }")
    assert f(tensor([[1.0, 5.0], [7.0, 2.0]])).numpy() == 12
    f = traced(
        "function(n) { s <- 0L; for (i in tf$range(n)) { for (j in tf$range(i)) {"
        "if (j > 0L) s <- s + j } }; s }"
    )
    assert f(whole(5)).numpy() == sum(j for i in range(5) for j in range(i))
    f = traced(
        "function(s) { for (x in tf$data$Dataset$range(4L)) s <- s + tf$cast(x, 'float32'); s }"
    )
    assert f(real(10)).numpy() == 16


def test_code_of_r_stays(r: Any, traced: Callable[[str], Any]) -> None:
    """Loops and conditions that no tensor decides run while the function is traced."""
    f = traced(
        "function(x) { for (i in 1:5) { if (i == 2) next; if (i > 3) break; x <- x + i };"
        "k <- 0; while ((k <- k + 1) < 3) x <- x * 2; repeat { x <- x + 1; break };"
        "if (is.null(NULL)) x else 0 }"
    )
    assert f(real(1)).numpy() == (1 + 1 + 3) * 4 + 1
    f = traced("function(x) { g <- function(y) { if (y > 0) return(1); 2 }; g(x) + g(-x) }")
    assert f(real(1)).numpy() == 3
    plain = "keras:::stage(function(x) { s <- 0; for (v in x) s <- s + v; s })(x)"
    assert r(plain, x=real(1, 2, 4)).numpy() == 7  # not traced: R's own loop
    assert r(plain, x=[1, 2, 3, 4]) == 10


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("{ for (v in x) if (v > 1) break; x }", "break"),
        ("{ for (v in x) { if (v > 1) next; x <- x + v }; x }", "next"),
        ("{ while (x[1] > 1) return(x); x }", "return"),
    ],
)
def test_what_cannot_be_staged(traced: Callable[[str], Any], code: str, word: str) -> None:
    with pytest.raises(Exception, match=f"`{word}` depends on a tensor whose value is known only"):
        traced(f"function(x) {code}")(real(1, 2))


def test_branches_that_do_not_fit(traced: Callable[[str], Any]) -> None:
    with pytest.raises(Exception, match="true_fn and false_fn arguments to"):
        traced("function(x) if (x > 0) x else tf$constant('a')")(real(1))


def test_a_condition_that_becomes_a_tensor(traced: Callable[[str], Any]) -> None:
    with pytest.raises(Exception, match="with tensors, such as tf\\$constant"):
        traced("function(x) { s <- 0; while (s < 10) s <- s + x; s }")(real(1))
