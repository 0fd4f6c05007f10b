"""What Python's help() says of the API."""

from __future__ import annotations

import inspect
import re

import pytest

import rkeras_py as rk
from rkeras_py.registry.define import REGISTRY

FUNCTIONS = [function.python.__name__ for function in REGISTRY.values()]


def arguments(doc: str) -> list[str]:
    """The names in the section of arguments, in order."""
    section = re.search(r"^Args:\n((?:    .*\n?)+)", doc, re.MULTILINE)
    heads = re.findall(r"^    ([*\w][*\w, ]*): \S", section[1] if section else "", re.MULTILINE)
    return [name.strip(" *") for head in heads for name in head.split(",")]


@pytest.mark.parametrize("name", [*FUNCTIONS, "r", "run_script"])
def test_every_parameter_is_described(name: str) -> None:
    function = getattr(rk, name)
    described = arguments(inspect.getdoc(function) or "")
    assert sorted(described) == sorted(inspect.signature(function).parameters)


def test_what_is_usual_stands_in_the_order_of_the_signature() -> None:
    doc = inspect.getdoc(rk.layer_dense) or ""
    assert arguments(doc) == list(inspect.signature(rk.layer_dense).parameters)
    said = " ".join(doc.split())
    assert "object: A sequential model to add the layer to" in said
    assert "units: Number of units: the size of the output." in said
    assert "batch_size: Batch size, if it is fixed. dtype: Data type" in said
    weights = inspect.getdoc(rk.application_vgg16) or ""
    assert 'weights: "imagenet" for weights trained on ImageNet' in weights
    assert doc.index("Args:") < doc.index("name: ") < doc.index("Returns:") < doc.index("Example:")


def test_functions_whose_docstring_has_no_arguments_of_its_own() -> None:
    assert (inspect.getdoc(rk.k_equal) or "").startswith(
        "Element-wise equality.\n\nComputes ``x == y``.\n\nArgs:\n"
        "    x: A tensor, or numbers: a list or an array.\n"
        "    y: A tensor, or numbers: a list or an array.\n\nReturns: "
    )


def test_steps_of_chains_say_the_same() -> None:
    assert inspect.getdoc(rk.pipe.layer_dense) == inspect.getdoc(rk.layer_dense)


def test_all_names_are_listed_before_they_are_asked_for() -> None:
    assert {*FUNCTIONS, "pipe", "r"} <= set(dir(rk))
    with pytest.raises(AttributeError, match="has no attribute 'layer_nothing'"):
        rk.layer_nothing  # noqa: B018
