"""The short R examples of docstrings, translated to Python.

Only what such examples use is known here: calls, pipes, assignments, vectors and arrays. An
example with anything else is not translated.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Container
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<space>[ \t]+)|(?P<line>\n)|(?P<comment>\#[^\n]*)
    |(?P<string>"(?:\\.|[^"\\])*")|(?P<number>(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?L?)
    |(?P<name>[A-Za-z][\w.]*)
    |(?P<operator><-|%>%|%\*%|==|!=|<=|>=|\[\[|\]\]|[-+*/^:$()\[\],=<>!{}])""",
    re.VERBOSE,
)
_CONSTANTS = {"TRUE": "True", "FALSE": "False", "NULL": "None", "NA": "None"}
#: How tightly operators bind in R, and what they are in Python.
_BINARY = {
    "==": (1, "=="), "!=": (1, "!="), "<": (1, "<"), ">": (1, ">"), "<=": (1, "<="),
    ">=": (1, ">="), "+": (2, "+"), "-": (2, "-"), "*": (3, "*"), "/": (3, "/"),
    "%>%": (4, ">>"), "%*%": (4, "@"), ":": (5, ":"), "^": (7, "**"),
}  # fmt: skip
_UNARY, _ATOM = 6, 9
#: Arguments whose vectors are shapes, which Python writes as tuples.
_TUPLES = re.compile(r".*(?:shape|size|strides|rate|dims?|axis|axes|padding|cropping)|target_size")
_WIDTH = 84


class UntranslatableError(Exception):
    """Something that these examples do not use otherwise."""


@dataclass(frozen=True)
class Code:
    """Python code: how tightly its outermost operator binds, and what it came from."""

    text: str
    binds: int = _ATOM
    items: tuple[Code, ...] | None = None  # of a vector
    numbers: tuple[int, int] | None = None  # the ends of a sequence
    steps: tuple[str, ...] = ()  # of a pipe
    random: bool = False


def translated(example: str, known: Container[str]) -> str | None:
    """The example in Python; ``None`` where that is not possible."""
    try:
        return "\n".join(_Parser(example, known).statements())
    except UntranslatableError:
        return None


