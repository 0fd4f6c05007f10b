from __future__ import annotations

import re

import rkeras_py.api  # noqa: F401
from rkeras_py.generate import docstrings, help_pages
from rkeras_py.install import r_source
from rkeras_py.registry import references
from rkeras_py.registry.define import REGISTRY

_DOI = re.compile(r" doi:(10\.\d{4,5}/\S*[^\s.,])$")
_ARXIV = re.compile(r"10\.48550/arXiv\.(\d{2})(\d{2})\.\d{4,5}")


def test_functions_and_papers_exist() -> None:
    assert set(references.OF_FUNCTIONS) <= set(REGISTRY)
    used = {key for keys in references.OF_FUNCTIONS.values() for key in keys.split()}
    assert used == set(references.PAPERS)


def test_papers_have_a_year_and_a_doi_in_its_form() -> None:
    for key, paper in references.PAPERS.items():
        assert re.match(r"[A-Z][\w-]+, .* \((?:19|20)\d\d\)\. [A-Z]", paper), key
        if "doi:" in paper:
            assert _DOI.search(paper), key


def test_preprints_are_of_the_year_that_is_named() -> None:
    for key, paper in references.PAPERS.items():
        if number := _ARXIV.search(paper):
            year = re.search(r"\((\d{4})\)", paper)
            assert year, key
            assert 1 <= int(number[2]) <= 12, key
            assert int(year[1]) - 2000 - int(number[1]) in (0, -1), key  # or a year before


def test_docstrings_end_with_their_papers_before_the_example() -> None:
    doc = REGISTRY["optimizer_adam"].doc
    assert doc.index("Returns:") < doc.index("References:") < doc.index("Example:")
    found = docstrings.parse(doc)
    assert found.references == (references.PAPERS["adam"], references.PAPERS["amsgrad"])
    assert "optimizer = optimizer_adam(learning_rate = 0.001)" in found.example


def test_functions_without_papers_are_left_alone() -> None:
    assert references.complete("F.", "k_abs") == "F."


def test_help_pages_link_the_doi() -> None:
    pages = help_pages.rd_files(list(REGISTRY.values()), r_source())
    assert "\\references{\n" in pages["man/application_vgg16.Rd"]
    assert "\\doi{10.48550/arXiv.1409.1556}\n" in pages["man/application_vgg16.Rd"]
    # parentheses belong to this one
    assert "\\doi{10.1016/0095-0696(78)90006-2}\n" in pages["man/dataset_boston_housing.Rd"]
    assert sum("\\references{" in page for page in pages.values()) == len(references.OF_FUNCTIONS)
