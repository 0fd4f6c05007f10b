"""The process side of a program: its inputs, its variables, its error.

``python -m rkeras_py.testing.program FOLDER`` runs a Python program; ``runner.R`` runs an R program
with the functions of this module. The folder contains:

    program.R, program.py   the program, where it is no file of its own
    path                    the program's file, where it is one
    inputs                  the variables to begin with (pickled)
    result                  the variables at the end (pickled), or
    failure                 what made it fail (JSON)
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import traceback
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rkeras_py.testing.values import comparable, history_of

_NO_VARIABLES = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type)


def script(folder: str, name: str) -> str:
    """The program's file."""
    path = Path(folder, "path")
    return path.read_text(encoding="utf-8") if path.exists() else os.path.join(folder, name)


def inputs(folder: str) -> dict[str, Any]:
    """The initial variables."""
    found: dict[str, Any] = pickle.loads(Path(folder, "inputs").read_bytes())
    return found


def failed(folder: str, message: str, line: int | None, package: str | None = None) -> None:
    """Store the error of the program.

    Args:
        folder: The program's folder.
        message: The language's error message.
        line: The line of the program; ``None`` if the message has it.
        package: An R package that is not installed.
    """
    text = json.dumps({"message": message, "line": line, "package": package})
    Path(folder, "failure").write_text(text, encoding="utf-8")


class Collection:
    """The variables of a program that has ended."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.left_out: dict[str, str] = {}

    def add(self, name: str, value: Any) -> None:
        """Add a variable; one that cannot be compared is left out."""
        try:
            self.values[name] = comparable(value)
        except TypeError as problem:
            self.leave_out(name, str(problem))

    def add_history(self, name: str, metrics: Mapping[str, Any]) -> None:
        """Add the metrics of R's training history."""
        self.values[name] = history_of(metrics)

    def leave_out(self, name: str, what: str) -> None:
        """Record that a variable cannot be compared, and what it is."""
        self.left_out[name] = what

    def store(self, folder: str) -> None:
        """Write everything to the program's folder."""
        with open(os.path.join(folder, "result"), "wb") as file:
            pickle.dump((self.values, self.left_out), file)


def main(folder: str) -> int:
    """Run the Python program of a folder; returns the exit status."""
    path = script(folder, "program.py")
    module = types.ModuleType("__main__")
    module.__dict__.update(inputs(folder), __file__=path)
    sys.modules["__main__"] = module
    sys.argv = [path]
    sys.path[0] = os.path.dirname(path)
    try:
        code = compile(Path(path).read_bytes(), path, "exec", dont_inherit=True)
        exec(code, module.__dict__)
    except Exception as error:
        _fail(folder, path, error)
        return 1
    variables = Collection()
    for name, value in vars(module).items():
        if name.startswith("_") or isinstance(value, types.ModuleType):
            continue
        if isinstance(value, _NO_VARIABLES):
            variables.leave_out(name, "a class" if isinstance(value, type) else "a function")
        else:
            variables.add(name, value)
    variables.store(folder)
    return 0


def _fail(folder: str, path: str, error: Exception) -> None:
    """Store Python's traceback, starting in the program, and its innermost line in the program."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == path]
    if isinstance(error, SyntaxError) and error.filename == path:
        lines = [error.lineno]
    while error.__traceback__ and error.__traceback__.tb_frame.f_code.co_filename == __file__:
        error.__traceback__ = error.__traceback__.tb_next
    traceback.print_exception(error)
    message = "".join(traceback.format_exception_only(error)).strip()
    failed(folder, message, lines[-1] if lines else None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
