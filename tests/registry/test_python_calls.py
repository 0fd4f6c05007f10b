from __future__ import annotations

import pytest

from rkeras_py.registry.python_examples import translated

NAMES = {"k_sum", "k_dot", "get_file", "fit"}


@pytest.mark.parametrize(
    ("r", "python"),
    [
        ("k_dot(rbind(c(1, -2)), 3)", "rk.k_dot(np.array([[1.0, -2.0]]), 3)"),
        ("k_sum(array(1, c(2, 3)))", "rk.k_sum(np.full((2, 3), 1))"),
        ("k_sum(array(runif(6), c(2, 3)))", "rk.k_sum(np.random.rand(2, 3))"),
        ("k_sum(matrix(1:4))", 'rk.k_sum(np.reshape([1, 2, 3, 4], (-1, 1), order="F"))'),
        ("k_sum(matrix(1:20, 4))", 'rk.k_sum(np.reshape(np.arange(1, 21), (4, -1), order="F"))'),
        ("k_sum(matrix(0, 2, 3))", "rk.k_sum(np.full((2, 3), 0))"),
        ("k_sum(matrix(runif(6), ncol = 2))", "rk.k_sum(np.random.rand(6).reshape(-1, 2))"),
        ("f <- tempfile(fileext = \".h5\")\nget_file(f)", 'f = "example.h5"\nrk.get_file(f)'),
        ("k_sum(list(1, \"a\"))", 'rk.k_sum([1, "a"])'),
        ("x <- c(1, 2)\nlength(x)", "x = [1, 2]\nlen(x)"),
        ("k_sum(diag(2))", "rk.k_sum(np.eye(2))"),
        ('f <- file.path(tempdir(), "a.h5")\nf', 'f = "a.h5"\nf'),
    ],
)  # fmt: skip
def test_functions_of_r(r: str, python: str) -> None:
    assert translated(r, NAMES) == python


@pytest.mark.parametrize(
    "r",
    [
        "k_sum(rbind(1, 2))", "k_sum(runif(2, 0, 1))", "k_sum(array(1))", "k_sum(matrix(0, 2))",
        'file.path("a", "b")', "diag(1, 2)", "k_sum(matrix(1:4, byrow = TRUE))",
    ],
)  # fmt: skip
def test_calls_of_other_forms_are_not_translated(r: str) -> None:
    assert translated(r, NAMES) is None
