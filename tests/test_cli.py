from __future__ import annotations

import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

from rkeras_py import check, cli, doctor, install


class Hosts(types.ModuleType):
    """Stands for the hosts, which would start R."""

    def __init__(self) -> None:
        super().__init__("rkeras_py.bridge.hosts")
        self.calls: list[tuple[object, ...]] = []

    def run_file(self, path: str, args: list[str]) -> None:
        self.calls.append(("run", path, args))

    def render_file(self, path: str, output: str | None) -> None:
        self.calls.append(("render", path, output))


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch) -> Hosts:
    import rkeras_py.bridge

    stand_in = Hosts()
    monkeypatch.setitem(sys.modules, "rkeras_py.bridge.hosts", stand_in)
    monkeypatch.setattr(rkeras_py.bridge, "hosts", stand_in, raising=False)
    return stand_in


@pytest.fixture
def script(tmp_path: Path) -> str:
    path = tmp_path / "script.R"
    path.touch()
    return str(path)


@pytest.mark.parametrize(
    "args",
    [[], ["--foo", "bar"], ["--version"], ["-h"], ["--", "-x", "--", "y z"], ["", "--a=b"]],
)
def test_run_passes_everything_after_the_script_on(
    hosts: Hosts, script: str, args: list[str]
) -> None:
    cli.main(["run", script, *args])
    assert hosts.calls == [("run", script, args)]


def test_render(hosts: Hosts, script: str) -> None:
    cli.main(["render", script])
    cli.main(["render", script, "-o", "out.html"])
    cli.main(["render", "--output", "out.html", script])
    assert hosts.calls == [
        ("render", script, None),
        ("render", script, "out.html"),
        ("render", script, "out.html"),
    ]


@pytest.mark.parametrize("command", ["run", "render"])
def test_a_file_that_is_not_there(
    hosts: Hosts, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    missing = str(tmp_path / "nothing.R")
    assert cli.main([command, missing]) == 2
    assert cli.main([command, str(tmp_path)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"rkeras: there is no file {missing}",
        f"rkeras: {tmp_path} is a folder",
    ]
    assert hosts.calls == []


def test_run_without_a_script(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["run"])
    assert caught.value.code == 2
    error = capsys.readouterr().err
    assert "rkeras run script.R [args ...]" in error
    assert error.endswith("the following arguments are required: script\n")


def test_run_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["run", "--help"])
    assert caught.value.code == 0
    assert "commandArgs(TRUE)" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"rkeras {install.version()}\n"


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    for command in ("run", "render", "check", "doctor", "install-r", "uninstall-r", "r-libs"):
        assert re.search(rf"^    {command}\s", said.err, re.MULTILINE)


def test_check(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def main(paths: list[str], json: bool) -> int:
        asked.append((paths, json))
        return 1

    monkeypatch.setattr(check, "main", main)
    assert cli.main(["check", "a.R", "b"]) == 1
    assert cli.main(["check", "--json", "c"]) == 1
    assert asked == [(["a.R", "b"], False), (["c"], True)]


def test_doctor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "main", lambda: 1)
    assert cli.main(["doctor"]) == 1


def test_r_libs_prints_the_libraries_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(install, "r_libs", lambda: "/the/library:/another")
    assert cli.main(["r-libs"]) == 0
    assert capsys.readouterr() == ("/the/library:/another\n", "")


def test_install_r(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    forced = []

    def install_r(force: bool = False) -> Path:
        forced.append(force)
        return Path("/home/me/R")

    monkeypatch.setattr(install, "install_r", install_r)
    assert cli.main(["install-r"]) == 0
    assert cli.main(["install-r", "--force"]) == 0
    assert forced == [False, True]
    line = f"The R package keras is in /home/me/R and uses {sys.executable}.\n"
    assert capsys.readouterr().out == line * 2


def test_uninstall_r(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    removed = [Path("/home/me/R/keras"), Path("/home/me/R/tfruns")]
    monkeypatch.setattr(install, "uninstall_r", lambda: removed)
    assert cli.main(["uninstall-r"]) == 0
    assert capsys.readouterr().out == "Removed /home/me/R/keras.\nRemoved /home/me/R/tfruns.\n"
    monkeypatch.setattr(install, "uninstall_r", list)
    assert cli.main(["uninstall-r"]) == 0
    assert capsys.readouterr().out == "Nothing to remove.\n"


@pytest.mark.parametrize("command", ["install-r", "r-libs", "uninstall-r"])
def test_what_can_not_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    def fails(force: bool = False) -> Path:
        raise install.InstallError("R was not found; install it")

    monkeypatch.setattr(install, "ensure_r_package", fails)
    monkeypatch.setattr(install, "install_r", fails)
    monkeypatch.setattr(install, "uninstall_r", fails)
    assert cli.main([command]) == 1
    assert capsys.readouterr() == ("", "rkeras: R was not found; install it\n")


def test_the_command_starts_without_tensorflow_and_r() -> None:
    code = (
        "import sys, rkeras_py.cli, rkeras_py.check, rkeras_py.doctor, rkeras_py.install;"
        "print([m for m in sys.modules if m in ('tensorflow', 'keras', 'rpy2', 'numpy')])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout == "[]\n", answer.stderr
