"""Plots a training while it runs: on a page, or on R's graphics device."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rkeras_py.engine import host

Arrange = Callable[[dict[str, Any]], dict[str, Any]]


def watched(
    callbacks: list[Any] | None,
    view_metrics: Any,
    arrange: Arrange,
    *,
    model: Any,
    epochs: int,
    verbose: int,
) -> list[Any] | None:
    """The callbacks of a training, with one that shows it if requested.

    Args:
        callbacks: As given to ``fit()``.
        view_metrics: ``True``, ``False`` or "auto": a page if a program such as RStudio has a
            viewer and there is something to show.
        arrange: Puts scores in the order of the history.
        model: What is trained.
        epochs: Planned number of epochs.
        verbose: 0, 1 or 2.
    """
    if view_metrics == "auto":
        view_metrics = epochs > 1 and verbose > 0 and host.current().has_viewer()
    if not view_metrics:
        return callbacks
    from rkeras_py.compat.callbacks.functions import FunctionCallback

    hooks = _drawn(arrange) if host.current().draws() else _on_page(arrange, model, epochs)
    return [*(callbacks or []), FunctionCallback(hooks)]


def _drawn(arrange: Arrange) -> dict[str, Any]:
    """Draw the scores so far after each epoch."""
    scores: dict[str, list[float]] = {}
    goes_on = True

    def on_epoch_end(epoch: int, logs: dict[str, Any]) -> None:
        nonlocal goes_on
        for name, value in logs.items():
            scores.setdefault(name, []).append(float(value))
        if goes_on:
            goes_on = host.current().draw(arrange(scores))

    return {"on_epoch_end": on_epoch_end}


def _on_page(arrange: Arrange, model: Any, epochs: int) -> dict[str, Any]:
    """Show each epoch on a page, which is opened when training starts."""
    from rkeras_py.engine.live_page import LivePage

    page = LivePage(model.name, epochs)
    return {
        "on_train_begin": lambda logs: host.current().open_page(page.address),
        "on_epoch_end": lambda epoch, logs: page.add(arrange(logs)),
        "on_train_end": lambda logs: page.finish(),
    }
