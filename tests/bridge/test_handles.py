"""Handles: what R does with Python objects."""

from __future__ import annotations

import gc
import operator
import types
from typing import Any

import numpy as np
import pytest


class Thing:
    """Something with attributes, items, a length and a repr of its own."""

    kind = "thing"

    def __init__(self, size: int = 3) -> None:
        self.size = size
        self._hidden = 1

    def add(self, x: float, times: float = 1) -> float:
        return self.size + x * times

    def __call__(self, x: float) -> float:
        return x * 2

    def __str__(self) -> str:
        return f"a thing of {self.size}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing) and other.size == self.size

    def __hash__(self) -> int:
        return self.size


class Shelf:
    """A sequence that is no list."""

    def __init__(self, *values: Any) -> None:
        self.values = list(values)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, i: Any) -> Any:
        return self.values[i]

    def __setitem__(self, i: Any, value: Any) -> None:
        self.values[i] = value


def collect(r: Any) -> None:
    """Both languages collect, and the gate releases what they have dropped."""
    gc.collect()
    r("invisible(gc()); keras:::call_python('.same', list(1)); invisible(gc())")
    r("keras:::call_python('.same', list(1))")
    gc.collect()


# --- attributes, items, calls ------------------------------------------------------------------


def test_attributes(r: Any) -> None:
    thing = Thing()
    assert r("x$size", x=thing) == 3
    assert r("x[['kind']]", x=thing) == "thing"
    r("x$size <- 7L")
    assert thing.size == 7
    r("x$note <- c('a', 'b')")
    assert thing.note == ["a", "b"]  # type: ignore[attr-defined]


def test_unknown_attribute_is_an_error_of_python(r: Any) -> None:
    assert r(
        """
        tryCatch(x$sise, python.builtin.AttributeError = function(e)
          paste(conditionMessage(e), "|", deparse(conditionCall(e))))
        """,
        x=Thing(),
    ).startswith("'Thing' object has no attribute 'sise'")


def test_methods_take_positional_and_named_arguments(r: Any) -> None:
    assert r("x$add(2)", x=Thing()) == 5
    assert r("x$add(2, times = 10)", x=Thing()) == 23
    assert r("add <- x$add; add(times = 2, x = 1)", x=Thing()) == 5


def test_callable_objects_are_r_functions(r: Any) -> None:
    assert r("is.function(x) && x(21) == 42 && x$size == 3", x=Thing()) is True
    assert r("sapply(c(1, 2, 3), x)", x=Thing()) == [2, 4, 6]


def test_positions_count_from_1(r: Any) -> None:
    shelf = Shelf("a", "b", "c")
    assert r("x[[1]]", x=shelf) == "a"
    assert r("x[[3]]") == "c"
    assert r("x[[-1]]") == "c"
    r("x[[2]] <- 'B'")
    assert shelf.values == ["a", "B", "c"]
    assert r("length(x)") == 3


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x[[0]]", "positions count from 1; 0 is none"),
        ("x[[4]]", "list index out of range"),
        ("x[[0]] <- 1", "positions count from 1; 0 is none"),
    ],
)
def test_positions_that_are_none(r: Any, code: str, words: str) -> None:
    message = r(f"tryCatch({{ {code}; 'no error' }}, error = conditionMessage)", x=Shelf(1, 2, 3))
    assert message == words


def test_names_and_completion(r: Any) -> None:
    assert r("names(x)", x=Thing()) == ["add", "kind", "size"]
    assert r("utils::.DollarNames(x, '^s')") == "size"
    assert r(
        """
        utils:::.assignLinebuffer("x$ki"); utils:::.assignEnd(4L)
        utils:::.guessTokenFromLine(); utils:::.completeToken(); utils:::.retrieveCompletions()
        """
    ) == "x$kind"  # fmt: skip


def test_length_of_what_has_none_is_1(r: Any) -> None:
    assert r("length(x)", x=Thing()) == 1


