from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The set-up script, working in a folder of the test's own."""
    spec = importlib.util.spec_from_file_location("setup_script", ROOT / "tools" / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    environment = tmp_path / ".venv"
    monkeypatch.setattr(module, "VENV", environment)
    monkeypatch.setattr(module, "PYTHON", environment / "bin" / "python")
    monkeypatch.setattr(module, "LOG", environment / "setup.log")
    monkeypatch.setattr(module, "STAMP", environment / "setup.json")
    return module


@pytest.fixture
def ran(setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run."""
    commands: list[list[str]] = []

    def run(command: list[str], fatal: bool = True, **environment: str) -> None:
        if "venv" in command:
            (setup.VENV / "bin").mkdir(parents=True)
            setup.PYTHON.touch()
        commands.append([*(f"{k}={v}" for k, v in environment.items()), *command])

    monkeypatch.setattr(setup, "run", run)
    return commands


def debian(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, missing: list[str], user: int
) -> None:
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(setup, "r_is_debians", lambda: True)
    monkeypatch.setattr(setup, "debian_missing", lambda wanted: missing)
    monkeypatch.setattr(os, "geteuid", lambda: user)


def test_nothing_missing_calls_no_apt(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]
) -> None:
    debian(setup, monkeypatch, [], user=1000)
    setup.system_packages()
    assert ran == []


def test_root_installs_what_is_missing(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]
) -> None:
    debian(setup, monkeypatch, ["r-base-dev", "pandoc"], user=0)
    setup.system_packages()
    env = ["env", "DEBIAN_FRONTEND=noninteractive"]
    assert ran == [
        [*env, "apt-get", "update"],
        [*env, "apt-get", "install", "--yes", "--no-install-recommends", "r-base-dev", "pandoc"],
    ]


def test_without_root_and_sudo_the_command_is_told(
    setup: types.ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    ran: list[list[str]],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    debian(setup, monkeypatch, ["r-base-dev", "pandoc"], user=1000)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert setup.main() == 1
    assert capsys.readouterr().err == (
        "\nPackages of the system are missing, and this is neither root nor may it use sudo "
        "without a password. Run this, then the set-up again:\n"
        "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends "
        "r-base-dev pandoc\n"
    )
    assert ran == []


def test_sudo_that_asks_for_nothing_is_used(
    setup: types.ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    ran: list[list[str]],
    tmp_path: Path,
) -> None:
    debian(setup, monkeypatch, ["pandoc"], user=1000)
    (tmp_path / "sudo").write_text('#!/bin/sh\n[ "$*" = "-n true" ]\n')
    (tmp_path / "sudo").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    setup.system_packages()
    sudo = ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    assert [command[:4] for command in ran] == [sudo, sudo]


def test_debian_missing_asks_dpkg(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "dpkg-query").write_text(
        "#!/bin/sh\necho r-base-dev installed\necho pandoc config-files\n"
    )
    (tmp_path / "dpkg-query").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert setup.debian_missing(["r-base-dev", "pandoc", "tzdata"]) == ["pandoc", "tzdata"]


def test_no_r_and_no_apt(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("R_HOME", raising=False)
    with pytest.raises(setup.SetupError, match=r"R was not found\. Install R 4\.2 or later"):
        setup.system_packages()


def test_an_older_python_is_told_at_once(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert setup.main() == 1
    assert capsys.readouterr().err == (
        "Python 3.11 or later is needed, python3 is 3.9; say which to use: "
        "make setup PYTHON=python3.11\n"
    )


def test_environment_is_made_once(setup: types.ModuleType, ran: list[list[str]]) -> None:
    setup.python_environment()
    assert [("venv" in c, "RPY2_CFFI_MODE=API" in c, "--editable" in c) for c in ran] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    ran.clear()
    setup.python_environment()
    assert ran == []


def test_a_new_r_rebuilds_rpy2_in_the_same_environment(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]
) -> None:
    setup.python_environment()
    ran.clear()
    monkeypatch.setattr(setup.pair(), "r_version", lambda: (4, 9, 9))
    setup.python_environment()
    rpy2, project = ran
    assert "--force-reinstall" in rpy2
    assert rpy2[-3:] == ["--no-binary", "rpy2-rinterface", "rpy2>=3.6.4"]
    assert "--editable" in project


def test_another_python_makes_the_environment_anew(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]
) -> None:
    setup.python_environment()
    ran.clear()
    (setup.VENV / "old").touch()
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    setup.python_environment()
    assert "venv" in ran[0]
    assert not (setup.VENV / "old").exists()


def test_an_interrupted_set_up_goes_on_where_it_stopped(
    setup: types.ModuleType, ran: list[list[str]]
) -> None:
    setup.python_environment()
    ran.clear()
    stamp = json.loads(setup.STAMP.read_text())
    del stamp["project"]
    setup.STAMP.write_text(json.dumps(stamp))
    setup.python_environment()
    assert ["--editable" in command for command in ran] == [True]


def test_a_failing_command_shows_its_own_output(setup: types.ModuleType) -> None:
    setup.run(["echo", "earlier"])
    with pytest.raises(setup.SetupError) as caught:
        setup.run(["sh", "-c", "echo no such package; exit 7"])
    assert str(caught.value).splitlines() == [
        "  no such package",
        "",
        "This failed with exit status 7: sh -c 'echo no such package; exit 7'",
        f"The whole output is in {setup.LOG}.",
    ]
    setup.run(["false"], fatal=False)


def test_a_second_set_up_is_quick_and_silent() -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "setup.py"], check=True)
    start = time.perf_counter()
    answer = subprocess.run(
        [sys.executable, ROOT / "tools" / "setup.py"], check=True, capture_output=True, text=True
    )
    assert answer.stdout + answer.stderr == ""
    assert time.perf_counter() - start < 3
