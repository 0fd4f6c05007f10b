"""R functions under their names, custom objects, paths and positions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rkeras_py.convert.custom_objects import CustomObjectsRule
from rkeras_py.convert.named import named
from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.paths import PathRule
from rkeras_py.convert.positions import NodeRule, PositionRule
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY


class RFunction:
    """As the bridge's, which is known by its name."""

    __signature__ = None

    def __init__(self, name):
        self.__name__ = name

    def __call__(self, x, y=1):
        return x + y


def accept(rule, value):
    return Parameter("a", rule, False, None, None).accept(value)


def test_an_r_function_becomes_a_function_that_does_the_same():
    function = named(RFunction("mine"))
    assert type(function) is type(named)
    assert (function.__name__, function(1, y=5)) == ("mine", 6)
    assert named(RFunction("mine"), "other").__name__ == "other"
    assert named(len) is len


def test_custom_objects_by_name():
    found = accept(CustomObjectsRule(), {"loss": RFunction("r_function"), "cls": dict})
    assert found["cls"] is dict
    assert (found["loss"].__name__, found["loss"](1)) == ("loss", 2)
    assert list(accept(CustomObjectsRule(), [RFunction("a_name"), dict])) == ["a_name", "dict"]
    assert list(accept(CustomObjectsRule(), RFunction("alone"))) == ["alone"]


@pytest.mark.parametrize("value", [[RFunction("r_function")], {"a": 1}, "text", 3])
def test_what_is_no_custom_object(value):
    with pytest.raises(ArgumentError, match="`a` must be a named list of functions and classes"):
        accept(CustomObjectsRule(), value)


def test_paths():
    assert accept(PathRule(), "a/b") == "a/b"
    assert accept(PathRule(), Path("a/b")) == os.path.join("a", "b")
    assert accept(PathRule(), "~/x") == os.path.join(os.path.expanduser("~"), "x")
    for value in ("", 1, None, ["a"]):
        with pytest.raises(ArgumentError, match="`a` must be a path, as a string, not"):
            accept(PathRule(), value)


def test_positions_and_calls_count_from_1():
    assert [accept(PositionRule(), i) for i in (1, 2.0, -1)] == [0, 1, -1]
    assert [accept(NodeRule(), i) for i in (1, 2.0)] == [0, 1]
    for rule, value in (
        (PositionRule(), 0),
        (PositionRule(), 1.5),
        (NodeRule(), 0),
        (NodeRule(), -1),
    ):
        with pytest.raises(ArgumentError, match="`a` must be a whole number"):
            accept(rule, value)


def test_a_word_of_python_may_name_an_argument():
    function = REGISTRY["freeze_weights"]
    assert [p.name for p in function.parameters.values()] == ["object", "from", "to", "which"]
    with pytest.raises(ArgumentError, match="`object` must be a layer or a model, not NULL"):
        function.call([], {"object": None, "from": 1})
