"""The lock files: they satisfy the ranges of the wheel, and every entry has its hashes."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import sys
import tomllib
import types
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rkeras_py import rpy2_pair

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))

#: Where the lock files must serve, as markers see it.
MACHINES = [
    {
        "python_version": version,
        "python_full_version": f"{version}.0",
        "platform_machine": machine,
        "platform_system": "Linux",
        "sys_platform": "linux",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    for version in ("3.11", "3.12", "3.13")
    for machine in ("x86_64", "aarch64")
]
on_each_machine = pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda m: f"{m['python_version']}-{m['platform_machine']}"
)


def load(path: Path, name: str) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entries(path: Path) -> list[tuple[Requirement, list[str]]]:
    """The requirements of a lock file and their hashes, by pip's own rules for lines."""
    lines = [
        line
        for line in path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    found = []
    for line in lines:
        requirement, *hashes = re.split(r"\s+--hash=", line.strip())
        found.append((Requirement(requirement), hashes))
    return found


def versions(machine: dict[str, str], *paths: Path) -> dict[str, str]:
    """What pip installs on a machine: exactly one version of each package."""
    found: dict[str, str] = {}
    for path in paths:
        for requirement, _ in entries(path):
            if requirement.marker is None or requirement.marker.evaluate(machine):
                name = canonicalize_name(requirement.name)
                assert name not in found, f"{name} is locked twice"
                (specifier,) = requirement.specifier
                assert specifier.operator == "=="
                found[name] = specifier.version
    return found


def unmet(wanted: list[str], machine: dict[str, str], have: dict[str, str]) -> list[str]:
    requirements = [Requirement(line) for line in wanted]
    return [
        f"{requirement}: {have.get(canonicalize_name(requirement.name))}"
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate(machine)
        if not requirement.specifier.contains(
            have.get(canonicalize_name(requirement.name), "0"), prereleases=True
        )
    ]


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_entry_has_hashes(path: Path) -> None:
    found = entries(path)
    assert found
    for requirement, hashes in found:
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", text) for text in hashes), requirement
        assert requirement.url is None


@on_each_machine
def test_the_ranges_of_the_wheel_and_of_the_extras_are_met(machine: dict[str, str]) -> None:
    have = versions(machine, ROOT / "requirements" / "packages.txt")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    assert set(extras) >= {"test", "lint"}
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    left_out = load(ROOT / "tools" / "lock.py", "lock").NOT_LOCKED
    assert set(extras) > set(left_out)
    wanted += [line for extra in set(extras) - set(left_out) for line in extras[extra]]
    assert unmet(wanted, machine, have) == [], "a range has changed: run `make lock`"
    assert unmet(["keras>=99", "no-such-package>=1"], machine, have) == [
        f"keras>=99: {have['keras']}",
        "no-such-package>=1: None",
    ]


@on_each_machine
@pytest.mark.parametrize(
    ("r_version", "lock"),
    [((4, 2, 2), "rpy2-before-r4.5.txt"), ((4, 4, 3), "rpy2-before-r4.5.txt"),
     ((4, 5, 0), "rpy2-from-r4.5.txt"), ((5, 0, 0), "rpy2-from-r4.5.txt")],
)  # fmt: skip
def test_the_rpy2_of_each_r_is_locked(
    machine: dict[str, str], r_version: tuple[int, ...], lock: str
) -> None:
    setup = load(ROOT / "tools" / "setup.py", "setup_script")
    path = setup.rpy2_lock(r_version)
    assert path == ROOT / "requirements" / lock
    have = versions(machine, ROOT / "requirements" / "packages.txt", path)
    assert unmet(rpy2_pair.requirements(r_version), machine, have) == []


def test_what_is_installed_here_asks_for_nothing_that_is_not_locked() -> None:
    """The packages of this environment, by what they say of themselves."""
    setup = load(ROOT / "tools" / "setup.py", "setup_script")
    machine = {"extra": ""}
    lock = setup.rpy2_lock(rpy2_pair.r_version())
    have = versions(machine, ROOT / "requirements" / "packages.txt", lock)
    missing = {}
    for name in have:
        try:
            wanted = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            pytest.skip(f"this environment was not made by the set-up: {name} is missing")
        missing[name] = unmet(wanted, machine, have)
    assert {name: lines for name, lines in missing.items() if lines} == {}


def test_the_tool_reads_entries_and_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    lock = load(ROOT / "tools" / "lock.py", "lock_script")
    text = (
        "# comment\n"
        "numpy==2.4.6 ; python_full_version < '3.12' \\\n    --hash=sha256:aa \\\n"
        "    --hash=sha256:bb\n"
        "numpy==2.5.5 ; python_full_version >= '3.12' \\\n    --hash=sha256:cc\n"
        "rpy2==3.6.4 \\\n    --hash=sha256:dd\n"
    )
    found = lock.entries(text)
    assert list(found) == ["numpy", "rpy2"]
    assert "".join(found.values()) == text.removeprefix("# comment\n")
    assert lock.pins(found) == {
        "numpy": "numpy==2.4.6 ; python_full_version < '3.12'\n"
        "numpy==2.5.5 ; python_full_version >= '3.12'",
        "rpy2": "rpy2==3.6.4",
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {*project["project"]["dependencies"], *project["build-system"]["requires"]} <= set(
        lock.ranges()
    )
    assert not any(requirement.startswith("rpy2") for requirement in lock.ranges())


def test_ranges_that_no_versions_meet_end_with_a_line(tmp_path: Path) -> None:
    lock = load(ROOT / "tools" / "lock.py", "lock_script")
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\nexit 1\n")
    uv.chmod(0o755)
    with pytest.raises(SystemExit, match="No versions meet all ranges"):
        lock.resolve(uv, tmp_path, ["keras>=99"], [])
