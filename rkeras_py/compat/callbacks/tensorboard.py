"""Logs for TensorBoard without the Python package tensorboard, which only the viewer needs."""

from __future__ import annotations

import json
import os
from typing import Any

import keras
import numpy as np

from rkeras_py import files
from rkeras_py.compat.files import checkpoints
from rkeras_py.compat.lazy import tf
from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn
from rkeras_py.keras_private import callbacks

_BUCKETS = 30
#: Kinds of data, as numbered in TensorFlow's summary.proto.
_SCALAR, _TENSOR, _BLOBS = 1, 2, 3


class TensorBoard(callbacks.TensorBoard):
    """Keras's callback with its own writers; embeddings are saved as checkpoints for the viewer.

    Args:
        layer_names: Embeddings to save; all if there are none.
        options: Of Keras's own.
    """

    def __init__(self, layer_names: list[str] | None, **options: Any) -> None:
        super().__init__(**options)
        self._layer_names = layer_names

    @property
    def summary(self) -> Any:
        return _Summary()

    def describe_embeddings(self) -> None:
        layers = {
            layer.name: layer.weights[0]
            for layer in self.model.layers
            if isinstance(layer, keras.layers.Embedding) and layer.built
        }
        labels = self.embeddings_metadata or {}
        among = f"for callback_tensorboard(), but {quoted(list(layers)) or 'none'}"
        for name in labels if isinstance(labels, dict) else ():
            if name not in layers:
                raise ArgumentError(f'the model has no embedding "{name}" {among}.')
        for name in self._layer_names or ():
            if name not in layers:
                text = f'the model has no embedding "{name}" {among}; the name is ignored.'
                warn(text, UserWarning)
        text = ""
        for key, variable in checkpoints.weights_by_key(self.model):
            name = next((name for name, weight in layers.items() if weight is variable), None)
            if name is None or name not in (self._layer_names or layers):
                continue
            text += f"embeddings {{\n  tensor_name: {json.dumps(key + checkpoints.VALUE)}\n"
            file = labels if isinstance(labels, str) else labels.get(name)
            text += f"  metadata_path: {json.dumps(file)}\n}}\n" if file else "}\n"
        files.write_text(os.path.join(self.log_dir, "projector_config.pbtxt"), text, "log_dir")

    def save_embeddings(self, epoch: int) -> None:
        checkpoints.save(
            self.model, os.path.join(self.log_dir, "train", f"keras_embedding.ckpt-{epoch}")
        )


class _Summary:
    """``tf.summary``, with the functions that otherwise need the package tensorboard."""

    def __getattr__(self, name: str) -> Any:
        return getattr(tf.summary, name)

    def scalar(self, name: str, data: Any, step: Any = None) -> None:
        _write(name, tf.cast(data, tf.float32), step, "scalars", _SCALAR)

    def histogram(self, name: str, data: Any, step: Any = None) -> None:
        """Write rows of lower bound, upper bound and count."""
        values = np.asarray(keras.ops.convert_to_numpy(data), "float64").ravel()
        counts, edges = np.histogram(values, _BUCKETS)
        rows = np.stack([edges[:-1], edges[1:], counts], axis=1)
        _write(name, tf.constant(rows), step, "histograms", _TENSOR)

    def image(self, name: str, data: Any, step: Any = None) -> None:
        """Write width, height and the PNG files of the first three images."""
        pixels = tf.image.convert_image_dtype(tf.convert_to_tensor(data), tf.uint8, saturate=True)
        _, height, width, _ = pixels.shape
        encoded = [tf.io.encode_png(picture) for picture in pixels[:3]]
        parts = tf.stack([tf.as_string(width), tf.as_string(height), *encoded])
        _write(name, parts, step, "images", _BLOBS)


def _write(name: str, tensor: Any, step: Any, plugin: str, kind: int) -> None:
    metadata = tf.compat.v1.SummaryMetadata()
    metadata.plugin_data.plugin_name = plugin
    metadata.data_class = kind
    tf.summary.write(tag=name, tensor=tensor, step=step, metadata=metadata)
