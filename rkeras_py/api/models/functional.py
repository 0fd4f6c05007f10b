"""Functional models, their layers, and freezing of layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.deviations import deviation
from rkeras_py.compat.models.made import finished
from rkeras_py.convert.describe import describe, near_matches
from rkeras_py.convert.graph import Symbolic
from rkeras_py.convert.objects import Callable, Layer, Model
from rkeras_py.convert.positions import Position, PositionRule
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.scalars import IntRule
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.keras_private.graphs import new_name
from rkeras_py.keras_private.slashes import slashed
from rkeras_py.registry.define import export


@export
def keras_model(
    inputs: Symbolic, outputs: Symbolic | None = None, *more: Any, **options: Any
) -> Any:
    """Create a functional model from inputs and outputs.

    The model contains all layers that lead from the inputs to the outputs. Layers may be shared and
    may branch, and a model may have several inputs and outputs.

    Args:
        inputs: A tensor created by ``layer_input()``, or a list of them.
        outputs: A tensor computed from the inputs by layers, or a list of them. The names of a list
            become the names of the outputs.
        more, options: ``name`` and ``trainable``.

    Returns: a model.

    Example:
        inputs <- layer_input(shape = 4)
        outputs <- inputs %>%
          layer_dense(units = 8, activation = "relu") %>%
          layer_dense(units = 1)
        model <- keras_model(inputs, outputs)
    """
    import keras

    reject_unused({n: v for n, v in options.items() if n not in ("name", "trainable")}, more)
    if outputs is None:
        raise ArgumentError("`outputs` is missing: it must be the tensor that the model computes.")
    if options.get("name") is None:
        options["name"] = new_name("model")  # as in Keras 2, where it is a prefix of outputs
    options = {key: slashed(value) for key, value in options.items()}
    try:
        return finished(keras.Model(inputs=inputs, outputs=outputs, **options))
    except ValueError as error:
        if "is not connected to `inputs`" not in str(error):
            raise
        raise ArgumentError(
            "`outputs` must be computed from `inputs`, but `inputs` lacks a tensor that they need."
        ) from error


@export
def get_layer(object: Model, name: str | None = None, index: Position | None = None) -> Any:
    """Get a layer of a model by name or position.

    Give either the name or the position.

    Args:
        object: A model.
        name: Name of the layer.
        index: Position of the layer, numbered from 1; -1 is the last.

    Returns: the layer.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 2, input_shape = 3, name = "first")
        get_layer(model, "first")
        get_layer(model, index = 1)
    """
    if name is not None and index is None:
        return _layer(object, name, "name")
    if index is not None and name is None:
        return _layer(object, index, "index")
    raise ArgumentError("give either `name` or `index`.")


def _layer(model: Any, which: str | int, argument: str) -> Any:
    """A layer by name or by Python's index.

    Raises:
        ArgumentError: there is no such layer.
    """
    layers = model.layers
    if isinstance(which, str):
        for layer in layers:
            if layer.name == which:
                return layer
        names = [layer.name for layer in layers]
        raise ArgumentError(
            f'`{argument}`: "{model.name}" has no layer "{which}".{near_matches(which, names)}'
        )
    if not -len(layers) <= which < len(layers):
        position = which + 1 if which >= 0 else which
        raise ArgumentError(
            f'`{argument}` must be at most {len(layers)}, the number of layers of "{model.name}", '
            f"not {position}."
        )
    return layers[which]


@export(invisible=True)
def pop_layer(object: Model) -> Any:
    """Remove the last layer of a sequential model.

    The model is changed in place.

    Args:
        object: A sequential model. It is changed in place.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_dense(units = 1)
        model %>% pop_layer()
    """
    import keras

    if not isinstance(object, keras.Sequential):
        raise ArgumentError(
            "`object` must be a sequential model. For another model, create a new one without its "
            "last layer: keras_model(model$input, get_layer(model, index = -2)$output)."
        )
    if not object.layers:
        raise ArgumentError(f'"{object.name}" has no layers.')
    alone = len(object.layers) == 1
    object.pop(rebuild=not alone)
    # these were traced with the layer
    object.train_function = object.test_function = object.predict_function = None
    return object


@export
def clone_model(
    model: Model, input_tensors: Symbolic | None = None, clone_function: Callable | None = None
) -> Any:
    """Copy the architecture of a model.

    The copy has the same layers, with new weights. ``set_weights()`` copies the weights.

    Args:
        model: A sequential or functional model.
        input_tensors: Input tensors of the new model; new inputs by default.
        clone_function: A function of a layer that returns the layer for the copy.

    Returns: a model; it is not compiled.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        clone_model(model)
    """
    import keras

    return finished(keras.models.clone_model(model, input_tensors, clone_function))


@export(invisible=True)
def freeze_weights(object: Layer, from_: Any = None, to: Any = None, which: Any = None) -> Any:
    """Freeze weights: exclude layers from training.

    Frozen weights keep their values while the other weights are trained. Compile the model again
    afterwards. Layers that are not selected become trainable. Without ``from``, ``to`` and
    ``which`` all layers are frozen.

    Args:
        object: A model or a layer. It is changed in place.
        from_: The first layer to freeze: a layer, its name, or its position, numbered from 1; -1 is
            the last.
        to: The last layer to freeze.
        which: Layers, instead of ``from`` and ``to``: names, positions, layers, ``TRUE`` or
            ``FALSE`` for each layer, or a function of a layer that returns ``TRUE`` or ``FALSE``.

    Returns: the object.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4, name = "first") %>%
          layer_dense(units = 1)
        freeze_weights(model, to = "first")
    """
    return _set_trainable(object, from_, to, which, False)


@export(invisible=True)
def unfreeze_weights(object: Layer, from_: Any = None, to: Any = None, which: Any = None) -> Any:
    """Unfreeze weights: make layers trainable again.

    Compile the model again afterwards. Layers that are not selected are frozen. Without ``from``,
    ``to`` and ``which`` all layers become trainable.

    Args:
        object: A model or a layer. It is changed in place.
        from_: The first layer to unfreeze: a layer, its name, or its position, numbered from 1; -1
            is the last.
        to: The last layer to unfreeze.
        which: Layers, instead of ``from`` and ``to``, as in ``freeze_weights()``.

    Returns: the object.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 8, input_shape = 4) %>%
          layer_dense(units = 1, name = "last")
        freeze_weights(model)
        unfreeze_weights(model, from = "last")
    """
    return _set_trainable(object, from_, to, which, True)


def _set_trainable(object: Any, first: Any, last: Any, which: Any, trainable: bool) -> Any:
    if first is None and last is None and which is None:
        object.trainable = trainable
        return object
    if which is not None and (first is not None or last is not None):
        raise ArgumentError("give either `which`, or `from` and `to`.")
    if not hasattr(object, "layers"):
        raise ArgumentError(f'"{object.name}" has no layers to choose from: it is not a model.')
    chosen = _range(object, first, last) if which is None else _chosen(object, which)
    object.trainable = True  # in a frozen model, no weights are trainable, whatever its layers are
    for layer in object.layers:
        layer.trainable = trainable if layer in chosen else not trainable
    return object


def _range(model: Any, first: Any, last: Any) -> list[Any]:
    layers = list(model.layers)
    start = 0 if first is None else layers.index(_find(model, first, "from"))
    end = len(layers) - 1 if last is None else layers.index(_find(model, last, "to"))
    if start > end:
        raise ArgumentError(
            f'`from` must not come after `to`: "{layers[start].name}" is layer {start + 1}, '
            f'"{layers[end].name}" layer {end + 1}.'
        )
    return layers[start : end + 1]


def _chosen(model: Any, which: Any) -> list[Any]:
    layers = list(model.layers)
    if callable(which) and which not in layers:
        flags = [which(layer) for layer in layers]
        if not all(isinstance(flag, bool) for flag in flags):
            raise ArgumentError("`which` must return TRUE or FALSE for each layer.")
        return [layer for layer, flag in zip(layers, flags, strict=True) if flag]
    parts = which if isinstance(which, (list, tuple)) else [which]
    if all(isinstance(part, bool) for part in parts):
        if len(parts) != len(layers):
            raise ArgumentError(
                f"`which` must have an element for each of the {len(layers)} layers, "
                f"not {len(parts)}."
            )
        return [layer for layer, flag in zip(layers, parts, strict=True) if flag]
    return [_find(model, part, "which") for part in parts]


def _find(model: Any, which: Any, argument: str) -> Any:
    """A layer by its name, by its position from 1, or the layer itself."""
    if isinstance(which, str):
        return _layer(model, which, argument)
    for layer in model.layers:
        if layer is which:
            return layer
    try:
        return _layer(model, PositionRule().accept(which), argument)
    except Mismatch:
        raise ArgumentError(
            f"`{argument}` must be a layer of the model, its name or its position (numbered from "
            f"1; -1 is the last), not {describe(which)}."
        ) from None


@export
def multi_gpu_model(
    model: Model, gpus: Any = None, cpu_merge: bool = True, cpu_relocation: bool = False
) -> Any:
    """Train a model on several GPUs (deprecated).

    Returns the model itself where at most one GPU is to be used. For several GPUs, build and
    compile the model inside ``with(tf$distribute$MirroredStrategy()$scope(), { ... })``.

    Args:
        model: A model.
        gpus: Number of GPUs, or a vector of their indices; all GPUs by default.
        cpu_merge: Not used: the strategy merges.
        cpu_relocation: Not used: the strategy places the weights.

    Returns: the model itself.

    Raises:
        keras_deviation: More than one GPU is requested.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        multi_gpu_model(model, gpus = 1)
    """
    if gpus is None:
        import tensorflow as tf

        count = len(tf.config.list_physical_devices("GPU"))
    elif isinstance(gpus, (list, tuple)):
        count = len(gpus)
    else:
        try:
            count = IntRule(0).accept(gpus)
        except Mismatch:
            raise ArgumentError(
                "`gpus` must be a whole number of at least 0, a vector of such or NULL, "
                f"not {describe(gpus)}."
            ) from None
    if count > 1:
        raise deviation("multi_gpu_model", count if gpus is None else gpus)
    return model
