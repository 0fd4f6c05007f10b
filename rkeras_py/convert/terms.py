"""Messages in the terms of the language that called: R's, or Python's.

They are written in R's terms, as most callers are R scripts. A function that Python calls
translates those that leave it, whichever thread they were written on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_FOR_R: ContextVar[bool] = ContextVar("_FOR_R", default=False)

_STRING = re.compile(r'"[^"]*"')
_KEPT = re.compile("\0(\\d+)\0")
_CONSTANTS = {"NULL": "None", "TRUE": "True", "FALSE": "False", "Inf": "inf"}
_CONSTANT = re.compile(r"\b(NULL|TRUE|FALSE|Inf)\b")
_CALL = re.compile(r"(not )?\b([\w.]+)\(([^()]*)\)")
_NAME = re.compile(r"(?:^|(?<=, ))([\w\0]+) = ")
_ARGUMENT = re.compile("(?<=[(,` \1])(\\w+) = (?=[^ =])")
_ELEMENT = re.compile(r"\[\[(\d+)\]\]")
_ONE_EXTENT = re.compile(r"\b(shape|not) \((\w+)\)")
#: Round brackets that are translated already.
_OPEN, _CLOSE = "\1", "\2"

_OF = {"character": "strings", "logical": "booleans", "integer": "integers", "numeric": "numbers"}
_ARRAY = re.compile(r"\ban? (\w+) (vector of length|matrix of|array of shape) (\(.*?\)|[\dx ]*\d)")

#: What R has and Python has not, or under other words; in this order.
_PHRASES = (
    (r"with as\.integer\(factor\(\.\.\.\)\) - 1", "with `.astype('category')`"),
    (r"with as\.numeric\(\.\.\.\)", "with `(dates - dates.min()).dt.days`"),
    (r", as as\.integer\(\) of a factor gives them", ""),
    (r"dataset_batch\(\) or (?=`dataset\$batch)", ""),
    (r"list\(\0\d+\0 = 1, \0\d+\0 = 5\)", "{0: 1, 1: 5}"),
    (r"[\w.]+(?:\$\w+)*\([^()]*\) in R or (.{,60}?) in Python", r"\1"),
    (r"(\w+)\[1(?:, )+drop = FALSE\]", r"\1[:1]"),
    (r" \(or NA\)", ""),
    (r"a character vector or a list of strings", "a list of strings"),
    (r"a character vector(?! of length)", "a list of strings"),
    (r"a numeric vector, matrix or array", "a list or an array of numbers"),
    (r"numbers: a vector, a matrix or an array", "numbers: a list or an array"),
    (r"numeric vectors", "lists of numbers"),
    (r"an array, a vector,", "an array,"),
    (r"a vector of (?=strings|words|whole numbers|such)", "a list of "),
    (r"a raw vector", "bytes"),
    (r"a named list or vector", "a dictionary"),
    (r"a named list", "a dictionary"),
    (r"a factor\b(?! of)", "a pandas categorical"),
)


def for_r() -> bool:
    """Whether this thread does what R asked for."""
    return _FOR_R.get()


@contextmanager
def of_r() -> Iterator[None]:
    """While this thread does what R asked for."""
    token = _FOR_R.set(True)
    try:
        yield
    finally:
        _FOR_R.reset(token)


def in_python(message: str, keywords: Collection[str] = ()) -> str:
    """A message as Python's users read it: ``None`` for ``NULL``, lists for vectors.

    Args:
        message: The message. What is in double quotes stays as it is.
        keywords: Arguments with names that Python reserves, which have a ``_`` behind them.
    """
    strings: list[str] = []

    def keep(string: re.Match[str]) -> str:
        strings.append(string[0])
        return f"\0{len(strings) - 1}\0"

    text = _STRING.sub(keep, message)
    for phrase, words in _PHRASES:
        text = re.sub(phrase, words, text)
    text = _ARRAY.sub(_array, text)
    while (changed := _CALL.sub(_call, text)) != text:
        text = changed
    text = _CONSTANT.sub(lambda name: _CONSTANTS[name[1]], text)
    text = _ELEMENT.sub(lambda place: f"[{int(place[1]) - 1}]", text)
    text = re.sub("(?<=[\\w)\2])\\$(?=\\w)", ".", _ARGUMENT.sub(r"\1=", text))
    text = _ONE_EXTENT.sub(r"\1 (\2,)", text.replace(_OPEN, "(").replace(_CLOSE, ")"))
    for word in keywords:
        text = text.replace(f"`{word}`", f"`{word}_`")
    return _KEPT.sub(lambda place: strings[int(place[1])], text)


def _call(call: re.Match[str]) -> str:
    """A vector that came is a list in Python; one that is wanted may be a tuple, as shapes are."""
    came, function, content = call[1] or "", call[2], call[3]
    if function not in ("c", "list"):
        return f"{came}{function}{_OPEN}{content}{_CLOSE}"
    if _NAME.search(content):
        return came + "{" + _NAME.sub(lambda name: f"{_key(name[1])}: ", content) + "}"
    if function == "c" and not came and "," in content:
        return f"{_OPEN}{content}{_CLOSE}"
    return f"{came}[{content}]"


def _key(name: str) -> str:
    return name if name.startswith("\0") else f'"{name}"'


def _array(array: re.Match[str]) -> str:
    kind, form, extents = array[1], array[2].split()[0], array[3]
    of = _OF.get(kind, f"{kind} numbers")
    if form == "vector":
        return f"a vector of {extents} {of}"
    return (
        f"a {extents} matrix of {of}"
        if form == "matrix"
        else f"an array of {of} of shape {extents}"
    )
