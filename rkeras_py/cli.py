"""The command `rkeras`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rkeras_py.launch import command as launching

USAGE_ERROR = 2


def parser() -> argparse.ArgumentParser:
    """The command line as argparse sees it."""
    top = argparse.ArgumentParser(
        prog="rkeras", description="Run R scripts written for the R package keras with Keras 3."
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(dest="command", metavar="command")

    run = commands.add_parser("run", help="run an R script", usage="rkeras run script.R [args ...]")
    run.add_argument("script", help="the R script")
    run.add_argument("args", nargs="*", default=[], help="for the script: commandArgs(TRUE) in R")

    launch = commands.add_parser(
        "launch",
        help="run an R script in several processes that train together",
        description="Runs the unchanged script in each worker. Each computes a share of every "
        "batch; the result is that of one process. The first worker shows its output and writes "
        "files. Exit status: that of the script, 128 and the signal where a worker was killed.",
    )
    launching.add_arguments(launch)

    render = commands.add_parser("render", help="render an R Markdown document")
    render.add_argument("document", help="the .Rmd file")
    render.add_argument("-o", "--output", metavar="FILE", help="output file")

    parity = commands.add_parser(
        "parity",
        help="run an R script and its Python twin, and compare their variables",
        description="Runs both scripts in new processes and prints how much the variables with "
        "the same names differ. Exit status: 0 if all are within the tolerance, 1 if not, "
        "2 if a script fails. Numbers may differ by atol + rtol * the larger one.",
    )
    parity.add_argument("r_script", metavar="script.R")
    parity.add_argument("py_script", metavar="script.py")
    parity.add_argument("--rtol", type=float, default=1e-5, help="relative tolerance: %(default)s")
    parity.add_argument("--atol", type=float, default=1e-6, help="absolute tolerance: %(default)s")
    parity.add_argument(
        "--timeout", type=float, default=3600, metavar="SECONDS", help="for each: %(default)s"
    )

    check = commands.add_parser(
        "check",
        help="report what will not run in old scripts, without running them",
        description="Reads R scripts and R Markdown documents without running them. It reports by "
        "line which functions, arguments and attributes of Python modules are unknown, deprecated "
        "or different, which packages are missing, and what will be downloaded. Exit status: 0 "
        "if all scripts will run, 1 if one will not, 2 if nothing could be checked.",
        epilog="The JSON has the fields format (1), files, supported (uses, functions), problems "
        "and notes. Each file has path and findings; each finding has line, kind, status "
        '("problem": will not run; or "note"), what, message and instead (a list).',
    )
    check.add_argument("paths", nargs="+", metavar="PATH", help="a script, a document or a folder")
    check.add_argument("--json", action="store_true", help="print the report as JSON")

    commands.add_parser("doctor", help="show what is installed, what is wrong and how to fix it")

    install = commands.add_parser(
        "install-r", help="install the R package into your own R library, pinned to this Python"
    )
    install.add_argument(
        "--force", action="store_true", help="replace an R package keras from elsewhere"
    )

    commands.add_parser("uninstall-r", help="remove what install-r put into your R library")

    commands.add_parser(
        "r-libs", help="print where R finds the R package, for R_LIBS: R_LIBS=$(rkeras r-libs)"
    )
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status, 2 for a wrong command line."""
    top = parser()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["run"] and len(words) > 1 and not words[1].startswith("-"):
        # Arguments after the script belong to the script, including `--version` and `--`.
        return _run(words[1], words[2:])
    args = top.parse_args(words)
    if args.version:
        from rkeras_py import install

        print(f"rkeras {install.version()}")
        return 0
    if args.command is None:
        top.print_help(sys.stderr)
        return USAGE_ERROR
    if args.command == "run":
        return _run(args.script, args.args)
    if args.command == "launch":
        return _launch(args)
    if args.command == "render":
        return _render(args.document, args.output)
    if args.command == "parity":
        return _parity(args)
    if args.command == "check":
        from rkeras_py import check

        return check.main(args.paths, args.json)
    if args.command == "doctor":
        from rkeras_py import doctor

        return doctor.main()
    return _install(args)


def _run(script: str, args: list[str]) -> int:
    if not _is_file(script):
        return USAGE_ERROR
    from rkeras_py.launch.cluster import LaunchError
    from rkeras_py.launch.joining import join_others

    try:
        join_others(script, args)
    except LaunchError as problem:
        _complain(str(problem))
        return 1
    return _in_r(script, lambda hosts: hosts.run_file(script, args))


def _launch(args: argparse.Namespace) -> int:
    problem = launching.problem_with(args)
    if problem is not None:
        _complain(problem)
        return USAGE_ERROR
    if not _is_file(args.script):
        return USAGE_ERROR
    return launching.main(args)


def _render(document: str, output: str | None) -> int:
    return _in_r(document, lambda hosts: hosts.render_file(document, output))


def _parity(args: argparse.Namespace) -> int:
    if not (_is_file(args.r_script) and _is_file(args.py_script)):
        return USAGE_ERROR
    from rkeras_py.install import InstallError
    from rkeras_py.testing import ProgramError, parity

    try:
        return parity.main(args.r_script, args.py_script, args.rtol, args.atol, args.timeout)
    except (ProgramError, InstallError) as problem:
        for text in (str(problem), *getattr(problem, "__notes__", [])):
            _complain(text)
        return USAGE_ERROR


def _in_r(path: str, work: Callable[[Any], object]) -> int:
    """Do something with a file in R; if R cannot start, print one line that says why."""
    if not _is_file(path):
        return USAGE_ERROR
    from rkeras_py.install import InstallError, ensure_r_package

    try:
        ensure_r_package()  # also checks rpy2, which the bridge imports
        from rkeras_py.bridge import hosts

        work(hosts)
    except (ImportError, InstallError) as problem:
        _complain(str(problem))
        return 1
    return 0


def _install(args: argparse.Namespace) -> int:
    from rkeras_py import install

    try:
        if args.command == "r-libs":
            print(install.r_libs())
        elif args.command == "uninstall-r":
            removed = install.uninstall_r()
            print("\n".join(f"Removed {folder}." for folder in removed) or "Nothing to remove.")
        else:
            library = install.install_r(force=args.force)
            print(f"The R package keras is in {library} and uses {sys.executable}.")
    except install.InstallError as error:
        _complain(str(error))
        return 1
    return 0


def _is_file(path: str) -> bool:
    if Path(path).is_file():
        return True
    _complain(f"{path} is a folder" if Path(path).is_dir() else f"there is no file {path}")
    return False


def _complain(message: str) -> None:
    print(f"rkeras: {message}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
