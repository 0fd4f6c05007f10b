"""Converts data to arguments of Keras's ``fit()``, ``evaluate()`` and so on.

Keras 3.15 creates two iterators over arrays in each epoch; each takes about 30 ms for any data. A
repeating dataset with a known number of batches needs one iterator for the whole training. Without
shuffling, results are identical to Keras's. With shuffling, this holds for the first epoch; later
epochs have a different order, because one iterator draws all orders.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rkeras_py.engine.strategy import RepeatingDataset, Strategy
from rkeras_py.keras_private import training

BATCH_SIZE = 32  # Keras's default


@dataclass
class Feed:
    """The data of one call, as arguments of Keras's method.

    Attributes:
        arguments: The data, by the names of Keras's arguments.
        of_step: What a step receives, by kind: "train", "test" or "predict".
        rounds: For repeating data, by kind: the argument with the number of batches in a round.
    """

    arguments: dict[str, Any]
    of_step: dict[str, Any]
    rounds: dict[str, str] = field(default_factory=dict)

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
    changes, rounds = _as_datasets(strategy, model, arguments)
    arguments = arguments | changes
    x = arguments["x"]
    of_step = {"train": x if rounds else [x, arguments["y"], arguments["sample_weight"]]}
    if arguments["validation_data"] is not None:
        of_step["test"] = arguments["validation_data"]
    return Feed(arguments, of_step, rounds)


def _as_datasets(
    strategy: Strategy, model: Any, arguments: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The arguments that differ when arrays become repeating datasets, and the rounds."""
    data = arguments["x"], arguments["y"], arguments["sample_weight"]
    validation = arguments["validation_data"]
    if arguments["steps_per_epoch"] is not None or not only_arrays(data):
        return {}, {}
    if arguments["validation_split"] and validation is None:
        data, validation = training.split_for_validation(data, arguments["validation_split"])
    batch_size = arguments["batch_size"]
    fed = strategy.as_dataset(
        *data,
        batch_size=batch_size,
        shuffle=arguments["shuffle"],
        class_weight=arguments["class_weight"],
        model=model,
    )
    if fed is None:
        return {}, {}
    changes = {
        "x": fed.dataset,
        "y": None,
        "sample_weight": None,
        "batch_size": None,
        "shuffle": False,
        "class_weight": None,
        "steps_per_epoch": fed.batches,
        "validation_split": 0.0,
        "validation_data": validation,
    }
    rounds = {"train": "steps_per_epoch"}
    if isinstance(validation, (list, tuple)) and arguments["validation_steps"] is None:
        size = arguments.get("validation_batch_size") or batch_size
        held_out = strategy.as_dataset(*validation, batch_size=size)
        if held_out is not None:
            changes["validation_data"], changes["validation_steps"] = held_out
            rounds["test"] = "validation_steps"
    elif (
        isinstance(validation, (list, tuple))
        and batch_size
        and not arguments.get("validation_batch_size")
    ):
        changes["validation_batch_size"] = batch_size
    return changes, rounds


def for_evaluate(
    strategy: Strategy,
    model: Any,
    data: tuple[Any, Any, Any],
    batch_size: int | None,
    steps: int | None,
) -> Feed:
    """The data of ``evaluate()``: inputs, targets and weights."""
    fed = _as_dataset(strategy, model, data, batch_size, steps)
    if fed is not None:
        return Feed(_of_dataset(fed), {"test": fed.dataset}, {"test": "steps"})
    arguments = dict(zip(("x", "y", "sample_weight"), data, strict=True))
    return Feed({**arguments, "batch_size": batch_size, "steps": steps}, {"test": list(data)})


def for_predict(
    strategy: Strategy, model: Any, x: Any, batch_size: int | None, steps: int | None
) -> Feed:
    """The data of ``predict()``."""
    fed = _as_dataset(strategy, model, (x,), batch_size, steps)
    if fed is not None:
        return Feed(_of_dataset(fed), {"predict": fed.dataset})
    return Feed({"x": x, "batch_size": batch_size, "steps": steps}, {"predict": x})


def _as_dataset(
    strategy: Strategy,
    model: Any,
    data: tuple[Any, ...],
    batch_size: int | None,
    steps: int | None,
) -> RepeatingDataset | None:
    return None if steps else strategy.as_dataset(*data, batch_size=batch_size, model=model)


def _of_dataset(fed: RepeatingDataset) -> dict[str, Any]:
    return {"x": fed.dataset, "batch_size": None, "steps": fed.batches}


def only_arrays(data: Any) -> bool:
    """Whether data are missing or numeric arrays, possibly in lists."""
    import numpy as np

    if isinstance(data, dict):
        data = tuple(data.values())
    if isinstance(data, (list, tuple)):
        return all(only_arrays(part) for part in data)
    return data is None or (isinstance(data, np.ndarray) and data.dtype.kind in "fiub")
