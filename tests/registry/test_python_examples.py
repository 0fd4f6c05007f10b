from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import rkeras_py.api  # noqa: F401
from rkeras_py.generate import docstrings
from rkeras_py.registry.define import REGISTRY
from rkeras_py.registry.python_examples import translated

NAMES = {function.python.__name__ for function in REGISTRY.values()}
EXAMPLES = {
    function.name: python
    for function in REGISTRY.values()
    if (example := docstrings.parse(function.doc).example)
    and (python := translated(example, NAMES)) is not None
}


@pytest.mark.parametrize(
    ("r", "python"),
    [
        ("k_sum(c(1, 2), axis = -1)", "rk.k_sum([1, 2], axis=-1)"),
        ("x <- k_eye(2L)\nx", "x = rk.k_eye(2)\nx"),
        ("layer_dense(units = 2, use_bias = FALSE, name = NULL)",
         "rk.layer_dense(units=2, use_bias=False, name=None)"),
        ("layer_input(shape = c(2, 3))", "rk.layer_input(shape=(2, 3))"),
        ("layer_input(shape = c(2))", "rk.layer_input(shape=(2,))"),
        ("fit(list(a = 1))", 'rk.fit({"a": 1})'),
        ("m <- layer_input(2)\nm$output", "m = rk.layer_input(2)\nm.output"),
        ("m <- layer_input(2)\nm(1)", "m = rk.layer_input(2)\nm(1)"),
        ("freeze_weights(1, from = 2)", "rk.freeze_weights(1, from_=2)"),
        ("k_map_fn(function(x) x^2 + 1, 3)", "rk.k_map_fn(lambda x: x ** 2 + 1, 3)"),
        ("k_abs((1 + 2) * 3) # three", "rk.k_abs((1 + 2) * 3)\n# three"),
        ("k_abs(2) %>% k_sum(axis = 1)", "rk.k_abs(2) >> rk.pipe.k_sum(axis=1)"),
        ("k_abs(-2^2)", "rk.k_abs(-2 ** 2)"),
    ],
)  # fmt: skip
def test_translations(r: str, python: str) -> None:
    assert translated(r, NAMES) == python


def test_long_pipes_have_a_line_for_each_step() -> None:
    r = (
        "model <- keras_model_sequential() %>%\n"
        '  layer_dense(units = 32, activation = "relu", input_shape = 784) %>%\n'
        "  layer_dense(units = 10)"
    )
    assert translated(r, NAMES) == (
        "model = (\n"
        "    rk.keras_model_sequential()\n"
        '    >> rk.pipe.layer_dense(units=32, activation="relu", input_shape=784)\n'
        "    >> rk.pipe.layer_dense(units=10)\n"
        ")"
    )


@pytest.mark.parametrize(
    "r",
    [
        "lm(y ~ x)", "if (TRUE) k_abs(1)", "x[[1]]", "fit(function() 1)", "k_abs(unknown)",
        "k_abs(1); k_abs(2)", "function(x) { x }", "k_abs(1) %>% lm()", "c(a = 1)", "n:3",
        "k_abs(1",
    ],
)  # fmt: skip
def test_what_is_not_translated(r: str) -> None:
    assert translated(r, NAMES) is None


def test_most_examples_are_translated() -> None:
    with_example = [f for f in REGISTRY.values() if "\n\nExample:" in f.doc]
    assert len(EXAMPLES) > 0.9 * len(with_example) > 400


def test_translated_examples_run(tmp_path: Path) -> None:
    """In a process of their own: some set seeds, float types and the like."""
    home = tmp_path / "home"
    work = tmp_path / "work"
    home.mkdir()
    work.mkdir()
    script = Path(__file__).with_name("run_python_examples.py")
    outcome = subprocess.run(
        [sys.executable, script],
        cwd=work,
        env={**os.environ, "HOME": str(home), "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert outcome.stdout == f"ran {len(EXAMPLES)}\n", outcome.stderr[-2000:]
