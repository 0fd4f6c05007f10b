"""Whole scripts, documents and folders, and the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from checked_code import brief, findings_in
from r_process import ROOT

from rkeras_py import check, cli
from rkeras_py.check.checking import check as check_paths

ALL_KINDS = """\
library(keras)
library(tensorflow)
library(nosuchpackage)
x <- tf$contrib$layers
model <- keras_model_sequential() %>%
  layer_densee(units = 3) %>%
  layer_dense(unts = 3,
              actvation = "relu")
model %>% predict_classes(x)
mnist <- dataset_mnist()
base <- application_vgg16(include_top = FALSE)
use_backend("theano")
model %>% multi_gpu_model(gpus = 4)
if (old) layer_densee(3)
learn <- import("no_such_module")
K <- backend()
K$floatx(K$floatxx)
topology <- import("keras.nowhere")
"""


def test_a_script_with_findings_of_every_kind(tmp_path: Path) -> None:
    found = findings_in(tmp_path, ALL_KINDS)
    assert brief(found) == [
        (3, "will not run", "library(nosuchpackage)"),
        (4, "will not run", "tf$contrib"),
        (6, "may not run", "layer_densee()"),  # nosuchpackage may have it
        (7, "will not run", "layer_dense(unts = )"),
        (8, "will not run", "layer_dense(actvation = )"),
        (9, "deprecated", "predict_classes()"),
        (10, "download", "dataset_mnist()"),
        (11, "download", "application_vgg16()"),
        (12, "will not run", "use_backend(backend = )"),
        (13, "different", "multi_gpu_model(gpus = )"),
        (14, "may not run", "layer_densee()"),
        (15, "will not run", 'import("no_such_module")'),
        (17, "will not run", "backend()$floatxx"),
        (18, "will not run", 'import("keras.nowhere")'),
    ]
    instead = {finding.what: finding.instead for finding in found}
    assert instead["backend()$floatxx"] == ("backend()$floatx", "backend()$set_floatx")


def test_keras_is_not_installed_over_this_one(tmp_path: Path) -> None:
    code = """\
