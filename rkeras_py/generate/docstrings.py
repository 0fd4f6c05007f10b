"""Parses docstrings in Google style."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

from rkeras_py.registry.define import name_in_r

_SECTION = re.compile(r"^(Args|Returns|Raises|References|Examples?):[ \t]*(.*)$")
_ARGUMENT = re.compile(r"^(\*{0,2}\w+(?:, \*{0,2}\w+)*):\s*(.*)$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"])")


@dataclass(frozen=True)
class Doc:
    """The parts of a docstring."""

    title: str = ""  # the first sentence, without the period
    description: tuple[str, ...] = ()  # the paragraphs after it
    args: Mapping[str, str] = field(default_factory=dict)
    returns: str = ""
    raises: Mapping[str, str] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    example: str = ""


def parse(docstring: str) -> Doc:
    """Parse a docstring without indentation."""
    prose: list[str] = []
    sections: dict[str, list[str]] = {}
    current = prose
    for line in docstring.splitlines():
        found = _SECTION.match(line)
        if found:
            current = sections.setdefault(found[1].removesuffix("s"), [])
            # the rest of this line has no indentation to compare with
            current.append(found[2] and "    " + found[2])
        else:
            if line and not line[0].isspace() and current is not prose:
                current = prose
            current.append(line)
    blocks = {name: _dedent(lines) for name, lines in sections.items()}
    title, description = title_of(paragraphs("\n".join(prose)))
    return Doc(
        title=title,
        description=description,
        args=_named(blocks.get("Arg", "")),
        returns=" ".join(blocks.get("Return", "").split()),
        raises=_named(blocks.get("Raise", "")),
        references=tuple(paragraphs(blocks.get("Reference", ""))),
        example=blocks.get("Example", ""),
    )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def title_of(prose: list[str]) -> tuple[str, tuple[str, ...]]:
    """The first sentence without its period, and the remaining paragraphs."""
    if not prose:
        return "", ()
    first, *more = _SENTENCE_END.split(prose[0], maxsplit=1)
    return first.rstrip(".").rstrip(), (*more, *prose[1:])


def _dedent(lines: list[str]) -> str:
    return textwrap.dedent("\n".join(lines)).strip("\n")


def _named(block: str) -> dict[str, str]:
    """``name: text`` by name; indented lines continue the previous text."""
    texts: dict[str, str] = {}
    names: list[str] = []
    for line in block.splitlines():
        found = _ARGUMENT.match(line)
        if found:
            names = [name_in_r(name.lstrip("*")) for name in found[1].split(", ")]
            texts.update(dict.fromkeys(names, found[2]))
        else:
            for name in names:
                texts[name] = f"{texts[name]} {line.strip()}".strip()
    return texts
