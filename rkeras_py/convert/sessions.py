"""Sessions of TensorFlow 1."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule


class SessionRule(Rule):
    name = "a session, as returned by tf$compat$v1$Session()"

    def accept(self, value: Any) -> Any:
        if not callable(getattr(value, "run", None)):
            raise Mismatch
        return value


Session = Annotated[Any, SessionRule()]
