"""Models around the graphs of SavedModel folders, where Keras's own model is missing."""

from __future__ import annotations

import functools
from typing import Any

import keras

from rkeras_py.compat.deviations import deviation
from rkeras_py.compat.files import graph_safety
from rkeras_py.compat.files.reading import plain_name
from rkeras_py.compat.lazy import tf
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import tensorflow as private

#: The tag of the graph for prediction.
_TAG = "serve"


def graph_model(path: str) -> Any:
    """A model around the graph of a SavedModel: it can predict but not be trained."""
    with plain_name(path) as same:
        signatures = _loader_class()(path, same).load([_TAG]).signatures
    endpoint = next((name for name in ("serving_default", *signatures) if name in signatures), None)
    if endpoint is None:
        raise ArgumentError("it has no signature for prediction.")
    specs = signatures[endpoint].structured_input_signature[1]
    inputs = {
        name: keras.Input(batch_shape=tuple(spec.shape), dtype=spec.dtype.name, name=name)
        for name, spec in specs.items()
    }
    outputs = _Graph(signatures[endpoint])(inputs)
    # signatures have their tensors by name, without an order
    model = GraphModel(_alone(inputs), _alone(outputs))
    model._rkeras_path = path
    return model


@functools.cache
def _loader_class() -> Any:
    """The class, which is made of one of TensorFlow's."""

    class Loader(private.graph_loader()):  # type: ignore[misc]
        """Reads the graph alone: the objects of Keras 2 beside it have no reader.

        Args:
            path: The folder.
            same: A path to the folder that is not a pattern.

        Raises:
            ArgumentError: the folder or the graph is not safe.
        """

        def __init__(self, path: str, same: str) -> None:
            graph_safety.check_files(path)
            super().__init__(same)
            graphs = self.graphs_of()
            graph_safety.check_graphs(path, graphs)
            if not any(set(graph.meta_info_def.tags) == {_TAG} for graph in graphs):
                raise ArgumentError(f'it has no graph with the tag "{_TAG}".')

        def restore_variables(self, wrapped: Any, restore: Any) -> None:
            try:
                super().restore_variables(wrapped, restore)
            except tf.errors.OpError as problem:
                raise ArgumentError(f"its variables are damaged: {_reason(problem)}") from None

        def signatures_of(self, wrapped: Any, meta_graph: Any) -> Any:
            for name in graph_safety.RESERVED:  # for initialization and training
                meta_graph.signature_def.pop(name, None)
            return super().signatures_of(wrapped, meta_graph)

    return Loader


def _reason(problem: Exception) -> str:
    """A TensorFlow error without its location in the graph."""
    lines = str(problem).splitlines()
    places = ("Graph execution error", "Detected at node", "<stack traces", "\t")
    return " ".join(line for line in lines if line and not line.startswith(places))


def _alone(tensors: dict[str, Any]) -> Any:
    return tensors if len(tensors) > 1 else next(iter(tensors.values()))


class GraphModel(keras.Model):  # type: ignore[misc]
    """A model that predicts with a graph."""

    _rkeras_path = ""

    def make_train_function(self, force: bool = False) -> Any:
        raise deviation("load_model_tf", self._rkeras_path)


class _Graph(keras.layers.Layer):  # type: ignore[misc]
    """A layer that calls a function of a graph, with named inputs."""

    def __init__(self, function: Any) -> None:
        super().__init__(trainable=False)
        self._function = function

    def call(self, inputs: Any) -> Any:
        return self._function(**inputs)
