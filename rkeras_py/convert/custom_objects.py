"""Objects that Keras must find by name when it loads a model."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.named import named
from rkeras_py.convert.places import UNNAMED
from rkeras_py.convert.rule import Mismatch, Rule


class CustomObjectsRule(Rule):
    """Classes and functions by name; list elements without a name use their own names."""

    name = "a named list of functions and classes"

    def accept(self, value: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            objects = value
        elif isinstance(value, (list, tuple)):
            objects = {self._own_name(part): part for part in value}
        else:
            objects = {self._own_name(value): value}
        if not all(callable(part) for part in objects.values()):
            raise Mismatch
        return {name: named(part, name) for name, part in objects.items()}

    def _own_name(self, value: Any) -> str:
        name = getattr(value, "__name__", None)
        if not name or name == UNNAMED:
            raise Mismatch
        return str(name)


CustomObjects = Annotated[dict[str, Any], CustomObjectsRule()]
