from __future__ import annotations

import importlib.metadata
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from fake_r import FakeR

from rkeras_py import rpy2_pair

OLD = ["rpy2==3.6.4", "rpy2-rinterface>=3.6.3,<3.6.6"]


@pytest.mark.parametrize(
    ("r", "expected"),
    [
        ((4, 2, 2), OLD),
        ((4, 4, 3), OLD),
        ((4, 5, 0), ["rpy2>=3.6.4"]),
        ((5, 0, 0), ["rpy2>=3.6.4"]),
        (None, ["rpy2>=3.6.4"]),
    ],
)
def test_requirements_follow_r(r: tuple[int, ...] | None, expected: list[str]) -> None:
    assert rpy2_pair.requirements(r) == expected


def test_requirements_are_the_callers_own() -> None:
    rpy2_pair.requirements((4, 2)).clear()
    assert rpy2_pair.requirements((4, 2)) == OLD


@pytest.mark.parametrize(
    ("text", "expected"),
    [("4.2.2", (4, 2, 2)), (" 3.6.6rc1\n", (3, 6, 6)), ("1.0.0-5", (1, 0, 0)), ("devel", ())],
)
def test_parse_version(text: str, expected: tuple[int, ...]) -> None:
    assert rpy2_pair.parse_version(text) == expected


def test_version_is_that_of_the_r_in_r_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeR(tmp_path / "R", monkeypatch, "4.5.1")
    assert rpy2_pair.r_version() == (4, 5, 1)


def test_version_without_r(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("R_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert rpy2_pair.r_home() is None
    assert rpy2_pair.r_version() is None


def test_home_from_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    r = FakeR(tmp_path / "R", monkeypatch)
    monkeypatch.delenv("R_HOME")
    monkeypatch.setenv("PATH", f"{r.home / 'bin'}:/usr/bin:/bin")
    assert rpy2_pair.r_home() == r.home


def test_version_agrees_with_what_r_prints() -> None:
    printed = subprocess.run(["R", "--version"], capture_output=True, text=True, check=True).stdout
    version = rpy2_pair.r_version()
    assert version is not None
    assert f"R version {'.'.join(map(str, version))} " in printed


def test_install_command_is_a_line_for_a_shell() -> None:
    assert rpy2_pair.install_command((4, 2, 2), "/opt/my env/python") == (
        "RPY2_CFFI_MODE=API '/opt/my env/python' -m pip install --force-reinstall --no-cache-dir "
        "--no-binary rpy2-rinterface rpy2==3.6.4 'rpy2-rinterface>=3.6.3,<3.6.6'"
    )


def install(
    monkeypatch: pytest.MonkeyPatch, versions: dict[str, str], compiled: bool = True
) -> None:
    """Makes these distributions look installed."""

    def version(name: str) -> str:
        if name not in versions:
            raise importlib.metadata.PackageNotFoundError(name)
        return versions[name]

    monkeypatch.setattr(importlib.metadata, "version", version)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object() if compiled else None)


@pytest.mark.parametrize(
    ("r", "rinterface", "expected"),
    [
        ((4, 2, 2), "3.6.5", None),
        ((4, 2, 2), "3.6.6", "rpy2-rinterface 3.6.6 needs R 4.5 or later, R is 4.2.2"),
        ((4, 5, 0), "3.6.7", None),
        ((4, 2, 2), "3.6.1", "rpy2-rinterface 3.6.1 is too old, 3.6.3 or later is needed"),
        (None, "3.6.7", None),
    ],
)
def test_problem_of_the_installed_pair(
    monkeypatch: pytest.MonkeyPatch,
    r: tuple[int, ...] | None,
    rinterface: str,
    expected: str | None,
) -> None:
    install(monkeypatch, {"rpy2": "3.6.4", "rpy2-rinterface": rinterface})
    assert rpy2_pair.problem(r) == expected


def test_problem_when_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, {})
    assert rpy2_pair.problem((4, 2, 2)) == "rpy2 is not installed"


def test_problem_when_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, {"rpy2": "3.6.4", "rpy2-rinterface": "3.6.5"}, compiled=False)
    assert rpy2_pair.problem((4, 2)) == "rpy2 was built without its compiled part (API mode)"


def test_explain_says_what_is_wrong_and_how_to_fix_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeR(tmp_path / "R", monkeypatch)
    install(monkeypatch, {"rpy2": "3.6.9", "rpy2-rinterface": "3.6.7"})
    assert rpy2_pair.explain(ImportError("undefined symbol: R_getVar")) == (
        "rpy2-rinterface 3.6.7 needs R 4.5 or later, R is 4.2.2. To fix it: "
        + rpy2_pair.install_command((4, 2, 2), sys.executable)
    )


def test_explain_names_a_missing_r_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("R_HOME", str(tmp_path / "nothing"))
    install(monkeypatch, {})
    assert rpy2_pair.explain(ImportError("no rpy2")) == (
        "R was not found; install it (on Debian and Ubuntu: apt-get install r-base-dev) "
        "and make sure that `R` is on the PATH"
    )


def test_explain_quotes_an_import_error_of_a_pair_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeR(tmp_path / "R", monkeypatch)
    install(monkeypatch, {"rpy2": "3.6.4", "rpy2-rinterface": "3.6.5"})
    said = rpy2_pair.explain(ImportError("libR.so: cannot open shared object file"))
    assert said.startswith("rpy2 cannot be loaded (libR.so: cannot open shared object file). ")


def test_the_pair_installed_here_fits_the_r_that_is_here() -> None:
    assert rpy2_pair.problem(rpy2_pair.r_version()) is None