class _Parser:
    def __init__(self, example: str, known: Container[str]) -> None:
        self.known = known
        self.tokens: list[tuple[str, str]] = []
        self.local: set[str] = set()
        place = depth = 0
        while place < len(example):
            found = _TOKEN.match(example, place)
            if not found or not found.lastgroup:
                raise UntranslatableError(example[place])
            place = found.end()
            depth += (found[0] in ("(", "[", "[[")) - (found[0] in (")", "]", "]]"))
            continued = bool(self.tokens) and self.tokens[-1][1] in (*_BINARY, "<-")
            if found.lastgroup == "space" or (
                found.lastgroup == "line" and (depth > 0 or continued)
            ):
                continue
            self.tokens.append((found.lastgroup, found[0]))
        self.tokens.append(("end", ""))
        self.place = 0

    # --- tokens ---

    def peek(self) -> str:
        return self.tokens[self.place][1]

    def take(self) -> tuple[str, str]:
        self.place += 1
        return self.tokens[self.place - 1]

    def need(self, word: str) -> None:
        if self.take()[1] != word:
            raise UntranslatableError(word)

    # --- statements ---

    def statements(self) -> list[str]:
        lines: list[str] = []
        while self.tokens[self.place][0] != "end":
            kind, word = self.tokens[self.place]
            if kind == "line":
                self.place += 1
                continue
            if kind == "comment":
                self.place += 1
                lines.append(word)
                continue
            lines.append(self.statement())
            if self.tokens[self.place][0] not in ("line", "end", "comment"):
                raise UntranslatableError(self.peek())
        return lines

    def statement(self) -> str:
        target = ""
        if self.tokens[self.place][0] == "name" and self.tokens[self.place + 1][1] == "<-":
            name = self.take()[1]
            self.take()
            self.local.add(name)
            target = f"{_plain(name)} = "
        return _statement(target, self.expression(0))

    # --- expressions ---

    def expression(self, least: int) -> Code:
        left = self.unary()
        while (operator := self.peek()) in _BINARY and _BINARY[operator][0] >= least:
            binds, sign = _BINARY[operator]
            self.take()
            if sign == ">>":
                left = self.piped(left)
                continue
            right = self.expression(binds if sign == "**" else binds + 1)
            left = _sequence(left, right) if sign == ":" else Code(
                f"{_within(left, binds)} {sign} {_within(right, binds + (sign != '**'))}", binds
            )  # fmt: skip
        return left

    def piped(self, left: Code) -> Code:
        kind, name = self.take()
        if kind != "name" or name not in self.known:
            raise UntranslatableError(name)
        self.need("(")
        call = f"rk.pipe.{name}({', '.join(self.arguments())})"
        steps = (*(left.steps or (_within(left, 5),)), call)
        return Code(" >> ".join(steps), 0, steps=steps)

    def unary(self) -> Code:
        if self.peek() == "-":
            self.take()
            inner = self.expression(_UNARY)
            if inner.numbers:
                raise UntranslatableError("-")
            return Code(f"-{_within(inner, _UNARY)}", _UNARY)
        return self.postfix(self.atom())

    def atom(self) -> Code:
        kind, word = self.take()
        if kind == "number":
            return Code(word.removesuffix("L"))
        if kind == "string":
            return Code(word)
        if word == "(":
            inner = self.expression(0)
            self.need(")")
            return Code(f"({inner.text})")
        if word == "function":
            return self.function()
        if kind != "name":
            raise UntranslatableError(word)
        if word in _CONSTANTS:
            return Code(_CONSTANTS[word])
        if self.peek() == "(":
            self.take()
            return self.call(word)
        if word in self.local:
            return Code(_plain(word))
        if word in self.known:
            return Code(f"rk.{word}")
        raise UntranslatableError(word)

    def function(self) -> Code:
        self.need("(")
        names: list[str] = []
        while self.peek() != ")":
            kind, name = self.take()
            if kind != "name":
                raise UntranslatableError(name)
            names.append(name)
            if self.peek() == ",":
                self.take()
        self.take()
        if not names:  # what gives batches in R is an iterator in Python
            raise UntranslatableError("function")
        outer, self.local = self.local, {*self.local, *names}
        body = self.expression(0)
        self.local = outer
        return Code(f"lambda {', '.join(map(_plain, names))}: {body.text}", -1)

    def postfix(self, left: Code) -> Code:
        while (word := self.peek()) in ("$", "(", "[["):
            self.take()
            if word == "[[":
                kind, key = self.take()
                if kind != "string":  # numbers do not mean the same in both languages
                    raise UntranslatableError(key)
                self.need("]]")
                left = Code(f"{_within(left, _ATOM)}[{key}]")
            elif word == "$":
                kind, name = self.take()
                if kind != "name":
                    raise UntranslatableError(name)
                left = Code(f"{_within(left, _ATOM)}.{name}")
            else:
                left = Code(f"{_within(left, _ATOM)}({', '.join(self.arguments())})")
        return left

    def arguments(self) -> list[str]:
        return [
            f"{name}={_tuple(value, name)}" if name else value.text for name, value in self.values()
        ]

    def values(self) -> list[tuple[str, Code]]:
        """The arguments of a call whose parenthesis was read."""
        found: list[tuple[str, Code]] = []
        while self.peek() != ")":
            name = ""
            kind, word = self.tokens[self.place]
            if kind == "name" and self.tokens[self.place + 1][1] == "=":
                self.place += 2
                name = _plain(word)
            found.append((name, self.expression(0)))
            if self.peek() == ",":
                self.take()
            elif self.peek() != ")":
                raise UntranslatableError(self.peek())
        self.take()
        return found

    def call(self, name: str) -> Code:
        if name in self.known and name not in self.local:
            return Code(f"rk.{name}({', '.join(self.arguments())})")
        if name in self.local:
            return Code(f"{_plain(name)}({', '.join(self.arguments())})")
        values = self.values()
        if name not in _CALLS:
            raise UntranslatableError(name)
        return _CALLS[name](values)


# --- Functions of R ------------------------------------------------------------------------


def _c(values: list[tuple[str, Code]]) -> Code:
    if any(name for name, _ in values):
        raise UntranslatableError("c")
    return _items([value for _, value in values])


def _items(items: list[Code]) -> Code:
    return Code("[" + ", ".join(item.text for item in items) + "]", items=tuple(items))


def _list(values: list[tuple[str, Code]]) -> Code:
    if all(name for name, _ in values) and values:
        return Code("{" + ", ".join(f'"{n}": {value.text}' for n, value in values) + "}")
    return _c(values)


