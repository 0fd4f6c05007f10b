"""Creates layers, and adds them to a model or calls them on a tensor."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from typing import Any

from rkeras_py.compat import calls
from rkeras_py.compat.backend import learning_phase
from rkeras_py.convert.data import WeightsRule
from rkeras_py.convert.scalars import BoolRule, IntRule, StrRule
from rkeras_py.convert.shapes import ShapeRule
from rkeras_py.convert.signatures import argument_names, reject_unused
from rkeras_py.keras_private.models import layers_with_input
from rkeras_py.keras_private.slashes import slashed
from rkeras_py.registry.fitting import fitting

OPTIONS: dict[str, Any] = {
    "input_shape": ShapeRule(),
    "batch_input_shape": ShapeRule(),
    "batch_size": IntRule(1),
    "dtype": None,
    "name": StrRule(),
    "trainable": BoolRule(),
    "weights": WeightsRule(),
}


def create(
    cls: Any, arguments: Mapping[str, Any], own_names: Collection[str] = (), takes_all: bool = False
) -> Any:
    """Create a layer of class ``cls``; options of Keras 2 keep their meaning.

    Args:
        cls: A class of layers.
        arguments: Arguments by name.
        own_names: Arguments of the class that have the name of an option of any layer.
        takes_all: Whether the class itself refuses unknown arguments.

    Raises:
        ArgumentError: the layer does not have an argument, or cannot use its value.
    """
    from rkeras_py.convert.parameter import accept

    own: dict[str, Any] = {}
    options: dict[str, Any] = {}
    for name, value in arguments.items():
        if name in OPTIONS and name not in own_names:
            options[name] = accept(OPTIONS[name], name, value)
        else:
            own[name] = value
    if not takes_all:
        known = argument_names(cls)
        reject_unused({n: v for n, v in own.items() if n not in known})
    for name in ("dtype", "name"):
        if options.get(name) is not None:
            own[name] = slashed(options[name])
    layer = learning_phase.note(cls(**own))
    if options.get("trainable") is not None:  # some classes do not accept it
        layer.trainable = options["trainable"]
    _note_input(layer, options)
    if options.get("weights") is not None:
        set_when_built(layer, options["weights"])
    return layer


def _note_input(layer: Any, options: Mapping[str, Any]) -> None:
    """Store the batch shape given to the layer, for use by a sequential model."""
    shape = options.get("batch_input_shape")
    if shape is None and options.get("input_shape") is not None:
        shape = (options.get("batch_size"), *options["input_shape"])
    if shape is not None:
        object.__setattr__(layer, "_rkeras_batch_shape", shape)


def set_when_built(layer: Any, weights: list[Any]) -> None:
    """Set the layer's weights when it is built."""
    if layer.built:
        layer.set_weights(weights)
        return
    build = layer.build

    @functools.wraps(build)  # Keras inspects the signature
    def build_and_set(*args: Any, **kwargs: Any) -> None:
        build(*args, **kwargs)
        layer.set_weights(weights)

    object.__setattr__(layer, "build", build_and_set)


def compose(target: Any, layer: Any) -> Any:
    """Add a layer to a sequential model, call it on tensors, or return the layer itself.

    Returns: the model, the output tensor, or the layer.
    """
    import keras

    if target is None:
        return layer
    if isinstance(target, keras.Sequential):
        add_to(target, layer)
        return target
    with fitting(layer, target):
        return calls.call(layer, [target], {})


def call_layer(layer: Any, inputs: Any, *more: Any, **named: Any) -> Any:
    """Call a layer on R's data or on tensors, or add it to a sequential model.

    Returns: the output, or the model.
    """
    import keras

    from rkeras_py.convert.inputs import InputRule
    from rkeras_py.convert.parameter import accept

    inputs = accept(InputRule(), "inputs", inputs)
    if isinstance(inputs, keras.Sequential) and not more and not named:
        return compose(inputs, layer)
    return calls.call(layer, [inputs, *more], named)


def add_to(model: Any, layer: Any) -> None:
    """Add a layer to a sequential model, with the input shape given to the layer."""
    import keras

    from rkeras_py.compat.models.growing import grow

    batch_shape = getattr(layer, "_rkeras_batch_shape", None)
    first = not layers_with_input(model)
    try:
        if batch_shape is not None and first:
            model.add(keras.layers.InputLayer(batch_shape=batch_shape, dtype=_input_dtype(layer)))
        with fitting(layer, model):
            grow(model, layer)
    except Exception:
        while first and layers_with_input(model):  # including the input layer
            model.pop(rebuild=False)
        raise


def _input_dtype(layer: Any) -> Any:
    """The input type: integers for embeddings, otherwise the layer's own type."""
    dtype = getattr(layer, "compute_dtype", None)
    if dtype == "string" and getattr(layer, "invert", False):
        return "int64"  # indices that the layer looks up
    return "int32" if type(layer).__name__ == "Embedding" else dtype
