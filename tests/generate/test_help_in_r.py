"""R's help and the examples of its pages. R's opinion of the pages: tests/test_r_cmd_check.py."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from rkeras_py.install import r_source

pytestmark = pytest.mark.skipif(
    r_process.missing_r() is not None, reason=r_process.missing_r() or ""
)


def test_examples_run() -> None:
    script = Path(__file__).with_name("run_examples.R")
    assert r_process.run(["Rscript", script, r_source() / "man"]).succeeded() == "ran\n"


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """What help_in_r.R found, by question."""
    output = r_process.run(["Rscript", Path(__file__).with_name("help_in_r.R")]).succeeded()
    return dict(line.strip().split(": ", 1) for line in output.splitlines() if ": " in line)


def test_question_marks_lead_to_pages(answers: dict[str, str]) -> None:
    assert answers["?keras"] == "keras"
    assert answers['?"keras-package"'] == "keras"
    assert answers["?fit"] == "fit.keras.engine.training.Model"
    assert answers['?"%py_class%"'] == "infix-py_class"


def test_searching_finds_functions(answers: dict[str, str]) -> None:
    assert "layer_dense" in answers['??"densely connected"'].split()
    assert "callback_early_stopping" in answers['??"stop training"'].split()
    assert "layer_dense" in answers['??"dense layer"'].split()


def test_news_citation_and_example(answers: dict[str, str]) -> None:
    assert answers["news"].split()[0] == "TRUE"
    assert answers["news"].split()[1:] == ["2.17.0.9000", "2.17.0"]
    assert answers['news(Version == "2.17.0")'] == "TRUE"
    assert answers["citation"].startswith("rkeras-py: ")
    assert answers["example"] == "TRUE"


def test_pages_have_the_sections_of_r(answers: dict[str, str]) -> None:
    assert answers["sections"].split() == [
        "Description", "Usage", "Arguments", "Value", "References", "See", "Also", "Examples",
    ]  # fmt: skip
