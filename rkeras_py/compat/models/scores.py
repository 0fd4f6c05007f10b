"""Names of a model's inputs and outputs, and its scores in Keras 2's order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from rkeras_py.keras_private import models


def given_inputs(model: Any) -> Any:
    """The inputs that a functional model was created with; ``None`` for other models."""
    return model.input if _is_functional(model) else None


def own_names_of_outputs(model: Any) -> list[str]:
    """The names in the named list of outputs of a functional model; [] for other models."""
    return list(model.output) if _is_functional(model) and isinstance(model.output, dict) else []


def _is_functional(model: Any) -> bool:
    return isinstance(model, models.functional_class())


def input_names(model: Any) -> list[str]:
    """The names of the inputs; [] if the model does not know them, or was given a named list."""
    if isinstance(given_inputs(model), dict):
        return []
    return [tensor.name for tensor in getattr(model, "inputs", None) or []]


def output_names(model: Any) -> list[str]:
    """The names of the outputs; [] if the model does not know them, or was given a named list."""
    if own_names_of_outputs(model):
        return []
    names = getattr(model, "output_names", None)
    if not names and type(model).__name__ == "Sequential" and model.layers:
        return [model.layers[-1].name]
    return list(names or [])


def name_outputs(model: Any) -> None:
    """Give the outputs of a functional model unique names, as in Keras 2: ``dense``, ``dense_1``.

    Outputs of the same layer have its name, and Keras stores one loss for each name. The list is
    changed in place, because the compiled losses refer to it, too.
    """
    names = getattr(model, "output_names", None) if _is_functional(model) else None
    if not names or len(set(names)) == len(names) or isinstance(model.output, dict):
        return
    numbers: dict[str, Iterator[int]] = {}
    free: list[str] = []
    for name in names:
        proposed = name
        while proposed in free:
            proposed = f"{name}_{next(numbers.setdefault(name, itertools.count(1)))}"
        free.append(proposed)
    names[:] = free


def in_order(model: Any, scores: dict[str, Any]) -> dict[str, Any]:
    """Scores with the loss first and the metrics in the given order; Keras sorts by name."""
    metrics = [metric.name for metric in _flat_metrics(model)]
    outputs = output_names(model) or models.names_of_losses(model)
    names = ["loss", *(f"{output}_loss" for output in outputs), *models.names_of_metrics(model)]
    names += metrics
    names += [f"{output}_{metric}" for output in outputs for metric in metrics]
    names += [f"val_{name}" for name in names]
    known = [name for name in names if name in scores]
    return {name: scores[name] for name in [*dict.fromkeys(known), *scores]}


def _flat_metrics(model: Any) -> list[Any]:
    """The metrics of compile(), from Keras's object that contains all of them."""
    flat: list[Any] = []
    for metric in model.metrics:
        flat.extend(getattr(metric, "metrics", None) or [metric])
    return flat
