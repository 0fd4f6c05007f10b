"""``[`` of tensors in all its forms, held against NumPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from bridge.things import tensor

Array = Any

RANDOM = np.random.default_rng(3)
ARRAYS = [RANDOM.random(shape, "float32") for shape in ((5,), (4, 5), (3, 4, 5), (2, 3, 4, 5))]
X1, X2, X3, X4 = ARRAYS

#: R's code, in which x is the array, and what NumPy gives.
FORMS: list[tuple[str, Array]] = [
    # single positions
    ("x1[2]", X1[1]), ("x1[-1]", X1[-1]), ("x1[5L]", X1[4]),
    ("x2[1, 2]", X2[0, 1]), ("x2[2, ]", X2[1]), ("x2[, 3]", X2[:, 2]), ("x2[-2, -1]", X2[-2, -1]),
    ("x3[1, , ]", X3[0]), ("x3[, , 2]", X3[..., 1]), ("x4[1, , 2, ]", X4[0, :, 1]),
    ("x4[1, 1, 1, 1]", X4[0, 0, 0, 0]), ("local({ i <- 2; x2[i, i + 1] })", X2[1, 2]),
    # slices
    ("x1[2:3]", X1[1:3]), ("x1[2:NA]", X1[1:]), ("x1[NA:2]", X1[:2]), ("x1[NULL:3]", X1[:3]),
    ("x2[, 2:NA]", X2[:, 1:]), ("x2[, -2:-1]", X2[:, -2:]), ("x2[, 2:-2]", X2[:, 1:-1]),
    ("x2[1:2, 1:3]", X2[:2, :3]), ("x3[, 2, 1:3]", X3[:, 1, :3]),
    ("x4[, , 2:NA, 1:2]", X4[:, :, 1:, :2]), ("x1[-3:NA]", X1[-3:]), ("x1[-1:-1]", X1[-1:]),
    ("local({ n <- 4; x1[2:n] })", X1[1:4]),
    ("local({ n <- 2; x2[, (n + 1):(2 * n)] })", X2[:, 2:4]),
    # steps
    ("x2[, 1:4:2]", X2[:, 0:4:2]), ("x1[NA:NA:2]", X1[::2]), ("x1[`::2`]", X1[::2]),
    ("x1[`2:`]", X1[1:]), ("x1[`:3`]", X1[:3]), ("x2[, NULL:NULL:2]", X2[:, ::2]),
    ("x1[2:NA:2]", X1[1::2]), ("x4[, 1:3:2, , NA:NA:-1]", X4[:, 0:3:2, :, ::-1]),
    # backwards
    ("x2[, NA:NA:-1]", X2[:, ::-1]), ("x1[4:2:-1]", X1[3:0:-1]), ("x1[5:2]", X1[:0:-1]),
    ("x1[3:1]", X1[2::-1]), ("x1[2:1]", X1[1::-1]), ("x1[5:1:2]", X1[4::-2]),
    ("x1[-2:-4]", X1[-2:-5:-1]), ("rev(x1)", X1[::-1]), ("x2[4:1, ]", X2[::-1]),
    # new dimensions, and all that are left
    ("x2[tf$newaxis, , ]", X2[None]), ("x2[NULL, , ]", X2[None]), ("x1[, NULL]", X1[:, None]),
    ("x2[, NULL, ]", X2[:, None]), ("x3[NULL, 1, , NULL, 2]", X3[None, 0, :, None, 1]),
    ("x1[all_dims()]", X1), ("x2[all_dims(), 1]", X2[..., 0]), ("x2[1, all_dims()]", X2[0]),
    ("x3[1, all_dims(), 2]", X3[0, ..., 1]), ("x4[all_dims(), 2, 1]", X4[..., 1, 0]),
    ("x4[2, all_dims(), -1]", X4[1, ..., -1]), ("x4[NULL, all_dims()]", X4[None]),
    ("x3[1, tf$newaxis, all_dims(), 1]", X3[0, None, ..., 0]),
    # several positions
    ("x1[c(1, 3, 5)]", X1[::2]), ("x1[seq(2, 4, 2)]", X1[1:4:2]), ("x2[, c(3, 1)]", X2[:, [2, 0]]),
    ("x2[c(2, 1), c(1, 2, 5)]", X2[np.ix_([1, 0], [0, 1, 4])]),
    ("x3[, , c(1, 1)]", X3[..., [0, 0]]),
    ("local({ i <- c(1, 4, 2); x2[i, 2] })", X2[[0, 3, 1], 1]),
    # dimensions that stay
    ("x2[2, , drop = FALSE]", X2[1:2]), ("x2[, 5, drop = FALSE]", X2[:, 4:]),
    ("x2[2, 2, drop = FALSE]", X2[1:2, 1:2]), ("x1[-1, drop = FALSE]", X1[-1:]),
    ("x1[-5, drop = FALSE]", X1[:1]),
    # tensors, which count from 0
    ("x1[tf$constant(1L)]", X1[1]), ("x1[tf$constant(1L):tf$constant(3L)]", X1[1:3]),
    ("x2[, tf$constant(0L):tf$constant(2L)]", X2[:, 0:2]), ("x1[tf$constant(1L):4]", X1[1:4]),
    ("x1[x1 > 0.5]", X1[X1 > 0.5]), ("x2[x2 > 0.5]", X2[X2 > 0.5]),
    ("x2[x2[, 1] > 0.5, 2]", X2[X2[:, 0] > 0.5, 1]),
    # Python's way
    ('x1[0, style = "python"]', X1[0]), ('x1[0:2, style = "python"]', X1[0:2]),
    ('x1[1:10, style = "python"]', X1[1:10]), ('x1[NULL:-2, style = "python"]', X1[:-2]),
    ('x2[, 0:1, style = "python"]', X2[:, 0:1]), ('x1[4:1, style = "python"]', X1[4:1:-1]),
    ('x1[seq(0, 4, 2), style = "python"]', X1[0:4:2]), ('x1[2, style = "R"]', X1[1]),
    ("x2[1:3, 1, options = tf_extract_opts(one_based = FALSE)]", X2[1:4, 1]),
    ("x2[1:3, options = tf_extract_opts(inclusive_stop = FALSE)]", X2[0:2]),
    # through other functions
    ("(function(x, ...) x[...])(x2, 1, 2)", X2[0, 1]), ("(function(x, i) x[i, ])(x2, 2)", X2[1]),
    ("x2[]", X2), ("x2[2]", X2[1]), ("x2[2:3]", X2[1:3]), ("x3[1, 1]", X3[0, 0]),
]  # fmt: skip


@pytest.fixture
def x(r: Any) -> Callable[[str], Any]:
    """R's value of code in which x1 to x4 are tensors."""
    from rkeras_py.compat.names.modules import TensorflowModule

    names = {f"x{i}": tensor(array) for i, array in enumerate(ARRAYS, 1)}
    return lambda code: r(
        f"suppressWarnings(with(asNamespace('keras'), {{ {code} }}))",
        tf=TensorflowModule(),
        **names,
    )


