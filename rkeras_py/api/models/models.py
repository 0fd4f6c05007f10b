"""Creating models, inspecting them, and their weights."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.backend import learning_phase
from rkeras_py.compat.models import members
from rkeras_py.compat.models.made import note_name
from rkeras_py.convert.data import Weights
from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import Layer
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import FlagOrNA, StrRule
from rkeras_py.convert.shapes import ShapeRule
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.keras_private.sequential import sequential_class
from rkeras_py.keras_private.slashes import slashed
from rkeras_py.registry.define import export


@export
def keras_model_sequential(layers: Any = None, name: str | None = None, **more: Any) -> Any:
    """Create a sequential model.

    A sequential model is a stack of layers. Each layer takes the output of the layer before it.

    Args:
        layers: A list of layers.
        name: Name of the model.
        more: ``input_shape``, ``batch_size`` and ``dtype`` of the input, if it is known.

    Returns: a model with the given layers. Add further layers by passing it to ``layer_dense()``
        and so on.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 10, input_shape = 4)
    """
    import keras

    from rkeras_py.convert.parameter import accept
    from rkeras_py.convert.scalars import IntRule
    from rkeras_py.registry.compose import add_to

    rules = {
        "input_shape": ShapeRule(),
        "batch_input_shape": ShapeRule(),
        "batch_size": IntRule(1),
        "dtype": StrRule(),
    }
    reject_unused({n: v for n, v in more.items() if n not in rules})
    options = {n: accept(rules[n], n, v) for n, v in more.items()}
    model = note_name(learning_phase.note(sequential_class()(name=slashed(name))))
    batch_shape = options.get("batch_input_shape")
    if batch_shape is None and options.get("input_shape") is not None:
        batch_shape = (options.get("batch_size"), *options["input_shape"])
    if batch_shape is not None:
        model.add(keras.layers.InputLayer(batch_shape=batch_shape, dtype=options.get("dtype")))
    for layer in layers if isinstance(layers, (list, tuple)) else [layers] if layers else []:
        if not isinstance(layer, keras.layers.Layer):
            raise ArgumentError(f"`layers` must be a list of layers, not {describe(layers)}.")
        add_to(model, layer)
    return model


def built(object: Any) -> Any:
    """The layer or model, after checking that it has its weights.

    Raises:
        ArgumentError: its input shape is not known yet.
    """
    is_model = hasattr(object, "layers")
    if not object.built and (is_model or not object.weights):
        if is_model:
            fix = "set `input_shape` in its first layer, or fit it to data first."
        else:
            fix = "set its `input_shape` and add it to a model, or call it on a tensor."
        raise ArgumentError(f'"{object.name}" has no weights yet: {fix}')
    return object


def _checked_weights(object: Any, weights: list[Any]) -> list[Any]:
    """Check that the weights fit the object, before any of them is changed.

    An R number is a vector of length 1, but may be a weight without dimensions.

    Raises:
        ArgumentError: there are too many or too few, or one has another shape or is not numeric.
    """
    variables = object.weights
    if len(weights) != len(variables):
        raise ArgumentError(
            f"`weights` must be a list of {len(variables)} arrays, as returned by get_weights(), "
            f"not of {len(weights)}."
        )
    weights = [
        array.reshape(()) if array.shape == (1,) and not len(variable.shape) else array
        for variable, array in zip(variables, weights, strict=True)
    ]
    for i, (variable, array) in enumerate(zip(variables, weights, strict=True), 1):
        if tuple(variable.shape) != tuple(array.shape):
            wanted, came = (
                ", ".join(map(str, shape)) for shape in (tuple(variable.shape), array.shape)
            )
            raise ArgumentError(f"`weights[[{i}]]` must be of shape ({wanted}), not ({came}).")
        if array.dtype.kind in "OSUMm":
            raise ArgumentError(f"`weights[[{i}]]` must be numeric, not {describe(array)}.")
    return weights


@export
def get_weights(object: Layer, trainable: FlagOrNA = None) -> Any:
    """Get the weights of a layer or model.

    The weights are arrays, in the order of the layers.

    Args:
        object: A layer or a model.
        trainable: ``TRUE`` for the trainable weights, ``FALSE`` for the others, ``NA`` for all.

    Returns: a list of arrays.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)
        get_weights(model)
    """
    from keras import ops

    built(object)
    if trainable is None:
        return object.get_weights()
    kept = object.trainable_weights if trainable else object.non_trainable_weights
    return [ops.convert_to_numpy(weight) for weight in kept]


@export(invisible=True)
def set_weights(object: Layer, weights: Weights) -> Any:
    """Set the weights of a layer or model.

    All weights are set, or none if one of them does not fit.

    Args:
        object: A layer or a model.
        weights: A list of arrays, with the order and the shapes of ``get_weights()``.

    Returns: the object, changed in place.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)
        set_weights(model, list(matrix(1, 3, 2), array(0, 2)))
    """
    object.set_weights(_checked_weights(built(object), weights))
    return object


@export
def count_params(object: Layer) -> int:
    """Count the parameters of a layer or model.

    A parameter is one number in the weights.

    Args:
        object: A layer or a model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 3)
        count_params(model)
    """
    count: int = built(object).count_params()
    return count


@export(invisible=True)
def reset_states(object: Layer) -> Any:
    """Reset the states of stateful recurrent layers.

    Sets the states back to zero.

    Args:
        object: A model or a layer. It is changed in place.

    Example:
        model <- keras_model_sequential() %>%
          layer_lstm(units = 2, stateful = TRUE, batch_input_shape = c(1, 5, 3))
        model %>% reset_states()
    """
    members.reset_states(object)
    return object
