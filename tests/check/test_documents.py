from __future__ import annotations

from pathlib import Path

import pytest

from rkeras_py.check.documents import Piece, UnreadableError, find_files, pieces, read_text

DOCUMENT = """\
---
title: x
---
```{r}
first <- 1
```
text ```{r} not a chunk
```{r named, eval=FALSE, fig.cap = "a, b"}
second <- 2
```
```{python}
third = 3
```
````{verbatim}
```{r}
shown(
```
````
   ```{R, eval = x > 1}
   fourth <- 4
   <<first>>
   ```
```{r}
#| eval: false
fifth <- 5
```
```{r, error=TRUE}
sixth <- 6
```
```r
seventh
```
"""


def chunks(text: str, name: str = "a.Rmd") -> list[tuple[int, str, bool]]:
    """The first line of each chunk, its code and whether it runs for certain."""
    found = []
    for piece in pieces(name, text):
        code = piece.code.lstrip("\n")
        line = 1 + len(piece.code) - len(code)
        found.append((line, code.strip(), piece.certain))
    return found


def test_a_script_is_one_piece() -> None:
    assert pieces("a/b.R", "x <- 1\n") == [Piece("a/b.R", "x <- 1\n")]


@pytest.mark.parametrize("name", ["a.Rmd", "a.rmd", "a.qmd", "a.Rmarkdown"])
def test_chunks_of_documents_keep_their_lines(name: str) -> None:
    assert chunks(DOCUMENT, name) == [
        (5, "first <- 1", True),
        (9, "second <- 2", False),
        (20, "fourth <- 4", False),
        (24, "#| eval: false\nfifth <- 5", False),
        (28, "sixth <- 6", False),
    ]


def test_options_for_all_chunks_hold_for_those_that_follow() -> None:
    text = (
        "```{r}\nknitr::opts_chunk$set(echo = TRUE, fig.dim = c(3, 4), eval = FALSE)\n```\n"
        "```{r}\na\n```\n```{r, eval=TRUE}\nb\n```\n```{r, evaluate=TRUE}\nc\n```\n"
    )
    assert [certain for _, _, certain in chunks(text)] == [True, False, True, False]


def test_quarto_documents_that_evaluate_nothing() -> None:
    head = "---\ntitle: x\nexecute:\n  eval: false\n---\n"
    assert chunks(head + "```{r}\na\n```\n", "a.qmd") == [(7, "a", False)]


def test_a_chunk_without_an_end_goes_to_the_end_of_the_document() -> None:
    assert chunks("```{r}\na\nb") == [(2, "a\nb", True)]


def test_folders_are_searched_for_scripts_and_documents(tmp_path: Path) -> None:
    for name in ("b.R", "a.r", "sub/c.Rmd", "sub/deep/d.qmd", "e.txt", "f.Rdata", ".hidden/g.R",
                 "renv/library/h.R", "packrat/i.R", ".Rprofile.R"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [str(Path(name).relative_to(tmp_path)) for name in find_files([str(tmp_path)])]
    assert found == ["a.r", "b.R", "sub/c.Rmd", "sub/deep/d.qmd"]
    script = str(tmp_path / "b.R")
    assert find_files([script, str(tmp_path)])[0] == script
    assert len(find_files([script, str(tmp_path)])) == 4  # each once


def test_paths_that_cannot_be_checked(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").touch()
    for path, message in {
        "nothing.R": "there is no file or folder {}",
        "empty": "there are no R scripts or R Markdown documents in {}",
        "notes.txt": "{} must be an R script (.R) or an R Markdown document (.Rmd, .qmd)",
    }.items():
        with pytest.raises(UnreadableError) as caught:
            find_files([str(tmp_path / path)])
        assert str(caught.value) == message.format(tmp_path / path)


def test_text_is_utf_8_or_latin_1(tmp_path: Path) -> None:
    path = tmp_path / "a.R"
    for content, text in {
        "x <- 'é'\r\ny\r".encode(): "x <- 'é'\ny\n",
        b"\xef\xbb\xbfx": "x",
        b"x <- '\xe9'": "x <- 'é'",
    }.items():
        path.write_bytes(content)
        assert read_text(str(path)) == text


def test_files_that_are_not_text(tmp_path: Path) -> None:
    path = tmp_path / "a.R"
    path.write_bytes(b"RDX3\x00\x01")
    with pytest.raises(UnreadableError, match=f"^{path} is not a text file$"):
        read_text(str(path))
    with pytest.raises(UnreadableError, match="cannot be read: No such file"):
        read_text(str(tmp_path / "b.R"))
