"""SavedModel folders, which Keras 3 writes but cannot load as models."""

from __future__ import annotations

import os
from typing import Any

import keras

from rkeras_py import files
from rkeras_py.compat.files import archives, checkpoints
from rkeras_py.compat.layers.dense_features import DenseFeatures
from rkeras_py.compat.lazy import tf
from rkeras_py.convert import backends
from rkeras_py.convert.rule import ArgumentError, BackendError

#: The place for additional files in a SavedModel; here for the model in Keras's format.
ARCHIVE = os.path.join("assets.extra", "model.keras")

_GRAPHS = ("saved_model.pb", "saved_model.pbtxt", "saved_model.cpb", "fingerprint.pb")
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
    if not backends.on_tensorflow():
        raise BackendError(
            f"it holds a graph of TensorFlow's, which {backends.title()} cannot run. Save the "
            "model with save_model_hdf5()."
        )
    from rkeras_py.compat.files.graph_models import graph_model  # which needs TensorFlow

    return graph_model(path)
