"""Private attributes of layers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.keras_private import probes, samples, uses_private


@uses_private(probes.parts)
def parts_of(layer: Any) -> list[Any]:
    """A layer or a model, and all nested layers.

    Keras 3.0 to 3.15: ``Layer._flatten_layers()``.
    """
    return list(layer._flatten_layers())


@uses_private(probes.mask)
def mask_of(tensor: Any) -> Any:
    """The mask that a layer attached to a tensor; ``None`` if there is none.

    Keras 3.6 to 3.15: ``backend.common.masking.get_keras_mask()``.
    """
    from keras.src.backend.common import masking

    return masking.get_keras_mask(tensor)


@uses_private(probes.lambda_shape)
def output_shape_of_lambda(layer: Any) -> Any:
    """The argument ``output_shape`` of a ``Lambda`` layer, as given.

    Keras 3.0 to 3.15: the attribute ``_output_shape``.
    """
    return layer._output_shape


@uses_private(probes.any_inputs)
def take_any_inputs(layer: Any) -> None:
    """Pass inputs to a layer unchanged; other layers convert them to tensors, or refuse them.

    Keras 3.0 to 3.15: the attributes ``_convert_input_args`` and
    ``_allow_non_tensor_positional_args``.
    """
    assert layer._convert_input_args
    assert not layer._allow_non_tensor_positional_args
    layer._convert_input_args = False
    layer._allow_non_tensor_positional_args = True


@uses_private(probes.weights)
def track_weight(layer: Any, variable: Any) -> None:
    """Make a variable a weight of a layer, even if the layer is already built.

    Keras 3.0 to 3.16: ``_track_variable()`` and the attribute ``_tracker``.
    """
    with _unlocked(layer._tracker):
        layer._track_variable(variable)


def _takes_more(with_more: Callable[[Any, Callable[[], Any]], Any]) -> bool:
    layer = samples.sequential().layers[0]
    added = with_more(layer, lambda: layer.add_weight(shape=(2,), name="more"))
    return layer.weights[-1] is added


@uses_private(_takes_more)
def with_more(layer: Any, make: Callable[[], Any]) -> Any:
    """Call a function while a layer accepts new weights, even if it is already built.

    Keras 3.0 to 3.16: the attribute ``_tracker`` and its ``locked``.
    """
    with _unlocked(layer._tracker):
        return make()


@uses_private(probes.weights_again)
def untrack_weight(layer: Any, variable: Any) -> None:
    """Remove a variable from the weights of a layer.

    Keras 3.0 to 3.16: the method ``_untrack_variable()``.
    """
    layer._untrack_variable(variable)


@contextmanager
def _unlocked(tracker: Any) -> Iterator[None]:
    locked = tracker.locked
    tracker.locked = False
    try:
        yield
    finally:
        tracker.locked = locked


def _reports(track_metric: Callable[[Any, Any], None]) -> bool:
    import keras

    model, metric = samples.sequential(), keras.metrics.Mean(name="added")
    layer = model.layers[0]
    track_metric(layer, metric)
    return any(found is metric for found in layer.metrics) and metric in model.metrics


@uses_private(_reports)
def track_metric(layer: Any, metric: Any) -> None:
    """Add a metric to a layer, even if the layer is already built.

    Keras 3.0 to 3.16: the attribute ``_tracker``, its ``locked`` and ``add_to_store()``.
    """
    with _unlocked(layer._tracker):
        layer._tracker.add_to_store("metrics", metric)


@uses_private(lambda f: f(samples.sequential().layers[0]) == [])
def own_metrics(layer: Any) -> list[Any]:
    """The metrics of a layer itself, without those of nested layers and of ``compile()``.

    Keras 3.0 to 3.16: the attribute ``_metrics``.
    """
    return list(layer._metrics)
