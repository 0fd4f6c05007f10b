"""Paths of files and folders."""

from __future__ import annotations

import os
from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule


class PathRule(Rule):
    """A path; ``~`` is the home directory, as in R."""

    name = "a path: a string"

    def accept(self, value: Any) -> str:
        if isinstance(value, os.PathLike):
            value = os.fspath(value)
        if not isinstance(value, str) or not value:
            raise Mismatch
        return os.path.expanduser(value)


Path = Annotated[str, PathRule()]
