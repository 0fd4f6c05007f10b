from __future__ import annotations

import re

import pytest

import rkeras_py.api  # noqa: F401
from rkeras_py.registry import python_texts
from rkeras_py.registry.define import REGISTRY

KNOWN = {"layer_dense", "keras_model_sequential"}


@pytest.mark.parametrize(
    ("r", "python"),
    [
        ("NULL", "None"),
        ("trainable = FALSE", "trainable=False"),
        ("c(1, 2)", "(1, 2)"),
        ("list(c(top, bottom), c(left, right))", "[(top, bottom), (left, right)]"),
        ("list(a = 1, b = NULL)", '{"a": 1, "b": None}'),
        ("list(list(variable, value), ...)", "[[variable, value], ...]"),
        ("tf$compat$v1$Session()", "tf.compat.v1.Session()"),
        ("$params", ".params"),
        ("activation(x %*% kernel + bias)", "activation(x @ kernel + bias)"),
        ("m <- b * m + (1 - b) * g^2", "m = b * m + (1 - b) * g**2"),
        ("m <-\nb", "m =\nb"),
        ("k_shape(x)[[0]]", "k_shape(x)[0]"),
        ("f(shape = k_shape(z)[[1]])", "f(shape=k_shape(z)[1])"),
        ("with(tf$s()$scope(), { ... })", "with tf.s().scope():"),
        ('Sys.setenv(X = "TRUE")', 'Sys.setenv(X = "TRUE")'),
        ('format == "NULL"', 'format == "NULL"'),
    ],
)
def test_code_in_sentences(r: str, python: str) -> None:
    assert python_texts.code(r) == python


def test_sentences() -> None:
    text = (
        "Named list of ``c(1, 2)``; a character\n vector or a list of strings, ``NULL`` for none."
    )
    assert python_texts.prose(text) == (
        "Dictionary of ``(1, 2)``; a list of strings, ``None`` for none."
    )


def test_words_for_classes() -> None:
    doc = REGISTRY["fit"].python_doc
    assert "weights of the classes, such as ``{0: 1.0, 1: 5.0}``." in doc
    assert "an array; a pandas categorical, whose categories are numbered from 0; or" in doc


def test_the_example_is_translated_where_that_is_possible() -> None:
    doc = "Does it.\n\nExample:\n    layer_dense(units = 2, use_bias = FALSE)"
    assert python_texts.in_python(doc, KNOWN) == (
        "Does it.\n\nExample:\n    rk.layer_dense(units=2, use_bias=False)"
    )
    doc = "Does it.\n\nExample:\n    x <- lm(y ~ x)\n    x"
    assert python_texts.in_python(doc, KNOWN) == (
        "Does it.\n\nExample (in R):\n    x <- lm(y ~ x)\n    x"
    )
    assert python_texts.in_python("Does it: ``NULL``.", KNOWN) == "Does it: ``None``."


def test_no_docstring_of_python_speaks_r() -> None:
    wrong = []
    for function in REGISTRY.values():
        text = function.python_doc.partition("\n\nExample (in R):")[0]
        text = re.sub(r"``(?:Sys|os)\.[^`]*``", "", text)
        found = re.findall(r"\b(?:NULL|TRUE|FALSE|NA)\b|%>%| <-(?=\s)|\w\$\w|\bc\(", text)
        if found:
            wrong.append((function.name, found))
    assert wrong == []


def test_r_keeps_its_own_words() -> None:
    assert "``NULL`` for none" in REGISTRY["layer_dense"].doc
    assert "``None`` for none" in REGISTRY["layer_dense"].python_doc
