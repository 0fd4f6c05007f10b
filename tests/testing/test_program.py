"""Programs in processes of their own: what they begin with, and what made them fail."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from rkeras_py import ArgumentError
from rkeras_py.testing import ProgramError, run_python


@pytest.mark.parametrize(
    ("code", "place", "reason"),
    [
        ("x = 1\ny = (2", 2, "SyntaxError: '(' was never closed"),
        ("import nowhere_at_all", 1, "No module named 'nowhere_at_all'"),
        ("def f():\n    raise ValueError('no')\n\nf()", 2, "ValueError: no"),
        ("import os\nos._exit(3)", None, "it ended with exit status 3 before its last line"),
    ],
)
def test_python_code_that_fails(code: str, place: int | None, reason: str) -> None:
    with pytest.raises(ProgramError) as caught:
        run_python(code)
    assert reason in caught.value.reason
    assert caught.value.line == place and caught.value.language == "Python"


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        (
            {"f": print},
            r'`inputs\["f"\]` cannot be converted .* not an object of class builtin_function',
        ),
        (
            {"a": {"b": [1, object()]}},
            r'`inputs\["a"\]\["b"\]\[1\]` cannot be converted .* class object',
        ),
        (
            {"z": np.array([1j])},
            r'`inputs\["z"\]` cannot be converted .* not an array of complex128',
        ),
        ({"a b": 1}, "names of variables in both, not 'a b'"),
    ],
)
def test_inputs_that_cannot_cross(inputs: dict[str, object], message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        run_python("", inputs=inputs)


def test_inputs_arrive_as_they_are() -> None:
    frame = pd.DataFrame({"a": [1.5, 2.5]})
    run = run_python(
        "kinds = [type(frame).__name__, str(a.dtype), type(n).__name__, type(l).__name__]",
        inputs={"frame": frame, "a": np.ones(2, "float32"), "n": 3, "l": (1, 2)},
    )
    assert run["kinds"] == ["DataFrame", "float32", "int", "tuple"]
