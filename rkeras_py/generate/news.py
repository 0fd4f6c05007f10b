"""``news(package = "keras")``: NEWS.md in the format that R reads without other packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rkeras_py.generate import rd

_HEAD = re.compile(r"^## (.+)$")
_ITEM = re.compile(r"^[-*] (.+)$")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_VERSION = re.compile(r"^Version:\s*(\S+)$", re.MULTILINE)
#: R's convention for the version suffix between two releases.
_DEVELOPMENT = ".9000"


@dataclass
class Group:
    """The items under a heading; text without a heading has none."""

    title: str = ""
    items: list[str] = field(default_factory=list)


@dataclass
class Section:
    """The changes of a version."""

    version: str
    groups: list[Group] = field(default_factory=list)


def text(root: Path) -> str | None:
    """NEWS.Rd from the NEWS.md next to the R package at ``root``; ``None`` if there is none."""
    source = root.parent / "NEWS.md"
    if not source.is_file():
        return None
    found = _VERSION.search((root / "DESCRIPTION").read_text(encoding="utf-8"))
    parts = [
        "% Generated from NEWS.md by `make generate`; edit there.",
        "\\name{NEWS}",
        "\\title{News for package 'keras'}",
        "\\encoding{UTF-8}",
    ]
    for section in sections(source.read_text(encoding="utf-8")):
        version = section.version
        if version == "Unreleased" and found:
            version = found[1] + _DEVELOPMENT
        parts.append(f"\\section{{Changes in version {version}}}{{\n{_groups(section.groups)}\n}}")
    return "\n".join(parts) + "\n"


def sections(markdown: str) -> Iterator[Section]:
    """The versions in NEWS.md, the newest first."""
    section: Section | None = None
    for block in re.split(r"\n\s*\n", markdown):
        lines = block.strip().splitlines()
        head = _HEAD.match(lines[0]) if lines else None
        if head:
            if section:
                yield section
            section = Section(head[1])
        elif section and lines:
            _enter(section, lines)
    if section:
        yield section


def _enter(section: Section, lines: list[str]) -> None:
    """Add a paragraph of NEWS.md: items, the title of following items, or text."""
    if _ITEM.match(lines[0]):
        if not section.groups:
            section.groups.append(Group())
        section.groups[-1].items += _items(lines)
    elif len(lines) == 1 and not lines[0].endswith("."):
        section.groups.append(Group(lines[0].lstrip("# ")))
    else:
        section.groups.append(Group(items=[" ".join(lines)]))


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        if found:
            items.append(found[1])
        else:
            items[-1] += " " + line.strip()
    return items


def _groups(groups: list[Group]) -> str:
    parts = []
    for group in groups:
        items = "\n".join(rd.wrapped(f"\\item {_inline(item)}", "  ") for item in group.items)
        listed = f"\\itemize{{\n{items}\n}}"
        title = rd.inline(group.title)
        parts.append(f"\\subsection{{{title}}}{{\n{listed}\n}}" if title else listed)
    return "\n".join(parts)


def _inline(item: str) -> str:
    """An item in Rd markup; links within the repository do not work in R and are removed."""
    parts, end = [], 0
    for link in _LINK.finditer(item):
        parts.append(rd.inline(item[end : link.start()]))
        words, target = rd.inline(link[1]), link[2]
        parts.append(f"\\href{{{rd.escape(target)}}}{{{words}}}" if "://" in target else words)
        end = link.end()
    return "".join([*parts, rd.inline(item[end:])])
