"""`rkeras parity`, which runs two scripts and compares what they leave."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import r_process

from rkeras_py import cli
from rkeras_py.testing import Both, HistoryValues, ModelWeights, Variables
from rkeras_py.testing.differences import Tolerance
from rkeras_py.testing.parity import report

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


def both(
    r: dict[str, object], python: dict[str, object], left_out: dict[str, str] | None = None
) -> Both:
    return Both(Variables("R", r), Variables("Python", python, left_out))


def test_the_table() -> None:
    kernel = np.array([[1.0, 2.0], [4.0, 8.0]])
    r = {
        "model": ModelWeights(kernel=kernel, bias=np.zeros(2)),
        "history": HistoryValues(loss=[4.0, 2.0]),
        "n": 3.0,
        "word": "a",
        "only_here": 1,
        "f": 2,
    }
    python = {
        "word": "a",
        "n": 3,
        "history": HistoryValues(loss=[4.0, 2.5]),
        "model": ModelWeights(
            kernel=kernel + np.array([[0, 0.25], [0, 0]]), bias=np.full(2, 0.001)
        ),
    }
    lines, within = report(both(r, python, {"f": "a function"}), Tolerance(0.1, 0.01))
    assert not within
    assert lines == [
        "name     kind     largest absolute  relative  where",
        "model    model    0.25              1         `kernel`[0, 1]",
        "history  history  0.5               0.2       `loss`, epoch 2",
        "n        number   0                 0",
        "word     text     0                 0",
        "",
        "Beyond the tolerance (rtol = 0.1, atol = 0.01): model, history",
        "Only in R: only_here",
        "Not comparable in Python: f (a function)",
    ]
    lines, within = report(both(r, python), Tolerance(0.2, 0.01))
    assert within
    assert lines[-2:] == [
        "All 4 variables are within the tolerance (rtol = 0.2, atol = 0.01).",
        "Only in R: only_here, f",
    ]


def test_what_cannot_be_lined_up_is_beyond_every_tolerance() -> None:
    r = {"x": np.ones((2, 3)), "h": HistoryValues(loss=[1.0]), "t": "a", "e": []}
    python = {"x": np.ones((3, 2)), "h": HistoryValues(loss=[1.0, 2.0]), "t": "b", "e": []}
    lines, within = report(both(r, python), Tolerance(100, 100))
    assert not within
    assert lines[1:5] == [
        "x     array    -                 -         R: shape (2, 3), Python: shape (3, 2)",
        "h     history  -                 -         `loss`: R: 1 epochs, Python: 2 epochs",
        "t     text     -                 -         R: 'a', Python: 'b'",
        "e     list     0                 0",
    ]
    assert lines[6].endswith(": x, h, t")


def test_values_of_different_kinds_differ_whatever_the_tolerance() -> None:
    r = {"m": ModelWeights(kernel=np.ones(2)), "n": 1, "t": "1", "d": {"a": 1}, "gone": None}
    python = {"m": HistoryValues(loss=[1.0]), "n": np.ones(1), "t": 1.0, "d": [1, "a"]}
    lines, within = report(both(r, python, {"gone": "a generator"}), Tolerance(100, 100))
    assert not within
    assert lines == [
        "name  kind               largest absolute  relative  where",
        "m     model / history    -                 -",
        "n     number             0                 0",
        "t     text / number      -                 -",
        "d     dictionary / list  -                 -",
        "",
        (
            "Different kinds of values: m (R: model, Python: history), t (R: text, Python: "
            "number), d (R: dictionary, Python: list)"
        ),
        "Not comparable in Python: gone (a generator)",
    ]
    lines, within = report(both({"n": 1, "m": r["m"]}, {"n": 1, "m": 2}), Tolerance(100, 100))
    assert not within and lines[-1] == "Different kinds of values: m (R: model, Python: number)"
    lines, within = report(both({"n": 1, "m": r["m"]}, {"n": 1}, {"m": "an iterator"}), Tolerance())
    assert within and lines[-1] == "Not comparable in Python: m (an iterator)"


def test_nothing_in_common_is_no_success() -> None:
    lines, within = report(both({"a": 1}, {"b": 1}), Tolerance())
    assert not within
    assert lines == [
        "The scripts have no common variable that can be compared.",
        "Only in R: a",
        "Only in Python: b",
    ]


R_SCRIPT = """
library(keras)
set_random_seed(3)
x <- matrix(0:11 / 12, ncol = 2)
model <- keras_model_sequential() %>% layer_dense(1, input_shape = 2) %>% compile(loss = "mse")
history <- model %>% fit(x, rowSums(x), epochs = 2, verbose = 0)
rate <- 0.1
"""
PY_SCRIPT = """
import numpy as np
import rkeras_py as rk
rk.set_random_seed(3)
x = np.arange(12).reshape(2, 6).T / 12
model = rk.keras_model_sequential()
rk.layer_dense(model, 1, input_shape=2)
rk.compile(model, loss="mse")
history = rk.fit(model, x, x.sum(1), epochs=2, verbose=0)
rate = 0.1 + 1e-4
"""


@pytest.fixture
def scripts(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "twin.R").write_text(R_SCRIPT)
    (tmp_path / "twin.py").write_text(PY_SCRIPT)
    return str(tmp_path / "twin.R"), str(tmp_path / "twin.py")


@needs_r
def test_the_tolerance_decides_the_exit_status(
    scripts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["parity", *scripts]) == 1
    out = capsys.readouterr().out
    assert "history  history  0                 0" in out
    assert "Beyond the tolerance (rtol = 1e-05, atol = 1e-06): rate\n" in out
    assert cli.main(["parity", *scripts, "--rtol=0", "--atol", "0.001"]) == 0
    assert "All 4 variables are within the tolerance (rtol = 0, atol = 0.001)." in (
        capsys.readouterr().out
    )


@needs_r
def test_scripts_that_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    r, python = tmp_path / "a.R", tmp_path / "a.py"
    r.write_text("x <- 1\nlibrary(nowhere.at.all)\n")
    python.write_text("x = 1\n1 / 0\n")
    assert cli.main(["parity", str(r), str(python)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"rkeras: {r}, line 2: the R package nowhere.at.all is not installed\n" in printed.err
    assert f"rkeras: and {python}, line 2: ZeroDivisionError: division by zero\n" in printed.err


def test_scripts_that_are_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "a.R")
    assert cli.main(["parity", missing, missing]) == 2
    assert capsys.readouterr().err == f"rkeras: there is no file {missing}\n"
