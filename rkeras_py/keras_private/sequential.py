"""Sequential models in which adding a layer calls only that layer.

Keras's own ``Sequential.add()`` calls all layers again for each added layer. Even without that, it
would go through all layers to build the graph: 800 layers take 75 s, and 14 s if the graph is built
when it is first used.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import Any

from rkeras_py.keras_private import samples, saving, uses_private
from rkeras_py.keras_private.models import functional_class


class _Ends:
    """The input and output of a graph that is built when it is first used."""

    def __init__(self, inputs: Any, outputs: Any) -> None:
        self.inputs, self.outputs = inputs, outputs


def _is_sequential(sequential_class: Callable[[], Any]) -> bool:
    import keras

    model = sequential_class()([keras.Input((3,)), keras.layers.Dense(2)])
    saved = keras.saving.serialize_keras_object(model)
    same = saved["module"] == "keras" and type(copy.copy(model)) is keras.Sequential
    return bool(same and model.output_shape == (None, 2))


@functools.cache
@uses_private(_is_sequential)
def sequential_class() -> Any:
    """The class of sequential models that build their graph lazily; saved under Keras's name.

    Keras 3.0 to 3.16: the attribute ``_functional`` of ``keras.Sequential``, a property here, and
    ``_unpickle_model()``, which makes copies Keras's own class.
    """
    import keras

    if keras.config.backend() == "torch":  # whose modules keep their parts elsewhere
        return keras.Sequential

    class Sequential(keras.Sequential):  # type: ignore[misc]
        #: R sees only Keras's class.
        _rkeras_shown_as_base = True

        @property
        def _functional(self) -> Any:
            if "_functional" not in self.__dict__:  # Keras no longer sets it
                raise AttributeError(name="_functional", obj=self)
            graph = self.__dict__["_functional"]
            if isinstance(graph, _Ends):
                self.__dict__["_functional"] = None  # setting an attribute reads it first
                self._functional = functional_class()(graph.inputs, graph.outputs)
            return self.__dict__["_functional"]

        @_functional.setter
        def _functional(self, graph: Any) -> None:
            self.__dict__["_functional"] = graph

        def __reduce__(self) -> Any:
            return keras.Sequential._unpickle_model, super().__reduce__()[1]

    saving.know_as(Sequential, keras.Sequential)
    return Sequential


def _has_ends(ends_of: Callable[[Any], Any]) -> bool:
    model = samples.sequential()
    inputs, outputs = ends_of(model)
    return inputs is model.inputs[0] and outputs is model.outputs[0]


@uses_private(_has_ends)
def ends_of(model: Any) -> tuple[Any, Any] | None:
    """Input and output of a sequential model; ``None`` if its layers are not built.

    Keras 3.0 to 3.16: the attributes ``_functional`` and ``_layers`` of ``keras.Sequential``.
    """
    waiting = vars(model).get("_functional")
    if isinstance(waiting, _Ends):
        return waiting.inputs, waiting.outputs
    graph = model._functional
    return None if graph is None else (model._layers[0].output, graph.output)


def _goes_on(put_behind: Callable[[Any, Any, Any, Any], None]) -> bool:
    import keras

    models = [samples.sequential(), sequential_class()([keras.Input((3,)), keras.layers.Dense(2)])]
    for model in models:
        inputs, outputs = ends_of(model) or (None, None)
        layer = keras.layers.Dense(5)
        put_behind(model, layer, inputs, layer(outputs))
    return [model.output_shape for model in models] == [(None, 5)] * 2


@uses_private(_goes_on)
def put_behind(model: Any, layer: Any, inputs: Any, outputs: Any) -> None:
    """Add a layer that was called on the output of a sequential model.

    Keras 3.0 to 3.16: the attribute ``_functional`` of ``keras.Sequential``.

    Args:
        inputs: The model's input.
        outputs: The output of the layer.
    """
    if isinstance(getattr(type(model), "_functional", None), property):
        before = vars(model)["_functional"]
        vars(model)["_functional"] = None  # avoids building a graph that is replaced
        try:
            model.add(layer, rebuild=False)
            before = _Ends(inputs, outputs)
        finally:
            vars(model)["_functional"] = before
    else:
        model.add(layer, rebuild=False)
        model._functional  # noqa: B018  # raises where it is gone
        model._functional = functional_class()(inputs, outputs)
    model.built = True
