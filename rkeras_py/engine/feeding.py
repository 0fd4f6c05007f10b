"""Converts data to arguments of Keras's ``fit()``, ``evaluate()`` and so on.

Keras 3.15 creates two iterators over arrays in each epoch; each takes about 30 ms for any data. A
repeating dataset with a known number of batches needs one iterator for the whole training. Without
shuffling, results are identical to Keras's. With shuffling, this holds for the first epoch; later
epochs have a different order, because one iterator draws all orders.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any

from rkeras_py.convert.data import DataWarning
from rkeras_py.convert.objects import package_of
from rkeras_py.engine import streams
from rkeras_py.engine.strategy import RepeatingDataset, Strategy
from rkeras_py.keras_private import training
from rkeras_py.sources.stream import Stream

BATCH_SIZE = 32  # Keras's default


@dataclass
class Feed:
    """The data of one call, as arguments of Keras's method.

    Attributes:
        arguments: The data, by the names of Keras's arguments.
        of_step: What a step receives, by kind: "train", "test" or "predict".
        rounds: For repeating data, by kind: the argument with the number of batches in a round.
        reading: The streams that are read during the call.
    """

    arguments: dict[str, Any]
    of_step: dict[str, Any]
    rounds: dict[str, str] = field(default_factory=dict)
    reading: list[Stream] = field(default_factory=list)

    def problem(self, seen: Exception) -> Exception:
        """The error that ended the reading of data, where the one that came out is due to it.

        Args:
            seen: An error that ended the call.
        """
        own = next((stream.problem for stream in self.reading if stream.problem), None)
        return own if own is not None and package_of(seen) == "tensorflow" else seen

    def warn(self) -> None:
        """Warn of numbers in data that were read, as is done for arrays before."""
        for name in dict.fromkeys(name for stream in self.reading for name in stream.not_finite):
            warnings.warn(
                f"NaN or infinite values in {name}; what a model makes of them is NaN",
                DataWarning,
                stacklevel=2,
            )

    def batches(self) -> int | None:
        """How many batches an epoch has, if known."""
        for steps in ("steps_per_epoch", "steps"):
            if self.arguments.get(steps):
                return int(self.arguments[steps])
        return _batches(self.arguments["x"], self.arguments["batch_size"] or BATCH_SIZE)


def _batches(x: Any, batch_size: int) -> int | None:
    if hasattr(x, "cardinality"):
        count = int(x.cardinality())
        return count if count >= 0 else None
    if hasattr(x, "num_batches"):
        known: int | None = x.num_batches
        return known
    while isinstance(x, (list, tuple, dict)) and x:
        x = next(iter(x.values() if isinstance(x, dict) else x))
    extents = getattr(x, "shape", None) or (None,)
    return None if extents[0] is None else -(-int(extents[0]) // batch_size)


def for_fit(strategy: Strategy, model: Any, arguments: dict[str, Any]) -> Feed:
    """The data of ``fit()``.

    Args:
        strategy: How this call runs.
        model: What is trained.
        arguments: The arguments of ``fit()``; ``validation_batch_size`` may be missing.
    """
    reading: list[Stream] = []
    changes, rounds = _as_datasets(strategy, model, arguments, reading)
    arguments = arguments | changes
    x = arguments["x"]
    dataset = "x" in changes
    of_step = {"train": x if dataset else [x, arguments["y"], arguments["sample_weight"]]}
    if arguments["validation_data"] is not None:
        of_step["test"] = arguments["validation_data"]
    return Feed(arguments, of_step, rounds, reading)


def _as_datasets(
    strategy: Strategy, model: Any, arguments: dict[str, Any], reading: list[Stream]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The arguments that differ when data become repeating datasets, and the rounds.

    Args:
        strategy: How this call runs.
        model: What is trained.
        arguments: The arguments of ``fit()``.
        reading: The streams that are read during the call are added to it.
    """
    data = arguments["x"], arguments["y"], arguments["sample_weight"]
    validation, fraction = arguments["validation_data"], arguments["validation_split"]
    steps = arguments["steps_per_epoch"]
    streamed = streams.is_streamed(data)
    if not streamed and (steps is not None or not only_arrays(data)):
        return _streamed_validation(strategy, model, arguments, reading)
    if fraction and validation is None:
        split = streams.split if streamed else training.split_for_validation
        data, validation = split(data, fraction)
    fed = _repeating(
        strategy,
        model,
        data,
        reading,
        batch_size=arguments["batch_size"],
        shuffle=arguments["shuffle"],
        class_weight=arguments["class_weight"],
    )
    if fed is None:
        return _streamed_validation(strategy, model, arguments, reading)
    changes = {
        "x": fed.dataset,
        "y": None,
        "sample_weight": None,
        "batch_size": None,
        "shuffle": False,
        "class_weight": None,
        "steps_per_epoch": steps or fed.batches,
        "validation_split": 0.0,
        "validation_data": validation,
    }
    rounds = {"train": "steps_per_epoch"} if _in_rounds(fed) else {}
    held_out, more_rounds = _validation(strategy, model, arguments | changes, reading, arguments)
    return changes | held_out, rounds | more_rounds


