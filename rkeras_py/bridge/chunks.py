"""Runs Python chunks of knitr documents, one statement at a time; see also R/R/knitr.R."""

from __future__ import annotations
import __future__

import ast
import builtins
import functools
import linecache
import operator
import os
import sys
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar

from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.reticulate_code import space

_BACKEND = "module://rkeras_py.bridge.chunk_plots"

_FUTURES = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)

_name = ""  # file name of the chunk's code in tracebacks
_statements: list[list[CodeType]] = []
_error_line: int | None = None


@internal(".split_chunk")
def split_chunk(code: str, label: str) -> list[str]:
    """Begin a chunk and return the source of each statement, with the comments before it.

    Raises:
        SyntaxError: it is not valid Python code; the message has the line number.
    """
    global _name, _error_line
    _name, _error_line = f"<chunk {label}>", None
    _statements.clear()
    lines = code.split("\n")
    # Python reads the source of functions defined in the chunk from here
    linecache.cache[_name] = (len(code), None, [line + "\n" for line in lines], _name)
    whole = compile(code, _name, "exec", dont_inherit=True)  # __future__ imports apply to all
    ends: list[int] = []
    for node in ast.parse(code, _name).body:
        flags = whole.co_flags & _FUTURES
        compiled = compile(ast.Interactive([node]), _name, "single", flags, dont_inherit=True)
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        if ends and first <= ends[-1]:  # after a semicolon
            _statements[-1].append(compiled)
            ends[-1] = node.end_lineno or first
        else:
            _statements.append([compiled])
            ends.append(node.end_lineno or first)
    if not ends and code.strip():  # only comments
        _statements.append([])
        ends.append(0)
    if ends:
        ends[-1] = len(lines)
    starts = [0, *ends]
    return ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=False)]


@internal(".run_statement", long=True)
def run_statement(place: int, figures: dict[str, Any]) -> list[str]:
    """Run the statement at ``place`` from 0, and print the values of its expressions.

    Args:
        place: Position of the statement in the chunk.
        figures: ``width`` and ``height`` in inches, ``dpi``, and a function ``path`` that returns
            the file name of the next figure.

    Returns: the files of the plots that were shown.
    """
    global _error_line
    _use_backend()
    Figures.begin(figures)
    hook, sys.displayhook = sys.displayhook, _print_value
    try:
        for code in _statements[place]:
            exec(code, space())
    except BaseException as error:
        _error_line = _line_of(error)
        raise
    finally:
        sys.displayhook = hook
        sys.stdout.flush()
    return Figures.paths


@internal(".end_chunk")
def end_chunk(figures: dict[str, Any]) -> list[str]:
    """Show the remaining figures, whether or not the last statement succeeded."""
    Figures.begin(figures)
    Figures.show_all()
    return Figures.paths


@internal(".error_line")
def error_line() -> int | None:
    """The line of the chunk in which the last error occurred."""
    return _error_line


def _line_of(error: BaseException) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _print_value(value: Any) -> None:
    """Print a value like Python's prompt, but not the return values of plotting functions."""
    if value is None or _is_drawn(value):
        return
    builtins._ = value  # type: ignore[attr-defined]
    print(repr(value))


def _is_drawn(value: Any) -> bool:
    if isinstance(value, (list, tuple)) and value:
        return any(map(_is_drawn, value))
    return type(value).__module__.startswith("matplotlib.")


# --- plots -----------------------------------------------------------------------------------


def _use_backend() -> None:
    """Make matplotlib draw into the document, unless the user chose another backend."""
    _follow_import()
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and pyplot.get_backend().lower() == "agg":
        pyplot.switch_backend(_BACKEND)


@functools.cache
def _follow_import() -> None:
    """Choose the backend when matplotlib is imported, unless the environment sets one.

    Setting the environment variable would be simpler, but child processes would inherit it.
    """
    import wrapt

    if "matplotlib" not in sys.modules and "MPLBACKEND" not in os.environ:
        wrapt.register_post_import_hook(lambda module: module.use(_BACKEND), "matplotlib")


class Figures:
    """The figures of the current statement."""

    options: ClassVar[dict[str, Any]] = {}
    paths: ClassVar[list[str]] = []

    @classmethod
    def begin(cls, options: dict[str, Any]) -> None:
        cls.options, cls.paths = options, []
        cls.size()

    @classmethod
    def size(cls) -> None:
        """Set the figure size to that of the chunk options."""
        matplotlib = sys.modules.get("matplotlib")
        if matplotlib is not None and cls.options:
            matplotlib.rcParams["figure.figsize"] = (cls.options["width"], cls.options["height"])

    @classmethod
    def show_all(cls) -> None:
        """Save and close all open figures."""
        helpers = sys.modules.get("matplotlib._pylab_helpers")
        if helpers is None:
            return
        for manager in helpers.Gcf.get_all_fig_managers():
            path = str(cls.options["path"]())
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            manager.canvas.figure.savefig(path, dpi=cls.options["dpi"])
            cls.paths.append(path)
        helpers.Gcf.destroy_all()
