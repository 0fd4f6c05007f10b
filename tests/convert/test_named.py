"""R functions under their names."""

from __future__ import annotations

from rkeras_py.convert.named import named


class RFunction:
    """As the bridge's, which is known by its name."""

    __signature__ = None

    def __init__(self, name):
        self.__name__ = name

    def __call__(self, x, y=1):
        return x + y


def test_an_r_function_becomes_a_function_that_does_the_same():
    function = named(RFunction("mine"))
    assert type(function) is type(named)
    assert (function.__name__, function(1, y=5)) == ("mine", 6)
    assert named(RFunction("mine"), "other").__name__ == "other"
    assert named(len) is len
