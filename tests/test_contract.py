"""The R package's exports and their formals, held against those of R keras 2.16.1."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import r_keras
import r_process

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(
    r_process.missing_r() is not None, reason=r_process.missing_r() or ""
)

THEIR_EXPORTS = {export.name: export for export in r_keras.exports()}
THEIR_METHODS = r_keras.methods()


@dataclass
class Findings:
    """What contract.R found."""

    exports: set[str] = field(default_factory=set)
    classes: dict[str, set[str]] = field(default_factory=dict)  # of the exports R keras has too
    methods: set[str] = field(default_factory=set)  # as "generic,class"
    generics: set[str] = field(default_factory=set)
    formals: dict[str, str] = field(default_factory=dict)  # what differs, and how


@pytest.fixture(scope="module")
def differences() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "contract_differences.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> Findings:
    return _compared_with(r_keras.EXPORTS)


def _compared_with(exports: Path) -> Findings:
    """What contract.R finds when it compares the R package with this list."""
    generics = sorted({method.split(",")[0] for method in THEIR_METHODS})
    outcome = r_process.run(["Rscript", HERE / "contract.R", exports, *generics])
    return _read(outcome.succeeded())


def _read(output: str) -> Findings:
    findings = Findings()
    for line in output.splitlines():
        match line.split("\t"):
            case ["export", name]:
                findings.exports.add(name)
            case ["class", name, r_class]:
                findings.classes.setdefault(name, set()).add(r_class)
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


def unless_meant(table: str) -> str:
    """What a difference asks for."""
    return (
        "R keras has it otherwise. If that is meant, "
        f"add a line with the reason to [{table}] in tests/contract_differences.toml"
    )


def test_the_table_is_whole() -> None:
    assert len(THEIR_EXPORTS) == len(r_keras.exports()) == 561
    assert len(THEIR_METHODS) == 39


def test_every_export_is_there(found: Findings) -> None:
    assert set(THEIR_EXPORTS) - found.exports == set()


def test_each_is_what_it_is_in_r_keras(found: Findings) -> None:
    differences = {
        name: classes
        for name, classes in found.classes.items()
        if THEIR_EXPORTS[name].kind not in classes
    }
    assert differences == {}


def test_formals_are_those_of_r_keras(
    found: Findings, differences: dict[str, dict[str, str]]
) -> None:
    unlisted = [
        f"{what}: {how}"
        for what, how in found.formals.items()
        if what not in differences["formals"]
    ]
    assert unlisted == [], unless_meant("formals")


def test_what_differs_is_found(tmp_path: Path) -> None:
    exports = tmp_path / "exports.R"
    exports.write_text(
        "activation_elu(x, alpha)\n"
        "activation_relu(x, alpha = 0, max_value = NULL, threshold = 1)\n"
        "activation_linear(x, ...)\n"
        "activation_softmax(axis = -1, x)\n"
        "use_python(python, required = c())\n"  # code of the same value
        "KerasLayer(units)\n",
        encoding="utf-8",
    )
    assert _compared_with(exports).formals == {
        "activation_elu(alpha)": "1, in R keras none",
        "activation_relu(threshold)": "0, in R keras 1",
        "activation_linear": "(x), in R keras (x, ...)",
        "activation_softmax": "(x, axis), in R keras (axis, x)",
        "KerasLayer": "(), in R keras (units)",
    }


def test_exports_that_r_keras_lacks_are_listed(
    found: Findings, differences: dict[str, dict[str, str]]
) -> None:
    unlisted = found.exports - set(THEIR_EXPORTS) - set(differences["added"])
    assert unlisted == set(), unless_meant("added")


def test_methods_are_those_of_r_keras(
    found: Findings, differences: dict[str, dict[str, str]]
) -> None:
    due = {method for method in THEIR_METHODS if method.split(",")[0] in found.generics}
    missing = due - found.methods - set(differences["methods"])
    assert missing == set(), unless_meant("methods")


def test_listed_differences_exist_and_have_reasons(
    found: Findings, differences: dict[str, dict[str, str]]
) -> None:
    exist = {
        "added": found.exports - set(THEIR_EXPORTS),
        "formals": set(found.formals),
        "methods": THEIR_METHODS - found.methods,
    }
    assert set(differences) == set(exist)
    for table, reasons in differences.items():
        assert set(reasons) - exist[table] == set(), table
        assert all(len(reason) > 10 for reason in reasons.values()), table
