"""Turns generators, iterators and functions that return batches into datasets for Keras."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rkeras_py.compat.models.scores import output_names
from rkeras_py.convert.parameter import accept
from rkeras_py.convert.places import inside, place_of
from rkeras_py.engine import host
from rkeras_py.engine.checks import check_input
from rkeras_py.engine.strategy import Strategy

#: The parts of a batch.
NAMES = ("x", "y", "sample_weight")


def as_batches(strategy: Strategy, x: Any, model: Any) -> Any:
    """A dataset of the batches that ``x`` returns.

    ``x`` may be a function, or anything with ``__next__``: generators and iterators of both
    languages. Keras reads sequences of batches itself; those from R return lists, as R functions
    do. A dataset may be replaced by one that suits the backend better.
    """
    import keras

    if isinstance(x, keras.utils.PyDataset):
        return _ordered(x, model) if host.current().runs_r_code(x) else x
    if callable(x) and hasattr(x, "__signature__"):
        return strategy.as_stream(_arranged(_calls(x), model))
    if hasattr(x, "__next__"):
        return strategy.as_stream(_arranged(x, model))
    return strategy.as_stream(x) if hasattr(x, "element_spec") else x


def counted(x: Any, steps: int | None) -> int | None:
    """Number of batches to read: the whole sequence if this thread makes them (see ``handover``).

    Args:
        x: Data.
        steps: Number of batches to read, if given.
    """
    import keras

    if steps is not None or not isinstance(x, keras.utils.PyDataset):
        return steps
    if not host.current().training_on_r_thread() or not host.current().runs_r_code(x):
        return None
    number: int | None = x.num_batches
    return number


def in_rounds(x: Any, steps: int | None) -> Any:
    """Batches that start again at the end if the number of steps is given, as in Keras 2.

    Keras 3 ends the epoch when a sequence of batches ends.
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


def _ordered(sequence: Any, model: Any) -> Any:
    """A sequence whose batches have arrays in the order of the model."""
    import keras

    class Ordered(keras.utils.PyDataset):  # type: ignore[misc]
        @property
        def num_batches(self) -> Any:
            return sequence.num_batches

        def __getitem__(self, index: int) -> Any:
            return next(_arranged(iter([sequence[index]]), model))

        def on_epoch_begin(self) -> None:
            sequence.on_epoch_begin()

        def on_epoch_end(self) -> None:
            sequence.on_epoch_end()

    options = ("workers", "use_multiprocessing", "max_queue_size")
    # a class that does not call super$initialize() has none of them
    return Ordered(**{n: getattr(sequence, n) for n in options if hasattr(sequence, n)})


def _calls(function: Any) -> Iterator[Any]:
    while (batch := _next(function)) is not None:
        yield batch


def _next(function: Any) -> Any:
    with inside(lambda: place_of("generator", function)):
        return function()


def _arranged(batches: Iterator[Any], model: Any) -> Iterator[tuple[Any, ...]]:
    from rkeras_py.convert.data import DataRule
    from rkeras_py.engine.structure import arrange_x, arrange_y

    inputs, outputs = len(getattr(model, "inputs", None) or []), len(output_names(model))
    for batch in batches:
        given = batch if isinstance(batch, (list, tuple)) else [batch]
        parts = [
            accept(DataRule(name, tables=True), name, with_arrays(part, count), nullable=False)
            for name, part, count in zip(NAMES, given, (inputs, outputs, outputs), strict=False)
        ]
        x = arrange_x(model, parts[0])
        rest = [
            arrange_y(model, part, name) for name, part in zip(NAMES[1:], parts[1:], strict=False)
        ]
        check_input(model, x)
        # TensorFlow's datasets treat a list as one tensor
        yield tuple(tuple(part) if isinstance(part, list) else part for part in (x, *rest))


def with_arrays(part: Any, count: int = 1) -> Any:
    """R vectors that arrived as lists of numbers, as arrays.

    Args:
        part: Inputs, targets or weights of a batch.
        count: Number of inputs or outputs of the model: a list of this many numbers is one sample
            with one number for each.
    """
    import numpy as np

    if isinstance(part, dict):
        return {name: with_arrays(value) for name, value in part.items()}
    if not isinstance(part, (list, tuple)):
        return part
    if all(isinstance(value, (bool, int, float)) for value in part):
        return (
            [np.asarray([value]) for value in part] if len(part) == count > 1 else np.asarray(part)
        )
    return [with_arrays(value) for value in part]
