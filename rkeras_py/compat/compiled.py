"""How a model in an HDF5 file was compiled: optimizer, losses and metrics."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat import optimizers
from rkeras_py.compat.nadam import NadamOfKeras2
from rkeras_py.compat.names import unknown
from rkeras_py.convert.identifiers import LossRule, MetricRule
from rkeras_py.convert.rule import ArgumentError


def arguments(config: dict[str, Any], version: int, outputs: list[str]) -> dict[str, Any]:
    """The arguments of ``compile()`` in a file's ``training_config``; custom objects in scope.

    Args:
        config: As Keras wrote it.
        version: Which Keras.
        outputs: Names of the model's outputs, which Keras 2 wrote before its metrics' names.

    Raises:
        ArgumentError: a function or a class of the user's is not in scope.
    """
    read = keras.optimizers.deserialize if version >= 3 else _optimizer
    return {
        "optimizer": read(config["optimizer_config"]),
        "loss": _nested(config.get("loss"), _loss),
        "metrics": _metrics(config.get("metrics"), outputs),
        "weighted_metrics": _metrics(config.get("weighted_metrics"), outputs),
        "loss_weights": config.get("loss_weights"),
    }


def portable(given: dict[str, Any]) -> dict[str, Any]:
    """What ``compile()`` was given, in a form that plain Keras reads out of an HDF5 file.

    Keras writes short names such as "mse" as they are, which its own reader refuses, and a loss
    that is a function by its name alone, of which the reader does not say that it is missing.
    """
    forms = {"loss": _portable_loss, "metrics": _portable_metric}
    forms["weighted_metrics"] = forms["metrics"]
    changed = {
        name: keras.tree.map_structure(form, given[name])
        for name, form in forms.items()
        if given.get(name) is not None
    }
    return {**given, **changed}


def _portable_loss(loss: Any) -> Any:
    if isinstance(loss, str) and loss not in ("crossentropy", "ce"):
        found = keras.losses.get(loss)
        return getattr(found, "__name__", found)
    own = callable(loss) and not hasattr(loss, "get_config")
    if not own or hasattr(keras.losses, getattr(loss, "__name__", "")):
        return loss
    function = keras.saving.serialize_keras_object(loss)
    # without a name: Keras's reader would take the function for it
    return {
        "module": "keras.losses",
        "class_name": "LossFunctionWrapper",
        "config": {"reduction": "sum_over_batch_size", "fn": function},
        "registered_name": None,
    }


def _portable_metric(metric: Any) -> Any:
    if isinstance(metric, str) and metric not in ("accuracy", "acc", "crossentropy", "ce"):
        found = keras.metrics.get(metric)
        if not isinstance(found, keras.Metric):
            return metric
        return {
            "class_name": type(found).__name__,
            "config": {**found.get_config(), "name": metric},
        }
    return metric


def _custom(*names: Any) -> Any:
    """What is known by one of these names beside Keras's own objects; ``None`` if nothing is."""
    return next((f for name in names if (f := keras.saving.get_registered_object(name))), None)


def _optimizer(config: dict[str, Any]) -> Any:
    """An optimizer of Keras 2 as it is made today, with its decay."""
    name = config["class_name"].rsplit(">", 1)[-1]
    custom = _custom(config["class_name"], name)
    if custom is not None:
        return custom.from_config(config["config"])
    given = {
        key: value
        for key, value in config["config"].items()
        if key not in ("is_legacy_optimizer", "jit_compile") and value is not None
    }
    rate = given.get("learning_rate")
    if isinstance(rate, dict):
        options = {key: value for key, value in rate["config"].items() if value is not None}
        given["learning_rate"] = keras.optimizers.schedules.deserialize({**rate, "config": options})
    if name == "Nadam":  # what early versions gave as its decay is not its learning rate's
        pace = given.pop("schedule_decay", given.pop("decay", None))
        if pace is not None:
            return NadamOfKeras2(schedule_decay=pace, **given)
    return optimizers.make(getattr(keras.optimizers, name), given)


def _nested(value: Any, one: Any) -> Any:
    if isinstance(value, dict) and "class_name" not in value:
        return {name: _nested(part, one) for name, part in value.items()}
    if isinstance(value, list):
        return [_nested(part, one) for part in value]
    return None if value is None else one(value)


def _name(value: Any) -> Any:
    """A function that was saved by its name, as this name; other values as they are."""
    is_function = isinstance(value, dict) and value.get("class_name") == "function"
    return value["config"] if is_function else value


def _loss(value: Any) -> Any:
    value = _name(value)
    if isinstance(value, str):
        return _custom(value) or _by_name(LossRule, value)
    config = dict(value["config"])
    name = config.pop("fn", None)
    if value["class_name"] == "LossFunctionWrapper":
        return _loss(name)
    if config.get("reduction") == "auto":
        config["reduction"] = "sum_over_batch_size"
    return _known(keras.losses, value["class_name"], config)


def _known(module: Any, name: str, config: dict[str, Any]) -> Any:
    """An object of a class of the module's or of the user's."""
    made = module.deserialize({"class_name": name, "config": config})
    if isinstance(made, str):  # Keras gives back the name of what it does not know
        raise unknown(name, compile=True)
    return made


def _by_name(rule: Any, name: str) -> Any:
    try:
        return rule.accept(name)
    except ArgumentError:
        raise unknown(name, compile=True) from None


def _metrics(value: Any, outputs: list[str]) -> Any:
    """Metrics of each output, or of the only one."""
    if value is None:
        return None
    if isinstance(value, dict):
        value = [value.get(name) for name in outputs]
    if value and not any(isinstance(part, list) for part in value):
        return [_metric(part, "") for part in value if part is not None]
    by_output = [
        [_metric(part, output) for part in parts or [] if part is not None]
        for parts, output in zip(value, outputs or [""], strict=True)
    ]
    return by_output[0] if len(by_output) == 1 else by_output


def _metric(value: Any, output: str) -> Any:
    value = _name(value)
    if isinstance(value, str):
        return _custom(value) or _by_name(MetricRule, value)
    config = dict(value["config"])
    if output:
        config["name"] = config["name"].removeprefix(f"{output}_")
    if value["class_name"] == "MeanMetricWrapper":
        function = config["fn"]
        if isinstance(function, str):
            function = {"config": function}
        name = function["config"]
        found = _custom(name, function.get("registered_name"))
        found = found or getattr(keras.metrics, name, None)
        if found is None:
            raise unknown(name, compile=True)
        return keras.metrics.MeanMetricWrapper(found, name=config["name"])
    return _known(keras.metrics, value["class_name"], config)
