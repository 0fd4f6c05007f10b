"""Whether code runs whenever its script runs."""

from __future__ import annotations

from collections.abc import Set
from enum import Enum

from rkeras_py.check.tree import Node, call_of

_BRANCHES = {"IF", "WHILE"}
#: Functions that handle the errors of their arguments.
_HANDLERS = {
    "expect_condition",
    "expect_error",
    "possibly",
    "safely",
    "skip_if",
    "skip_if_not",
    "try",
    "tryCatch",
    "try_fetch",
}
#: Functions that evaluate arguments under a condition, or later.
_CONDITIONS = {"ifelse", "on.exit", "switch", "delayedAssign", "reg.finalizer", "local_tempfile"}
#: Functions that do not evaluate arguments.
_QUOTES = {"quote", "bquote", "substitute", "expression", "expr", "exprs", "quo", "quos", "alist"}


class Runs(Enum):
    """When code runs."""

    ALWAYS = 1
    PERHAPS = 2
    NEVER = 3  # the code is data


def when(node: Node, mentioned: Set[str]) -> Runs:
    """When this code runs.

    Args:
        mentioned: Names that the script uses, not only defines. The body of a named function runs
            if its name is used.
    """
    runs = Runs.ALWAYS
    child = node
    while child.parent is not None:
        parent = child.parent
        how = _inside(child, parent, mentioned)
        if how is Runs.NEVER:
            return how
        if how is Runs.PERHAPS:
            runs = how
        child = parent
    return runs


def _inside(child: Node, parent: Node, mentioned: Set[str]) -> Runs:
    first = parent.children[0]
    if first.token in _BRANCHES:
        condition = parent.children[2]
        always = child is condition or (
            condition.constant == "TRUE" and child is parent.children[4]
        )
        return Runs.ALWAYS if always else Runs.PERHAPS
    if first.token in ("FUNCTION", "'\\\\'"):
        is_body = child is parent.children[-1]
        return Runs.ALWAYS if is_body and _is_used(parent, mentioned) else Runs.PERHAPS
    if parent.operator in ("&&", "||"):
        return Runs.ALWAYS if child is first else Runs.PERHAPS
    if "'~'" in parent.tokens:
        return Runs.PERHAPS
    call = call_of(parent)
    if call is None or child is first:
        return Runs.ALWAYS
    if call.function in _QUOTES:
        return Runs.NEVER
    if call.function in _HANDLERS or call.function in _CONDITIONS:
        return Runs.PERHAPS
    return Runs.ALWAYS


def _is_used(function: Node, mentioned: Set[str]) -> bool:
    """Whether a function has no name, or its name is used."""
    parent = function.parent
    if parent is None or parent.operator not in ("<-", "=", "<<-"):
        return True
    name = parent.children[0].name
    return name is None or name in mentioned
