"""The command ``rkeras launch``."""

from __future__ import annotations

import argparse
import secrets
import shutil
import socket
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from rkeras_py.launch import joining, supervisor
from rkeras_py.launch.workers import Plan

PORT = 23456  # of the first worker on other machines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("-n", type=int, metavar="N", help="start N workers on this machine")
    parser.add_argument(
        "--hosts",
        metavar="A,B",
        help="start a worker on each of these machines by ssh; one that is named twice gets two",
    )
    parser.add_argument(
        "--port",
        type=int,
        help=f"port of the first worker, the next ones follow; with --hosts {PORT} by default, "
        "otherwise free ones",
    )
    parser.add_argument(
        "--restarts",
        type=int,
        default=0,
        metavar="K",
        help="where a worker is lost, start all again at most K times, from the last epoch",
    )
    parser.add_argument(
        "--timeout",
        type=float,
        default=joining.TIMEOUT,
        metavar="SECONDS",
        help="how long the workers wait for each other at the start: %(default)g",
    )
    parser.add_argument(
        "--show-all", action="store_true", help="show what all workers print, not the first alone"
    )
    parser.add_argument("script", help="the R script")
    parser.add_argument(
        "args", nargs=argparse.REMAINDER, help="for the script: commandArgs(TRUE) in R"
    )


def problem_with(options: argparse.Namespace) -> str | None:
    """What is wrong with the command line, in words."""
    if (options.n is None) == (options.hosts is None):
        return "give either -n or --hosts"
    if options.n is not None and options.n < 1:
        return f"-n must be 1 at least, not {options.n}"
    if options.hosts is not None and not all(_hosts(options)):
        return f'--hosts must be names with commas between them, not "{options.hosts}"'
    if options.restarts < 0:
        return f"--restarts must be 0 at least, not {options.restarts}"
    if options.timeout <= 0:
        return f"--timeout must be positive, not {options.timeout:g}"
    if options.port is not None and not 0 < options.port < 65536 - len(_hosts(options)):
        return f"--port must be a number of a port, not {options.port}"
    return None


def _hosts(options: argparse.Namespace) -> list[str]:
    if options.hosts is None:
        return ["127.0.0.1"] * options.n
    return [name.strip() for name in options.hosts.split(",")]


def main(options: argparse.Namespace) -> int:
    """Run the command; returns its exit status."""
    folder = Path(tempfile.mkdtemp(prefix="rkeras-launch-"))
    variables = {
        joining.TIMEOUT_VARIABLE: f"{options.timeout:g}",
        joining.SEED_VARIABLE: str(secrets.randbelow(2**31)),
    }
    if options.restarts:
        variables[joining.BACKUPS_VARIABLE] = str(folder / "backups")
    try:
        for attempt in range(options.restarts + 1):
            plan = Plan(
                (sys.executable, "-m", "rkeras_py.cli", "run", options.script, *options.args),
                _addresses(options),
                options.hosts is not None,
                variables,
                folder,
                options.show_all,
            )
            end = supervisor.run(plan)
            if not end.lost or attempt == options.restarts:
                break
            supervisor.say(f"starting again ({attempt + 1} of {options.restarts}).")
        return end.status
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _addresses(options: argparse.Namespace) -> tuple[str, ...]:
    hosts = _hosts(options)
    if options.port is None and options.hosts is None:
        ports = _free_ports(len(hosts))
    else:
        first = options.port or PORT
        ports = list(range(first, first + len(hosts)))
    return tuple(f"{host}:{port}" for host, port in zip(hosts, ports, strict=True))


def _free_ports(count: int) -> list[int]:
    """Ports that nobody uses now."""
    with ExitStack() as stack:
        listening = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in listening:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in listening]