def test_print_format_and_text(r: Any) -> None:
    assert r("utils::capture.output(print(x))", x=Thing()) == "a thing of 3"
    assert r("format(x)") == "a thing of 3"
    assert r("as.character(x)") == "a thing of 3"
    assert r("utils::capture.output(str(x))") == " a thing of 3"


def test_equality(r: Any) -> None:
    assert r("c(x == x, x == y, x == z, x != z, x == 3)", x=Thing(), y=Thing(), z=Thing(4)) == [
        True, True, False, True, False,
    ]  # fmt: skip


def test_classes_of_a_handle(r: Any) -> None:
    kinds = r("class(x)", x=Shelf())
    assert kinds[0].endswith(".Shelf")
    assert kinds[-1] == "python.builtin.object"


def test_modules_and_python_classes(r: Any) -> None:
    module = types.ModuleType("colours")
    module.red = "#f00"  # type: ignore[attr-defined]
    module.Thing = Thing  # type: ignore[attr-defined]
    assert r("x$red", x=module) == "#f00"
    assert r("x$Thing(9L)$size") == 9


def test_list_of_a_sequence(r: Any) -> None:
    assert r("as.list(x)", x=Shelf(1, "a")) == [1, "a"]


# --- life and death ---------------------------------------------------------------------------


def test_r_releases_what_it_no_longer_holds(r: Any) -> None:
    from rkeras_py.bridge import handles

    r("x <- NULL")
    collect(r)
    before = handles.held_by_r()
    r("things <- lapply(1:50, function(i) x(i))", x=Thing)
    assert handles.held_by_r() >= before + 50
    r("rm(things, x)")
    collect(r)
    assert handles.held_by_r() <= before


def test_python_objects_live_as_long_as_their_handles(r: Any) -> None:
    import weakref

    thing = Thing()
    seen = weakref.ref(thing)
    r("kept <- x; rm(x)", x=thing)
    del thing
    gc.collect()
    assert r("kept$size") == 3
    assert seen() is not None
    r("rm(kept)")
    collect(r)
    assert seen() is None


def test_r_objects_that_python_holds_survive_r_and_are_released(r: Any) -> None:
    function = r("local({ secret <- 42; function() secret })")
    r("for (i in 1:3) gc()")
    assert function() == 42
    r("collected <- FALSE")
    environment = r("e <- new.env(); reg.finalizer(e, function(e) collected <<- TRUE); e")
    r("rm(e); invisible(gc())")
    assert r("collected") is False
    del environment
    collect(r)
    assert r("collected") is True


def test_a_handle_of_an_ended_session(r: Any) -> None:
    r(
        """
        file <- tempfile(fileext = ".rds")
        saveRDS(x, file)
        old <- readRDS(file)
        NULL
        """,
        x=Shelf(1),
    )
    expected = (
        "this Python object belongs to a session that has ended. Save models with "
        "save_model_tf() or save_model_hdf5(), or turn them into R values with "
        "serialize_model(), and load them in the new session."
    )
    assert r("tryCatch(old$values, error = conditionMessage)") == expected
    assert r("tryCatch(old[[1]], error = conditionMessage)") == expected
    assert r("utils::capture.output(print(old))") == (
        "<a Python object of a session that has ended>"
    )
    assert r("length(old)") == 0
    assert r("names(old)") == []


def test_a_callable_handle_of_an_ended_session(r: Any) -> None:
    r("f <- tempfile(); saveRDS(x, f); old <- readRDS(f); NULL", x=Thing())
    message = r("tryCatch(old(1), error = conditionMessage)")
    assert message.startswith("this Python object belongs to a session that has ended.")
    assert r("utils::capture.output(print(old))") == (
        "<a Python object of a session that has ended>"
    )


# --- tensors ----------------------------------------------------------------------------------

A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "float32")
B = np.array([[2.0, 2.0, 2.0], [3.0, 3.0, 3.0]], "float32")


