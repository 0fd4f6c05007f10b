"""The titles of the help pages: what a reader searches for, in plain text."""

from __future__ import annotations

import re

import pytest

from rkeras_py.generate import help_pages
from rkeras_py.install import r_source

_MARKUP = re.compile(r"\\(?:code|verb)\{(?:\\.|[^{}\\])*\}")
_RIDDLES = re.compile(r"What\b|The numbers of\b|Whether\b|(?:Base of|Mean of what)\b")


def problem(title: str) -> str | None:
    """What is wrong with a title in Rd's markup, or ``None``."""
    if len(title) > 70:
        return "longer than 70 characters"
    if title.endswith("."):
        return "ends in a full stop"
    if _RIDDLES.match(title):
        return "does not name the subject"
    if not re.search(r"[A-Za-z]", _MARKUP.sub("", title)):
        return "has no words outside of code"
    if not title[0].isupper() and not title[0].isdigit():
        return "does not begin with a capital letter"
    return None


@pytest.fixture(scope="module")
def titles() -> dict[str, str]:
    import rkeras_py.api  # noqa: F401
    from rkeras_py.registry.define import REGISTRY

    pages = help_pages.rd_files(list(REGISTRY.values()), r_source())
    found = {}
    for name, text in pages.items():
        line = re.search(r"^\\title\{(.*)\}$", text, re.MULTILINE)
        assert line, name
        found[name] = line[1]
    return found


def test_titles_say_what_a_reader_searches_for(titles: dict[str, str]) -> None:
    assert len(titles) > 550
    wrong = {name: (title, problem(title)) for name, title in titles.items() if problem(title)}
    assert wrong == {}


def test_no_two_pages_have_the_same_title(titles: dict[str, str]) -> None:
    pages: dict[str, list[str]] = {}
    for name, title in titles.items():
        pages.setdefault(title.lower(), []).append(name)
    assert [names for names in pages.values() if len(names) > 1] == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("predict.keras.engine.training.Model", "Predict from a model"),
        ("fit.keras.engine.training.Model", "Train a model"),
        ("layer_dense", "Densely connected layer"),
        ("k_exp", "Exponential of each element"),
        ("activation_relu", "Rectified linear unit (ReLU) activation"),
        ("callback_early_stopping", "Stop training when a metric stops improving"),
        ("pad_sequences", "Pad sequences to the same length"),
    ],
)
def test_some_titles(titles: dict[str, str], name: str, title: str) -> None:
    assert titles[f"man/{name}.Rd"] == title


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Train a model", None),
        ("1D convolution layer", None),
        ("What a model makes of data", "does not name the subject"),
        (r"\code{exp(x)}", "has no words outside of code"),
        (r"\code{100 * mean(abs(x))}", "has no words outside of code"),
        ("Train a model.", "ends in a full stop"),
        ("train a model", "does not begin with a capital letter"),
        ("Train " + "a very " * 10 + "large model", "longer than 70 characters"),
    ],
)
def test_what_is_wrong_with_a_title(title: str, what: str | None) -> None:
    assert problem(title) == what


def test_families_have_one_form(titles: dict[str, str]) -> None:
    forms = {
        "layer_": re.compile(r"\blayer\b|\bcells?$", re.IGNORECASE),
        "loss_": re.compile(r" loss( \(|$)"),
        "metric_": re.compile(r"metric\b"),
        "optimizer_": re.compile(r"optimizer\b"),
        "initializer_": re.compile(r"initializer$"),
        "regularizer_": re.compile(r"regularizer$"),
        "constraint_": re.compile(r"constraint$"),
        "activation_": re.compile(r"activation$"),
        "application_": re.compile(r"image classification model\b"),
        "learning_rate_schedule_": re.compile(r"learning rate schedule\b"),
        "dataset_": re.compile(r"dataset$"),
    }
    other = {
        name: title
        for name, title in titles.items()
        for start, form in forms.items()
        if name.startswith(f"man/{start}") and not form.search(title)
    }
    assert other == {}
