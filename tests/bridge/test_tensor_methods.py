"""R's functions of tensors outside its groups, and of shapes, held against NumPy and R."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from bridge.things import tensor

A = np.array([[1.0, -2.5, 3.0], [0.5, 4.0, -6.0]], "float32")
B = np.array([[7.0, 8.0, 9.0]], "float32")
V = np.array([3.0, 1.0, 2.0], "float32")
N = np.array([4, -1, 7], "int32")
Z = np.array([3 + 4j, 1j, -2], "complex64")
ODD = np.array([1.0, np.nan, np.inf, -np.inf], "float32")


@pytest.fixture
def computed(r: Any) -> Callable[[str], Any]:
    values = {"a": A, "b": B, "v": V, "n": N, "z": Z, "odd": ODD, "one": np.float32(5)}
    names = {name: tensor(np.asarray(value)) for name, value in values.items()}
    return lambda code: r(f"with(asNamespace('keras'), {{ {code} }})", **names)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("Re(z)", Z.real), ("Im(z)", Z.imag), ("Mod(z)", abs(Z)), ("Arg(z)", np.angle(Z)),
        ("Conj(z)", Z.conj()), ("Mod(v)", V), ("Re(v)", V),
        ("is.nan(odd)", np.isnan(ODD)), ("is.na(odd)", np.isnan(ODD)),
        ("is.finite(odd)", np.isfinite(ODD)), ("is.infinite(odd)", np.isinf(ODD)),
        ("is.nan(n)", [False] * 3), ("is.finite(n)", [True] * 3),
        ("sort(v)", [1, 2, 3]), ("sort(v, decreasing = TRUE)", [3, 2, 1]),
        ("sort(a)", np.sort(A, -1)), ("sort(a, axis = 1)", np.sort(A, 0)),
        ("rep(v, 2)", np.tile(V, 2)), ("rep(one, 3L)", [5, 5, 5]), ("rep(v, times = 1)", V),
        ("rbind(a, b)", np.vstack([A, B])), ("rbind(v, 4:6)", [V, [4, 5, 6]]),
        ("rbind(4:6, v)", [[4, 5, 6], V]), ("rbind(a, v)", np.vstack([A, V])),
        ("rbind(a, 1)", [*A, [1] * 3]),
        ("cbind(a, a)", np.hstack([A, A])), ("cbind(v, v)", np.stack([V, V], 1)),
        ("cbind(a, 1:2)", np.hstack([A, [[1], [2]]])), ("cbind(a, 0)", np.hstack([A, [[0], [0]]])),
        ("rbind(one, one)", [[5], [5]]), ("cbind(one, 6)", [[5, 6]]),
        ("t(a)", A.T), ("t(v)", [V]), ("t(one)", [[5]]),
        ("matmul_of_tensors(a, v)", A @ V),
        ("matmul_of_tensors(matrix(1:4, 2), a)", np.array([[1, 3], [2, 4]]) @ A),
    ],
)  # fmt: skip
def test_functions(computed: Callable[[str], Any], code: str, expected: Any) -> None:
    found = computed(code).numpy()
    assert found.shape == np.shape(expected)
    np.testing.assert_allclose(found, expected, rtol=1e-6)


@pytest.mark.parametrize(
    ("code", "dtype"),
    [
        ("mean(n)", "int32"), ("n / 2L", "float64"), ("rbind(n, 1:3)", "int32"),
        ("rbind(v, 1:3, dtype = 'float64')", "float64"), ("sort(n)", "int32"), ("is.na(n)", "bool"),
    ],
)  # fmt: skip
def test_types(computed: Callable[[str], Any], code: str, dtype: str) -> None:
    assert computed(code).dtype.name == dtype


def test_means_of_whole_numbers_are_whole(computed: Callable[[str], Any]) -> None:
    assert computed("mean(n)").numpy() == 10 // 3
    assert computed("mean(-n)").numpy() == -3  # towards 0
    assert computed("mean(rbind(n, 1:3), axis = 1)").numpy().tolist() == [2, 0, 5]
    assert computed("n / 2L").numpy().tolist() == [2, -0.5, 3.5]
    assert computed("n / 3L").numpy()[0] == 4 / 3  # in full precision
    assert computed("mean(n > 0)").numpy() == pytest.approx(2 / 3)


def test_numbers_as_truth_values(computed: Callable[[str], Any]) -> None:
    assert computed("n & c(TRUE, TRUE, FALSE)").numpy().tolist() == [True, True, False]
    assert computed("c(0, 2, 0) | (v > 2)").numpy().tolist() == [True, True, False]


def test_texts(r: Any, computed: Callable[[str], Any]) -> None:
    words = tensor(np.array(["a", "ü"]))
    assert r("as.character(x)", x=words) == ["a", "ü"]
    assert r("identical(as.array(x), array(c('a', 'ü')))", x=words) is True
    assert computed("as.character(v)") == ["3", "1", "2"]
    assert computed("as.character(one)") == "5"
    shown = computed("capture.output(print(v), str(a), v)")
    line = "tf.Tensor([3. 1. 2.], shape=(3), dtype=float32)"
    assert shown[0] == shown[2] == line
    assert shown[1] == "<tf.Tensor: shape=(2, 3), dtype=float32, numpy=...>"


def test_pictures(computed: Callable[[str], Any]) -> None:
    assert computed("unclass(as.raster(cbind(v / 4)))").tolist() == [
        ["#BFBFBF"],
        ["#404040"],
        ["#808080"],
    ]
    bytes_ = "as.raster(k_cast(rbind(c(0, 255), one * 0 + 51), 'uint8'))"
    assert computed(f"as.matrix({bytes_})").tolist() == [["#000000", "#FFFFFF"], ["#333333"] * 2]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("rbind(a, c(1, 2))", "the same number of columns, not 2 and 3"),
        ("cbind(a, v)", "the same number of rows, not 2 and 3"),
        ("rbind(a, n)", "tensors of different types cannot be bound: float32, int32"),
        ("rep(a, 2)", "rep() needs a tensor of one dimension, not of 2"),
        ("rep(v, c(1, 2, 3))", "`times` must be one whole number of at least 0"),
        ("rep(v, 2, each = 2)", "rep() of a tensor takes no further arguments"),
        ("sort(v, axis = 0)", "`axis` must be a whole number other than 0"),
        ("t(k_expand_dims(a))", "t() needs a vector or matrix, not 3 dimensions"),
    ],
)
def test_what_is_refused(computed: Callable[[str], Any], code: str, words: str) -> None:
    assert words in computed(f"tryCatch({{ {code}; 'no error' }}, error = conditionMessage)")


def test_na_rm_is_ignored(computed: Callable[[str], Any]) -> None:
    message = computed("tryCatch(sum(v, na.rm = TRUE), warning = conditionMessage)")
    assert message == "a tensor has no NA: `na.rm` is ignored."


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("rbind(x, x)", np.vstack([A, A])), ("cbind(x, x)", np.hstack([A, A])),
        ("sort(x, decreasing = TRUE)", -np.sort(-A, -1)), ("Mod(x)", abs(A)), ("Re(x)", A),
        ("is.nan(x)", np.isnan(A)), ("is.finite(x)", np.isfinite(A)), ("t(x)", A.T),
        ("mean(k_cast(x, 'int32'))", math.trunc(A.astype("int32").sum() / 6)),
    ],
)  # fmt: skip
def test_symbolic_tensors(r: Any, code: str, expected: Any) -> None:
    import keras

    x = keras.Input(batch_shape=(2, 3))
    model = keras.Model(x, r(f"with(asNamespace('keras'), {code})", x=x))
    np.testing.assert_array_equal(model(A), expected)


# --- shapes -------------------------------------------------------------------------------------

SHAPES = "with(asNamespace('keras'), local({{ s <- shape(2, 3, 4); {} }}))"


@pytest.mark.parametrize(
    ("code", "extents"),
    [
        ("s[2:3]", [3, 4]), ("s[-1]", [3, 4]), ("s[1]", [2]),
        ("c(s, shape(NA), 5)", [2, 3, 4, None, 5]),
        ("{ s[1] <- 7; s }", [7, 3, 4]), ("{ s[[3]] <- 9; s }", [2, 3, 9]),
        ("{ s[1:2] <- c(NA, 9); s }", [None, 9, 4]), ("{ s[2] <- shape(8); s }", [2, 8, 4]),
        ("{ s[[1]] <- NULL; s }", [None, 3, 4]),
        ("merge(shape(NA, 3), shape(2, NA))", [2, 3]), ("merge(shape(NA, 3), c(2, 3))", [2, 3]),
        ("shape(shape(3, 4), 5)", [3, 4, 5]), ("shape(-1, 4)", [None, 4]),
    ],
)  # fmt: skip
def test_shapes(r: Any, code: str, extents: list[int | None]) -> None:
    assert r(SHAPES.format(code)).as_list() == extents


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("s[[2]]", 3), ("length(s)", 3), ("s$rank", 3), ("s$ndims", 3), ("s$as_list()", [2, 3, 4]),
        ("as.integer(s)", [2, 3, 4]), ("format(shape(3, NA))", "(3, NA)"),
        ("format(shape(3))", "(3)"), ("format(shape(dims = NULL))", "(<unknown>)"),
        ("capture.output(shape(3, NA))", "TensorShape([3, None])"),
        ("s == c(2, 3, 4)", True), ("s == shape(2, 3)", False), ("s != c(2, 3, 5)", True),
        ("c(2, 3, 4) == s", True), ("shape(NA, 4) == shape(3, 4)", False),
        ("shape(dims = NULL) == shape(dims = NULL)", True),
        ("shape(dims = NULL) == shape(4)", False),
        ("identical(length(shape(dims = NULL)), NA_integer_)", True),
        ("identical(as.list(shape(NA, 3)), list(NULL, 3L))", True),
        ("identical(as.numeric(shape(NA, 3)), c(NA, 3))", True),
        ("tryCatch(as.list(shape(dims = NULL)), error = function(e) 'unknown')", "unknown"),
        ("keras:::py_str(s)", "TensorShape([2, 3, 4])"),
    ],
)  # fmt: skip
def test_what_shapes_say(r: Any, code: str, expected: Any) -> None:
    assert r(SHAPES.format(code)) == expected
