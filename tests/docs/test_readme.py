"""The README's examples, as they stand there."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
import r_process
from r_process import HOSTS, ROOT
from table_files import parquet

from .document import code_block, code_blocks

README = ROOT / "README.md"
BIN = str(Path(sys.executable).parent)

R_EXAMPLE = code_block(README, "r", "library(keras)")
R_REPORT = """
cat("parameters:", count_params(model), "\\n")
cat("epochs:", length(history$metrics$loss), "\\n")
cat("measures:", names(history$metrics), "\\n")
cat("accuracy:", tail(history$metrics$val_accuracy, 1), "\\n")
"""
PYTHON_REPORT = """
print("parameters:", model.count_params())
print("epochs:", len(history.history["loss"]))
print("measures:", *history.history)
print("accuracy:", history.history["val_accuracy"][-1])
"""

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


def check_report(output: str) -> None:
    report = dict(re.findall(r"^(\w+): (.*?) ?$", output, re.MULTILINE))
    assert report["parameters"] == str(4 * 32 + 32 + 32 + 1)
    assert report["epochs"] == "10"
    assert report["measures"] == "loss accuracy val_loss val_accuracy"
    assert float(report["accuracy"]) > 0.85


@needs_r
@pytest.mark.parametrize("host", HOSTS)
def test_r_example(host: str, tmp_path: Path) -> None:
    script = tmp_path / "example.R"
    script.write_text(R_EXAMPLE + R_REPORT, encoding="utf-8")
    check_report(r_process.run_script(host, script, cwd=tmp_path).succeeded())


@needs_r
def test_r_example_works_as_printed(tmp_path: Path) -> None:
    """After the command above the example, plain R reads the example as typed."""
    text = README.read_text(encoding="utf-8")
    (command,) = re.findall(r"```sh\n(.*)\n```\n\n```r\nlibrary\(keras\)", text)
    own = tmp_path / "library"
    environment = {"R_LIBS": None, "R_LIBS_USER": str(own), "HOME": str(tmp_path)}
    words = ["sh", "-c", command.replace(".venv/bin", BIN)]
    printed = r_process.run(words, cwd=tmp_path, environment=environment).succeeded()
    assert printed == f"The R package keras is in {own} and uses {sys.executable}.\n"
    (tmp_path / "typed.R").write_text(R_EXAMPLE + R_REPORT, encoding="utf-8")
    words = ["sh", "-c", "R --no-save --quiet < typed.R"]
    check_report(r_process.run(words, cwd=tmp_path, environment=environment).succeeded())
    words = ["sh", "-c", f"{BIN}/rkeras uninstall-r"]
    assert (
        f"Removed {own}/keras."
        in r_process.run(words, cwd=tmp_path, environment=environment).succeeded()
    )


def test_r_example_has_ten_lines() -> None:
    assert len([line for line in R_EXAMPLE.splitlines() if line]) <= 10


def test_python_example(tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    script.write_text(code_block(README, "python", "rk.fit(") + PYTHON_REPORT, encoding="utf-8")
    check_report(r_process.run([sys.executable, script], cwd=tmp_path).succeeded())


def test_chain(tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    report = "import keras\nprint(isinstance(model, keras.Sequential), model.count_params())\n"
    script.write_text(code_block(README, "python", ">> rk.pipe") + report, encoding="utf-8")
    printed = r_process.run([sys.executable, script], cwd=tmp_path).succeeded()
    assert printed == "True 193\n"


SCRIPT = """
if (!exists("epochs")) epochs <- 2
library(keras)
x <- matrix(0:11 / 12, ncol = 2)
model <- keras_model_sequential() %>% layer_dense(1, input_shape = 2) %>% compile(loss = "mse")
history <- model %>% fit(x, rowSums(x), epochs = epochs, verbose = 0)
cat("args:", commandArgs(TRUE), "\\n")
cat("epochs:", length(history$metrics$loss), "\\n")
"""


@needs_r
def test_from_python(tmp_path: Path) -> None:
    (tmp_path / "script.R").write_text(SCRIPT, encoding="utf-8")
    script = tmp_path / "example.py"
    report = "import keras\nprint(total, isinstance(model, keras.Sequential), sorted(found))\n"
    script.write_text(code_block(README, "python", "rk.run_script(") + report, encoding="utf-8")
    printed = r_process.run([sys.executable, script], cwd=tmp_path).succeeded().splitlines()
    assert "epochs: 3" in [line.rstrip() for line in printed]
    assert printed[-1] == "6.5 True ['epochs', 'history', 'model', 'x']"


def shell_lines(containing: str) -> list[str]:
    block = code_block(README, "sh", containing)
    return [re.sub(r"\s+#.*", "", line) for line in block.splitlines()]


@needs_r
def test_commands(tmp_path: Path) -> None:
    (tmp_path / "script.R").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "document.Rmd").write_text(
        "---\noutput: html_document\n---\n```{r}\nlibrary(keras)\n"
        "dim(to_categorical(c(0, 2, 1)))\n```\n",
        encoding="utf-8",
    )
    rscript, run, render = shell_lines("rkeras render")

    def shell(line: str) -> str:
        words = ["sh", "-c", line.replace(".venv/bin", BIN)]
        return r_process.run(words, cwd=tmp_path, environment={"R_LIBS": None}).succeeded()

    assert "args: one two" in shell(run)
    shell(render)
    assert "[1] 3 3" in (tmp_path / "document.html").read_text(encoding="utf-8")
    assert "epochs: 2" in shell(rscript)


SOURCES_R = """
library(keras)
model <- keras_model_sequential() %>%
  layer_dense(1, input_shape = 2) %>%
  compile(loss = "mse", optimizer = "sgd")
BLOCK
cat("epochs:", length(history$metrics$val_loss), "\\n")
"""


@needs_r
def test_sources(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    flights = pa.table({"a": [0.1] * 50, "year": [2023] * 25 + [2024] * 25, "label": [1.0] * 50})
    (tmp_path / "train").mkdir()
    parquet(tmp_path / "train" / "1.parquet", flights)
    with duckdb.connect(str(tmp_path / "flights.duckdb")) as connection:
        connection.register("given", flights)
        connection.execute("CREATE TABLE flights AS SELECT * FROM given")
    script = tmp_path / "example.R"
    block = code_block(README, "r", "parquet_source(")
    script.write_text(SOURCES_R.replace("BLOCK", block), encoding="utf-8")
    assert "epochs: 3" in r_process.run_script(HOSTS[0], script, cwd=tmp_path).succeeded()


def test_every_block_is_run() -> None:
    """New examples need a test here; the set-up's commands have theirs in tests/fresh."""
    assert len(code_blocks(README, "r")) == 2
    assert len(code_blocks(README, "python")) == 3
    assert len(code_blocks(README, "sh")) == 6


def test_extras_exist() -> None:
    """Also that of JAX, whose commands need a download that is too large for the tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = re.findall(r"'\.\[(\w+)\]'", README.read_text(encoding="utf-8"))
    assert {"data", "jax", "torch"} <= set(named) <= set(project["optional-dependencies"])


@needs_r
def test_launch_command(tmp_path: Path) -> None:
    """With two workers, which is what the tests' machine has cores for."""
    (tmp_path / "script.R").write_text(SCRIPT, encoding="utf-8")
    line = shell_lines("rkeras launch")[0].replace("-n 4", "-n 2").replace(".venv/bin", BIN)
    environment = {"R_LIBS": None}
    printed = r_process.run(["sh", "-c", line], cwd=tmp_path, environment=environment).succeeded()
    assert printed.count("args: one two") == 1
