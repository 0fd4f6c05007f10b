"""The R package's exports and their formals, held against those of R keras 2.16.1."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import r_process

from rkeras_py.generate import r_code

HERE = Path(__file__).parent
REFERENCE = r_process.SHARED / "r-api"

pytestmark = [
    pytest.mark.skipif(
        not REFERENCE.is_dir(), reason="../shared/r-api is absent: no API of R keras to compare to"
    ),
    pytest.mark.skipif(r_process.missing_r() is not None, reason=r_process.missing_r() or ""),
]


@dataclass
class Findings:
    """What contract.R found."""

    exports: set[str] = field(default_factory=set)
    methods: set[str] = field(default_factory=set)  # as "generic,class"
    generics: set[str] = field(default_factory=set)
    formals: dict[str, str] = field(default_factory=dict)  # what differs, and how


@pytest.fixture(scope="module")
def deviations() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "deviations.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def their_exports() -> list[dict[str, Any]]:
    text = (REFERENCE / "keras-2.16.1-exports.json").read_text(encoding="utf-8")
    exports: list[dict[str, Any]] = json.loads(text)
    return exports


@pytest.fixture(scope="module")
def their_methods() -> set[str]:
    text = (REFERENCE / "keras-2.16.1-s3methods.txt").read_text(encoding="utf-8")
    return {line.replace('"', "").strip() for line in text.splitlines() if line.strip()}


@pytest.fixture(scope="module")
def found(
    their_exports: list[dict[str, Any]],
    their_methods: set[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Findings:
    script = tmp_path_factory.mktemp("contract") / "reference.R"
    script.write_text("\n".join(_reference(their_exports)), encoding="utf-8")
    generics = sorted({method.split(",")[0] for method in their_methods})
    outcome = r_process.run(["Rscript", HERE / "contract.R", script, *generics])
    return _read(outcome.succeeded())


def _reference(exports: list[dict[str, Any]]) -> Iterator[str]:
    """R code of a list of functions with the formals of R keras's."""
    yield "reference <- list()"
    for export in exports:
        if export["kind"] == "function":
            heads = [
                r_code.name(a["arg"]) + (f" = {a['default']}" if "default" in a else "")
                for a in export["args"]
            ]
            name = r_code.literal(export["name"])
            yield f"reference[[{name}]] <- function({', '.join(heads)}) NULL"


def _read(output: str) -> Findings:
    findings = Findings()
    for line in output.splitlines():
        match line.split("\t"):
            case ["export", name]:
                findings.exports.add(name)
            case ["method", generic, r_class]:
                findings.methods.add(f"{generic},{r_class}")
            case ["generic", name]:
                findings.generics.add(name)
            case ["names", name, ours, theirs]:
                findings.formals[name] = f"({ours}), in R keras ({theirs})"
            case ["default", name, argument, ours, theirs]:
                key = f"{name}({argument})"
                findings.formals[key] = f"{ours or 'none'}, in R keras {theirs or 'none'}"
            case _:
                pytest.fail(f"contract.R said {line!r}")
    return findings


def test_formals_are_those_of_r_keras(
    found: Findings, deviations: dict[str, dict[str, str]]
) -> None:
    differences = [
        f"{what}: {how}" for what, how in found.formals.items() if what not in deviations["formals"]
    ]
    assert differences == []


def test_exports_that_r_keras_lacks_are_listed(
    found: Findings, their_exports: list[dict[str, Any]], deviations: dict[str, dict[str, str]]
) -> None:
    theirs = {export["name"] for export in their_exports}
    assert found.exports - theirs - set(deviations["added"]) == set()


def test_methods_are_those_of_r_keras(
    found: Findings, their_methods: set[str], deviations: dict[str, dict[str, str]]
) -> None:
    due = {method for method in their_methods if method.split(",")[0] in found.generics}
    assert due - found.methods - set(deviations["methods"]) == set()


def test_listed_deviations_exist_and_have_reasons(
    found: Findings,
    their_exports: list[dict[str, Any]],
    their_methods: set[str],
    deviations: dict[str, dict[str, str]],
) -> None:
    theirs = {export["name"] for export in their_exports}
    exist = {
        "added": found.exports - theirs,
        "formals": set(found.formals),
        "methods": their_methods - found.methods,
    }
    assert set(deviations) == set(exist)
    for table, reasons in deviations.items():
        assert set(reasons) - exist[table] == set(), table
        assert all(len(reason) > 10 for reason in reasons.values()), table


def test_every_export_is_there(found: Findings, their_exports: list[dict[str, Any]]) -> None:
    theirs = {export["name"] for export in their_exports}
    assert len(theirs) == 561
    assert theirs - found.exports == set()