def tensor(array: Any) -> Any:
    from keras import ops

    return ops.convert_to_tensor(array)


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


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x[1, 2]", A[0, 1]),
        ("x[2, ]", A[1]),
        ("x[, 3]", A[:, 2]),
        ("x[, 2:3]", A[:, 1:3]),
        ("x[, c(3, 1)]", A[:, [2, 0]]),
        ("x[c(2, 1), c(1, 3)]", A[np.ix_([1, 0], [0, 2])]),
        ("x[-1, 1]", A[-1, 0]),
        ("x[1, , drop = FALSE]", A[:1]),
        ("x[]", A),
        ("local({ i <- 2; x[i, i] })", A[1, 1]),
    ],
)
def test_subsets(r: Any, code: str, expected: Any) -> None:
    np.testing.assert_array_equal(r(code, x=tensor(A)).numpy(), expected)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x[3, 1]", "position 3 is outside a dimension of 2"),
        ("x[0, 1]", "positions count from 1; 0 is none"),
        ("x[1]", "1 index for a tensor of 2 dimensions"),
        ("x[NA_integer_, 1]", "positions in a tensor must be whole numbers"),
        ("x[1.5, 1]", "positions in a tensor must be whole numbers"),
    ],
)
def test_subsets_that_are_none(r: Any, code: str, words: str) -> None:
    message = r(f"tryCatch({{ {code}; 'no error' }}, error = conditionMessage)", x=tensor(A))
    assert message == words


def test_dim_and_length(r: Any) -> None:
    import keras

    assert r("dim(x)", x=tensor(A)) == [2, 3]
    assert r("length(x)") == 6
    assert r("identical(dim(x), c(NA, 5L))", x=keras.Input((5,))) is True
    assert r("identical(length(x), NA_integer_)") is True


def test_values_of_a_tensor(r: Any) -> None:
    assert r("identical(as.array(x), matrix(c(1, 4, 2, 5, 3, 6), 2))", x=tensor(A)) is True
    assert r("identical(as.matrix(x), as.array(x))") is True
    assert r("identical(as.numeric(x), c(1, 4, 2, 5, 3, 6))") is True
    assert r("identical(as.integer(x), c(1L, 4L, 2L, 5L, 3L, 6L))") is True
    assert r("identical(as.array(x), 2.5)", x=tensor(np.float32(2.5))) is True


def test_a_symbolic_tensor_has_no_values(r: Any) -> None:
    import keras

    message = r("tryCatch(as.array(x), error = conditionMessage)", x=keras.Input((5,)))
    assert message == (
        "this tensor has no values: it stands for a layer's output. "
        "Make a model of it with keras_model() and call predict()."
    )


def test_variables_count_as_tensors(r: Any) -> None:
    import keras

    variable = keras.Variable(A)
    np.testing.assert_array_equal(r("as.array(x + x)", x=variable), A + A)
    assert r("as.numeric(sum(x))") == 21


class Bare:
    """Nothing of its own that could be printed."""


class Configured(Bare):
    def get_config(self) -> dict[str, Any]:
        return {"name": "c", "rate": 0.10000000149, "on": True, "long": "x" * 41, "deep": {"a": 1}}


class Broken(Bare):
    def get_config(self) -> dict[str, Any]:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Bare(), "<Bare>"),
        (Broken(), "<Broken>"),
        (Configured(), "<Configured name=c, rate=0.1, on=True>"),
    ],
)
def test_printed_instead_of_an_address(r: Any, value: Any, words: str) -> None:
    assert r("capture.output(print(x))", x=value) == words
    assert r("capture.output(str(list(1, x)))", x=value)[2] == f" $ : {words}"


def test_structure_of_a_model_is_a_line(r: Any) -> None:
    r("library(keras); m <- keras_model_sequential(name = 'm')")
    assert r("capture.output(str(m))") == " <Sequential name=m, built=False>"
