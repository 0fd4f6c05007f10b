"""Plots of a training in Python."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import rkeras_py as rk

matplotlib = pytest.importorskip("matplotlib")


@pytest.fixture(autouse=True)
def without_a_screen() -> Any:
    matplotlib.use("agg")
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


def of(epochs: int) -> dict[str, list[float]]:
    loss = [2.0 / (epoch + 1) for epoch in range(epochs)]
    half = [value / 2 for value in loss]
    return {"loss": loss, "mae": half, "val_loss": [2 * v for v in loss], "val_mae": loss}


def lines(axes: Any) -> dict[str, tuple[list[float], list[float]]]:
    return {
        line.get_label(): (list(line.get_xdata()), list(line.get_ydata()))
        for line in axes.get_lines()
    }


@pytest.mark.parametrize("epochs", [1, 5, 1000])
def test_each_measure_has_axes_with_training_and_validation(epochs: int, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = rk.plot_history(of(epochs))
        figure.savefig(tmp_path / "history.png")
    assert [axes.get_ylabel() for axes in figure.axes] == ["loss", "mae"]
    assert figure.axes[-1].get_xlabel() == "epoch"
    numbers = list(range(1, epochs + 1))
    for axes, name in zip(figure.axes, ("loss", "mae"), strict=True):
        assert lines(axes) == {
            "training": (numbers, of(epochs)[name]),
            "validation": (numbers, of(epochs)[f"val_{name}"]),
        }
        ticks = axes.get_xticks()
        assert np.array_equal(ticks, np.round(ticks))


def test_what_fit_gives() -> None:
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 1, input_shape=2)
    rk.compile(model, "sgd", "mse", ["mae"])
    x = np.ones((4, 2))
    history = rk.fit(model, x, x.sum(1), epochs=3, verbose=0)
    figure = rk.plot_history(history, metrics="mae")
    assert [axes.get_ylabel() for axes in figure.axes] == ["mae"]
    assert lines(figure.axes[0]) == {"training": ([1, 2, 3], history.history["mae"])}
    assert figure.axes[0].get_legend() is None


def test_a_figure_of_ones_own() -> None:
    figure = matplotlib.figure.Figure()
    assert rk.plot_history(of(2), ["mae", "loss"], figure) is figure
    assert [axes.get_ylabel() for axes in figure.axes] == ["mae", "loss"]


@pytest.mark.parametrize(
    ("history", "metrics", "message"),
    [
        (3, None, "`history` must be the result of fit.. or a dictionary .*, not int"),
        ({}, None, "`history` has no epochs to plot"),
        ({"loss": [float("nan")]}, None, "`history` has no finite numbers"),
        (of(2), "acc", '`metrics` must be among "loss", "mae", not "acc"'),
    ],
)
def test_what_cannot_be_drawn(history: Any, metrics: Any, message: str) -> None:
    with pytest.raises(rk.ArgumentError, match=message):
        rk.plot_history(history, metrics)


def test_without_matplotlib() -> None:
    code = """
import sys
sys.modules["matplotlib"] = sys.modules["matplotlib.pyplot"] = None
import rkeras_py as rk
try:
    rk.plot_history({"loss": [1.0]})
except ImportError as problem:
    print(problem)
"""
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout == (
        "plot_history() needs matplotlib, which is not installed. "
        "Install it with `pip install matplotlib`.\n"
    )


def test_a_history_that_came_from_r() -> None:
    history = {"params": {"epochs": 2, "verbose": 0}, "metrics": of(2)}
    axes = rk.plot_history(history).axes
    assert [a.get_ylabel() for a in axes] == ["loss", "mae"]
    assert lines(axes[0])["training"] == ([1, 2], [2.0, 1.0])
    named = {"metrics": [1.0, 2.0]}  # a measure may have any name
    assert [a.get_ylabel() for a in rk.plot_history(named).axes] == ["metrics"]


def test_a_notebook_shows_a_plot_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import matplotlib.pyplot as plt

    rk.plot_history(of(2))
    assert len(plt.get_fignums()) == 1
    plt.close("all")
    monkeypatch.setattr(plt, "get_backend", lambda: "module://matplotlib_inline.backend_inline")
    rk.plot_history(of(2))
    assert plt.get_fignums() == []
    own = plt.figure()
    rk.plot_history(of(2), figure=own)
    assert plt.get_fignums() == [own.number]
