"""Models and layers: their structure, and what they were compiled with."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from rkeras_py.keras_private import samples, uses_private

# --- structure -------------------------------------------------------------------------------


@uses_private(lambda f: type(samples.functional()) is f())
def functional_class() -> Any:
    """The class of functional models.

    Keras 3.0 to 3.16: ``keras.src.models.functional.Functional``.
    """
    from keras.src.models.functional import Functional

    return Functional


@uses_private(lambda f: f(samples.sequential()).output.shape == (None, 2))
def functional_of(model: Any) -> Any:
    """The functional model inside a sequential model; ``None`` if it is not built.

    Keras 3.0 to 3.16: the attribute ``_functional`` of ``keras.Sequential``.
    """
    return model._functional


def _replaces(set_functional: Callable[[Any, Any], None]) -> bool:
    model, other = samples.sequential(), samples.functional()
    set_functional(model, other)
    return model.outputs[0] is other.outputs[0]


@uses_private(_replaces)
def set_functional(model: Any, functional: Any) -> None:
    """Set the functional model inside a sequential model.

    Keras 3.0 to 3.16: the attribute ``_functional`` of ``keras.Sequential``.
    """
    model._functional  # noqa: B018  # raises where it is gone
    model._functional = functional


@uses_private(lambda f: len(f(samples.sequential())) == 2)
def layers_with_input(model: Any) -> list[Any]:
    """The layers of a sequential model, starting with its input layer if it has one.

    Keras 3.0 to 3.16: the attribute ``_layers``; ``layers`` omits the input layer.
    """
    layers: list[Any] = model._layers
    return layers


def _within_scope(name_scope_of: Callable[[Any], Any]) -> bool:
    import keras

    layer = keras.layers.Dense(2, name="rkeras_probe")
    with name_scope_of(layer):
        return "rkeras_probe" in str(keras.Variable(1.0).path)


@uses_private(_within_scope)
def name_scope_of(layer: Any) -> AbstractContextManager[Any]:
    """The name scope of a layer.

    Keras 3.2 to 3.16: the method ``_open_name_scope()``.
    """
    scope: AbstractContextManager[Any] = layer._open_name_scope()
    return scope


@uses_private(lambda f: f(samples.functional()) is True)
def is_trainable_itself(layer: Any) -> bool:
    """The flag ``trainable`` of a layer itself.

    Keras 3.0 to 3.16: the attribute ``_trainable``; some layers return ``trainable`` of another
    layer.
    """
    return bool(layer._trainable)


@uses_private(lambda f: f(samples.dropout()) is True)
def converts_inputs(layer: Any) -> bool:
    """Whether a layer converts its inputs to tensors of its own type.

    Keras 3.0 to 3.16: the attribute ``_convert_input_args``.
    """
    return bool(layer._convert_input_args)


def _keeps_type(keep_types_of_inputs: Callable[[Any], None]) -> bool:
    import keras

    layer = keras.layers.Identity()
    keep_types_of_inputs(layer)
    return bool(layer(keras.ops.ones(2, "float64")).dtype == "float64")


@uses_private(_keeps_type)
def keep_types_of_inputs(layer: Any) -> None:
    """Pass inputs such as text to a layer unchanged.

    Keras 3.0 to 3.16: the attribute ``_convert_input_args``.
    """
    layer._convert_input_args  # noqa: B018  # raises where it is gone
    layer._convert_input_args = False


@uses_private(lambda f: f(samples.own_layer(3)) == {"units": 3})
def noted_config(layer: Any) -> dict[str, Any]:
    """The arguments of a layer, from which Keras builds its ``get_config()``; can be modified.

    Keras 3.0 to 3.16: ``config`` of the attribute ``_auto_config``, which is ``None`` if a value
    cannot be serialized.
    """
    noted = layer._auto_config
    return {} if noted is None else noted.config


# --- what they were compiled with ------------------------------------------------------------


@uses_private(lambda f: f(samples.trained()).built and f(samples.functional()) is None)
def compiled_loss(model: Any) -> Any:
    """The object with all losses of a compiled model; ``None`` if there are none.

    Keras 3.0 to 3.16: the attribute ``_compile_loss``.
    """
    return model._compile_loss


@uses_private(lambda f: f(samples.trained()).built and f(samples.functional()) is None)
def compiled_metrics(model: Any) -> Any:
    """The object with all metrics of a compiled model; ``None`` if there are none.

    Keras 3.0 to 3.16: the attribute ``_compile_metrics``.
    """
    return model._compile_metrics


def _changes(adapt_compiled: Callable[..., None]) -> bool:
    model = samples.functional()
    model.compile("sgd", "mse", metrics=["mae"])
    for _ in range(2):  # the second call has no effect
        adapt_compiled(model, lambda y, y_pred: y + y_pred + 1, lambda given, _: [*given, "mse"])
    scores = model.test_on_batch(*[0 * array for array in samples.data()], return_dict=True)
    return bool(scores["loss"] == scores["mae"] == scores["mse"] == 1)


@uses_private(_changes)
def adapt_compiled(
    model: Any, targets: Callable[[Any, Any], Any], metrics: Callable[[list[Any], Any], Any]
) -> None:
    """Change the targets and metrics that a model was compiled with, only once.

    Args:
        model: A model.
        targets: Returns the targets, given the original targets and the predictions.
        metrics: Returns the metrics, given those of ``compile()`` and the first predictions.

    Keras 3.0 to 3.16: ``call()`` of ``_compile_loss`` and ``update_state()`` of
    ``_compile_metrics``, replaced in the objects; ``_user_metrics`` and ``_user_weighted_metrics``
    of the latter; ``build()`` and ``metrics`` of the former.
    """
    loss, measures = model._compile_loss, model._compile_metrics
    for compiled, name in ((loss, "call"), (measures, "update_state")):
        if compiled is not None and name not in vars(compiled):
            method = _weighed_by_size(loss) if compiled is loss else getattr(compiled, name)
            vars(compiled)[name] = _adapted(compiled, method, targets, metrics)


def _weighed_by_size(loss: Any) -> Callable[..., Any]:
    """``call()`` of the losses, with the losses of single outputs as means over all samples.

    Keras uses the static batch size, which is unknown in graphs; then it gives all batches the same
    weight.
    """
    build, call, current = loss.build, loss.call, threading.local()

    def build_weighed(y_true: Any, y_pred: Any) -> None:
        build(y_true, y_pred)
        for metric in loss.metrics:
            vars(metric)["update_state"] = weighed(metric.update_state)

    def weighed(update_state: Callable[..., Any]) -> Callable[..., Any]:
        def update(value: Any, sample_weight: Any = None) -> Any:
            return update_state(value, current.size if sample_weight is None else sample_weight)

        return update

    def call_weighed(y_true: Any, y_pred: Any, sample_weight: Any = None) -> Any:
        import keras

        current.size = keras.ops.shape(keras.tree.flatten(y_pred)[0])[0]
        return call(y_true, y_pred, sample_weight)

    vars(loss)["build"] = build_weighed
    return call_weighed


def _adapted(
    compiled: Any,
    method: Callable[..., Any],
    targets: Callable[[Any, Any], Any],
    metrics: Callable[[list[Any], Any], Any],
) -> Callable[..., Any]:
    def compare(y_true: Any, y_pred: Any, sample_weight: Any = None) -> Any:
        if not compiled.built:
            names = compiled.output_names
            if names is None and isinstance(y_pred, (list, tuple)):
                # for models with unknown outputs, as in Keras 2
                vars(compiled)["output_names"] = [f"output_{i + 1}" for i in range(len(y_pred))]
            for given in {"_user_metrics", "_user_weighted_metrics"} & vars(compiled).keys():
                if vars(compiled)[given]:
                    vars(compiled)[given] = metrics(vars(compiled)[given], y_pred)
        return method(targets(y_true, y_pred), y_pred, sample_weight)

    return compare


def _drops(drop_compiled_metrics: Callable[[Any], None]) -> bool:
    model = samples.trained()
    drop_compiled_metrics(model)
    return [metric.name for metric in model.metrics] == ["loss"]


@uses_private(_drops)
def drop_compiled_metrics(model: Any) -> None:
    """Remove the metrics that a model was compiled with.

    Keras 3.0 to 3.16: the attribute ``_compile_metrics``, set without Keras's tracking of layers.
    """
    model._compile_metrics  # noqa: B018  # raises where it is gone
    vars(model)["_compile_metrics"] = None


@uses_private(lambda f: f(samples.trained()) == [["mae"], None] and f(samples.functional()) == [])
def given_metrics(model: Any) -> list[Any]:
    """The metrics and weighted metrics as passed to ``compile()``.

    Keras 3.0 to 3.16: ``_user_metrics`` and ``_user_weighted_metrics`` of ``_compile_metrics``.
    """
    metrics = model._compile_metrics
    return [] if metrics is None else [metrics._user_metrics, metrics._user_weighted_metrics]


@uses_private(lambda f: f(samples.trained()) == ["dense"] or f(samples.functional()) == [])
def names_of_losses(model: Any) -> list[str]:
    """The names of the outputs that the losses are named after; [] if the model was not used yet.

    Keras 3.0 to 3.16: ``output_names`` of the attribute ``_compile_loss``.
    """
    compiled = model._compile_loss
    return [] if compiled is None else list(compiled.output_names or [])


@uses_private(lambda f: f(samples.trained()) == ["mae"] and f(samples.functional()) == [])
def names_of_metrics(model: Any) -> list[str]:
    """The names of the metrics of ``compile()`` in the scores; [] if the model was not used yet.

    Keras 3.0 to 3.16: ``_flat_metrics`` and ``_flat_weighted_metrics`` of ``_compile_metrics``.
    """
    compiled = model._compile_metrics
    if compiled is None or not compiled.built:
        return []
    seen: Counter[str] = Counter()
    names: list[str] = []
    for parts, prefix in (
        (compiled._flat_metrics, ""),
        (compiled._flat_weighted_metrics, "weighted_"),
    ):
        for part in filter(None, parts):
            output = f"{part.output_name}_" if part.output_name else ""
            for metric in part.metrics:
                name = f"{output}{metric.name}"
                if seen[name] and prefix:
                    name = f"{output}{prefix}{metric.name}"
                names.append(f"{name}_{seen[name]}" if seen[name] else name)
                seen[name] += 1
    return names


@uses_private(lambda f: float(f(samples.trained()).count) == 4)
def loss_tracker(model: Any) -> Any:
    """The metric with the mean loss of a model; ``None`` before it is compiled.

    Keras 3.0 to 3.16: the attribute ``_loss_tracker``.
    """
    return model._loss_tracker


@uses_private(lambda f: f(samples.function_metric(min)) is min)
def function_of(metric: Any) -> Any:
    """The function of a ``keras.metrics.MeanMetricWrapper``.

    Keras 3.0 to 3.16: the attribute ``_fn``.
    """
    return metric._fn
