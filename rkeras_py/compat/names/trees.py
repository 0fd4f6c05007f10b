"""Losses and metrics: a single one, a list, or a named list by output."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.compat.names.identifiers import LossRule, MetricRule
from rkeras_py.convert.rule import Rule


class LossesRule(Rule):
    name = LossRule.name + ", or a list of them"

    def accept(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self.accept(part) for name, part in value.items()}
        if isinstance(value, (list, tuple)):
            parts = [None if part is None else self.accept(part) for part in value]
            return parts[0] if len(parts) == 1 else parts
        return LossRule.accept(value)


class MetricsRule(Rule):
    """Strings, objects and functions may be mixed; a single one need not be in a list."""

    name = MetricRule.name + ", or a list of them"
    r_form = "named_metrics"

    def accept(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._part(part) for name, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._part(part) for part in value]
        return [MetricRule.accept(value)]

    def _part(self, value: Any) -> Any:
        if value is None:
            return None
        if isinstance(value, (list, tuple)):
            return [self._part(part) for part in value]
        return MetricRule.accept(value)


Losses = Annotated[Any, LossesRule()]
Metrics = Annotated[Any, MetricsRule()]
