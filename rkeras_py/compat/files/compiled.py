"""How a model in an HDF5 file was compiled: optimizer, losses and metrics."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.names.identifiers import LossRule, MetricRule
from rkeras_py.compat.names.unknown import unknown
from rkeras_py.compat.optimizers import optimizers
from rkeras_py.compat.optimizers.nadam import NadamOfKeras2
from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError


def arguments(config: dict[str, Any], version: int, outputs: list[str]) -> dict[str, Any]:
    """The arguments of ``compile()`` in a file's ``training_config``; custom objects in scope.

    Args:
        config: As Keras wrote it.
        version: The version of Keras.
        outputs: Names of the model's outputs, which Keras 2 used as prefixes of metric names.

    Raises:
        ArgumentError: a custom function or class is not in scope, or the configuration is damaged.
    """
    read = keras.optimizers.deserialize if version >= 3 else _optimizer
    try:
        return {
            "optimizer": read(config["optimizer_config"]),
            "loss": _nested(config.get("loss"), _loss),
            "metrics": _metrics(config.get("metrics"), version, outputs),
            "weighted_metrics": _metrics(config.get("weighted_metrics"), version, outputs),
            "loss_weights": config.get("loss_weights") or None,
        }
    except (ArgumentError, AttributeError, LookupError) as problem:
        if str(problem).startswith("the model "):
            raise
        what = f"{problem.args[0]} is missing" if isinstance(problem, KeyError) else problem
        raise ArgumentError(
            f"its compile configuration cannot be read ({what}); load it with `compile = FALSE`."
        ) from problem


def portable(compiled_with: dict[str, Any]) -> dict[str, Any]:
    """The arguments of ``compile()``, in a form that plain Keras can read from an HDF5 file.

    Keras writes short names such as "mse" unchanged, which its own reader refuses. It writes a loss
    function only as its name, and the reader does not report that the function is missing.
    """
    forms = {"loss": _portable_loss, "metrics": _portable_metric}
    forms["weighted_metrics"] = forms["metrics"]
    changed = {
        name: keras.tree.map_structure(form, compiled_with[name])
        for name, form in forms.items()
        if compiled_with.get(name) is not None
    }
    return {**compiled_with, **changed}


def _portable_loss(loss: Any) -> Any:
    if isinstance(loss, str) and loss not in ("crossentropy", "ce"):
        found = keras.losses.get(loss)
        return getattr(found, "__name__", found)
    own = callable(loss) and not hasattr(loss, "get_config")
    if not own or hasattr(keras.losses, getattr(loss, "__name__", "")):
        return loss
    function = keras.saving.serialize_keras_object(loss)
    # without a name: Keras's reader would interpret it as the function
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
    """The custom object with one of these names; ``None`` if there is none."""
    return next((f for name in names if (f := keras.saving.get_registered_object(name))), None)


def _optimizer(config: dict[str, Any]) -> Any:
    """An optimizer from Keras 2's configuration, with its decay."""
    name = config["class_name"].rsplit(">", 1)[-1]
    custom = _custom(config["class_name"], name)
    if custom is not None:
        return custom.from_config(config["config"])
    if name == "LossScaleOptimizer":
        return _scaling(config["config"])
    settings = {
        key: value
        for key, value in config["config"].items()
        if key not in ("is_legacy_optimizer", "jit_compile") and value is not None
    }
    rate = settings.get("learning_rate")
    if isinstance(rate, dict):
        options = {key: value for key, value in rate["config"].items() if value is not None}
        settings["learning_rate"] = keras.optimizers.schedules.deserialize(
            {**rate, "config": options}
        )
    if name == "Nadam":  # in early versions, its decay is not that of the learning rate
        pace = settings.pop("schedule_decay", settings.pop("decay", None))
        if pace is not None:
            return NadamOfKeras2(schedule_decay=pace, **settings)
    return optimizers.make(_optimizer_class(name), settings)


def _optimizer_class(name: str) -> Any:
    """A Keras class by its name, or by its name in lower case."""
    for known, value in vars(keras.optimizers).items():
        is_class = isinstance(value, type) and issubclass(value, keras.optimizers.Optimizer)
        if is_class and name in (known, known.lower()):
            return value
    raise unknown(name, compile=True)


def _scaling(config: dict[str, Any]) -> Any:
    """The optimizer of a mixed-precision model, which wraps another one."""
    inner = config.get("inner_optimizer") or config["optimizer"]
    names = ("initial_scale", "dynamic_growth_steps")
    settings = {name: config[name] for name in names if config.get(name) is not None}
    return keras.optimizers.LossScaleOptimizer(_optimizer(inner), **settings)


def _nested(value: Any, one: Any) -> Any:
    if not value:
        return None
    if isinstance(value, dict) and "class_name" not in value:
        return {name: _nested(part, one) for name, part in value.items()}
    if isinstance(value, list):
        return [_nested(part, one) for part in value]
    return one(value)


def _name(value: Any) -> Any:
    """The name of a function that was saved by name; other values are unchanged."""
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
    """An object of a class from the module or from the custom objects."""
    made = module.deserialize({"class_name": name, "config": config})
    if isinstance(made, str):  # Keras returns unknown names unchanged
        raise unknown(name, compile=True)
    return made


def _by_name(rule: Any, name: str) -> Any:
    try:
        return rule.accept(name)
    except ArgumentError:
        raise unknown(name, compile=True) from None


def _metrics(value: Any, version: int, outputs: list[str]) -> Any:
    """Metrics for each output, or for the only one."""
    if not value:
        return None
    if isinstance(value, str) or "class_name" in value:
        value = [value]
    if isinstance(value, dict):
        by_output = _by_name_of_output(value, outputs)
    elif any(isinstance(part, list) for part in value):
        by_output = value
    elif version < 3 and len(outputs) > 1:  # they apply to every output
        by_output = [value] * len(outputs)
    else:
        return [_metric(part, "") for part in value if part is not None]
    if len(by_output) != max(1, len(outputs)):
        raise ArgumentError(
            f"it has metrics for {len(by_output)} outputs, not {max(1, len(outputs))}"
        )
    made = [
        [_metric(part, output) for part in _as_list(parts) if part is not None]
        for parts, output in zip(by_output, outputs or [""], strict=True)
    ]
    return made[0] if len(made) == 1 else made


def _by_name_of_output(value: dict[str, Any], outputs: list[str]) -> list[Any]:
    if not outputs and len(value) == 1:  # sequential model
        return list(value.values())
    strange = [name for name in value if name not in outputs]
    if strange:
        raise ArgumentError(f"it has metrics for {quoted(strange)}, which is not an output")
    return [value.get(name) for name in outputs]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _metric(value: Any, output: str) -> Any:
    value = _name(value)
    if isinstance(value, str):
        return _custom(value) or _by_name(MetricRule, value)
    config = dict(value["config"])
    if output and "name" in config:
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
        return keras.metrics.MeanMetricWrapper(found, name=config.get("name", name))
    return _known(keras.metrics, value["class_name"], config)
