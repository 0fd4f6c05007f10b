"""What the documents refer to is there: links, headings, paths, functions, targets of make."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = [*sorted(path.name for path in ROOT.glob("*.md")), ".github/pull_request_template.md"]
PACKAGE = ROOT / "rkeras_py"
# Paths in documents begin with a folder of the checkout, or with one of rkeras_py.
INNER = sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] != "_")
OUTER = ["rkeras_py", "R", "tests", "tools", "vignettes", "benchmarks", "requirements", ".github"]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def missing_paths(text: str) -> list[str]:
    """Paths between backticks, or given to pytest, that lead nowhere.

    ``*`` stands for at least one file.
    """
    starts = "|".join(map(re.escape, [*INNER, *OUTER]))
    found = re.findall(rf"`((?:{starts})/[\w./*-]*)`", text)
    found += re.findall(r"pytest (?:\\\n *)?(tests/[\w./-]+)", text)
    return [path for path in found if not list(base_of(path).glob(path))]


def base_of(path: str) -> Path:
    return PACKAGE if path.split("/")[0] in INNER else ROOT


def anchors(text: str) -> set[str]:
    """The headings as GitHub makes links of them."""
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}


def missing_links(name: str, text: str) -> list[str]:
    """Links into this checkout, and to headings, that lead nowhere."""
    missing = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        if re.match(r"\w+:", link):
            continue
        there = target.exists()
        if not there or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            missing.append(link)
    return missing


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_and_paths_are_there(name: str) -> None:
    assert missing_links(name, text_of(name)) == []
    assert missing_paths(text_of(name)) == []


def test_what_is_missing_is_found() -> None:
    text = "[a](README.md) [b](NOWHERE.md) [c](README.md#licence) [d](README.md#no) [e](#here)\n"
    assert missing_links("NEWS.md", text) == ["NOWHERE.md", "README.md#no", "#here"]
    assert missing_paths("`api/layers/` `api/nothing.py` `R/R/custom-*.R` `R/x-*.R` `a/b`") == [
        "api/nothing.py",
        "R/x-*.R",
    ]
    assert missing_paths("`python -m pytest tests/docs/nothing.py`") == ["tests/docs/nothing.py"]


def make_targets() -> set[str]:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text_of("Makefile"), re.MULTILINE)
    rules = set(re.findall(r"^([\w-]+):", text_of("Makefile"), re.MULTILINE))
    assert set(phony.split()) == rules
    return rules


@pytest.mark.parametrize("name", [*DOCUMENTS, ".ci/run", ".pre-commit-config.yaml"])
def test_make_knows_the_targets(name: str) -> None:
    text = text_of(name)
    spans = re.findall(r"`(make [\w-]+)[^`\n]*`", text)
    lines = re.findall(r"^(?:\s*entry: )?(make [\w-]+)", text, re.MULTILINE)
    named = {words.split()[1] for words in [*spans, *lines]}
    assert named - make_targets() == set()


def test_make_help_lists_every_target() -> None:
    listed = set(re.findall(r'@echo "make ([\w-]+)', text_of("Makefile")))
    assert listed == make_targets() - {"help"}


def test_the_glossary_has_its_words_in_order() -> None:
    glossary = text_of("ARCHITECTURE.md").partition("## Glossary")[2]
    words = re.findall(r"^\| ([\w ]+) \|", glossary, re.MULTILINE)[1:]
    assert words == sorted(words)
    assert {"gate", "pump", "handle", "request", "signal", "companion"} <= set(words)


def test_the_map_shows_every_package_and_module() -> None:
    the_map = text_of("ARCHITECTURE.md").partition("## The map")[2].partition("## Who")[0]
    inner = {path.name for path in PACKAGE.glob("*.py")} | {f"{name}/" for name in INNER}
    outside = {"piping.py"}  # what pipe.py is made of
    assert {name for name in inner - outside if name not in the_map} == set()


def test_names_of_functions_are_there() -> None:
    """``name()`` in ARCHITECTURE.md is a function of R or Python here, or one of Keras's."""
    text = text_of("ARCHITECTURE.md")
    named = set(re.findall(r"`(?:\w+\.)?(\w+)\(\)`", text))
    defined = {
        node.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
    for path in (ROOT / "R" / "R").glob("*.R"):
        defined |= set(re.findall(r"^(\w+) <- function", path.read_text(encoding="utf-8"), re.M))
    for path in (ROOT / "R" / "src").glob("*.c"):
        defined |= set(re.findall(r"^\S.* \**(\w+)\(.*\{$", path.read_text("utf-8"), re.MULTILINE))
    assert len(named) > 10
    assert named - defined - {"dlopen"} == set()


def test_functions_are_in_the_files_that_are_named() -> None:
    """A function stands in the file of ```name()` in `file```."""
    pairs = re.findall(r"`(\w+)\(\)`\s+in\s+`([\w/.]+)`", text_of("ARCHITECTURE.md"))
    assert len(pairs) > 5
    for function, path in pairs:
        code = (base_of(path) / path).read_text(encoding="utf-8")
        definition = rf"^(?: *def {function}\(|{function} <- function|\w.*\b{function}\(.*\{{$)"
        assert re.search(definition, code, re.MULTILINE), f"{path} has no {function}()"


def test_the_direction_of_imports_is_the_contract_s() -> None:
    """The line of arrows in ARCHITECTURE.md has the packages in the order of the contract."""
    project = tomllib.loads(text_of("pyproject.toml"))
    (layers,) = [
        contract["layers"]
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    ]
    level = {
        name.strip().removeprefix("rkeras_py."): number
        for number, names in enumerate(layers)
        for name in names.split("|")
    }
    (arrows,) = re.findall(r"^cli → .*$", text_of("ARCHITECTURE.md"), re.MULTILINE)
    drawn = [name for names in arrows.split(" → ") for name in names.split(", ")]
    levels = [level[name] for name in drawn]
    assert levels == sorted(levels)
