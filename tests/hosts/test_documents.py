"""knitr and R Markdown documents: from R, and by `rkeras render`; `R -f`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import r_process

pytestmark = [
    pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed"),
    pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed"),
]

DOCUMENT = """\
---
title: A model
---

```{r}
library(keras)
x <- matrix(c(0, 0, 1, 1, 0, 1, 0, 1), 4)
y <- c(1, 3, 4, 6)
model <- keras_model_sequential(name = "small") %>%
  layer_dense(units = 1, input_shape = 2, name = "only")
model %>% compile(optimizer = optimizer_sgd(lr = 0.2), loss = "mse")
history <- model %>% fit(x, y, epochs = 30, batch_size = 1, verbose = 0)
stopifnot(all(abs(c(model %>% predict(x, verbose = 0)) - y) < 0.1))
summary(model)
```

```{r}
model %>% fit(x, y, epochs = 2, batch_size = 4, verbose = 2)
```

```{r, fig.alt = "Loss by epoch"}
plot(history)
```

```{r, error = TRUE}
model %>% layer_dense(units = "a")
```

The model has `r count_params(model)` parameters.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("documents")
    (path / "doc.Rmd").write_text(DOCUMENT)
    return path


def check(text: str) -> None:
    """What the document must show, as Markdown or in HTML."""
    assert re.search(r'Model: ("|&quot;)small\1', text)
    assert "only (Dense)                        (None, 1)                       3" in text
    assert "Epoch 1/2" in text and "Epoch 2/2" in text
    assert len(re.findall(r"1/1 - \S+ - \S+ - loss: \S+", text)) == 2
    assert re.search(
        r"Error in layer_dense\(\., units = .*\): `units` must be a whole number of", text
    )
    assert "The model has 3 parameters." in text


def test_knit_render_and_r_f_called_from_r(folder: Path) -> None:
    script = folder / "documents.R"
    script.write_text(
        """
        knitr::opts_knit$set(progress = FALSE)
        knitr::knit("doc.Rmd", "knitted.md", quiet = TRUE)
        out <- rmarkdown::render("doc.Rmd", output_file = "rendered.html", quiet = TRUE)
        cat(basename(out), "\\n")
        """
    )
    outcome = r_process.run(["R", "--no-echo", "--no-save", "-f", script], cwd=folder)
    assert outcome.succeeded().splitlines()[-1] == "rendered.html "
    assert outcome.stderr == ""
    knitted = (folder / "knitted.md").read_text()
    check(knitted)
    figure = re.search(r"figure/[^\s\")]+\.png", knitted)
    assert figure is not None and (folder / figure[0]).stat().st_size > 1000
    assert "Loss by epoch" in knitted
    html = (folder / "rendered.html").read_text()
    check(html)
    assert 'alt="Loss by epoch"' in html


def test_rkeras_render(folder: Path) -> None:
    words = r_process.command("rkeras run", "doc.Rmd", ["-o", "out/result.html"])
    words[words.index("run")] = "render"
    (folder / "out").mkdir()
    outcome = r_process.run(words, cwd=folder, environment={"R_LIBS": None})
    assert outcome.succeeded() == f"{folder / 'out' / 'result.html'}\n"
    assert outcome.stderr == ""
    html = (folder / "out" / "result.html").read_text()
    check(html)
    assert "<title>A model</title>" in html


def test_rkeras_render_of_a_document_that_fails(tmp_path: Path) -> None:
    (tmp_path / "bad.Rmd").write_text("```{r}\nstop('no such chunk')\n```\n")
    words = r_process.command("rkeras run", "bad.Rmd")
    words[words.index("run")] = "render"
    outcome = r_process.run(words, cwd=tmp_path, environment={"R_LIBS": None})
    assert (outcome.status, outcome.stdout) == (1, "")
    assert "no such chunk" in outcome.stderr
    assert not (tmp_path / "bad.html").exists()
