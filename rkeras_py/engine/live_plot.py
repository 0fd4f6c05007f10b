"""The plot of a training while it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rkeras_py.engine import host


def watched(
    callbacks: list[Any] | None, view_metrics: Any, arrange: Callable[[dict[str, Any]], Any]
) -> list[Any] | None:
    """The callbacks of a training, and one that draws it where that was asked for.

    Args:
        callbacks: As given to ``fit()``.
        view_metrics: ``True``, ``False`` or "auto", which draws nothing.
        arrange: Puts scores in the order of the history.
    """
    if view_metrics is not True or not host.current().draws:
        return callbacks
    from rkeras_py.compat.callbacks.functions import FunctionCallback

    scores: dict[str, list[float]] = {}
    goes_on = True

    def on_epoch_end(epoch: int, logs: dict[str, Any]) -> None:
        nonlocal goes_on
        for name, value in logs.items():
            scores.setdefault(name, []).append(float(value))
        if goes_on:
            goes_on = host.current().draw(arrange(scores))

    return [*(callbacks or []), FunctionCallback({"on_epoch_end": on_epoch_end})]
