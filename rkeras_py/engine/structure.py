"""Assigns data, losses, metrics and weights to the inputs and outputs of a model."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.models.scores import (
    given_inputs,
    input_names,
    output_names,
    own_names_of_outputs,
)
from rkeras_py.convert.deprecated import warn_of
from rkeras_py.convert.describe import quoted
from rkeras_py.convert.named import keep_names, named
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine.tables import inputs_of, targets_of

#: R keras's message about names of functions; ``named_metrics()`` in R uses it, too.
NAMED_METRICS = (
    "Passing names for custom metrics is deprecated. Please use the custom_metric() function to "
    "define custom metrics."
)


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
    """Data for a model that was created with a named list of inputs."""
    names = sorted(inputs, key=lambda name: [inputs[name] is i for i in model.inputs].index(True))
    if isinstance(x, (list, tuple)) and len(x) == len(names):
        return dict(zip(names, x, strict=True))
    if isinstance(x, (list, tuple)) or (hasattr(x, "dtype") and len(names) > 1):
        raise ArgumentError(
            f"`{argument}` must be a named list: the inputs of the model are {quoted(names)}."
        )
    if not isinstance(x, dict):
        return x
    values = _all_of(x, names, argument, "input")
    return dict(zip(names, values if len(names) > 1 else [values], strict=True))


def arrange_y(model: Any, y: Any, argument: str = "y") -> Any:
    """A named list or a data frame of targets or weights in the order of the model's outputs.

    Outputs without a loss need no targets; they get ``None``.
    """
    names = output_names(model)
    y = targets_of(model, y, argument)
    own = own_names_of_outputs(model)
    if len(own) > 1 and isinstance(y, (list, tuple)) and argument != "sample_weight":
        raise ArgumentError(
            f"`{argument}` must be a named list: the outputs of the model are {quoted(own)}."
        )
    if isinstance(y, dict) and names:
        return _targets_by_name(model, y, names, argument)
    return y


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
            if len(names) == 1 and what == "input":
                raise ArgumentError(
                    f"`{argument}` must be an array or a data frame, as the model has one input, "
                    f"not a list of {len(values)}. as.data.frame() in R makes a data frame of a "
                    "list of columns."
                )
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
    """Losses as ``compile()`` expects them: a list for a model with several outputs.

    As in Keras 2, a single loss applies to every output.
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
    """Loss weights, a list with one for each output; missing weights are 1."""
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
    """Metrics as ``compile()`` expects them: by output for a model with several outputs.

    A plain list applies to every output, as in Keras 2. So does a named list in which no name is
    that of an output; its names are the names of the metrics.
    """
    import keras

    from rkeras_py.compat.models.measuring import copied

    names = output_names(model)
    if isinstance(given, dict) and names and not set(given) & set(names):
        if any(map(callable, given.values())):
            warn_of(NAMED_METRICS)
        given = [_named(part, name) for name, part in given.items()]
    keep_names(keras.tree.flatten(given))
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


def _named(part: Any, name: str) -> Any:
    return named(part.r_function, name, part.role) if hasattr(part, "r_function") else part


def _listed(part: Any) -> list[Any]:
    if part is None:
        return []
    return part if isinstance(part, list) else [part]


def _check_length(values: list[Any], names: list[str], argument: str) -> None:
    if len(values) != len(names):
        raise ArgumentError(
            f"`{argument}` must have an element for each output of the model, {quoted(names)}, "
            f"not {len(values)}."
        )
