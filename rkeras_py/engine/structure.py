"""What belongs to which input and output of a model: data, losses, metrics, weights."""

from __future__ import annotations

import copy
from typing import Any

from rkeras_py.compat.models.scores import given_inputs, input_names, output_names
from rkeras_py.convert.describe import quoted
from rkeras_py.convert.named import named
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine.tables import inputs_of, targets_of
from rkeras_py.keras_private import models

NAMED = "rkeras_py.convert.named"  # the module of functions that stand for those of R


def arrange_x(model: Any, x: Any, argument: str = "x") -> Any:
    """A named list or a data frame in the order of the model's inputs."""
    x = inputs_of(model, x, argument)
    inputs = given_inputs(model)
    if isinstance(inputs, dict):
        return _by_own_names(model, inputs, x, argument)
    names = input_names(model)
    if not isinstance(x, dict) or not names:
        return x
    if len(names) == 1 and len(x) == 1:
        return next(iter(x.values()))
    return _all_of(x, names, argument, "input")


def _by_own_names(model: Any, inputs: dict[str, Any], x: Any, argument: str) -> Any:
    """Data for a model that was made with a named list of inputs."""
    names = sorted(inputs, key=lambda name: [inputs[name] is i for i in model.inputs].index(True))
    if isinstance(x, (list, tuple)) and len(x) == len(names):
        return dict(zip(names, x, strict=True))
    if isinstance(x, (list, tuple)) or (hasattr(x, "dtype") and len(names) > 1):
        raise ArgumentError(
            f"`{argument}` must be a named list: the model knows its inputs as {quoted(names)}."
        )
    if not isinstance(x, dict):
        return x
    values = _all_of(x, names, argument, "input")
    return dict(zip(names, values if len(names) > 1 else [values], strict=True))


def arrange_y(model: Any, y: Any, argument: str = "y") -> Any:
    """A named list or a data frame of targets or weights in the order of the model's outputs.

    Outputs without a loss need none; they get ``None``.
    """
    names = output_names(model)
    y = targets_of(model, y, argument)
    if isinstance(y, dict) and names:
        y = _targets_by_name(model, y, names, argument)
    return _columns(model, y) if argument == "y" else y


def _columns(model: Any, y: Any) -> Any:
    """Vectors as columns where the model gives columns and functions of one's own compare the two.

    Keras 2 did so for all losses and metrics; Keras 3 does it in those of its own.
    """
    import numpy as np

    if not any(map(_is_own, _measures(model))):
        return y
    outputs = getattr(model, "outputs", None) or []
    parts = y if isinstance(y, list) else [y]
    if isinstance(y, dict) or len(parts) != len(outputs):
        return y
    columns = [
        np.reshape(part, (-1, 1)) if _is_vector(part) and len(output.shape) == 2 else part
        for part, output in zip(parts, outputs, strict=True)
    ]
    return columns if isinstance(y, list) else columns[0]


def _measures(model: Any) -> list[Any]:
    """The losses and metrics that the model was compiled with."""
    import keras

    flat: list[Any] = keras.tree.flatten([model.loss, *models.given_metrics(model)])
    return flat


def _is_own(measure: Any) -> bool:
    """Whether a loss or a metric is neither Keras's nor this package's."""
    import keras

    if measure is None or isinstance(measure, str):
        return False
    if isinstance(measure, keras.metrics.MeanMetricWrapper):
        function = models.function_of(measure)
    else:
        function = getattr(measure, "fn", None) or measure
    module = getattr(function, "__module__", None) or type(function).__module__
    return module == NAMED or module.split(".")[0] not in ("keras", "rkeras_py")


def _is_vector(part: Any) -> bool:
    """Whether this is an array of numbers with one dimension."""
    kind = getattr(getattr(part, "dtype", None), "kind", "")
    return kind in ("f", "i", "u", "b") and part.ndim == 1


