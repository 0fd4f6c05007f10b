"""Python chunks of R Markdown documents: in R's process, by its knitr, with no reticulate."""

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
title: Two languages
output:
  html_document: default
  md_document: default
---

```{r}
library(keras)
x <- matrix(c(0, 0, 1, 1, 0, 1, 0, 1), 4)
model <- keras_model_sequential(name = "small") %>%
  layer_dense(units = 1, input_shape = 2, kernel_initializer = "ones") %>%
  compile(optimizer = "sgd", loss = function(y_true, y_pred) k_mean(y_pred - y_true))
double <- function(v) {
  cat("R got", v, "\\n")
  v * 2
}
a.b <- 5
```

```{python}
# a comment
import numpy as np
import rkeras_py as rk
print(r.model.name, r.x.shape)
r.model.predict(r.x, verbose=0).ravel().tolist()

def add(a, b=1):
    return a + b

first = 1; first + 1
add(
    40
)
None
__import__("inspect").getsource(add)
print("before"); r.double(21); print("after")
r.fresh = [1, 2, 3]
r["a.b"] = r["a.b"] + 1
rk.r("a.b * 2")
batches = rk.r("function() list(matrix(1, 4, 2), matrix(2, 4, 1))")
fitted = rk.fit(r.model, batches, steps_per_epoch=2, epochs=1, verbose=0)
fitted.history["loss"][0] < 0.1
# the last comment
```

```{r}
py$first
fresh
sum(a.b)
py$add(5, b = 2)
py$r$model == model
"reticulate" %in% loadedNamespaces()
py$from_r <- 7
```

```{python}
# nothing but a comment
```

Plots:

```{python line, fig.cap = "A line", fig.alt = "Squares", fig.width = 4, fig.height = 3}
from_r
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], [1, 4, 9])
```

```{python shown, echo = FALSE}
plt.bar([1, 2], [3, 4])
plt.show()
print("between plots")
figure = plt.figure()
axes = figure.add_subplot()
_ = axes.scatter([1, 2], [2, 1])
```

```{python, fig.show = "hide"}
_ = plt.plot([1, 2])
```

Errors:

```{python, error = TRUE}
y = 1
z = y / 0
print("goes on")
```

```{python kept, error = TRUE, echo = FALSE}
_ = plt.plot([1, 3])
y / 0
```

```{python, error = TRUE}
y = 1
z = y +* 2
```

```{python, error = TRUE}
r.nowhere
```

```{python, error = TRUE}
rk.layer_dense(units="a")
```

Options:

```{python, eval = FALSE}
not python at all
```

```{python, eval = 2}
print("not chosen")
print("chosen")
```

```{python, echo = FALSE}
print("without its source")
```

```{python, results = "hide"}
print("secret " + "output")
```

```{python, include = FALSE}
print("not " + "included")
```

```{python, results = "hold"}
import warnings
print("held 1")
warnings.warn("careful")
print("held 2")
```

```{python, warning = FALSE}
warnings.warn("this is " + "quiet")
```

```{python, results = "asis"}
print("**bold**")
```

