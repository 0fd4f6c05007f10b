"""Which files to read, and the R code in them with line numbers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = {".r"}
DOCUMENTS = {".rmd", ".qmd", ".rmarkdown"}
#: Folders of packages, whose code is not the user's.
_NOT_READ = {"renv", "packrat", "node_modules"}

# knitr's patterns (`all_patterns$md`).
_BEGIN = re.compile(r"^[\t >]*(`{3,})\s*\{([a-zA-Z0-9_]+)(.*)\}\s*$")
_END = re.compile(r"^[\t >]*(`{3,})\s*$")
_REFERENCE = re.compile(r"^\s*<<.+>>\s*$")
_OPTION = re.compile(r"(?:^|[\s,])(eval|error)\s*=\s*([^,}]+)")
_OPTION_LINE = re.compile(r"^\s*#\|\s*(eval|error)\s*[:=]\s*(.+?)\s*$")
_SET_FOR_ALL = re.compile(r"opts_chunk\$set\((?:[^()]|\([^()]*\))*?\beval\s*=\s*([^\s,)]+)")
_YAML_EVAL = re.compile(r"\A---\n(?:.*\n)*?\s*eval:\s*false\s*\n(?:.*\n)*?---\n", re.IGNORECASE)


class UnreadableError(Exception):
    """Nothing can be checked; the message says what and why."""


@dataclass(frozen=True)
class Piece:
    """Code that is parsed as a unit, and its file."""

    path: str
    code: str  # preceded by empty lines, so that line numbers are those of the file
    certain: bool = True  # whether it runs, and an error stops the run


def find_files(paths: Iterable[str]) -> list[str]:
    """The files to check. Raises UnreadableError for a path without any."""
    found: dict[str, None] = {}
    for path in paths:
        if os.path.isdir(path):
            inside = sorted(_files_in(path))
            if not inside:
                raise UnreadableError(f"there are no R scripts or R Markdown documents in {path}")
            found.update(dict.fromkeys(inside))
        elif os.path.exists(path):
            if Path(path).suffix.lower() not in {*SCRIPTS, *DOCUMENTS, ""}:
                raise UnreadableError(
                    f"{path} must be an R script (.R) or an R Markdown document (.Rmd, .qmd)"
                )
            found[path] = None
        else:
            raise UnreadableError(f"there is no file or folder {path}")
    return list(found)


def _files_in(folder: str) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] != "." and name not in _NOT_READ]
        for name in names:
            if Path(name).suffix.lower() in SCRIPTS | DOCUMENTS and name[0] != ".":
                yield os.path.join(where, name)


def read_text(path: str) -> str:
    """The text of a file: UTF-8, otherwise Latin-1. Raises UnreadableError if it is not text."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror}") from error
    if b"\0" in content:
        raise UnreadableError(f"{path} is not a text file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def pieces(path: str, text: str) -> list[Piece]:
    """The R code of a file: a script as a whole, each chunk of a document."""
    if Path(path).suffix.lower() in DOCUMENTS:
        return list(_chunks(path, text))
    return [Piece(path, text)]


def _chunks(path: str, text: str) -> Iterator[Piece]:
    default = _YAML_EVAL.match(text) is None
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        begin = _BEGIN.match(lines[number])
        number += 1
        if not begin:
            continue
        start = number
        while number < len(lines) and not _ends(lines[number], begin.group(1)):
            number += 1
        engine, options = begin.group(2), begin.group(3)
        if engine.lower() != "r":
            continue
        code = ["" if _REFERENCE.match(line) else line for line in lines[start:number]]
        code = [line.removeprefix("> ") for line in code] if ">" in lines[start - 1][:2] else code
        certain = _runs(options, code, default)
        yield Piece(path, "\n" * start + "\n".join(code) + "\n", certain)
        for value in _SET_FOR_ALL.findall("\n".join(code)):
            default = value in ("TRUE", "T")


def _ends(line: str, fence: str) -> bool:
    end = _END.match(line)
    return end is not None and len(end.group(1)) >= len(fence)


def _runs(options: str, code: list[str], default: bool) -> bool:
    """Whether the chunk is certainly evaluated, and an error in it stops the rendering."""
    told = dict(_OPTION.findall(options))
    for line in code:
        option = _OPTION_LINE.match(line)
        if option:
            told[option.group(1)] = option.group(2)
    runs = told["eval"].strip().upper() in ("TRUE", "T") if "eval" in told else default
    return runs and told.get("error", "FALSE").strip().upper() in ("FALSE", "F")
