"""Names of columns, and files or folders of data."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.paths import path
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import unwrap


class ColumnsRule(Rule):
    """Columns of one input or output, or of several in a named list."""

    name = "names of columns, or a named list of them"

    def accept(self, value: Any) -> list[str] | dict[str, list[str]]:
        value = unwrap(value)
        if isinstance(value, dict):
            return {str(name): _strings(names) for name, names in value.items()}
        return _strings(value)


class PathsRule(Rule):
    """Files and folders."""

    name = "paths of files or folders, as strings"

    def accept(self, value: Any) -> list[str]:
        value = unwrap(value)
        paths = value if isinstance(value, (list, tuple)) else [value]
        if not paths:
            raise Mismatch
        return [path(one) for one in paths]


def _strings(value: Any) -> list[str]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, (list, tuple)) or not names:
        raise Mismatch
    if not all(isinstance(name, str) for name in names):
        raise Mismatch
    return [str(name) for name in names]


Columns = Annotated[Any, ColumnsRule()]
Paths = Annotated[Any, PathsRule()]
