"""What people see of a training: in terminals, RStudio, files, documents and notebooks."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import r_process
import terminals

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

TRAIN = """
library(keras)
x <- matrix(sin(1:4000), 1000)
y <- rowSums(x)
model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
model %>% compile(optimizer = "sgd", loss = "mse", metrics = c("mse", "mae"))
history <- model %>% fit(x, y, epochs = 2, validation_split = 0.2)
scores <- model %>% evaluate(x, y)
p <- model %>% predict(x)
"""

ORDER = ["loss", "mse", "mae", "val_loss", "val_mse", "val_mae"]


def names(text: str) -> list[str]:
    return re.findall(r"(\w+): -?\d+\.\d{4}", text)


def check_bars(text: str, columns: int) -> None:
    """Bars of an epoch of 25 batches, and of evaluating and predicting in 32."""
    assert "\b" not in text
    lines = terminals.drawings(text)
    assert max(map(len, lines)) < columns
    training = [line for line in lines if re.match(r" *\d+/25 ", line)]
    assert " 1/25 " in text and "ETA: " in training[0] and "s/step" in training[0]
    assert len([line for line in training if line.startswith("25/25 ")]) >= 2
    last = text[text.rindex("25/25 ") :].split("32/32")[0].split("1/32")[0]
    assert names(last) == ORDER
    assert re.search(r"\r32/32 (\[=+\] )?- .* - loss: \S+ - mse: \S+ - mae: \S+", text)
    assert re.search(r"\r32/32 \[={30}\] - \S+ - \S+/step *\n", text)


def check_lines(text: str) -> None:
    """A line for each epoch, and for each other call."""
    assert not set(text) & set("\r\b\x1b")
    lines = [line.removeprefix("## ") for line in text.splitlines() if "/step" in line]
    assert [line.split(" - ")[0] for line in lines] == ["25/25", "25/25", "32/32", "32/32"]
    assert [names(line) for line in lines] == [ORDER, ORDER, ORDER[:3], []]


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "train.R"
    path.write_text(TRAIN)
    return path


@pytest.mark.parametrize(("host", "columns"), [("Rscript", 80), ("rkeras run", 132)])
def test_a_script_in_a_terminal(host: str, columns: int, script: Path) -> None:
    words = r_process.command(host, script)
    text = terminals.run(words, r_process.variables(host, {"TERM": "xterm"}), columns)
    check_bars(text, columns)


def test_r_itself_in_a_terminal(script: Path) -> None:
    """Which tells its width to R."""
    typed = f'options(width = 70)\nsource("{script}")\nq("no")\n'
    words = ["R", "--no-save", "--quiet"]
    text = terminals.run(words, r_process.variables("Rscript", {"TERM": "xterm"}), 120, typed)
    check_bars(from_training(text), 71)


def test_a_terminal_without_a_cursor(script: Path) -> None:
    words = r_process.command("Rscript", script)
    check_lines(terminals.run(words, r_process.variables("Rscript", {"TERM": "dumb"})))


@pytest.mark.parametrize(("host", "verbose"), [("Rscript", "1"), ("rkeras run", "")])
def test_a_script_whose_output_is_a_file(host: str, verbose: str, script: Path) -> None:
    if verbose:
        text = script.read_text()
        text = text.replace("= 0.2)", "= 0.2, verbose = 1)").replace(
            "(x, y)", "(x, y, verbose = 1)"
        )
        script.write_text(text.replace("predict(x)", "predict(x, verbose = 1)"))
    answer = subprocess.run(
        r_process.command(host, script),
        env=r_process.variables(host, {"RSTUDIO": "1"}),
        capture_output=True,
        timeout=280,
        check=True,
    )
    check_lines(answer.stdout.decode())
    assert answer.stderr == b""


def console(script: Path, **variables: str) -> str:
    """What R writes as the console of a program that is no terminal."""
    answer = subprocess.run(
        ["R", "--interactive", "--no-readline", "--no-save", "--no-echo"],
        input=f'source("{script}")\n'.encode(),
        env=r_process.variables("Rscript", dict(variables)),
        stdout=subprocess.PIPE,
        timeout=280,
        check=True,
    )
    return answer.stdout.decode()  # as it is: text mode takes carriage returns for ends of lines


def from_training(text: str) -> str:
    return text[text.index("Epoch 1/2") :]


def test_rstudio(script: Path) -> None:
    """Its console is no terminal, and moves to the beginning of the line at a carriage return."""
    check_bars(from_training(console(script, RSTUDIO="1")), 80)


def test_the_viewer_of_rstudio_shows_the_page_while_it_trains(tmp_path: Path) -> None:
    """With an epoch more than one that is printed; and never in a script."""
    script = tmp_path / "viewed.R"
    script.write_text(
        f"""
        options(viewer = function(url) cat("page", sub("http://[^/]*/", "", url), "\n"))
        {TRAIN}
        quiet <- model %>% fit(x, y, epochs = 2, verbose = 0)
        single <- model %>% fit(x, y, epochs = 1)
        unseen <- model %>% fit(x, y, epochs = 2, view_metrics = FALSE)
        """
    )
    pages = re.compile(r"page [-\w]{32}/")
    text = console(script, RSTUDIO="1")
    assert len(pages.findall(text)) == 1 and text.index("page ") < text.index("Epoch 1/2")
    assert "page " not in r_process.run_script("Rscript", script).succeeded()


def test_a_console_of_which_nothing_is_known(script: Path) -> None:
    check_lines(from_training(console(script)))


def test_output_that_r_diverts(tmp_path: Path) -> None:
    script = tmp_path / "diverted.R"
    code = TRAIN.replace("validation_split", "verbose = 1, validation_split")
    code = f"text <- capture.output({{{code}}})\nwriteLines(text)\n"
    script.write_text(code)
    words = r_process.command("Rscript", script)
    text = terminals.run(words, r_process.variables("Rscript", {"TERM": "xterm"}))
    check_lines(text)


DOCUMENT = """---
output: md_document
---
```{r}
CODE
```

