"""What R does with Python objects: attributes, items, printing, subsets of tensors."""

from __future__ import annotations

import types
from typing import Any

import numpy as np
import pytest
from bridge.things import Shelf, Thing, tensor

A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "float32")


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


def test_positions_are_pythons(r: Any) -> None:
    shelf = Shelf("a", "b", "c")
    assert r("x[[0]]", x=shelf) == "a"
    assert r("x[2]") == "c"
    assert r("x[[-1]]") == "c"
    r("x[[1]] <- 'B'; x[0L] <- 'A'")
    assert shelf.values == ["A", "B", "c"]
    assert r("length(x)") == 3


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x[[3]]", "list index out of range"),
        ("x[4] <- 1", "list assignment index out of range"),
        ("x[1:2:3:4]", "a slice has up to three parts, not 4"),
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
    assert r("utils::capture.output(str(x))") == "a thing of 3"


def test_equality(r: Any) -> None:
    assert r("c(x == x, x == y, x == z, x != z, x == 3)", x=Thing(), y=Thing(), z=Thing(4)) == [
        True, True, False, True, False,
    ]  # fmt: skip


def test_modules_and_python_classes(r: Any) -> None:
    module = types.ModuleType("colours")
    module.red = "#f00"  # type: ignore[attr-defined]
    module.Thing = Thing  # type: ignore[attr-defined]
    assert r("x$red", x=module) == "#f00"
    assert r("x$Thing(9L)$size") == 9


def test_list_of_a_sequence(r: Any) -> None:
    assert r("as.list(x)", x=Shelf(1, "a")) == [1, "a"]


# --- tensors ----------------------------------------------------------------------------------


def test_dim_and_length(r: Any) -> None:
    import keras

    assert r("dim(x)", x=tensor(A)) == [2, 3]
    assert r("length(x)") == 6
    assert r("identical(dim(x), c(NA, 5L))", x=keras.Input((5,))) is True
    assert r("identical(length(x), NA_integer_)") is True


def test_dim_of_a_tensor_of_any_rank(r: Any) -> None:
    import tensorflow as tf

    with tf.Graph().as_default():
        anything = tf.compat.v1.placeholder("float32")
    assert r("is.null(dim(x))", x=anything) is True
    assert r("identical(length(x), NA_integer_)", x=anything) is True


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
        "this tensor has no values: it is a symbolic output of a layer. "
        "Create a model with keras_model() and call predict(); "
        "instead of if and ifelse(), use k_switch()."
    )


# --- printing ---------------------------------------------------------------------------------


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
    assert r("capture.output(str(list(1, x)))", x=value)[2] == f" $ :{words}"


def test_structure_of_a_model_is_a_line(r: Any) -> None:
    r("library(keras); m <- keras_model_sequential(name = 'm')")
    assert r("capture.output(str(m))") == "<Sequential name=m, built=False>"
