from __future__ import annotations

import re

import pytest

import rkeras_py.api  # noqa: F401
from rkeras_py.generate import help_pages, see_also
from rkeras_py.install import r_source
from rkeras_py.registry.define import REGISTRY


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return help_pages.rd_files(list(REGISTRY.values()), r_source())


def links(page: str) -> list[str]:
    section = re.search(r"^\\seealso\{\n(.*?)\n\}$", page, re.MULTILINE | re.DOTALL)
    found = re.findall(
        r"\\link(?:\[=[^\]]*\])?\{((?:\\.|[^}\\])+)\}", section[1] if section else ""
    )
    return [name.replace("\\", "") for name in found]


def topics(page: str) -> list[str]:
    found = re.findall(r"\\link(?:\[=([^\]]*)\])?\{((?:\\.|[^}\\])+)\}", page)
    return [(topic or name).replace("\\", "") for topic, name in found]


def test_convolutions_refer_to_each_other(pages: dict[str, str]) -> None:
    family = {
        name.removeprefix("man/").removesuffix(".Rd")
        for name in pages
        if name.startswith("man/layer_conv_") and "lstm" not in name
    }
    assert len(family) == 6
    for name in family:
        assert family - {name} <= set(links(pages[f"man/{name}.Rd"]))


def test_training(pages: dict[str, str]) -> None:
    found = links(pages["man/fit.keras.engine.training.Model.Rd"])
    assert found[:3] == ["compile", "evaluate", "predict"]
    assert (
        "\\link[=predict.keras.engine.training.Model]{predict}()"
        in pages["man/compile.keras.engine.training.Model.Rd"]
    )
    assert links(pages["man/optimizer_adam.Rd"])[:2] == ["compile", "optimizer_sgd"]


def test_links_lead_to_pages(pages: dict[str, str]) -> None:
    aliases = {
        alias.replace("\\", "")
        for page in pages.values()
        for alias in re.findall(r"^\\alias\{(.*)\}$", page, re.MULTILINE)
    }
    lost = {
        name: set(topics(page)) - aliases
        for name, page in pages.items()
        if set(topics(page)) - aliases
    }
    assert lost == {}
    methods = {"predict", "plot"}  # their generics belong to other packages
    words = {*see_also.FAMILIES.split(), *" ".join(see_also.ONE_WAY.values()).split()}
    assert {*words, *see_also.USERS.values()} - aliases == methods


def test_lists_are_short_and_do_not_name_the_page_itself(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        found = links(page)
        assert len(found) <= see_also.LONGEST, name
        assert len(set(found)) == len(found), name
        assert f"\\alias{{{name.removeprefix('man/').removesuffix('.Rd')}}}" not in found


def test_nearly_every_page_refers_to_others(pages: dict[str, str]) -> None:
    without = {name for name, page in pages.items() if not links(page)}
    assert without <= {"man/reexports.Rd", "man/with.python.handle.Rd"}


def test_names_in_no_family_refer_to_their_module() -> None:
    assert see_also.names("f", ["f"], ["e", "f", "g"]) == ["e", "g"]
    assert see_also.names("optimizer_new", ["optimizer_new"], ["optimizer_new"]) == ["compile"]


def test_the_page_and_its_aliases_are_left_out() -> None:
    found = see_also.names("fit.keras.engine.training.Model", ["fit"])
    assert "fit" not in found and "compile" in found
