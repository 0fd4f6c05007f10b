"""Custom objects by their names."""

from __future__ import annotations

import pytest

from rkeras_py.convert.custom_objects import CustomObjectsRule
from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.rule import ArgumentError


class RFunction:
    """As the bridge's, which is known by its name."""

    __signature__ = None

    def __init__(self, name):
        self.__name__ = name

    def __call__(self, x, y=1):
        return x + y


def accept(rule, value):
    return Parameter("a", rule, False, None, None).accept(value)


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
