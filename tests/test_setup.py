from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import signal
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

    def run(
        command: list[str], fatal: bool = True, locked: bool = True, **environment: str
    ) -> None:
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
        "\nSystem packages are missing, and this user is neither root nor allowed to use sudo "
        "without a password. Run this, then run the set-up again:\n"
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
        "Python 3.11 or later is needed, but python3 is 3.9. Choose another one: "
        "make setup PYTHON=python3.11\n"
    )


STEPS = {
    "environment": lambda word: word == "venv",
    "packages": lambda word: word.endswith("/packages.txt"),
    "rpy2": lambda word: "/rpy2-" in word,
    "project": lambda word: word == "--editable",
}


def steps(commands: list[list[str]]) -> list[str]:
    """Which steps of the set-up these commands are."""
    return [
        next(step for step, is_of in STEPS.items() if any(map(is_of, command)))
        for command in commands
    ]


def test_environment_is_made_once(setup: types.ModuleType, ran: list[list[str]]) -> None:
    setup.python_environment()
    assert steps(ran) == list(STEPS)
    ran.clear()
    setup.python_environment()
    assert ran == []


def test_what_is_installed_is_locked_and_what_is_built_is_built_with_it(
    setup: types.ModuleType, ran: list[list[str]]
) -> None:
    setup.python_environment()
    _, packages, rpy2, project = ran
    hashes = ["--require-hashes", "--requirement"]
    assert packages[-3:] == [*hashes, str(ROOT / "requirements" / "packages.txt")]
    assert rpy2[0] == "RPY2_CFFI_MODE=API"
    assert rpy2[rpy2.index("--require-hashes") :] == [
        *hashes,
        str(setup.rpy2_lock(setup.pair().r_version())),
        "--no-deps",
        "--no-build-isolation",
        "--force-reinstall",
        "--no-cache-dir",
        "--no-binary",
        "rpy2-rinterface",
    ]
    assert project[-4:] == ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]


def test_a_new_r_rebuilds_rpy2_in_the_same_environment(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]
) -> None:
    for version, lock in ((4, 4, 3), "before"), ((4, 4, 4), "before"), ((4, 9, 9), "from"):
        monkeypatch.setattr(setup.pair(), "r_version", lambda version=version: version)
        ran.clear()
        setup.python_environment()
        (rpy2,) = [command for command in ran if steps([command]) == ["rpy2"]]
        assert str(ROOT / "requirements" / f"rpy2-{lock}-r4.5.txt") in rpy2
    assert steps(ran) == ["rpy2"]


def test_a_changed_lock_is_noticed(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch, ran: list[list[str]], tmp_path: Path
) -> None:
    setup.python_environment()
    shutil.copytree(setup.LOCKS, tmp_path / "requirements")
    monkeypatch.setattr(setup, "LOCKS", tmp_path / "requirements")
    ran.clear()
    setup.python_environment()
    assert ran == []
    rpy2 = setup.rpy2_lock(setup.pair().r_version())
    for lock, step in (
        (tmp_path / "requirements" / "packages.txt", "packages"),
        (rpy2, "rpy2"),
    ):
        lock.write_text(lock.read_text() + "# changed\n")
        ran.clear()
        setup.python_environment()
        assert steps(ran) == [step]


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


