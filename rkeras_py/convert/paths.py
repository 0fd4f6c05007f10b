"""Paths of files and folders."""

from __future__ import annotations

import os
from typing import Annotated, Any

from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import StrRule


def path(value: Any) -> str:
    """A path with ``~`` replaced by the user's home, as in R.

    Raises:
        Mismatch: it is not a string.
    """
    try:
        text = StrRule().accept(os.fspath(value))
    except TypeError:
        raise Mismatch from None
    if not text:
        raise Mismatch
    return os.path.expanduser(text)


class PathRule(Rule):
    """A path that need not exist yet."""

    name = "a path, as a string"

    def accept(self, value: Any) -> str:
        return path(value)


class FileRule(Rule):
    name = "the path of a file, as a string"

    def accept(self, value: Any) -> str:
        found = path(value)
        if not os.path.isfile(found):
            raise ArgumentError(f"{{argument}}: there is no file {quoted([found])}.")
        return found


class FolderRule(Rule):
    name = "the path of a folder, as a string"

    def accept(self, value: Any) -> str:
        found = path(value)
        if not os.path.isdir(found):
            raise ArgumentError(f"{{argument}}: there is no folder {quoted([found])}.")
        return found


class PretrainedRule(Rule):
    """The source of an application's weights."""

    name = '"imagenet", or the path of a weights file'

    def accept(self, value: Any) -> str:
        return value if value == "imagenet" else FileRule().accept(value)


AnyPath = Annotated[str, PathRule()]
File = Annotated[str, FileRule()]
Folder = Annotated[str, FolderRule()]
Pretrained = Annotated[str, PretrainedRule()]
