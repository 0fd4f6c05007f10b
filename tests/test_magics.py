"""``%load_ext rkeras_py`` in a kernel of Jupyter: cells of R beside cells of Python."""

from __future__ import annotations

import base64
import io
import re
from typing import Any

import pytest
import r_process

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

CELLS = {
    "load": "%load_ext rkeras_py",
    "python model": """
import numpy as np, pandas as pd, keras, rkeras_py as rk
x = np.array([[1.0, 2.0], [3.0, 4.0]])
table = pd.DataFrame({"a": [1.5, 2.5], "b": ["u", "v"]})
model = rk.keras_model_sequential(name="shared") >> rk.pipe.layer_dense(
    1, input_shape=2, kernel_initializer="ones")""",
    "r sees it": """%%R -i model,x,table -o p,grown
library(keras)
model$name
table$b[2]
p <- predict(model, x, verbose = 0)
invisible(p)
cat("printed\\n")
grown <- model %>% layer_dense(units = 1, kernel_initializer = "ones")""",
    "python goes on": "print(p.tolist(), grown is model, len(model.layers))",
    "training": """%%R
model %>% compile(optimizer = "sgd", loss = function(y_true, y_pred) k_mean(y_pred - y_true))
history <- model %>% fit(x, c(3, 7), epochs = 2, batch_size = 2, verbose = 2)
round(history$metrics$loss[1], 6)""",
    "model shown": "model",
    "history shown": """history = rk.fit(model, x, np.ones(2), epochs=2, verbose=0)
history""",
    "plots": """%%R -w 320 -h 200
plot(1:10)
hist(c(1, 2, 2))""",
    "line": "n = %R nchar('a  b') + 1\nprint(n)",
    "line with options": "%R -i n n * 2",
    "error": "%%R\nbefore <- 1\nstop('no such ', 'thing')\n",
    "syntax": "%%R\nx <- 1\na b\n",
    "package": "%%R\nlibrary(nosuchpackage)",
    "cannot cross": 'nul = "a\\0b"\n%R -i nul nul',
    "no input": "%R -i nowhere 1",
    "no output": "%R -o nowhere 1",
    "plot and error": "%%R\nplot(1)\nstop('after the plot')",
    "warnings": "%%R\nf <- function() warning('careful')\nf()\nmessage('told')",
    "interrupt": """import os, signal, threading
threading.Timer(1, os.kill, [os.getpid(), signal.SIGINT]).start()
rk.r("repeat NULL")""",
    "after": "%R before + 1",
}


@pytest.fixture(scope="module")
def outputs() -> dict[str, list[Any]]:
    """What each cell shows."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code) for code in CELLS.values()]
    )
    client = nbclient.NotebookClient(
        notebook, timeout=250, kernel_name="python3", allow_errors=True
    )
    client.execute()
    return dict(zip(CELLS, (cell.outputs for cell in notebook.cells), strict=True))


def text(outputs: list[Any], stream: str = "stdout") -> str:
    return "".join(o.text for o in outputs if o.output_type == "stream" and o.name == stream)


def results(outputs: list[Any]) -> list[str]:
    return [o.data["text/plain"] for o in outputs if o.output_type == "execute_result"]


def error(outputs: list[Any]) -> tuple[str, str]:
    (found,) = (o for o in outputs if o.output_type == "error")
    return found.ename, re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(found.traceback))


def test_models_and_data_are_the_same_in_both_languages(outputs: dict[str, list[Any]]) -> None:
    assert outputs["load"] == outputs["python model"] == []
    assert text(outputs["r sees it"]) == '[1] "shared"\n[1] "v"\nprinted\n'
    assert text(outputs["python goes on"]) == "[[3.0], [7.0]] True 2\n"


def test_training_in_a_cell_of_r(outputs: dict[str, list[Any]]) -> None:
    printed = text(outputs["training"])
    assert printed.startswith("Epoch 1/2\n") and printed.endswith("[1] 0\n")
    assert "\x1b" not in printed and "\b" not in printed


def test_models_and_histories_are_shown(outputs: dict[str, list[Any]]) -> None:
    (model,) = (o.data["text/html"] for o in outputs["model shown"])
    assert model.startswith("<pre>Model: &quot;shared&quot;")
    assert "Total params: 5" in model  # 2 weights and a bias, a weight and a bias
    (history,) = (o.data["text/html"] for o in outputs["history shown"])
    rows = re.findall(r"<th>(\d+)</th>\s*<td>(.*?)</td>", history)
    assert [epoch for epoch, _ in rows] == ["1", "2"]
    assert all(re.fullmatch(r"-?\d+\.\d{4}", loss) for _, loss in rows)


def test_plots_are_shown_in_the_cell(outputs: dict[str, list[Any]]) -> None:
    from PIL import Image

    shown = [o.data["image/png"] for o in outputs["plots"] if o.output_type == "display_data"]
    pictures = [Image.open(io.BytesIO(base64.b64decode(data))) for data in shown]
    assert [picture.size for picture in pictures] == [(320, 200)] * 2
    for picture in pictures:  # something black on white
        assert picture.convert("L").getextrema() == (0, 255)
    shapes = [o.output_type for o in outputs["plot and error"]]
    assert sorted(shapes) == ["display_data", "error"]
    (data,) = [o.data["image/png"] for o in outputs["plot and error"] if "data" in o]
    plot = Image.open(io.BytesIO(base64.b64decode(data)))
    assert plot.size == (640, 480)


def test_lines_give_their_value(outputs: dict[str, list[Any]]) -> None:
    assert text(outputs["line"]) == "5.0\n"
    assert results(outputs["line with options"]) == ["10.0"]


def test_errors_have_r_s_message_and_the_line(outputs: dict[str, list[Any]]) -> None:
    kind, shown = error(outputs["error"])
    assert kind == "RError"
    assert "RError: no such thing" in shown and "line 3: stop('no such ', 'thing')" in shown
    assert "bridge" not in shown  # none of this package's inner frames
    assert "<cell>:3:3: unexpected symbol" in error(outputs["syntax"])[1]
    shown = error(outputs["package"])[1]
    assert "there is no package called" in shown and "line 2: library(nosuchpackage)" in shown


def test_variables_that_cannot_cross_are_named(outputs: dict[str, list[Any]]) -> None:
    kind, shown = error(outputs["cannot cross"])
    assert kind == "ArgumentError" and "`nul` cannot be converted to R: R strings cannot" in shown
    kind, shown = error(outputs["no input"])
    assert kind == "NameError" and "there is no Python variable `nowhere` to pass to R" in shown
    kind, shown = error(outputs["no output"])
    assert kind == "RError" and "there is no R variable `nowhere`" in shown


def test_warnings_and_messages_are_on_standard_error(outputs: dict[str, list[Any]]) -> None:
    assert text(outputs["warnings"], "stderr") == "Warning in f() : careful\ntold\n"


def test_an_interrupt_ends_the_cell_and_the_session_goes_on(outputs: dict[str, list[Any]]) -> None:
    assert error(outputs["interrupt"])[0] == "KeyboardInterrupt"
    assert results(outputs["after"]) == ["2.0"]
