"""The result of R's parser: the rows of ``getParseData()`` as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Row = tuple[int, int, int, int, int, int, str, str]  # lines and columns, id, parent, token, text

PIPES = {"%>%", "%<>%", "%T>%", "|>"}
_NAMES = {"SYMBOL", "SYMBOL_FUNCTION_CALL", "SLOT"}
_RAW = re.compile(r"[rR]([\"'])-*[\[({](.*)[\])}]-*\1", re.DOTALL)
_CONSTANTS = {"NUM_CONST", "STR_CONST", "NULL_CONST"}


@dataclass(eq=False)
class Node:
    """An expression or a token."""

    token: str
    text: str
    line: int
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and its descendants, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    @property
    def tokens(self) -> list[str]:
        return [child.token for child in self.children]

    @property
    def operator(self) -> str:
        """The operator of ``a op b``, such as ``<-`` or ``%>%``."""
        return self.children[1].text if len(self.children) == 3 else ""

    @property
    def name(self) -> str | None:
        """The name, if the expression is only a name."""
        only = self
        while len(only.children) == 1:
            only = only.children[0]
        return bare(only.text) if only.token in _NAMES and not only.children else None

    @property
    def constant(self) -> str | None:
        """The text of a constant, strings in double quotes; ``None`` for other code."""
        only = self
        while len(only.children) == 1:
            only = only.children[0]
        if only.token == "SYMBOL":
            return {"T": "TRUE", "F": "FALSE"}.get(only.text)
        if only.token not in _CONSTANTS:
            return None
        return f'"{unquoted(only.text)}"' if only.token == "STR_CONST" else only.text

    @property
    def string(self) -> str | None:
        """The value of a string constant."""
        constant = self.constant
        return constant[1:-1] if constant and constant.startswith('"') else None


@dataclass(frozen=True)
class Call:
    """A call of a named function."""

    node: Node
    function: str
    package: str  # of pkg::function
    internal: bool  # pkg:::function
    arguments: tuple[tuple[str | None, Node], ...]  # the name, and the value

    @property
    def line(self) -> int:
        return self.node.line

    @property
    def all_arguments(self) -> list[tuple[str | None, Node]]:
        """The arguments, including the one from a pipe: ``x %>% f(...)``."""
        placed = any(value.name == "." or _is_placeholder(value) for _, value in self.arguments)
        if not is_piped(self.node) or placed:
            return list(self.arguments)
        assert self.node.parent is not None
        return [(None, self.node.parent.children[0]), *self.arguments]

    def given(self, name: str) -> Node | None:
        """The value of the argument with exactly this name."""
        return next((value for key, value in self.arguments if key == name), None)


def bare(name: str) -> str:
    """A name without backticks."""
    return name[1:-1] if len(name) > 1 and name[0] == name[-1] == "`" else name


def unquoted(text: str) -> str:
    """The content of a string constant; escape sequences are not interpreted."""
    raw = _RAW.fullmatch(text)
    if raw:
        return raw.group(2)
    return text[1:-1] if len(text) > 1 and text[0] in "\"'" and text[0] == text[-1] else text


def build(rows: list[Row]) -> Node:
    """The tree; its root has the top-level expressions as children."""
    root = Node("root", "", 1)
    nodes = {row[4]: Node(row[6], row[7], row[0]) for row in rows if row[6] != "COMMENT"}
    # An expression starts at the same place as its first part, and ends later.
    for row in sorted(rows, key=lambda row: (row[0], row[1], -row[2], -row[3], -row[4])):
        if row[4] in nodes:
            node = nodes[row[4]]
            node.parent = nodes.get(row[5], root)
            node.parent.children.append(node)
    return root


def call_of(node: Node) -> Call | None:
    """The call that this expression is; ``None`` for other expressions and for ``a$f()``."""
    if len(node.children) < 3 or node.children[1].token != "'('":
        return None
    function = _function(node.children[0])
    if function is None:
        return None
    return Call(node, *function, arguments=tuple(_arguments(node.children[2:-1])))


def reference_of(node: Node) -> Call | None:
    """``pkg::name`` that is not called, and ``f`` in ``x %>% f``: a call without arguments."""
    if node.token != "expr" or _is_called(node):
        return None
    if not (":" in node.operator or (is_piped(node) and node.tokens == ["SYMBOL"])):
        return None
    function = _function(node)
    return Call(node, *function, arguments=()) if function else None


def _is_called(node: Node) -> bool:
    parent = node.parent
    return (
        parent is not None
        and len(parent.children) > 1
        and parent.children[0] is node
        and parent.children[1].token == "'('"
    )


def _function(node: Node) -> tuple[str, str, bool] | None:
    tokens = node.tokens
    if tokens in (["SYMBOL_FUNCTION_CALL"], ["SYMBOL"]):
        return bare(node.children[0].text), "", False
    if len(tokens) == 3 and tokens[1] in ("NS_GET", "NS_GET_INT"):
        package, _, name = (child.text for child in node.children)
        return bare(name), bare(package), tokens[1] == "NS_GET_INT"
    return None


def _arguments(parts: list[Node]) -> Iterator[tuple[str | None, Node]]:
    name: str | None = None
    value: Node | None = None
    for part in [*parts, Node("','", ",", 0)]:
        if part.token == "','":
            if value is not None or name is not None:
                yield name, value or Node("missing", "", parts[0].line)
            name = value = None
        elif part.token == "EQ_SUB":
            continue
        elif part.token in ("SYMBOL_SUB", "STR_CONST", "NULL_CONST"):
            name = unquoted(bare(part.text))
        else:
            value = part


def _is_placeholder(node: Node) -> bool:
    return node.tokens == ["PLACEHOLDER"]


def is_piped(node: Node) -> bool:
    """Whether a pipe provides the first argument: ``x %>% f(...)``."""
    parent = node.parent
    return parent is not None and parent.operator in PIPES and parent.children[2] is node