def _rbind(values: list[tuple[str, Code]]) -> Code:
    """A matrix; its numbers are floats, as R's are."""
    rows = []
    for _, row in values:
        if not row.items:
            raise UntranslatableError("rbind")
        rows.append("[" + ", ".join(_float(item.text) for item in row.items) + "]")
    return Code(f"np.array([{', '.join(rows)}])")


def _float(number: str) -> str:
    return f"{number}.0" if number.removeprefix("-").isdigit() else number


def _runif(values: list[tuple[str, Code]]) -> Code:
    if len(values) != 1 or values[0][0]:
        raise UntranslatableError("runif")
    return Code(f"np.random.rand({values[0][1].text})", random=True)


def _array(values: list[tuple[str, Code]]) -> Code:
    if len(values) != 2:
        raise UntranslatableError("array")
    content, dim = values[0][1], values[1][1]
    shape = ", ".join(item.text for item in dim.items or (dim,))
    if content.random:
        return Code(f"np.random.rand({shape})")
    shape = f"({shape})" if dim.items else shape
    if content.items or content.numbers:
        return Code(f'np.reshape({content.text}, {shape}, order="F")')
    return Code(f"np.full({shape}, {content.text})")


def _matrix(values: list[tuple[str, Code]]) -> Code:
    content = values[0][1]
    sizes = {"nrow": "-1", "ncol": "1" if len(values) == 1 else "-1"}
    for place, (name, value) in enumerate(values[1:3]):
        sizes[name or ("nrow", "ncol")[place]] = value.text
    if len(values) > 3 or len(sizes) > 2:
        raise UntranslatableError("matrix")
    shape = ", ".join(sizes.values())
    if content.random:
        return Code(f"{content.text}.reshape({shape})")
    if content.items or content.numbers:
        return Code(f'np.reshape({content.text}, ({shape}), order="F")')
    if "-1" in sizes.values():
        raise UntranslatableError("matrix")
    return Code(f"np.full(({shape}), {content.text})")


def _file_path(values: list[tuple[str, Code]]) -> Code:
    """A file in the folder of the session: one in the working folder."""
    if len(values) != 2 or values[0][1].text != '"example"':
        raise UntranslatableError("file.path")
    return values[1][1]


def _call_of(name: str) -> Callable[[list[tuple[str, Code]]], Code]:
    """A function of one argument under its name in Python."""

    def call(values: list[tuple[str, Code]]) -> Code:
        if len(values) != 1:
            raise UntranslatableError(name)
        return Code(f"{name}({values[0][1].text})")

    return call


def _tempfile(values: list[tuple[str, Code]]) -> Code:
    ending = next((value.text.strip('"') for name, value in values if name == "fileext"), "")
    return Code(f'"example{ending}"')


_CALLS = {
    "array": _array,
    "as.list": _call_of("list"),
    "c": _c,
    "cat": _call_of("print"),
    "diag": _call_of("np.eye"),
    "dim": _call_of("np.shape"),
    "exp": _call_of("np.exp"),
    "file.path": _file_path,
    "length": _call_of("len"),
    "list": _list,
    "matrix": _matrix,
    "rbind": _rbind,
    "runif": _runif,
    "tempdir": lambda values: Code('"example"'),
    "tempfile": _tempfile,
}


# --- Python code ---------------------------------------------------------------------------


def _plain(name: str) -> str:
    name = name.replace(".", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def _within(code: Code, binds: int) -> str:
    return code.text if code.binds >= binds else f"({code.text})"


def _sequence(first: Code, last: Code) -> Code:
    """The whole numbers from the first to the last."""
    if not (first.text.isdigit() and last.text.isdigit()):
        raise UntranslatableError(":")
    ends = int(first.text), int(last.text)
    if ends[1] - ends[0] < 6:
        numbers = ", ".join(map(str, range(ends[0], ends[1] + 1)))
        return Code(f"[{numbers}]", numbers=ends)
    return Code(f"np.arange({ends[0]}, {ends[1] + 1})", numbers=ends)


def _tuple(value: Code, name: str) -> str:
    if value.items and _TUPLES.fullmatch(name) and not any(item.items for item in value.items):
        inner = ", ".join(item.text for item in value.items)
        return f"({inner},)" if len(value.items) == 1 else f"({inner})"
    return value.text


def _statement(target: str, value: Code) -> str:
    line = target + value.text
    if len(line) <= _WIDTH or not value.steps:
        return line
    first, *others = value.steps
    steps = [f"    {first}", *(f"    >> {step}" for step in others)]
    return "\n".join([f"{target}(", *steps, ")"])
