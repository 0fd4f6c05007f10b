"""``self$add_metric()`` in ``call()`` of layers and models, which Keras 3 removed."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.layers import own_metrics, track_metric


def add_metric(
    layer: Any, value: Any, name: str | None = None, aggregation: str | None = None
) -> None:
    """Report the mean of a tensor over the batches of an epoch.

    Args:
        layer: The layer or model that is being called.
        value: A tensor, or the value of a metric of the layer, which is reported unchanged.
        name: The metric's name.
        aggregation: "mean", the only value in Keras 2.

    Raises:
        ArgumentError: there is no name, or the aggregation is unknown.
    """
    if aggregation not in (None, "mean"):
        raise ArgumentError(f'`aggregation` must be "mean" or NULL, not "{aggregation}".')
    metrics = own_metrics(layer)
    if name is None:
        if metrics:
            return
        raise ArgumentError("add_metric() needs a `name`, unless `value` is the value of a metric.")
    metric = next((known for known in metrics if known.name == name), None)
    if metric is None:
        metric = keras.metrics.Mean(name=name)
        track_metric(layer, metric)
    metric.update_state(value)
