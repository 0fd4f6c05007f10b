"""Configurations of layers and models."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule


class Config(dict[str, Any]):
    """A configuration and the class that it belongs to; R does not convert it."""

    def __init__(self, values: dict[str, Any], owner: Any) -> None:
        super().__init__(values)
        self.owner = owner


class ConfigRule(Rule):
    name = "a configuration returned by get_config()"

    def accept(self, value: Any) -> Any:
        if isinstance(value, Config):
            return value
        if isinstance(value, dict) and "class_name" in value and "config" in value:
            return value
        raise Mismatch


ConfigOf = Annotated[Any, ConfigRule()]