def _targets_by_name(model: Any, y: dict[str, Any], names: list[str], argument: str) -> Any:
    if len(names) == 1 and len(y) == 1:
        return next(iter(y.values()))
    _reject_others(y, names, argument)
    losses = _losses_by_name(model, names)
    return _all_of({name: None for name in names if losses[name] is None} | y, names, argument)


def _losses_by_name(model: Any, names: list[str]) -> dict[str, Any]:
    loss = getattr(model, "loss", None)
    if isinstance(loss, (list, tuple)):
        return dict(zip(names, loss, strict=True))
    return dict.fromkeys(names, loss or ())


def _all_of(values: dict[str, Any], names: list[str], argument: str, what: str = "output") -> Any:
    for name in names:
        if name not in values:
            raise ArgumentError(
                f"`{argument}` must have an element for each {what} of the model, "
                f'{quoted(names)}, but "{name}" is missing.'
            )
    ordered = [values[name] for name in names]
    return ordered[0] if len(ordered) == 1 else ordered


def _reject_others(values: dict[str, Any], names: list[str], argument: str) -> None:
    for name in values:
        if name not in names:
            raise ArgumentError(
                f'`{argument}` has an element "{name}", but the outputs of the model are '
                f"{quoted(names)}."
            )


def losses(model: Any, loss: Any) -> Any:
    """Losses as ``compile()`` takes them: a list with one for each output where there are several.

    As with Keras 2, one loss that is given alone is the loss of every output.
    """
    names = output_names(model)
    if isinstance(loss, dict) and names:
        _reject_others(loss, names, "loss")
        loss = [loss.get(name) for name in names]
    if isinstance(loss, list) and names:
        _check_length(loss, names, "loss")
        return loss[0] if len(loss) == 1 else loss
    if loss is None or isinstance(loss, (dict, list)) or len(names) < 2:
        return loss
    return [loss] * len(names)


def weights_of_losses(model: Any, weights: Any) -> Any:
    """Weights of the losses, a list with one for each output; those left out are 1."""
    names = output_names(model)
    if isinstance(weights, dict) and names:
        _reject_others(weights, names, "loss_weights")
        weights = [weights.get(name, 1.0) for name in names]
    elif isinstance(weights, (int, float)):
        weights = [float(weights)]
    if isinstance(weights, list) and names:
        _check_length(weights, names, "loss_weights")
    return weights


def metrics(model: Any, given: Any, argument: str = "metrics") -> Any:
    """Metrics as ``compile()`` takes them: those of each output where there are several.

    A plain list is for every output, as it was with Keras 2.
    """
    names = output_names(model)
    if _names_functions(given, names):
        given = [named(part.r_function, name) for name, part in given.items()]
    if given is None or not names:
        return given
    if isinstance(given, dict):
        _reject_others(given, names, argument)
        given = [_listed(given.get(name)) for name in names]
    elif not any(isinstance(part, list) for part in given):
        given = [copied(given) if i else given for i in range(len(names))]
    else:
        _check_length(given, names, argument)
        given = [_listed(part) for part in given]
    return given[0] if len(given) == 1 else given


def _names_functions(given: Any, outputs: list[str]) -> bool:
    """Whether the names in a list of metrics are those of R functions, and none an output's."""
    return (
        isinstance(given, dict)
        and not set(given) & set(outputs)
        and all(hasattr(part, "r_function") for part in given.values())
    )


def _listed(part: Any) -> list[Any]:
    if part is None:
        return []
    return part if isinstance(part, list) else [part]


def copied(given: list[Any]) -> list[Any]:
    """Metrics of their own for another output: each keeps a state."""
    import keras

    return [
        type(metric).from_config(metric.get_config())
        if isinstance(metric, keras.Metric)
        else copy.copy(metric)
        for metric in given
    ]


def _check_length(values: list[Any], names: list[str], argument: str) -> None:
    if len(values) != len(names):
        raise ArgumentError(
            f"`{argument}` must have an element for each output of the model, {quoted(names)}, "
            f"not {len(values)}."
        )
