"""Docstrings for Python's help(): R values and examples are translated to Python."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Container

from rkeras_py.registry import python_examples

_SPAN = re.compile(r"``(.+?)``|(?<!`)`([^`]+)`(?!`)", re.DOTALL)
_STRING = re.compile(r'("[^"]*")')
_CONSTANTS = {"NULL": "None", "NA": "None", "TRUE": "True", "FALSE": "False"}
_CONSTANT = re.compile(r"\b(NULL|NA|TRUE|FALSE)\b")
_VECTOR = re.compile(r"\b(c|list)\(([^()]*)\)")
_NAMED = re.compile(r"(?:^|(?<=, ))(\w+) = ")
# Named arguments, not an assignment.
_ARGUMENTS = re.compile(r"^\w+ = (?:True|False|None)$|^[\w.]+\(\w+ = ")
#: Placeholders for the brackets of translated vectors, until all R code is translated.
_OPEN, _CLOSE = "\0", "\1"
#: Descriptions of R values, and their Python equivalents.
_WORDS = (
    ("a character vector or a list of strings", "a list of strings"),
    ("a character vector", "a list of strings"),
    ("an integer vector", "a list of integers"),
    ("one integer vector", "one list of integers"),
    ("integer vectors", "lists of integers"),
    ('{"train": [x, y], "test": [x, y]}', '{"train": {"x": x, "y": y}, "test": {"x": x, "y": y}}'),
    (
        "a tensor, or numbers: a vector, a matrix or an array",
        "a tensor, or numbers: a list or an array",
    ),
    ("a factor, whose levels are", "a pandas categorical, whose categories are"),
    ("for a factor, the labels", "for a pandas categorical, the labels"),
    ('with the names "0", "1" and so on', "such as ``{0: 1.0, 1: 5.0}``"),
    ("a named list or vector", "a dictionary"),
    ("a named list", "a dictionary"),
    ("named list", "dictionary"),
    ("``None``, ``None`` or -1", "``None`` or -1"),
)
#: Code that works only in R.
_OF_R = ("Sys.", "getOption(", "as.", "dim<-", "os.")


def in_python(doc: str, known: Container[str]) -> str:
    """A docstring with Python values, and with its example in Python if possible.

    Args:
        doc: The docstring, without indentation.
        known: The names of the package's functions.
    """
    before, _, example = doc.partition("\n\nExample:\n")
    if not example:
        return prose(before)
    example = textwrap.dedent(example).rstrip()
    translated = python_examples.translated(example, known)
    title = "Example (in R)" if translated is None else "Example"
    return f"{prose(before)}\n\n{title}:\n{textwrap.indent(translated or example, '    ')}"


def prose(text: str) -> str:
    """The part of a docstring before the example."""
    text = _SPAN.sub(
        lambda span: span[0].replace(span[1] or span[2], code(span[1] or span[2])), text
    )
    for words, others in _WORDS:
        for old, new in ((words, others), (_capital(words), _capital(others))):
            text = re.sub(r"\s+".join(map(re.escape, old.split())), new, text)
    return text


def code(words: str) -> str:
    """R code within a sentence, as Python code."""
    if words.startswith(_OF_R):
        return words
    parts = _STRING.split(words)
    return "".join(part if part.startswith('"') else _code(part) for part in parts)


def _code(words: str) -> str:
    words = _CONSTANT.sub(lambda name: _CONSTANTS[name[1]], words)
    words = re.sub(r"with\((.*), \{ \.\.\. \}\)", r"with \1:", words)
    words = words.replace("[[", "[").replace("]]", "]")
    while (changed := _VECTOR.sub(_vector, words)) != words:
        words = changed
    words = words.replace(_OPEN, "(").replace(_CLOSE, ")")
    words = re.sub(r"\$(?=\w)", ".", words)
    words = re.sub(r" <-(?=\s|$)", " =", words.replace("%*%", "@").replace("^", "**"))
    return re.sub(r"(?<=\w) = ", "=", words) if _ARGUMENTS.search(words) else words


def _vector(call: re.Match[str]) -> str:
    content = call[2]
    if call[1] == "c":
        return f"{_OPEN}{content}{_CLOSE}"
    if _NAMED.search(content):
        return "{" + _NAMED.sub(lambda name: f'"{name[1]}": ', content) + "}"
    return f"[{content}]"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
