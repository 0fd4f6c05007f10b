"""Python chunks of knitr's documents, a statement at a time; R/R/knitr.R is the other half."""

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

_name = ""  # of the chunk's code, in tracebacks
_statements: list[list[CodeType]] = []
_error_line: int | None = None


@internal(".split_chunk")
def split_chunk(code: str, label: str) -> list[str]:
    """Begin a chunk: the source of each of its statements, with the comments before it.

    Raises:
        SyntaxError: it is no Python code; the message tells the line.
    """
    global _name, _error_line
    _name, _error_line = f"<chunk {label}>", None
    _statements.clear()
    lines = code.split("\n")
    # where Python looks for the source of functions that the chunk defines
    linecache.cache[_name] = (len(code), None, [line + "\n" for line in lines], _name)
    whole = compile(code, _name, "exec", dont_inherit=True)  # imports of __future__ hold for all
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
    if not ends and code.strip():  # comments alone
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
        place: Which of the chunk's.
        figures: ``width`` and ``height`` in inches, ``dpi``, and the function ``path`` that gives
            the file of the next figure.

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
    """Show what the chunk left to show, whether or not its last statement ran."""
    Figures.begin(figures)
    Figures.show_all()
    return Figures.paths


@internal(".error_line")
def error_line() -> int | None:
    """Which line of the chunk the last error came from."""
    return _error_line


def _line_of(error: BaseException) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _print_value(value: Any) -> None:
    """As Python's prompt; of what plotting functions give, the plot says enough."""
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
    """Have matplotlib draw into the document, unless the user chose another backend."""
    _follow_import()
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and pyplot.get_backend().lower() == "agg":
        pyplot.switch_backend(_BACKEND)


@functools.cache
def _follow_import() -> None:
    """Choose the backend when matplotlib is imported, unless the environment names one.

    To name it there would be simpler, but processes that chunks start have the environment, too.
    """
    import wrapt

    if "matplotlib" not in sys.modules and "MPLBACKEND" not in os.environ:
        wrapt.register_post_import_hook(lambda module: module.use(_BACKEND), "matplotlib")


class Figures:
    """The figures of the statement that runs."""

    options: ClassVar[dict[str, Any]] = {}
    paths: ClassVar[list[str]] = []

    @classmethod
    def begin(cls, options: dict[str, Any]) -> None:
        cls.options, cls.paths = options, []
        cls.size()

    @classmethod
    def size(cls) -> None:
        """Figures have the size that the chunk's options say."""
        matplotlib = sys.modules.get("matplotlib")
        if matplotlib is not None and cls.options:
            matplotlib.rcParams["figure.figsize"] = (cls.options["width"], cls.options["height"])

    @classmethod
    def show_all(cls) -> None:
        """Write all figures that are open, and close them."""
        helpers = sys.modules.get("matplotlib._pylab_helpers")
        if helpers is None:
            return
        for manager in helpers.Gcf.get_all_fig_managers():
            path = str(cls.options["path"]())
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            manager.canvas.figure.savefig(path, dpi=cls.options["dpi"])
            cls.paths.append(path)
        helpers.Gcf.destroy_all()
