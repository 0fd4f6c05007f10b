"""Paths of files and folders that must be there."""

from __future__ import annotations

import os
from typing import Annotated, Any

from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import StrRule


def path(value: Any) -> str:
    """A path with ``~`` for the user's home resolved, as R does it.

    Raises:
        Mismatch: it is no string.
    """
    try:
        text = StrRule().accept(os.fspath(value))
    except TypeError:
        raise Mismatch from None
    if not text:
        raise Mismatch
    return os.path.expanduser(text)


class PathRule(Rule):
    """A path at which there may be nothing yet."""

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
    """Where an application's weights come from."""

    name = '"imagenet", or the path of a file of weights'

    def accept(self, value: Any) -> str:
        return value if value == "imagenet" else FileRule().accept(value)


AnyPath = Annotated[str, PathRule()]
File = Annotated[str, FileRule()]
Folder = Annotated[str, FolderRule()]
Pretrained = Annotated[str, PretrainedRule()]
