"""R functions as Python callables: their names, signatures, copies; the API's own functions."""

from __future__ import annotations

import copy
import inspect
from typing import Any

import pytest

import rkeras_py as rk
from rkeras_py.errors import RError


@pytest.mark.parametrize(
    ("code", "signature"),
    [
        ("function() 1", "()"),
        ("function(a, b) 1", "(a, b)"),
        ("function(a, b = 2) 1", "(a, b=None)"),
        ("function(a = 1, b) 1", "(a=None, b=None)"),  # Python has no required after optional
        ("function(x, ...) 1", "(x, **dots)"),
        ("function(y_true, y.pred) 1", "(y_true)"),  # a name that Python has not
        ("sum", "(*args, **kwargs)"),  # a primitive tells nothing
    ],
)
def test_signature(r: Any, code: str, signature: str) -> None:
    assert str(inspect.signature(r(code))) == signature


def test_calls_pass_arguments_by_place_and_name(r: Any) -> None:
    function = r("function(a, b = 10, ...) c(a, b, ...)")
    assert function(1, 2) == [1, 2]
    assert function(1) == [1, 10]
    assert function(b=1, a=2) == [2, 1]
    assert function(1, 2, z=3) == [1, 2, 3]
    assert r("sum")(1, 2, 3.5) == 6.5


def test_an_error_of_r_is_raised_in_python(r: Any) -> None:
    with pytest.raises(RError, match=r"^too bad$"):
        r("function(x) stop('too bad')")(1)


def test_name(r: Any) -> None:
    assert r("local({ twice <- function(x) 2 * x; twice })").__name__ == "twice"
    assert r("structure(function(x) x, py_function_name = 'said')").__name__ == "said"
    nameless = r("(function() function(x) x)()").__name__
    assert nameless == r("(function() function(y) y)()").__name__ != "twice"


def test_copies_are_the_function_itself(r: Any) -> None:
    """Two Python objects would release the one R object twice."""
    function = r("function(x) x + 1")
    assert copy.copy(function) is function
    assert copy.deepcopy([function])[0] is function
    assert function(1) == 2


def test_functions_of_the_api_come_as_themselves(r: Any) -> None:
    r("library(keras)")
    assert r("loss_mean_squared_error") is rk.loss_mean_squared_error
    assert r("list(metric_mean_absolute_error)")[0] is rk.metric_mean_absolute_error
    renamed = r("f <- k_mean; environment(f) <- globalenv(); f")
    assert renamed is not rk.k_mean


def test_a_function_goes_back_to_r_as_it_was(r: Any) -> None:
    r("f <- function(x) x; g <- NULL")
    r("g <- f2", f2=r("f"))
    assert r("identical(f, g)") is True


def test_the_pipes_environment_is_left_behind(r: Any) -> None:
    """``.`` would keep the model alive that keeps the function."""
    free = r("(function() { . <- 7; function(a) a })()")
    r("h <- f", f=free)
    assert r("exists('.', environment(h), inherits = FALSE)") is False
    bound = r("(function() { . <- 7; function(a) a + . })()")
    assert bound(1) == 8


def test_a_function_of_the_bridge_by_name(r: Any) -> None:
    from rkeras_py.bridge.functions import BridgeFunction

    r("options(timeout = 123)")
    assert BridgeFunction("download_timeout")() == 123
    r("options(timeout = 60)")


def test_symbolic_tensors_that_a_function_reads(r: Any) -> None:
    r("library(keras); x <- layer_input(3); y <- 5")
    assert r("function(a) a + x").reads_symbolic()
    assert r("function(a) helper(a)").reads_symbolic() is False
    r("helper <- function(a) a * x")
    assert r("function(a) helper(a)").reads_symbolic()
    assert r("function(a) a + y").reads_symbolic() is False