def _validation(
    strategy: Strategy,
    model: Any,
    arguments: dict[str, Any],
    reading: list[Stream],
    given: dict[str, Any],
) -> tuple[dict[str, Any], dict[str, str]]:
    """The arguments that change for data to validate on, and their rounds.

    Args:
        strategy, model, arguments, reading: As for training.
        given: The arguments of ``fit()``, with the size of its batches.
    """
    validation, batch_size = arguments["validation_data"], given["batch_size"]
    if not isinstance(validation, (list, tuple)):
        return {}, {}
    size = given.get("validation_batch_size") or batch_size
    if arguments["validation_steps"] is None or streams.is_streamed(validation):
        held_out = _repeating(strategy, model, tuple(validation), reading, batch_size=size)
        if held_out is not None:
            steps = arguments["validation_steps"] or held_out.batches
            changes = {"validation_data": held_out.dataset, "validation_steps": steps}
            return changes, {"test": "validation_steps"} if _in_rounds(held_out) else {}
    elif batch_size and not given.get("validation_batch_size"):
        return {"validation_batch_size": batch_size}, {}
    return {}, {}


def _streamed_validation(
    strategy: Strategy, model: Any, arguments: dict[str, Any], reading: list[Stream]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The same beside data for training that Keras takes as they are: rows that are read only."""
    if not streams.is_streamed(arguments["validation_data"]):
        return {}, {}
    return _validation(strategy, model, arguments, reading, arguments)


def for_evaluate(
    strategy: Strategy,
    model: Any,
    data: tuple[Any, Any, Any],
    batch_size: int | None,
    steps: int | None,
) -> Feed:
    """The data of ``evaluate()``: inputs, targets and weights."""
    reading: list[Stream] = []
    fed = _as_dataset(strategy, model, data, batch_size, steps, reading)
    if fed is not None:
        rounds = {"test": "steps"} if _in_rounds(fed) else {}
        return Feed(_of_dataset(fed, steps), {"test": fed.dataset}, rounds, reading)
    arguments = dict(zip(("x", "y", "sample_weight"), data, strict=True))
    return Feed({**arguments, "batch_size": batch_size, "steps": steps}, {"test": list(data)})


def for_predict(
    strategy: Strategy, model: Any, x: Any, batch_size: int | None, steps: int | None
) -> Feed:
    """The data of ``predict()``."""
    reading: list[Stream] = []
    fed = _as_dataset(strategy, model, (x,), batch_size, steps, reading)
    if fed is not None:
        return Feed(_of_dataset(fed, steps), {"predict": fed.dataset}, reading=reading)
    return Feed({"x": x, "batch_size": batch_size, "steps": steps}, {"predict": x})


def for_own_method(strategy: Strategy, model: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a method of the model's class: rows that are read come as a dataset."""
    data = arguments["x"], arguments.get("y"), arguments.get("sample_weight")
    if not streams.is_streamed(data):
        return arguments
    options = {name: arguments[name] for name in ("shuffle", "class_weight") if name in arguments}
    fed = _repeating(strategy, model, data, [], batch_size=arguments["batch_size"], **options)
    if fed is None:
        return arguments
    steps = "steps_per_epoch" if "steps_per_epoch" in arguments else "steps"
    used = {"y": None, "sample_weight": None, "class_weight": None, "batch_size": None}
    emptied = {n: v for n, v in {**used, "shuffle": False}.items() if n in arguments}
    return {**arguments, **emptied, "x": fed.dataset, steps: arguments[steps] or fed.batches}


def _as_dataset(
    strategy: Strategy,
    model: Any,
    data: tuple[Any, ...],
    batch_size: int | None,
    steps: int | None,
    reading: list[Stream],
) -> RepeatingDataset | None:
    if steps and not streams.is_streamed(data):
        return None
    return _repeating(strategy, model, data, reading, batch_size=batch_size)


def _repeating(
    strategy: Strategy,
    model: Any,
    data: tuple[Any, ...],
    reading: list[Stream],
    *,
    batch_size: int | None,
    **options: Any,
) -> RepeatingDataset | None:
    """Arrays, or rows that are read meanwhile, as a dataset; ``None`` leaves arrays to Keras."""
    if not streams.is_streamed(data):
        return strategy.as_dataset(*data, batch_size=batch_size, model=model, **options)
    stream = streams.stream_of(data, batch_size=batch_size or BATCH_SIZE, **options)
    reading.append(stream)
    return strategy.as_repeating_stream(stream, model)


def _in_rounds(fed: RepeatingDataset) -> bool:
    return fed.batches is not None and fed.at_once


def _of_dataset(fed: RepeatingDataset, steps: int | None = None) -> dict[str, Any]:
    return {"x": fed.dataset, "batch_size": None, "steps": steps or fed.batches}


def only_arrays(data: Any) -> bool:
    """Whether data are missing or numeric arrays, possibly in lists."""
    import numpy as np

    if isinstance(data, dict):
        data = tuple(data.values())
    if isinstance(data, (list, tuple)):
        return all(only_arrays(part) for part in data)
    return data is None or (isinstance(data, np.ndarray) and data.dtype.kind in "fiub")
