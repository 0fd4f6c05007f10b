"""Messages in R's terms and in Python's."""

from __future__ import annotations

import re
import threading

import pytest

from rkeras_py.convert import terms


@pytest.mark.parametrize(
    ("in_r", "in_python"),
    [
        ("`units` must be a whole number or NULL, not NULL.",
         "`units` must be a whole number or None, not None."),
        ("must be TRUE or FALSE, not Inf.", "must be True or False, not inf."),
        ('`name` must be a string, not the string "NULL".',
         '`name` must be a string, not the string "NULL".'),
        ('not c("a", "TRUE")', 'not ["a", "TRUE"]'),
        ("such as c(28, 28), not c(3, 4).", "such as (28, 28), not [3, 4]."),
        ("a list of pairs: list(list(variable, value), ...)",
         "a list of pairs: [[variable, value], ...]"),
        ("pairs: list(c(1, 2), c(1, 2))", "pairs: [(1, 2), (1, 2)]"),
        ('be a named list of numbers by class, such as list("0" = 1, "1" = 5).',
         "be a dictionary of numbers by class, such as {0: 1, 1: 5}."),
        ("`custom_objects = list(my_loss = ...)`", '`custom_objects={"my_loss": ...}`'),
        ("must be a named list or vector or NULL", "must be a dictionary or None"),
        ("not a named list of length 2.", "not a dictionary of length 2."),
        ("not a character vector of length 300:", "not a vector of 300 strings:"),
        ("not an integer vector of length 6.", "not a vector of 6 integers."),
        ("not a numeric matrix of 2 x 3.", "not a 2 x 3 matrix of numbers."),
        ("not a logical array of shape (2, 3, 4).",
         "not an array of booleans of shape (2, 3, 4)."),
        ("must be a character vector or a list of strings, not", "must be a list of strings, not"),
        ("must be a character vector, not", "must be a list of strings, not"),
        ("`y` is a factor with 1", "`y` is a pandas categorical with 1"),
        ("such as list(layer_gru_cell(32), layer_gru_cell(units = 16))",
         "such as [layer_gru_cell(32), layer_gru_cell(units=16)]"),
        ("`weights[[1]]` and `lists[[2]][[2]]`", "`weights[0]` and `lists[1][1]`"),
        ("not of shape (2). Give", "not of shape (2,). Give"),
        ("keep its dimensions: x[1, , drop = FALSE].", "keep its dimensions: x[:1]."),
        ("keep its dimensions: y[1, , , drop = FALSE].", "keep its dimensions: y[:1]."),
        ("Give `overwrite = TRUE` to replace it.", "Give `overwrite=True` to replace it."),
        ("keras_model(model$input, get_layer(model, index = -2)$output)",
         "keras_model(model.input, get_layer(model, index=-2).output)"),
        ("use dataset_batch() or `dataset$batch()`, and", "use `dataset.batch()`, and"),
        ("with as.integer(factor(...)) - 1.", "with `.astype('category')`."),
        ("with as.numeric(...).", "with `(dates - dates.min()).dt.days`."),
        ("call keras$config$allow() in R or keras.config.allow() in Python first",
         "call keras.config.allow() first"),
        ('by Sys.setenv(A = "TRUE") in R or os.environ["A"] = "TRUE" in Python, and',
         'by os.environ["A"] = "TRUE", and'),
        ("`alpha` is a factor of all sizes", "`alpha` is a factor of all sizes"),
        ("listed in vectors, factors and NULLs", "listed in vectors, factors and NULLs"),
    ],
)  # fmt: skip
def test_messages_in_python(in_r: str, in_python: str) -> None:
    assert terms.in_python(in_r) == in_python
    assert terms.in_python(in_python) == in_python


def test_no_rule_of_an_exported_function_speaks_r_in_python() -> None:
    import rkeras_py.api  # noqa: F401  (fills the registry)
    from rkeras_py.registry.define import REGISTRY

    of_r = re.compile(r"\b(NULL|TRUE|FALSE|factor|named list)\b|\b(c|list)\(|\$|\[\[\d")
    names = {p.rule.name for f in REGISTRY.values() for p in f.parameters.values() if p.rule}
    assert sum(bool(of_r.search(name)) for name in names) > 10
    spoken = {name: terms.in_python(f"`x` must be {name} or NULL") for name in names}
    assert {name: text for name, text in spoken.items() if of_r.search(text)} == {}


def test_arguments_that_python_reserves_have_their_names_there() -> None:
    message = "`from` must be at most 3, not from 1 to `to`."
    assert terms.in_python(message, ("from",)) == message.replace("`from`", "`from_`")
    assert terms.in_python(message) == message


def test_a_thread_is_r_s_while_it_does_what_r_asked_for() -> None:
    found = []
    assert not terms.for_r()
    with terms.of_r():
        assert terms.for_r()
        with terms.of_r():
            assert terms.for_r()
        assert terms.for_r()
        thread = threading.Thread(target=lambda: found.append(terms.for_r()))
        thread.start()
        thread.join()
    assert not terms.for_r()
    assert found == [False]
