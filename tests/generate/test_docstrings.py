from __future__ import annotations

import inspect

from rkeras_py.generate import docstrings
from rkeras_py.generate.docstrings import Doc


def _documented() -> None:
    """Sets inputs to zero. Only while training,
    and scales up the others.

    See ``layer_dense()`` too.

    Args:
        rate: Fraction to drop,
            from 0 to 1.
        x, y: Two more.
        *more: The rest: anything.

    Returns: the shape
        of the input.

    Raises:
        ArgumentError: the rate is none.

    Example:
        model %>%
          layer_dropout(0.5)

        summary(model)
    """


def test_all_sections() -> None:
    assert docstrings.parse(inspect.getdoc(_documented) or "") == Doc(
        title="Sets inputs to zero",
        description=(
            "Only while training, and scales up the others.",
            "See ``layer_dense()`` too.",
        ),
        args={
            "rate": "Fraction to drop, from 0 to 1.",
            "x": "Two more.",
            "y": "Two more.",
            "more": "The rest: anything.",
        },
        returns="the shape of the input.",
        raises={"ArgumentError": "the rate is none."},
        example="model %>%\n  layer_dropout(0.5)\n\nsummary(model)",
    )


def test_one_sentence_is_the_title() -> None:
    assert docstrings.parse("Dense: ``f(x, e.g. 1)``.") == Doc(title="Dense: ``f(x, e.g. 1)``")


def test_nothing_said() -> None:
    assert docstrings.parse("") == Doc()


def test_returns_on_the_next_line() -> None:
    assert docstrings.parse("A.\n\nReturns:\n    b\n    c").returns == "b c"


def test_prose_after_a_section_belongs_to_the_description() -> None:
    assert docstrings.parse("A.\n\nArgs:\n    x: B.\n\nMore of it.") == Doc(
        title="A", description=("More of it.",), args={"x": "B."}
    )
