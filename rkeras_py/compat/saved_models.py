"""TensorFlow's SavedModel folders, which Keras 3 writes but does not read as models."""

from __future__ import annotations

import os
from typing import Any

import keras
import tensorflow as tf
from keras.src.models import Functional
from tensorflow.python.saved_model import load_v1_in_v2

from rkeras_py import files
from rkeras_py.compat import archives
from rkeras_py.compat.deviations import deviation
from rkeras_py.convert.rule import ArgumentError

#: Where a SavedModel keeps what its user adds to it; here the model as Keras saves it.
ARCHIVE = os.path.join("assets.extra", "model.keras")

_GRAPHS = ("saved_model.pb", "saved_model.pbtxt", "saved_model.cpb", "fingerprint.pb")
#: The files of a SavedModel. Its old assets stay, as a folder of this name is often a user's own.
PARTS = files.Parts(
    written=(*_GRAPHS, "variables/*", "assets/*", "debug/*", ARCHIVE),
    replaced=(*_GRAPHS, "keras_metadata.pb", "variables/variables.*", ARCHIVE),
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
    """Write a model as a SavedModel, and in it as Keras's own archive.

    The files are written elsewhere first; only those of the same names in an existing folder are
    replaced.

    Raises:
        ArgumentError: ``path`` cannot be such a folder; ``argument`` is the user's name for it.
    """
    with files.replacing_folder(path, PARTS, argument) as written:
        if signatures is None and options is None:
            given = {} if input_signature is None else {"input_signature": input_signature}
            model.export(written, verbose=False, **given)
        else:
            tf.saved_model.save(model, written, signatures=signatures, options=options)
        if with_model:
            archive = os.path.join(written, ARCHIVE)
            os.makedirs(os.path.dirname(archive))
            with open(archive, "wb") as file:
                file.write(archives.to_bytes(model, include_optimizer))
        if as_text:
            _as_text(written)


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
    """The model in a SavedModel; where it holds only a graph, a model that predicts with it."""
    archive = os.path.join(path, ARCHIVE)
    if os.path.exists(archive):
        return archives.load(archive, custom_objects, compile)
    return _graph_model(path)


def _graph_model(path: str) -> Any:
    """A model around the graph of a SavedModel: it predicts, and cannot be trained."""
    # the graph alone, as TensorFlow 1 read it: the objects of Keras 2 beside it have no reader
    signatures = load_v1_in_v2.load(path, ["serve"]).signatures
    endpoint = next((name for name in ("serving_default", *signatures) if name in signatures), None)
    if endpoint is None:
        raise ArgumentError(f'"{path}" has no signature to predict with.')
    specs = signatures[endpoint].structured_input_signature[1]
    inputs = {
        name: keras.Input(batch_shape=tuple(spec.shape), dtype=spec.dtype.name, name=name)
        for name, spec in specs.items()
    }
    outputs = _Graph(signatures[endpoint])(inputs)
    # signatures know their tensors by name, in no order
    model = GraphModel(_alone(inputs), _alone(outputs))
    model._path = path
    return model


def _alone(tensors: dict[str, Any]) -> Any:
    return tensors if len(tensors) > 1 else next(iter(tensors.values()))


class GraphModel(Functional):  # type: ignore[misc]
    """Predicts with a graph."""

    _path = ""

    def make_train_function(self, force: bool = False) -> Any:
        raise deviation("load_model_tf", self._path)


class _Graph(keras.layers.Layer):  # type: ignore[misc]
    """A graph's function, with inputs by name."""

    def __init__(self, function: Any) -> None:
        super().__init__(trainable=False)
        self._function = function

    def call(self, inputs: Any) -> Any:
        return self._function(**inputs)
