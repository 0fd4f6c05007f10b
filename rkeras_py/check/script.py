"""Collects what a script calls, defines, loads, and uses from Python modules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rkeras_py.check.tree import Call, Node, bare, call_of, reference_of, unquoted

ASSIGNMENTS = {"<-", "<<-", "=", ":="}
_LOADERS = {"library", "require"}
#: Functions that define others which are not visible in the script.
_OPEN = {
    "attach",
    "box::use",
    "evalCpp",
    "import::from",
    "list2env",
    "load",
    "load_all",
    "p_load",
    "py_run_file",
    "py_run_string",
    "source",
    "sourceCpp",
    "source_python",
    "sys.source",
    "use",
}
INSTALLERS = {"install.packages", "install_github", "install_version", "p_load", "pak", "restore"}

Path = tuple[str, ...]  # a root, such as "tf" or "import:numpy", and attributes


@dataclass(frozen=True)
class Loading:
    """``library(package)`` or ``package::name``."""

    node: Node
    package: str
    how: str  # "library", "require" or "::"
    code: str  # for messages


@dataclass
class Script:
    """The content of a piece of code, or of all pieces of a file."""

    calls: list[Call] = field(default_factory=list)
    loadings: list[Loading] = field(default_factory=list)
    defined: Counter[str] = field(default_factory=Counter)
    functions: set[str] = field(
        default_factory=set
    )  # the defined names that are certainly functions
    bindings: dict[str, Node] = field(default_factory=dict)  # names and the code assigned to them
    dollars: list[Node] = field(default_factory=list)  # the longest chains of a$b$c
    mentioned: set[str] = field(default_factory=set)
    is_open: bool = False  # whether it may define functions that are not visible
    installs: bool = False  # whether it installs packages itself

    @property
    def attached(self) -> set[str]:
        return {loading.package for loading in self.loadings if loading.how != "::"}


def read(script: Script, tree: Node) -> None:
    """Adds the content of a tree."""
    for node in tree.walk():
        call = call_of(node) or reference_of(node)
        if call is not None:
            script.calls.append(call)
            _read_call(script, call)
        _read_definition(script, node)
        if "'$'" in node.tokens and not _is_inner(node):
            script.dollars.append(node)
        if node.token in ("SYMBOL", "SYMBOL_FUNCTION_CALL") and not _is_target(node):
            script.mentioned.add(bare(node.text))


def _read_call(script: Script, call: Call) -> None:
    if call.package:
        script.loadings.append(
            Loading(call.node, call.package, "::", f"{call.package}::{call.function}")
        )
    if call.function in _LOADERS and call.arguments:
        named = call.given("package") or call.given("pkg")
        value = named or next((v for key, v in call.arguments if key is None), None)
        package = value and (value.string or value.name)
        variable = call.given("character.only") is not None and value and value.string is None
        if variable or not package:
            script.is_open = True
        else:
            code = f"{call.function}({package})"
            script.loadings.append(Loading(call.node, package, call.function, code))
    if call.function in _OPEN or f"{call.package}::{call.function}" in _OPEN:
        script.is_open = True
    if call.function == "assign" and call.arguments:
        name = call.arguments[0][1].string
        _define(script, name or "", is_function=True)
        script.is_open = script.is_open or name is None
    if call.function in ("lapply", "sapply", "map", "walk", "vapply") and any(
        value.name in _LOADERS for _, value in call.arguments
    ):
        script.is_open = True
    if call.function in ("do.call", "match.fun") and call.arguments:
        script.mentioned.add(call.arguments[0][1].string or "")
    if call.function in INSTALLERS:
        script.installs = True


def _read_definition(script: Script, node: Node) -> None:
    if node.token == "SYMBOL_FORMALS":
        _define(script, bare(node.text), is_function=True)
    elif node.token == "forcond" and len(node.children) > 1:
        _define(script, bare(node.children[1].text), is_function=True)
    if len(node.children) != 3:
        return
    target, value = node.children[0], node.children[2]
    operator = node.operator
    if operator in ("->", "->>"):
        target, value, operator = value, target, "<-"
    if operator in ASSIGNMENTS:
        name = target.name or target.string
        if name is not None:
            _define(script, name, is_function=is_function(value))
            script.bindings[name] = value
    elif operator == "%<-%":
        for part in target.walk():
            if part.token == "SYMBOL":
                _define(script, bare(part.text), is_function=True)
    elif operator == "%as%":
        _define(script, value.name or "", is_function=True)
    elif operator == "%py_class%":
        call = call_of(target)
        _define(script, call.function if call else target.name or "", is_function=True)


def is_function(value: Node) -> bool:
    """Whether this code is a function, or a name, which may be one.

    ``fit <- fit(model)`` does not hide the function: R skips such variables in calls.
    """
    return value.tokens[:1] in (["FUNCTION"], ["'\\\\'"]) or value.name is not None


def _define(script: Script, name: str, is_function: bool) -> None:
    script.defined[name] += 1
    if is_function:
        script.functions.add(name)


def _is_target(node: Node) -> bool:
    """Whether a name is the target of an assignment."""
    expression = node.parent
    parent = expression and expression.parent
    if not expression or not parent or parent.operator not in ASSIGNMENTS:
        return False
    return parent.children[0] is expression and len(expression.children) == 1


def _is_inner(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.tokens[1:2] == ["'$'"] and parent.children[0] is node


class Paths:
    """The Python modules and attributes that a script uses, under all their names."""

    def __init__(
        self,
        script: Script,
        roots: dict[str, Path],
        is_ours: Callable[[str], bool] = lambda name: True,
    ) -> None:
        """Resolve the names of a script.

        Args:
            script: The script.
            roots: Names that packages define, such as ``tf``.
            is_ours: Whether a function belongs to this project's packages.
        """
        self._script = script
        self._roots = roots
        self._is_ours = is_ours

    def of(self, node: Node, depth: int = 0) -> Path | None:
        """The path that this code refers to; ``None`` for other code."""
        if depth > 20:  # circular definitions
            return None
        while node.tokens == ["expr"]:
            node = node.children[0]
        name = node.name
        if name is not None:
            return self._named(name, depth)
        if node.tokens[1:2] == ["'$'"]:
            before = self.of(node.children[0], depth + 1)
            attribute = unquoted(bare(node.children[2].text))
            return (*before, attribute) if before and attribute else None
        call = call_of(node)
        if call is not None:
            return self._called(call)
        reference = reference_of(node)
        if reference and (reference.package, reference.function) == ("tensorflow", "tf"):
            return ("tf",)
        if reference and (reference.package, reference.function) == ("keras", "keras"):
            return ("keras",)
        return None

    def _named(self, name: str, depth: int) -> Path | None:
        count = self._script.defined[name]
        if count == 0:
            return self._roots.get(name)
        if count == 1 and name in self._script.bindings:
            return self.of(self._script.bindings[name], depth + 1)
        return None

    def _called(self, call: Call) -> Path | None:
        if not call.package and (
            self._script.defined[call.function] or not self._is_ours(call.function)
        ):
            return None
        if call.function == "import" and call.package in ("", "reticulate", "tensorflow"):
            named = call.given("module")
            value = named or next((v for key, v in call.arguments if key is None), None)
            module = value and value.string
            return (f"import:{module}",) if module and re.fullmatch(r"[\w.]+", module) else None
        if call.function == "backend" and call.package in ("", "keras"):
            return ("backend",)
        return None

    def all(self) -> Iterator[tuple[Node, Path]]:
        """The modules and attributes that are used, with their nodes."""
        for call in self._script.calls:
            path = self.of(call.node)
            if path and path[0].startswith("import:"):
                yield call.node, path
        for node in self._script.dollars:
            if _is_assigned(node):
                node = node.children[0]
            path = self.of(node)
            if path and len(path) > 1:
                yield node, path


def _is_assigned(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.operator in ASSIGNMENTS and parent.children[0] is node