@pytest.mark.parametrize(("code", "expected"), FORMS, ids=[code for code, _ in FORMS])
def test_forms(x: Callable[[str], Any], code: str, expected: Array) -> None:
    found = x(code).numpy()
    assert found.shape == expected.shape
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    ("option", "code", "expected"),
    [
        ('style = "python"', "x2[0, 1:3]", X2[0, 1:3]),
        ("one_based = FALSE", "x2[0:1, 2]", X2[0:2, 2]),
        ("inclusive_stop = FALSE", "x1[1:3]", X1[0:2]),
        ("disallow_out_of_bounds = FALSE", "x1[2:9]", X1[1:]),
        ("dissallow_out_of_bounds = FALSE", "x1[2:9]", X1[1:]),
    ],
)
def test_options(x: Callable[[str], Any], option: str, code: str, expected: Array) -> None:
    found = x(
        f"local({{ before <- options(tensorflow.extract.{option}); "
        f"on.exit(options(before)); {code} }})"
    )
    np.testing.assert_array_equal(found.numpy(), expected)


def test_the_former_option(x: Callable[[str], Any]) -> None:
    found = x(
        "local({ before <- options(tensorflow.one_based_extract = FALSE); "
        "on.exit(options(before)); x1[0:1] })"
    )
    np.testing.assert_array_equal(found.numpy(), X1[0:2])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x2[5, 1]", "the position in dimension 1 is out of bounds: the dimension has 4 elements"),
        ("x1[2:6]", "the position in dimension 1 is out of bounds: the dimension has 5 elements"),
        ("x1[-6]", "the position in dimension 1 is out of bounds"),
        ("x1[0]", "positions in a tensor start at 1; 0 is not valid"),
        ("x1[0:2]", "positions in a tensor start at 1; 0 is not valid"),
        ("x2[1, 2, 3]", "Incorrect number of dimensions: the tensor has 2, but 3 positions"),
        ("x2[NA, 1]", "must be whole numbers, tensors or slices such as 2:5, not NA"),
        ("x2[Inf, 1]", "must be whole numbers, tensors or slices such as 2:5, not Inf"),
        ("x2[1.5, 1]", "must be whole numbers, tensors or slices such as 2:5, not 1.5"),
        ('x2["a", 1]', 'not the character value "a"'),
        ("x2[mean, 1]", "not an R function"),
        ("x1[c(TRUE, FALSE, TRUE, TRUE, FALSE)]", "not TRUE"),
        ("x2[-(1:2), ]", "several positions in a tensor must be positive"),
        ("x1[integer()]", "a position in a tensor must not be empty"),
        ("x2[rbind(1:2, 2:1)]", "matrices and arrays as positions"),
        ("x4[all_dims(), all_dims()]", "all_dims() can be used only once"),
        ("x1[1:2:3:4]", "a slice has a start, a stop and a step, not more: 1:2:3:4"),
        ("x1[1, drop = NA]", "`drop` must be TRUE or FALSE"),
        ("x1[1, options = 3]", "`options` must be a result of tf_extract_opts()"),
        ("local(x1[1] <- 2)", "the elements of a tensor cannot be replaced"),
    ],
)
def test_what_is_refused(x: Callable[[str], Any], code: str, words: str) -> None:
    message = x(f"tryCatch({{ {code}; 'no error' }}, error = conditionMessage)")
    assert words in message


