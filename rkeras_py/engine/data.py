"""Converts the data of a user to the form and order that a model expects."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import streams
from rkeras_py.engine.checks import check_data
from rkeras_py.engine.generators import as_batches, in_rounds
from rkeras_py.engine.strategy import Strategy
from rkeras_py.engine.structure import arrange_x, arrange_y


def arranged(
    strategy: Strategy,
    model: Any,
    x: Any,
    y: Any = None,
    weight: Any = None,
    *,
    steps: int | None = None,
    targets: bool = True,
) -> tuple[Any, Any, Any]:
    """Inputs, targets and weights: generators as batches, named lists in the model's order.

    Args:
        strategy: How the call runs.
        model: What is trained or used.
        x, y, weight: The data as given.
        steps: Number of batches to read, if given.
        targets: Whether targets and weights are read, if the data have them.
    """
    x, y, weight = streams.opened(model, x, y, weight, targets)
    return (
        arrange_x(model, as_batches(strategy, in_rounds(x, steps), model)),
        arrange_y(model, y),
        arrange_y(model, weight, "sample_weight"),
    )


def arranged_validation(strategy: Strategy, model: Any, data: Any, steps: int | None) -> Any:
    """Validation data; arrays are returned as a tuple.

    Raises:
        ArgumentError: they are neither arrays nor batches, or do not fit the model.
    """
    data = in_rounds(data, steps)
    if streams.is_source(data):
        parts = arranged(strategy, model, data)
        check_data(model, *parts, prefix="validation_data")
        return parts
    if isinstance(data, dict) or (hasattr(data, "dtype") and hasattr(data, "shape")):
        raise ArgumentError(
            "`validation_data` must be list(x, y), a source, a dataset or a function that returns "
            "batches, "
            f"not {describe(data)}."
        )
    if not isinstance(data, list):
        return as_batches(strategy, data, model)
    if len(data) not in (2, 3):
        raise ArgumentError(
            "`validation_data` must be list(x, y) or list(x, y, sample_weight), "
            f"not a list of length {len(data)}."
        )
    parts = arranged(strategy, model, *data)
    check_data(model, *parts, prefix="validation_data")
    return parts[: len(data)]
