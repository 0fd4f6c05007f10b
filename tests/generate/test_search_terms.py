from __future__ import annotations

import rkeras_py.api  # noqa: F401
from rkeras_py.generate import help_pages, search_terms
from rkeras_py.install import r_source
from rkeras_py.registry.define import REGISTRY


def test_names_are_found_the_other_way_round() -> None:
    assert "dense layer" in search_terms.terms("layer_dense", "Densely connected layer")
    assert search_terms.terms("optimizer_nadam", "A") == ["nadam optimizer"]


def test_what_the_title_says_is_not_said_again() -> None:
    assert search_terms.terms("optimizer_adam", "Adam optimizer") == []
    assert search_terms.terms("fit_generator", "Train a model") == []


def test_every_page_with_synonyms_exists() -> None:
    pages = help_pages.help_pages(list(REGISTRY.values()), r_source())
    assert set(search_terms.SYNONYMS) - set(pages) == set()
    assert pages["layer_lstm"].concepts == ["recurrent neural network", "RNN", "lstm layer"]
    text = pages["layer_lstm"].text()
    assert text.endswith("\\keyword{neural}\n\\concept{recurrent neural network}\n\\concept{RNN}\n"
                         "\\concept{lstm layer}\n")  # fmt: skip


def test_terms_are_told_once() -> None:
    for page in help_pages.help_pages(list(REGISTRY.values()), r_source()).values():
        assert len(set(page.concepts)) == len(page.concepts), page.name