def test_a_checkout_that_was_moved_gets_an_environment_of_its_own(
    setup: types.ModuleType, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    setup.python_environment()
    stamp = setup.read_stamp()
    assert stamp["checkout"] == str(ROOT)
    setup.write_stamp({**stamp, "checkout": "/old/place"})
    (setup.VENV / "program with the old path").touch()
    ran.clear()
    setup.python_environment()
    assert steps(ran) == list(STEPS)
    assert "moved or copied from /old/place." in capsys.readouterr().out
    assert not (setup.VENV / "program with the old path").exists()


@pytest.mark.parametrize("kind", ["environment", "file", "link to nothing"])
def test_an_environment_of_the_user_stays(
    setup: types.ModuleType,
    ran: list[list[str]],
    kind: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if kind == "environment":
        (setup.VENV / "bin").mkdir(parents=True)
        setup.PYTHON.write_text("mine")
    elif kind == "file":
        setup.VENV.write_text("mine")
    else:
        setup.VENV.symlink_to("nowhere")
    assert setup.main() == 1
    assert capsys.readouterr().err == (
        f"\n{setup.VENV} exists, but was not created by this set-up. It was not changed: "
        "move it away, then run the set-up again.\n"
    )
    assert ran == []
    if kind != "link to nothing":
        mine = setup.PYTHON if kind == "environment" else setup.VENV
        assert mine.read_text() == "mine"


@pytest.mark.parametrize("left", ["", "setup.log", "setup.json"])
def test_what_an_interrupted_set_up_left_is_made_anew(setup: types.ModuleType, left: str) -> None:
    setup.VENV.mkdir()
    if left:
        (setup.VENV / left).touch()
    setup.check_environment()


def test_an_interrupted_set_up_goes_on_where_it_stopped(
    setup: types.ModuleType, ran: list[list[str]]
) -> None:
    setup.python_environment()
    ran.clear()
    for step in ("packages", "rpy2", "project"):
        stamp = json.loads(setup.STAMP.read_text())
        del stamp[step]
        setup.STAMP.write_text(json.dumps(stamp))
        ran.clear()
        setup.python_environment()
        assert steps(ran) == [step]


def test_a_failing_command_shows_its_own_output(setup: types.ModuleType) -> None:
    setup.run(["echo", "earlier"])
    with pytest.raises(setup.SetupError) as caught:
        setup.run(["sh", "-c", "echo no such package; exit 7"])
    assert str(caught.value).splitlines() == [
        "  no such package",
        "",
        "This failed with exit status 7: sh -c 'echo no such package; exit 7'",
        f"The complete output is in {setup.LOG}.",
    ]
    setup.run(["false"], fatal=False)


def test_packages_of_the_user_are_not_taken_for_those_of_the_environment(
    setup: types.ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/packages")
    monkeypatch.setenv("PYTHONHOME", "/python")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example")
    setup.run(["env"], RPY2_CFFI_MODE="API")
    for said in (setup.LOG.read_text(), setup.output(["env"])):
        assert "PYTHONPATH=" not in said and "PYTHONHOME=" not in said
        assert "PIP_INDEX_URL=https://mirror.example\n" in said
    assert "RPY2_CFFI_MODE=API\n" in setup.LOG.read_text()


#: A set-up of the folder that it is told, in which one command is all that is to be done.
ONE_STEP = """
import importlib.util, sys
from pathlib import Path

spec = importlib.util.spec_from_file_location("setup_script", sys.argv[1])
setup = importlib.util.module_from_spec(spec)
spec.loader.exec_module(setup)
setup.ROOT = Path(sys.argv[2])
setup.VENV = setup.ROOT / ".venv"
setup.LOG = setup.VENV / "setup.log"
setup.system_packages = setup.r_package = lambda: None

def work():
    if not (setup.ROOT / "done").exists():
        with setup.Step("work"):
            wait = "touch begun; while [ ! -e go ]; do sleep 0.05; done; echo >> done"
            setup.run(["sh", "-c", wait])

setup.python_environment = work
sys.exit(setup.main())
"""


def one_step(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", "-c", ONE_STEP, str(ROOT / "tools" / "setup.py"), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait_for(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, f"{path} did not come"
        time.sleep(0.02)


def said_so_far(process: subprocess.Popen[str], until: str) -> str:
    assert process.stdout is not None
    said = ""
    while until not in said:
        letter = process.stdout.read(1)
        assert letter, said
        said += letter
    return said


WAITING = "Waiting for another set-up of this checkout ... "


def test_a_second_set_up_waits_and_finds_all_done(tmp_path: Path) -> None:
    first = one_step(tmp_path)
    wait_for(tmp_path / "begun")
    second = one_step(tmp_path)
    assert said_so_far(second, "... ") == WAITING
    other = tmp_path / "another checkout"
    other.mkdir()
    (other / "go").touch()
    third = one_step(other)
    assert third.wait(60) == 0  # of another checkout, it does not wait
    assert second.poll() is None
    (tmp_path / "go").touch()
    assert (first.wait(60), second.wait(60)) == (0, 0)
    assert second.stdout is not None
    assert re.fullmatch(r"\d+ s\n", second.stdout.read())
    assert (tmp_path / "done").read_text() == "\n"


def test_a_set_up_that_was_killed_leaves_no_lock(tmp_path: Path) -> None:
    first = one_step(tmp_path)
    wait_for(tmp_path / "begun")
    first.kill()
    assert first.wait(60) == -signal.SIGKILL
    # What it ran runs on, and writes: that is waited for.
    second = one_step(tmp_path)
    assert said_so_far(second, "... ") == WAITING
    (tmp_path / "go").touch()
    assert second.wait(60) == 0
    (tmp_path / "done").unlink()
    third = one_step(tmp_path)
    assert third.wait(60) == 0
    assert third.stdout is not None
    assert re.fullmatch(r"work \.\.\. \d+ s\n", third.stdout.read())


def test_a_second_set_up_is_silent() -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "setup.py"], check=True)
    answer = subprocess.run(
        [sys.executable, ROOT / "tools" / "setup.py"], check=True, capture_output=True, text=True
    )
    assert answer.stdout + answer.stderr == ""