```{r}
again <- model$fit(x, as.matrix(y), epochs = 1L)
```

```{python}
import sys
print("\\r1/2\\b\\b\\b\\r2/2 of Python")
```
"""


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize(("way", "verbose"), [("rmarkdown", "1"), ("rkeras render", '"auto"')])
def test_documents(way: str, verbose: str, tmp_path: Path) -> None:
    """Also where R has a terminal, and where Keras itself draws the bar."""
    code = TRAIN.replace("validation_split", f"verbose = {verbose}, validation_split")
    code = code.replace("evaluate(x, y)", f"evaluate(x, y, verbose = {verbose})")
    (tmp_path / "doc.Rmd").write_text(DOCUMENT.replace("CODE", code))
    if way == "rmarkdown":
        words = ["Rscript", "-e", 'rmarkdown::render("doc.Rmd", quiet = TRUE)']
    else:
        words = [sys.executable, "-m", "rkeras_py.cli", "render", "doc.Rmd"]
    host = "Rscript" if way == "rmarkdown" else "rkeras run"
    terminals.run(words, r_process.variables(host, {"TERM": "xterm"}), cwd=tmp_path)
    text = (tmp_path / "doc.md").read_text()
    assert not set(text) & set("\r\b\x1b")
    own, rest = text.split("again <-")
    check_lines("\n".join(line.removeprefix("    ") for line in own.splitlines()))
    bars = [line for line in rest.splitlines() if "/32" in line]
    assert len(bars) == 1 and bars[0].strip().startswith("## 32/32 ") and "loss: " in bars[0]
    assert "## 2/2 of Python" in rest


PYTHON_CELL = """
model = rk.keras_model_sequential()
rk.layer_dense(model, 1, input_shape=4)
rk.compile(model, "sgd", "mse", ["mse", "mae"])
x = np.sin(np.arange(4000)).reshape(1000, 4)
rk.fit(model, x, x.sum(1), epochs=2, validation_split=0.2)
rk.evaluate(model, x, x.sum(1))
rk.predict(model, x)
None
"""


def test_notebooks(tmp_path: Path) -> None:
    """Cells of both languages draw in place."""
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    cells = [
        "%load_ext rkeras_py\nimport numpy as np\nimport rkeras_py as rk",
        f"%%R\n{TRAIN}",
        PYTHON_CELL,
        "%%R\nwriteLines(capture.output(h <- fit(model, x, y, epochs = 1, verbose = 1)))",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in cells])
    nbclient.NotebookClient(notebook, timeout=280, kernel_name="python3").execute()
    outputs = [cell.outputs for cell in notebook.cells]
    assert outputs[0] == []
    for shown in outputs[1:3]:
        assert {output.name for output in shown} == {"stdout"}
        check_bars("".join(output.text for output in shown), 101)
    diverted = "".join(output.text for output in outputs[3])
    assert "\r" not in diverted and diverted.startswith("32/32 - ")


def test_python_in_a_terminal_and_in_a_file(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(f"import numpy as np\nimport rkeras_py as rk\n{PYTHON_CELL}")
    variables = r_process.variables("Rscript", {"TERM": "xterm"})
    check_bars(terminals.run([sys.executable, script], variables, 90), 90)
    outcome = r_process.run([sys.executable, script])
    check_lines(outcome.succeeded())
    assert outcome.stderr == ""
