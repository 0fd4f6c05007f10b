"""What layers report by ``add_metric()``."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.compat.models.reported import add_metric
from rkeras_py.convert.rule import ArgumentError


def test_the_mean_of_all_values_of_an_epoch() -> None:
    layer = keras.layers.Dense(1)
    layer.build((None, 1))  # from now on its state is closed
    for values in ([1.0, 2.0], [6.0]):
        add_metric(layer, np.array(values, "float32"), "seen")
    (metric,) = layer.metrics
    assert (metric.name, float(metric.result())) == ("seen", 3)
    assert len(layer.weights) == 2


def test_names_and_ways_to_add_up() -> None:
    layer = keras.layers.Dense(1)
    with pytest.raises(ArgumentError, match="needs a `name`"):
        add_metric(layer, 1.0)
    with pytest.raises(ArgumentError, match='must be "mean" or NULL, not "sum"'):
        add_metric(layer, 1.0, "a", "sum")
