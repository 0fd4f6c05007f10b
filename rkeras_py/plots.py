"""Plots for Python, with matplotlib, which is an optional dependency."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from rkeras_py.errors import ArgumentError


def plot_history(history: Any, metrics: Iterable[str] | None = None, figure: Any = None) -> Any:
    """``rkeras_py.plot_history()``."""
    measures = _measures(history)
    names = list(dict.fromkeys(name.removeprefix("val_") for name in measures))
    wanted = _chosen(metrics, names)
    plt = _pyplot()
    made = figure is None
    if made:
        figure = plt.figure(figsize=(7, 1 + 2.4 * len(wanted)), layout="constrained")
    for place, name in enumerate(wanted, 1):
        axes = figure.add_subplot(len(wanted), 1, place)
        for key, label, style in ((name, "training", "o-"), (f"val_{name}", "validation", "s--")):
            values = [float(value) for value in measures.get(key, [])]
            if values:
                epochs = range(1, len(values) + 1)
                marker = style if len(values) <= 40 else style[1:]
                axes.plot(epochs, values, marker, label=label, markersize=4)
        axes.set_ylabel(name)
        axes.xaxis.get_major_locator().set_params(integer=True)
        if max(map(len, measures.values())) == 1:
            axes.set_xticks([1])
        axes.grid(alpha=0.3)
        if f"val_{name}" in measures:
            axes.legend()
        if place == len(wanted):
            axes.set_xlabel("epoch")
    if made and "inline" in plt.get_backend():  # a notebook shows the value already
        plt.close(figure)
    return figure


def _measures(history: Any) -> Mapping[str, Any]:
    """The metrics by name, from Keras's history or from a dictionary like its ``history``."""
    measures = getattr(history, "history", history)
    if isinstance(measures, Mapping) and isinstance(measures.get("metrics"), Mapping):
        measures = measures["metrics"]  # as a history of R's comes: with `params` beside them
    if not isinstance(measures, Mapping):
        raise ArgumentError(
            "`history` must be the result of fit() or a dictionary of lists of numbers, not "
            f"{type(history).__name__}."
        )
    if not measures:
        raise ArgumentError("`history` has no epochs to plot.")
    lists = {name: list(values) for name, values in measures.items()}
    finite = [v for values in lists.values() for v in values if math.isfinite(v)]
    if not finite:
        raise ArgumentError("`history` has no finite numbers to plot.")
    return lists


def _chosen(metrics: Iterable[str] | None, names: list[str]) -> list[str]:
    if metrics is None:
        return names
    wanted = [metrics] if isinstance(metrics, str) else list(metrics)
    for name in wanted:
        if name not in names:
            known = ", ".join(f'"{known}"' for known in names)
            raise ArgumentError(f'`metrics` must be among {known}, not "{name}".')
    return wanted or names


def _pyplot() -> Any:
    try:
        import matplotlib.pyplot as plt
    except ImportError as problem:
        raise ImportError(
            "plot_history() needs matplotlib, which is not installed. "
            "Install it with `pip install matplotlib`."
        ) from problem
    return plt
