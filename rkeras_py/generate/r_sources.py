"""Parses the hand-written R files: definitions and their ``#'`` comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMMENT = re.compile(r"^#' ?(.*)$")
_TAG = re.compile(r"^@(\w+)\s*(.*)$")
_FUNCTION = re.compile(r"(?:`([^`\n]+)`|([\w.]+)) <- function\(")
_OTHER = re.compile(r"(?:`([^`\n]+)`|([\w.]+)) <- ")
_REEXPORT = re.compile(r"(\w+)::(?:`([^`\n]+)`|([\w.]+))\s*$", re.MULTILINE)
_GENERIC = re.compile(r"\s*\{?\s*UseMethod\(")
_ARGUMENT_PART = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|#[^\n]*|.""", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A ``#'`` comment and the definition below it."""

    file: str
    prose: str  # before the first tag
    tags: tuple[tuple[str, str], ...]
    name: str | None  # None: nothing is defined, as before NULL
    package: str = ""  # for re-exports
    formals: tuple[tuple[str, str | None], ...] | None = None  # None: not a function
    generic: bool = False

    def all(self, tag: str) -> list[str]:
        """The texts of a tag, in order."""
        return [text for name, text in self.tags if name == tag]

    def one(self, *tags: str) -> str | None:
        """The text of the first of these tags that exists."""
        return next((text for name, text in self.tags if name in tags), None)

    @property
    def exports(self) -> list[str]:
        """The names that the comment exports, including methods."""
        names = [text or self.name for text in self.all("export")]
        return [name for name in names if name]


def blocks(root: Path) -> list[Block]:
    """All blocks of the hand-written files of the R package at ``root``."""
    found: list[Block] = []
    for path in sorted((root / "R").glob("*.R")):
        if not path.name.startswith("generated-"):
            found += parse(path.read_text(encoding="utf-8"), f"R/R/{path.name}")
    return found


def parse(code: str, file: str = "") -> Iterator[Block]:
    """The blocks of one file."""
    comment: list[str] = []
    start = 0
    for line in code.splitlines(keepends=True):
        start += len(line)
        found = _COMMENT.match(line.rstrip("\n"))
        if found:
            comment.append(found[1])
        elif comment:
            yield _block(comment, code, start - len(line), file)
            comment = []
    if comment:
        yield _block(comment, code, start, file)


def _block(comment: list[str], code: str, start: int, file: str) -> Block:
    prose: list[str] = []
    tags: list[tuple[str, list[str]]] = []
    for line in comment:
        found = _TAG.match(line)
        if found:
            tags.append((found[1], [found[2]]))
        else:
            (tags[-1][1] if tags else prose).append(line)
    texts = tuple((tag, "\n".join(lines).strip()) for tag, lines in tags)
    description = "\n".join(prose).strip()
    if reexport := _REEXPORT.match(code, start):
        return Block(file, description, texts, reexport[2] or reexport[3], package=reexport[1])
    if function := _FUNCTION.match(code, start):
        formals, end = _formals(code, function.end())
        generic = _GENERIC.match(code, end) is not None
        return Block(
            file, description, texts, function[1] or function[2], formals=formals, generic=generic
        )
    other = _OTHER.match(code, start)
    return Block(file, description, texts, (other[1] or other[2]) if other else None)


def _formals(code: str, start: int) -> tuple[tuple[tuple[str, str | None], ...], int]:
    """The formals of the function whose parenthesis opens before ``start``, and where they end."""
    parts: list[str] = [""]
    depth = 0
    for token in _ARGUMENT_PART.finditer(code, start):
        word = token[0]
        if word == ")" and depth == 0:
            break
        depth += (word in "([{") - (word in ")]}")
        if word == "," and depth == 0:
            parts.append("")
        elif not word.startswith("#"):
            parts[-1] += word
    found: list[tuple[str, str | None]] = []
    for part in parts:
        name, equals, value = part.partition("=")
        if name.strip():
            plain = name.strip().removeprefix("`").removesuffix("`")
            found.append((plain, " ".join(value.split()) if equals else None))
    return tuple(found), token.end()
