"""Regression datasets: Boston house prices."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.datasets.store import Share, published, reading, sets
from rkeras_py.convert.paths import AnyPath
from rkeras_py.convert.scalars import Count
from rkeras_py.registry.define import export


@export(long=True)
def dataset_boston_housing(
    path: AnyPath = "boston_housing.npz", test_split: Share = 0.2, seed: Count = 113
) -> dict[str, Any]:
    """Boston housing prices dataset.

    Prices of houses around Boston in the 1970s, with 13 attributes of each place. One of the
    attributes assumes that segregation influences prices: use the data only to study such problems.

    Args:
        path: Name of the file in the folder ``datasets`` of ``~/.keras`` (or ``KERAS_HOME``), or an
            absolute path.
        test_split: Proportion of the places in the test set.
        seed: Random seed of the order.

    Returns: ``list(train = list(x, y), test = list(x, y))``; ``x`` is a matrix, and ``y`` contains
        prices in thousands of dollars.

    Example:
        if (file.exists("~/.keras/datasets/boston_housing.npz")) {
          boston <- dataset_boston_housing()
          summary(boston$train$y)
        }
    """
    import numpy as np

    source = published(path, "boston_housing.npz")
    with reading(source), np.load(source, allow_pickle=False) as file:
        x, y = file["x"], file["y"]
    order = np.arange(len(x))
    np.random.RandomState(seed).shuffle(order)
    train, test = np.split(order, [int(len(x) * (1 - test_split))])
    return sets((x[train], y[train]), (x[test], y[test]))
