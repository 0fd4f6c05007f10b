"""Translates the short R examples of docstrings to Python.

Only calls, pipes, assignments, vectors and arrays are supported. Examples with anything else are
not translated.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Container

from rkeras_py.registry.python_calls import ATOM, CALLS, Code, UntranslatableError

_TOKEN = re.compile(
    r"""(?P<space>[ \t]+)|(?P<line>\n)|(?P<comment>\#[^\n]*)
    |(?P<string>"(?:\\.|[^"\\])*")|(?P<number>(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?L?)
    |(?P<name>[A-Za-z][\w.]*)
    |(?P<operator><-|%>%|%\*%|==|!=|<=|>=|\[\[|\]\]|[-+*/^:$()\[\],=<>!{}])""",
    re.VERBOSE,
)
_CONSTANTS = {"TRUE": "True", "FALSE": "False", "NULL": "None", "NA": "None"}
#: R's operators: their precedence and their Python equivalents.
_BINARY = {
    "==": (1, "=="), "!=": (1, "!="), "<": (1, "<"), ">": (1, ">"), "<=": (1, "<="),
    ">=": (1, ">="), "+": (2, "+"), "-": (2, "-"), "*": (3, "*"), "/": (3, "/"),
    "%>%": (4, ">>"), "%*%": (4, "@"), ":": (5, ":"), "^": (7, "**"),
}  # fmt: skip
_UNARY = 6
#: Arguments whose vectors are shapes, written as tuples in Python.
_TUPLES = re.compile(r".*(?:shape|size|strides|rate|dims?|axis|axes|padding|cropping)|target_size")
_WIDTH = 84


def translated(example: str, known: Container[str]) -> str | None:
    """The example in Python; ``None`` if it cannot be translated."""
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
        if not names:  # a function that returns batches in R is an iterator in Python
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
                if kind != "string":  # positions differ between the languages
                    raise UntranslatableError(key)
                self.need("]]")
                left = Code(f"{_within(left, ATOM)}[{key}]")
            elif word == "$":
                kind, name = self.take()
                if kind != "name":
                    raise UntranslatableError(name)
                left = Code(f"{_within(left, ATOM)}.{name}")
            else:
                left = Code(f"{_within(left, ATOM)}({', '.join(self.arguments())})")
        return left

    def arguments(self) -> list[str]:
        return [
            f"{name}={_tuple(value, name)}" if name else value.text for name, value in self.values()
        ]

    def values(self) -> list[tuple[str, Code]]:
        """The arguments of a call, after the opening parenthesis."""
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
        if name not in CALLS:
            raise UntranslatableError(name)
        return CALLS[name](values)


# --- Python code ---------------------------------------------------------------------------


def _plain(name: str) -> str:
    name = name.replace(".", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def _within(code: Code, binds: int) -> str:
    return code.text if code.binds >= binds else f"({code.text})"


def _sequence(first: Code, last: Code) -> Code:
    """The integers from first to last."""
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
