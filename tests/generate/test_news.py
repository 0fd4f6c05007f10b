from __future__ import annotations

from pathlib import Path

import pytest

from rkeras_py.generate import news
from rkeras_py.install import r_source

NEWS = """# News

## Unreleased

Saving

- `save_model_hdf5()` writes 100% or
  nothing. [SECURITY.md](SECURITY.md) says more.
- A [site](https://example.org/a%20b) and {braces}.

Data

- One more.

## 1.0.0

The first version. These are
there.

- Without a title.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "NEWS.md").write_text(NEWS, encoding="utf-8")
    root = tmp_path / "R"
    root.mkdir()
    (root / "DESCRIPTION").write_text("Package: keras\nVersion: 1.0.0\n", encoding="utf-8")
    return root


def test_versions_groups_and_items() -> None:
    unreleased, first = news.sections(NEWS)
    assert (unreleased.version, first.version) == ("Unreleased", "1.0.0")
    assert [group.title for group in unreleased.groups] == ["Saving", "Data"]
    assert unreleased.groups[0].items == [
        "`save_model_hdf5()` writes 100% or nothing. [SECURITY.md](SECURITY.md) says more.",
        "A [site](https://example.org/a%20b) and {braces}.",
    ]
    assert first.groups == [
        news.Group(items=["The first version. These are there.", "Without a title."])
    ]


def test_the_text_is_that_of_rd(root: Path) -> None:
    assert news.text(root) == (
        r"""% Generated from NEWS.md by `make generate`; edit there.
\name{NEWS}
\title{News for package 'keras'}
\encoding{UTF-8}
\section{Changes in version 1.0.0.9000}{
\subsection{Saving}{
\itemize{
\item \code{save_model_hdf5()} writes 100\% or nothing. SECURITY.md says more.
\item A \href{https://example.org/a\%20b}{site} and \{braces\}.
}
}
\subsection{Data}{
\itemize{
\item One more.
}
}
}
\section{Changes in version 1.0.0}{
\itemize{
\item The first version. These are there.
\item Without a title.
}
}
"""
    )


def test_a_wheel_has_no_news_to_generate_from(tmp_path: Path) -> None:
    assert news.text(tmp_path / "R") is None


def test_all_items_of_the_real_news_arrive() -> None:
    source = r_source().parent / "NEWS.md"
    items = sum(line.startswith("- ") for line in source.read_text(encoding="utf-8").splitlines())
    text = news.text(r_source())
    assert text is not None and items > 50
    assert text.count("\\item ") == items + 1  # and the first version's own paragraph
