"""Python's prompt inside R; see also R/R/python-repl.R."""

from __future__ import annotations

import builtins
import codeop
import sys
import traceback
from typing import Any

from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.reticulate_code import space

_compiler = codeop.CommandCompiler()


@internal(".repl_complete")
def complete(code: str) -> bool:
    """Whether these lines are complete code, possibly with an error, or more must follow."""
    try:
        return _compiler(code, "<stdin>", "single") is not None
    except (SyntaxError, ValueError, OverflowError):
        return True


@internal(".repl_run", users=True)
def run(code: str) -> None:
    """Run a statement like Python's prompt: it prints values and errors."""
    hook, sys.displayhook = sys.displayhook, _show
    try:
        exec(compile(code, "<stdin>", "single", dont_inherit=True), space())
    except (KeyboardInterrupt, SystemExit):
        raise
    except SyntaxError as error:
        sys.stderr.write("".join(traceback.format_exception_only(error)))
    except BaseException as error:
        trace = error.__traceback__
        sys.stderr.write(
            "".join(traceback.format_exception(type(error), error, trace and trace.tb_next))
        )
    finally:
        sys.displayhook = hook
        sys.stdout.flush()


def _show(value: Any) -> None:
    if value is not None:
        print(repr(value))
        builtins._ = value  # type: ignore[attr-defined]
