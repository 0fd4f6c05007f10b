"""Generators, and functions that give a batch at each call, as datasets for Keras."""

from __future__ import annotations

from itertools import zip_longest
from types import GeneratorType
from typing import Any

from rkeras_py.compat.models.scores import input_names, output_names
from rkeras_py.convert.parameter import accept
from rkeras_py.convert.places import inside, place_of
from rkeras_py.engine import host
from rkeras_py.engine.checks import check_input
from rkeras_py.engine.strategy import Strategy

#: The parts of a batch.
NAMES = ("x", "y", "sample_weight")


def as_batches(strategy: Strategy, x: Any, model: Any) -> Any:
    """A generator, or a function that gives ``list(x, y)`` at each call, as a dataset.

    A dataset becomes another where that suits the backend.
    """
    if callable(x) and hasattr(x, "__signature__"):
        x = _batches(x, model)
    is_stream = isinstance(x, GeneratorType) or hasattr(x, "element_spec")
    return strategy.as_stream(x) if is_stream else x


def counted(x: Any, steps: int | None) -> int | None:
    """Batches to read: all of a sequence, where this thread has to make them (see ``handover``).

    Args:
        x: Data.
        steps: Batches to read, where that was said.
    """
    import keras

    if steps is not None or not isinstance(x, keras.utils.PyDataset):
        return steps
    if not host.current().training_on_r_thread() or not host.current().runs_r_code(x):
        return None
    number: int | None = x.num_batches
    return number


def in_rounds(x: Any, steps: int | None) -> Any:
    """Batches that are counted in steps begin anew when they are through, as with Keras 2.

    Keras 3 ends an epoch where a sequence of batches ends.
    """
    import keras

    if steps is None or not isinstance(x, keras.utils.PyDataset) or x.num_batches is None:
        return x
    return _rounds(x)


def _rounds(batches: Any) -> Any:
    while True:
        for i in range(batches.num_batches):
            yield batches[i]
        batches.on_epoch_end()


def _batches(function: Any, model: Any) -> Any:
    from rkeras_py.convert.data import DataRule
    from rkeras_py.engine.structure import arrange_x, arrange_y

    outputs = len(output_names(model))
    places = [len(input_names(model)), outputs, outputs]
    while (batch := _next(function)) is not None:
        parts = batch if isinstance(batch, (list, tuple)) else [batch]
        parts = [_by_place(part, count) for part, count in zip_longest(parts, places[: len(parts)])]
        x, *rest = (
            accept(DataRule(name), name, part, nullable=False)
            for name, part in zip(NAMES, parts, strict=False)
        )
        arranged = (arrange_x(model, x), *(arrange_y(model, part) for part in rest))
        check_input(model, arranged[0])
        # TensorFlow's datasets take a list for one tensor
        yield tuple(tuple(part) if isinstance(part, list) else part for part in arranged)


def _next(function: Any) -> Any:
    with inside(lambda: place_of("generator", function)):
        return function()


def _by_place(part: Any, count: int | None) -> Any:
    """A part of a batch; as many numbers as there are inputs or outputs are one for each."""
    if isinstance(part, (list, tuple)) and count != 1 and len(part) == count:
        return [with_arrays(value) for value in part]
    return with_arrays(part)


def with_arrays(part: Any) -> Any:
    """R's vectors as arrays, where they came as lists of numbers."""
    import numpy as np

    if isinstance(part, dict):
        return {name: with_arrays(value) for name, value in part.items()}
    if not isinstance(part, (list, tuple)):
        return part
    if all(isinstance(value, (bool, int, float)) for value in part):
        return np.asarray(part)
    return [with_arrays(value) for value in part]
