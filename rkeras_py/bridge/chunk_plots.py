"""Matplotlib backend for Python chunks: ``plt.show()`` puts figures into the document."""

from __future__ import annotations

from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg as FigureCanvas

from rkeras_py.bridge.chunks import Figures

__all__ = ["FigureCanvas", "show"]

Figures.size()  # matplotlib was imported by the current statement


def show(*args: Any, **kwargs: Any) -> None:
    Figures.show_all()
