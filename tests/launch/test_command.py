"""The command line of ``rkeras launch``."""

from __future__ import annotations

from pathlib import Path

import pytest

from rkeras_py import cli
from rkeras_py.launch import command, supervisor
from rkeras_py.launch.supervisor import End
from rkeras_py.launch.workers import Plan


@pytest.fixture
def script(tmp_path: Path) -> str:
    path = tmp_path / "script.R"
    path.write_text("1\n")
    return str(path)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "give either -n or --hosts"),
        (["-n", "2", "--hosts", "a,b"], "give either -n or --hosts"),
        (["-n", "0"], "-n must be 1 at least, not 0"),
        (["--hosts", "a,,b"], '--hosts must be names with commas between them, not "a,,b"'),
        (["-n", "2", "--restarts", "-1"], "--restarts must be 0 at least, not -1"),
        (["-n", "2", "--timeout", "0"], "--timeout must be positive, not 0"),
        (["-n", "2", "--port", "65535"], "--port must be a number of a port, not 65535"),
    ],
)
def test_wrong_options_are_refused(
    words: list[str], message: str, script: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["launch", *words, script]) == cli.USAGE_ERROR
    assert capsys.readouterr().err == f"rkeras: {message}\n"


def test_a_script_that_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["launch", "-n", "2", "missing.R"]) == cli.USAGE_ERROR
    assert capsys.readouterr().err == "rkeras: there is no file missing.R\n"


def plans(
    monkeypatch: pytest.MonkeyPatch, words: list[str], ends: list[End]
) -> tuple[int, list[Plan]]:
    """What is run, where the workers end like this."""
    found: list[Plan] = []

    def run(plan: Plan) -> End:
        found.append(plan)
        return ends[len(found) - 1]

    monkeypatch.setattr(supervisor, "run", run)
    return cli.main(["launch", *words]), found


def test_workers_run_the_script_with_its_arguments(
    monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    status, (plan,) = plans(monkeypatch, ["-n", "3", script, "-n", "--restarts"], [End(7)])
    assert status == 7
    assert plan.command[-5:] == ("rkeras_py.cli", "run", script, "-n", "--restarts")
    hosts, ports = zip(*(address.split(":") for address in plan.addresses), strict=True)
    assert hosts == ("127.0.0.1",) * 3 and len(set(ports)) == 3 and not plan.remote


def test_hosts_have_ports_in_order(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    _, (plan,) = plans(monkeypatch, ["--hosts", "a, b,a", script], [End(0)])
    assert plan.addresses == ("a:23456", "b:23457", "a:23458") and plan.remote
    _, (plan,) = plans(monkeypatch, ["--hosts", "a,b", "--port", "5", script], [End(0)])
    assert plan.addresses == ("a:5", "b:6")


def test_lost_workers_are_started_again_with_the_same_seed(
    monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    words = ["-n", "2", "--restarts", "2", script]
    lost = End(137, lost=True)
    for ends, status, count in (
        ([lost, End(0)], 0, 2),
        ([lost, lost, lost], 137, 3),
        ([End(1)], 1, 1),  # an error in R would come again
    ):
        found = plans(monkeypatch, words, ends)
        assert (found[0], len(found[1])) == (status, count)
        assert len({tuple(sorted(plan.variables.items())) for plan in found[1]}) == 1
        folder = found[1][0].variables[command.joining.BACKUPS_VARIABLE]
        assert not Path(folder).parent.exists()