WARNINGS = """
collect <- function(code) {
  found <- character()
  withCallingHandlers(code, warning = function(w) {
    found <<- c(found, conditionMessage(w))
    invokeRestart("muffleWarning")
  })
  substr(found, 1, 31)
}
"""


def test_warnings(x: Callable[[str], Any]) -> None:
    """Those of tensors and of negative positions come once."""
    found = x(
        f"local({{ {WARNINGS}"
        "before <- as.list(warned_about); on.exit(list2env(before, warned_about));"
        "list2env(list(negative_indices = FALSE, tensors_passed_asis = FALSE), warned_about);"
        'list(collect(x1[-1, style = "R"]), collect(x1[-1]), collect(x1[-2:-1]),'
        "     collect(x1[tf$constant(1L):4]), collect(x1[tf$constant(1L)]), collect(x2[1]),"
        "     collect(x1[1:2:-1]), collect(x1[a = 1]), collect(x2[x2 > 0])) })"
    )
    few = "Incorrect number of dimensions:"
    assert found == [
        [],
        "negative positions in a tensor ",
        [],
        "positions that are tensors star",
        [],
        few,
        [],
        "names of positions in a tensor ",
        [],
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x[, 2:NA, ]", X3[:, 1:]), ("x[, , NA:NA:-1]", X3[..., ::-1]),
        ("x[, -2:-1, 1]", X3[:, -2:, 0]),
        ("x[, 1:4:2, ]", X3[:, 0:4:2]), ("x[all_dims(), 2]", X3[..., 1]),
        ("x[, NULL, 1, ]", X3[:, None, 0]),
        ("x[, 2, , drop = FALSE]", X3[:, 1:2]), ("x[, c(4, 1), ]", X3[:, [3, 0]]),
    ],
)  # fmt: skip
def test_symbolic_tensors(r: Any, code: str, expected: Array) -> None:
    import keras

    x = keras.Input((4, 5))
    y = r(f"with(asNamespace('keras'), {code})", x=x)
    np.testing.assert_array_equal(keras.Model(x, y)(X3), expected)


def test_variables(r: Any) -> None:
    import keras

    found = r("x[2:NA, 1]", x=keras.Variable(X2))
    np.testing.assert_array_equal(found.numpy(), X2[1:, 0])
