"""SavedModel folders, which Keras 3 writes but cannot load as models."""

from __future__ import annotations

import os
from typing import Any

import keras
import tensorflow as tf

from rkeras_py import files
from rkeras_py.compat.deviations import deviation
from rkeras_py.compat.files import archives, checkpoints, graph_safety
from rkeras_py.compat.files.reading import plain_name
from rkeras_py.compat.layers.dense_features import DenseFeatures
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import tensorflow as private

#: The place for additional files in a SavedModel; here for the model in Keras's format.
ARCHIVE = os.path.join("assets.extra", "model.keras")

_GRAPHS = ("saved_model.pb", "saved_model.pbtxt", "saved_model.cpb", "fingerprint.pb")
#: The tag of the graph for prediction.
_TAG = "serve"
#: The files of a SavedModel. Old assets are kept, because users often have a folder of this name.
PARTS = files.Parts(
    written=(*_GRAPHS, "variables/*", "assets/*", "debug/*", ARCHIVE),
    replaced=(
        *(*_GRAPHS, "keras_metadata.pb", ARCHIVE),
        *(f"variables/variables{ending}" for ending in (".index", checkpoints.DATA)),
    ),
)


def is_saved_model(path: str) -> bool:
    files.finish_folder(path, PARTS)
    return any(
        os.path.exists(os.path.join(path, name)) for name in ("saved_model.pb", "saved_model.pbtxt")
    )


def save(
    model: Any,
    path: str,
    include_optimizer: bool = True,
    signatures: Any = None,
    options: Any = None,
    input_signature: Any = None,
    as_text: bool = False,
    with_model: bool = True,
    argument: str = "filepath",
) -> None:
    """Write a model as a SavedModel that also contains Keras's archive.

    The files are written elsewhere first; in an existing folder, only files of the same names are
    replaced.

    Raises:
        ArgumentError: ``path`` cannot be such a folder; ``argument`` is the name of the user's
            argument.
    """
    with files.replacing_folder(path, PARTS, argument) as written:
        if signatures is None and options is None:
            signature = {} if input_signature is None else {"input_signature": input_signature}
            _with_inputs(model).export(written, verbose=False, **signature)
        else:
            tf.saved_model.save(model, written, signatures=signatures, options=options)
        if with_model:
            _write_model(model, os.path.join(written, ARCHIVE), include_optimizer)
        if as_text:
            _as_text(written)


def _with_inputs(model: Any) -> Any:
    """The model, or a functional model for a sequential model without an input tensor.

    Such a model has been called on named features: its first layer knows their types.
    """
    shapes = (model.get_build_config() or {}).get("input_shape")
    if not (isinstance(model, keras.Sequential) and isinstance(shapes, dict)):
        return model
    kinds = model.layers[0].kinds() if isinstance(model.layers[0], DenseFeatures) else {}
    inputs = {
        name: keras.Input(shape[1:], dtype=kinds.get(name, "float32"), name=name)
        for name, shape in shapes.items()
    }
    outputs = inputs
    for layer in model.layers:
        outputs = layer(outputs)
    return keras.Model(inputs, outputs)


def _write_model(model: Any, archive: str, include_optimizer: bool) -> None:
    """Write the model itself, unless it has no configuration; then there is only the graph."""
    try:
        content = archives.to_bytes(model, include_optimizer)
    except NotImplementedError:
        return
    os.makedirs(os.path.dirname(archive))
    with open(archive, "wb") as file:
        file.write(content)


def _as_text(path: str) -> None:
    from google.protobuf import text_format  # type: ignore[import-untyped]
    from tensorflow.core.protobuf import saved_model_pb2

    binary = os.path.join(path, "saved_model.pb")
    content = saved_model_pb2.SavedModel()
    with open(binary, "rb") as file:
        content.ParseFromString(file.read())
    with open(f"{binary}txt", "w", encoding="utf-8") as file:
        file.write(text_format.MessageToString(content))
    os.remove(binary)


def load(path: str, custom_objects: dict[str, Any], compile: bool) -> Any:
    """The model in a SavedModel; if there is only a graph, a model that predicts with it."""
    archive = os.path.join(path, ARCHIVE)
    if os.path.lexists(archive):
        if not os.path.isfile(archive):
            raise ArgumentError(f'"{archive}" is {files.kind(archive)}, not a file.')
        return archives.load(archive, custom_objects, compile)
    return _graph_model(path)


def _graph_model(path: str) -> Any:
    """A model around the graph of a SavedModel: it can predict but not be trained."""
    with plain_name(path) as same:
        signatures = _Loader(path, same).load([_TAG]).signatures
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


class _Loader(private.graph_loader()):  # type: ignore[misc]
    """Reads only the graph, as in TensorFlow 1, because Keras 2's objects cannot be read.

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