```{python, python.reticulate = FALSE, engine.path = "python3"}
import sys
print("another Python:", "rkeras_py" in sys.modules)
```
"""


def block(markdown: str, containing: str) -> list[str]:
    """What follows the source that contains a text, up to the next source."""
    after = markdown.split(containing, 1)[1].split("\n\n", 1)[1]
    return re.findall(r"^    ## ?(.*)$", re.split(r"\n\n    (?!##)", after)[0], re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("chunks")
    (path / "doc.Rmd").write_text(DOCUMENT, encoding="utf-8")
    return path


BAD = "text\n\n```{python}\nx = 1\nx.nothing\n```\n"

RENDER = """
library(keras)
said <- tryCatch(rmarkdown::render("bad.Rmd", quiet = TRUE), error = conditionMessage)
writeLines(said, "bad.txt")
rmarkdown::render("doc.Rmd", "md_document", quiet = TRUE)
"""


@pytest.fixture(scope="module")
def rendered(folder: Path) -> r_process.Outcome:
    """rmarkdown in R, which goes on after a document that fails."""
    (folder / "bad.Rmd").write_text(BAD, encoding="utf-8")
    (folder / "render.R").write_text(RENDER, encoding="utf-8")
    outcome = r_process.run(["Rscript", "render.R"], cwd=folder)
    outcome.succeeded()
    return outcome


@pytest.fixture(scope="module")
def markdown(rendered: r_process.Outcome, folder: Path) -> str:
    return (folder / "doc.md").read_text(encoding="utf-8")


def test_values_and_functions_pass_both_ways(markdown: str) -> None:
    assert block(markdown, "print(r.model.name") == ["small (4, 2)"]
    assert block(markdown, "r.model.predict") == ["[0.0, 1.0, 1.0, 2.0]"]
    assert block(markdown, 'print("before")') == ["before", "R got 21 ", "42.0", "after"]
    assert block(markdown, 'rk.r("a.b * 2")') == ["12.0"]
    assert block(markdown, "py$first") == ["[1] 1"]
    assert block(markdown, "    fresh") == ["[1] 1 2 3"]
    assert block(markdown, "sum(a.b)") == ["[1] 6"]
    assert block(markdown, "py$add(5, b = 2)") == ["[1] 7"]
    assert block(markdown, "py$r$model == model") == ["[1] TRUE"]
    assert block(markdown, '"reticulate" %in%') == ["[1] FALSE"]
    assert block(markdown, "    from_r") == ["7.0"]


def test_r_gives_batches_to_training_in_a_chunk(markdown: str) -> None:
    assert block(markdown, 'fitted.history["loss"]') == ["True"]


def test_values_are_printed_as_at_the_prompt(markdown: str) -> None:
    assert (
        "    first = 1; first + 1\n\n    ## 2\n\n    add(\n        40\n    )\n\n    ## 41\n"
        in markdown
    )
    assert block(markdown, ").getsource(add)") == ["'def add(a, b=1):\\n    return a + b\\n'"]
    assert "# a comment\n    import numpy" in markdown
    assert markdown.count("# the last comment") == 1
    assert markdown.count("    # nothing but a comment\n") == 1


def test_plots_appear_where_they_are_shown(markdown: str, folder: Path) -> None:
    from PIL import Image

    figures = re.findall(r'(?:\]\(|src=")([^)"]+\.png)', markdown)
    names = [Path(figure).name for figure in figures]
    assert names == ["line-1.png", "shown-1.png", "shown-2.png", "kept-1.png"]
    line = Image.open(folder / figures[0])
    dpi = line.size[0] / 4
    assert line.size == (4 * dpi, 3 * dpi) and dpi in (72, 96, 192)
    colours = line.convert("RGB").getcolors(2**20)
    assert (0x1F, 0x77, 0xB4) in {colour for _, colour in colours}  # matplotlib's first colour
    assert "A line" in markdown and "matplotlib.lines" not in markdown
    first, second = (markdown.index(name) for name in names[1:3])
    assert first < markdown.index("between plots") < second


def test_errors_are_shown_with_their_line(markdown: str) -> None:
    assert block(markdown, "z = y / 0") == [
        "Error: ZeroDivisionError: division by zero (line 2 of the chunk)"
    ]
    assert block(markdown, 'print("goes on")')[0] == "goes on"
    (syntax,) = block(markdown, "z = y +* 2")
    assert syntax.startswith("Error: SyntaxError: invalid syntax (<chunk ")
    assert syntax.endswith(", line 2)")
    assert block(markdown, "r.nowhere") == [
        "Error: there is no R variable `nowhere` (line 1 of the chunk)"
    ]
    (argument,) = block(markdown, 'rk.layer_dense(units="a")')
    assert "`units` must be a whole number of at least 1, not the string" in argument


def test_options_of_chunks(markdown: str) -> None:
    assert "not python at all" in markdown
    assert "## print(&quot;not chosen" in markdown or '## print("not chosen' in markdown
    assert block(markdown, 'print("chosen")')[0] == "chosen"
    assert "## without its source" in markdown and 'print("without' not in markdown
    assert "secret output" not in markdown and 'print("secret ' in markdown
    assert "not included" not in markdown and "not " + '" + "included' not in markdown
    assert re.search(r"## Warning: careful\n\n    ## held 1\n    ## held 2\n", markdown)
    assert "this is quiet" not in markdown
    assert "\n**bold**\n" in markdown
    assert "## another Python: False" in markdown


def test_rkeras_render(folder: Path) -> None:
    """Python chunks work before the document loads anything."""
    (folder / "short.Rmd").write_text(
        "```{python}\nx = 6 * 7\nx\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\n```\n\n"
        "```{r}\npy$x\n```\n\n"
        "```{python, python.reticulate = FALSE, engine.path = 'python3'}\n"
        "print('x' in globals())\n```\n",
        encoding="utf-8",
    )
    words = r_process.command("rkeras run", "short.Rmd")
    words[words.index("run")] = "render"
    outcome = r_process.run(words, cwd=folder, environment={"R_LIBS": None})
    assert outcome.succeeded() == f"{folder / 'short.html'}\n"
    html = (folder / "short.html").read_text(encoding="utf-8")
    assert "## 42<" in html and "## [1] 42<" in html and "## False<" in html
    pictures = re.findall(r'src="data:image/png;base64,([^"]+)"', html)
    assert len(pictures) == 1 and len(pictures[0]) > 5000


def test_an_error_ends_rendering_and_tells_where(rendered: r_process.Outcome, folder: Path) -> None:
    assert re.search(r"Quitting from lines [34]-6 .*\(?bad\.Rmd", rendered.stderr)
    assert (folder / "bad.txt").read_text(encoding="utf-8") == (
        "AttributeError: 'int' object has no attribute 'nothing' (line 2 of the chunk)\n"
    )
    assert not (folder / "bad.html").exists()