if (!require("keras")) install.packages("keras")
install.packages("keras")
"""
    assert brief(findings_in(tmp_path, code)) == [(2, "different", 'install.packages("keras")')]


def test_a_syntax_error_is_a_finding(tmp_path: Path) -> None:
    (found,) = findings_in(tmp_path, "library(keras)\nx <- layer_dense(units = = 3)\n")
    assert (found.line, found.kind, found.is_problem) == (2, "syntax-error", True)
    assert found.message == "unexpected '='"


def test_nothing_is_run(tmp_path: Path) -> None:
    made = tmp_path / "made"
    code = f"file.create('{made}')\nlibrary(keras)\ntf$constant(file.create('{made}'))\n"
    (tmp_path / ".Rprofile").write_text(f"file.create('{made}')\n", encoding="utf-8")
    words = [sys.executable, "-m", "rkeras_py.cli", "check", "script.R"]
    (tmp_path / "script.R").write_text(code, encoding="utf-8")
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)
    assert not made.exists()


def test_lines_of_documents_are_those_of_the_file(tmp_path: Path) -> None:
    document = (
        "---\ntitle: x\n---\n```{r}\nlibrary(keras)\n```\ntext\n"
        "```{python}\nlayer_dens(\n```\n"
        "```{r}\nx <- 1\nlayer_dens(3)\n```\n"
        "```{r, eval=FALSE}\nlayer_dens(4)\n```\n"
        "```{r, eval=FALSE}\na sketch (\n```\n"
        "```{r}\nx y\n```\n"
    )
    assert brief(findings_in(tmp_path, document, "a.Rmd")) == [
        (13, "will not run", "layer_dens()"),
        (16, "may not run", "layer_dens()"),
        (22, "will not run", "syntax error"),
    ]


def test_the_scripts_of_a_folder_belong_together(tmp_path: Path) -> None:
    (tmp_path / "main.R").write_text(
        'library(keras)\nlibrary(tensorflow)\nsource("helpers.R")\n'
        "layer_mine(3)\nbuild()\nlayer_yours(3)\n",
        encoding="utf-8",
    )
    (tmp_path / "helpers.R").write_text(
        "layer_mine <- function(x) layer_dense(units = x)\n"
        "build <- function() layer_dense(unts = 3)\n"
        "other <- function() { tf$contrib; layer_dense(unts = 3) }\n",
        encoding="utf-8",
    )
    helpers, main = check_paths([str(tmp_path)])
    assert (Path(helpers.path).name, Path(main.path).name) == ("helpers.R", "main.R")
    assert brief(list(helpers.findings)) == [
        (2, "will not run", "layer_dense(unts = )"),
        (3, "may not run", "layer_dense(unts = )"),  # nothing calls it
        (3, "may not run", "tf$contrib"),
    ]
    assert main.findings == ()
    assert helpers.supported == ("layer_dense",)


def test_functions_that_a_script_defines_are_its_own(tmp_path: Path) -> None:
    code = (
        "library(keras)\nlayer_mine <- function(o, n) layer_dense(o, n)\n"
        "layer_dense <- function(what) what\nlayer_dense(what = 3)\nlayer_mine(1, 2)\n"
        "loss_mine <- custom_metric('a', mean)\nloss_mine(1)\n"
        "f <- function(metric_fn) metric_fn(1, 2)\nf(1)\n"
        "fit <- fit(model, x)\nfit(model, x)\n"
        "k_sum <- memoise(k_sum)\nk_sum(whatever = 3)\n"
    )
    assert findings_in(tmp_path, code) == []


def test_keras3_is_another_package(tmp_path: Path) -> None:
    found = findings_in(tmp_path, "library(keras3)\nlayer_dens(3)\nconfig_set_backend('jax')\n")
    assert brief(found) == [(1, "will not run", "library(keras3)")]


def test_early_paths_are_found_where_use_compat_gives_them(tmp_path: Path) -> None:
    code = "library(tensorflow)\nx <- tf$train$AdamOptimizer(0.1)\ny <- tf$placeholder\n"
    assert brief(findings_in(tmp_path, code)) == [(2, "will not run", "tf$train$AdamOptimizer")]
    assert findings_in(tmp_path, code + 'use_compat("v1")\n') == []


@pytest.mark.parametrize(
    "path", ["tests/scripts", "tests/cross", "vignettes", "examples", "tests/r"]
)
def test_the_projects_own_scripts_have_no_problem(path: str) -> None:
    files = check_paths([str(ROOT / path)])
    problems = [(f.path, x) for f in files for x in f.findings if x.is_problem]
    assert problems == []
    assert sum(len(file.supported) for file in files) > 10


def command(*words: str) -> int:
    return cli.main(["check", *words])


def test_the_status_says_whether_all_will_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "a.R"
    script.write_text("library(keras)\nlayer_dense(units = 1)\ndataset_mnist()\n", "utf-8")
    assert command(str(script)) == 0
    assert capsys.readouterr().out == (
        f"{script}\n"
        "  3  download  dataset_mnist(): downloads the data set, unless the file is in the cache\n"
        "\n"
        "  2 uses of 2 functions are supported. 0 problems, 1 note.\n"
    )
    script.write_text("library(keras)\nlayer_dense(unts = 1)\n", "utf-8")
    assert command(str(script)) == 1
    assert "will not run  layer_dense(unts = )" in capsys.readouterr().out


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "a.R"
    script.write_text("library(keras)\nlayer_dense(unts = 1)\nk_sum(1)\n", "utf-8")
    assert command("--json", str(script)) == 1
    assert json.loads(capsys.readouterr().out) == {
        "format": 1,
        "files": [
            {
                "path": str(script),
                "findings": [
                    {
                        "line": 2,
                        "kind": "unknown-argument",
                        "status": "problem",
                        "what": "layer_dense(unts = )",
                        "message": "there is no such argument",
                        "instead": ["units"],
                    }
                ],
            }
        ],
        "supported": {"uses": 1, "functions": 1},
        "problems": 1,
        "notes": 0,
    }


def test_what_cannot_be_checked_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.R").write_bytes(b"\x00\x01")
    assert command(str(tmp_path / "gone.R")) == 2
    assert command(str(tmp_path / "a.R")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        f"rkeras: there is no file or folder {tmp_path / 'gone.R'}",
        f"rkeras: {tmp_path / 'a.R'} is not a text file",
    ]


def test_without_r(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("R_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert check.main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("rkeras: R was not found; install it")
