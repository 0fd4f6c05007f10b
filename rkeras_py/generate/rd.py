"""Rd, the markup of R's help pages: escaping and the parts of a page."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

from rkeras_py.generate.see_also import VALUES

_WIDTH = 100
_DOI = re.compile(r"doi:(\S+[^\s.])")
_SPAN = re.compile(r"``(.+?)``|`([^`]+)`", re.DOTALL)
# Strings, comments and other R code are escaped in different ways in Rd.
_TOKEN = re.compile(
    r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|#[^\n]*|[^"'`#]+|["'`]""", re.DOTALL
)

_QUOTES = "\"'`"


def escape(text: str) -> str:
    """Escape text."""
    return re.sub(r"([\\%{}])", r"\\\1", text)


def r_code(code: str) -> str:
    """Escape R code in usage and examples.

    Braces are not escaped: in code they are balanced, and in strings Rd would keep the backslash.
    """
    return "".join(
        escape(token) if token.startswith("#") else re.sub(r"([\\%])", r"\\\1", token)
        for token in _TOKEN.findall(code)
    )


def code(words: str) -> str:
    """Code within text."""
    tokens = _TOKEN.findall(words)
    outside = "".join(token for token in tokens if token[0] not in _QUOTES)
    whole = all(len(token) > 1 for token in tokens if token[0] in _QUOTES)
    if whole and "#" not in outside and outside.count("{") == outside.count("}"):
        return f"\\code{{{r_code(words)}}}"
    return f"\\verb{{{escape(words)}}}"  # in \\code, Rd requires balanced quotes and braces


def inline(text: str) -> str:
    """A paragraph in which single or double `backticks` mark code."""
    parts, end = [], 0
    for span in _SPAN.finditer(text):
        parts += [escape(text[end : span.start()]), code(span[1] or span[2])]
        end = span.end()
    return "".join([*parts, escape(text[end:])])


def wrapped(text: str, indent: str = "") -> str:
    """A wrapped paragraph without line breaks inside ``\\code``."""
    kept = re.sub(
        r"\\(?:code|verb)\{(?:\\.|[^{}\\]|\{[^{}]*\})*\}", lambda m: m[0].replace(" ", "\0"), text
    )
    lines = textwrap.wrap(
        kept, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace("\0", " ")


def prose(texts: tuple[str, ...] | list[str]) -> str:
    """Paragraphs of text."""
    return "\n\n".join(wrapped(inline(text)) for text in texts)


def link(name: str, topic: str) -> str:
    """A name with a link to the page of a topic."""
    call = "" if name in VALUES or "%" in name else "()"
    target = "" if topic == name else f"[={topic}]"
    return f"\\code{{\\link{target}{{{escape(name)}}}{call}}}"


def reference(text: str) -> str:
    """A reference, whose DOI is a link."""
    return wrapped(_DOI.sub(r"\\doi{\1}", inline(text)))


@dataclass
class Page:
    """A help page; its texts are not yet marked up."""

    name: str
    source: str  # the file to edit
    title: str
    description: list[str]
    aliases: list[str] = field(default_factory=list)
    usage: list[str] = field(default_factory=list)  # marked up
    arguments: dict[str, str] = field(default_factory=dict)
    value: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    errors: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, list[str]] = field(default_factory=dict)  # paragraphs by title
    references: list[str] = field(default_factory=list)
    see_also: Mapping[str, str] = field(default_factory=dict)  # topics by name
    example: str = ""
    keyword: str = ""
    concepts: list[str] = field(default_factory=list)  # additional search terms

    def text(self) -> str:
        """The page as an Rd file."""
        parts = [
            f"% Generated from {self.source} by `make generate`; edit there.",
            f"\\name{{{escape(self.name)}}}",
            *(f"\\alias{{{escape(alias)}}}" for alias in self.aliases),
            f"\\title{{{inline(self.title)}}}",
            _section("description", prose(self.description)),
        ]
        if self.usage:
            parts.append(_section("usage", "\n\n".join(self.usage)))
        if self.arguments:
            items = [
                wrapped(f"\\item{{{_argument(word)}}}{{{inline(text)}}}", "  ")
                for word, text in self.arguments.items()
            ]
            parts.append(_section("arguments", "\n".join(items)))
        parts += [
            _section(name, prose(texts))
            for name, texts in (("value", self.value), ("details", self.details))
            if texts
        ]
        if self.errors:
            kinds = [f"`{kind}`: {text}" for kind, text in self.errors.items()]
            parts.append(f"\\section{{Errors}}{{\n{prose(kinds)}\n}}")
        parts += [
            f"\\section{{{inline(title)}}}{{\n{prose(texts)}\n}}"
            for title, texts in self.sections.items()
        ]
        if self.references:
            parts.append(_section("references", "\n\n".join(map(reference, self.references))))
        if self.see_also:
            links = ", ".join(link(name, topic) for name, topic in self.see_also.items())
            parts.append(_section("seealso", wrapped(links)))
        if self.example:
            parts.append(_section("examples", r_code(self.example)))
        if self.keyword:
            parts.append(f"\\keyword{{{self.keyword}}}")
        parts += [f"\\concept{{{escape(term)}}}" for term in self.concepts]
        return "\n".join(parts) + "\n"


def _section(name: str, content: str) -> str:
    return f"\\{name}{{\n{content}\n}}"


def _argument(word: str) -> str:
    return "\\dots" if word == "..." else escape(word)
