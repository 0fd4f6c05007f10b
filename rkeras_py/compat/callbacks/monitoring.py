"""Callbacks that monitor a metric, with file names and metric names of Keras 2."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import keras
from keras import ops

from rkeras_py import files
from rkeras_py.keras_private import callbacks


class _Watching(callbacks.Watching):
    """Assumes that less is better if Keras does not know, such as for R functions."""

    monitor_op: Any

    def watch_unknown(self) -> None:
        self.monitor_op = ops.less
        self.min_delta: float = -abs(self.min_delta)


class EarlyStopping(_Watching, keras.callbacks.EarlyStopping):  # type: ignore[misc]
    """Keras's callback, for any metric."""


class LearningRateScheduler(keras.callbacks.LearningRateScheduler):  # type: ignore[misc]
    """Keras's callback; the history has the learning rate under its old name."""

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        super().on_epoch_end(epoch, logs)
        note_rate(logs)


class ReduceLROnPlateau(_Watching, keras.callbacks.ReduceLROnPlateau):  # type: ignore[misc]
    """Keras's callback, for any metric; the history has the learning rate under its old name."""

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        super().on_epoch_end(epoch, logs)
        note_rate(logs)


def note_rate(logs: Any) -> None:
    """Add the learning rate to the logs under Keras 2's name, ``lr``."""
    if logs is not None and "learning_rate" in logs:
        logs["lr"] = logs.pop("learning_rate")


class ModelCheckpoint(_Watching, callbacks.ModelCheckpoint):
    """Saves under any name, in the format of its extension.

    Args:
        filepath: A template with ``epoch`` and the metrics.
        write: Called with the model and a path.
        options: Options of Keras's callback.
    """

    def __init__(self, filepath: str, write: Callable[[Any, str], None], **options: Any) -> None:
        weights_only = options["save_weights_only"]
        super().__init__("weights.weights.h5" if weights_only else "model.keras", **options)
        self.filepath = filepath
        self._write_to = write

    def write(self, path: str) -> None:
        self._write_to(self.model, path)


class CSVLogger(keras.callbacks.CSVLogger):  # type: ignore[misc]
    """Columns for existing metrics; Keras 3 adds empty ones if there is no validation."""

    keys: list[str] | None

    def on_train_begin(self, logs: Any = None) -> None:
        self.csv_file = _Lines(self.filename, self.append)
        self.append_header = not (self.append and _has_content(self.filename))
        self.writer = self.keys = None

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        if self.keys is None:
            self.keys = sorted(logs or {})
        super().on_epoch_end(epoch, logs)


class _Lines:
    """A growing text file; its first lines replace an old file, unless they are appended."""

    closed = False

    def __init__(self, path: str, append: bool) -> None:
        files.require_replaceable(path, "filename")
        # R code may change the working directory while the model trains
        self._path, self._append, self._waiting = os.path.abspath(path), append, ""

    def write(self, text: str) -> None:
        self._waiting += text

    def flush(self) -> None:
        text, self._waiting = self._waiting, ""
        if text and self._append:
            files.append_text(self._path, text)
        elif text:
            files.write_text(self._path, text, "filename")
            self._append = True

    def close(self) -> None:
        self.closed = True
        self.flush()


def _has_content(path: str) -> bool:
    return os.path.exists(path) and os.path.getsize(path) > 0
