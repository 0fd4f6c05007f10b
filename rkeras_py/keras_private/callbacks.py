"""Callbacks that change what private methods of Keras's callbacks do."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.keras_private import probes, uses_private
from rkeras_py.keras_private.hooks import uses_hooks


@uses_private(lambda f: f(keras.callbacks.Callback().on_train_batch_end))
def is_default(hook: Any) -> bool:
    """Whether a method of a callback is Keras's default, which does nothing.

    Keras 3.0 to 3.15: ``python_utils.is_default()``.
    """
    from keras.src.utils import python_utils

    return bool(python_utils.is_default(hook))


@uses_private(lambda f: f({"loss": keras.ops.ones(())}) == {"loss": 1.0})
def python_values(logs: Any) -> dict[str, Any]:
    """Metrics as Python numbers, with those of several outputs in one dictionary.

    Keras 3.9 to 3.15: ``python_utils.pythonify_logs()``.
    """
    from keras.src.utils import python_utils

    values: dict[str, Any] = python_utils.pythonify_logs(logs)
    return values


@uses_private(probes.initial_epoch)
def start_at(model: Any, epoch: int | None) -> None:
    """Make the training that begins start at this epoch; ``None`` leaves that to ``fit()``.

    Keras 3.3 to 3.15: the attribute ``_initial_epoch``.
    """
    assert model._initial_epoch is None or isinstance(model._initial_epoch, int)
    model._initial_epoch = epoch


@uses_hooks(probes.callback_list, "_configure_async_dispatch")
class CallbackList(keras.callbacks.CallbackList):  # type: ignore[misc]
    """Calls all hooks on the thread that trains.

    Keras 3.6 to 3.15: the attributes ``_async_train``, ``_async_test`` and ``_async_predict``,
    which ``_configure_async_dispatch()`` sets.
    """

    def __init__(self, callbacks: Any, **options: Any) -> None:
        super().__init__(callbacks, **options)
        self._async_train = self._async_test = self._async_predict = False


@uses_hooks(probes.watching, "_set_monitor_op")
class Watching:
    """Calls ``watch_unknown()`` if Keras does not know whether a metric should be high or low.

    Keras 3.11 to 3.15: ``MonitorCallback._set_monitor_op()`` raises a ``ValueError``.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)

    def watch_unknown(self) -> None:
        """Set the attribute ``monitor_op``."""
        raise NotImplementedError

    def _set_monitor_op(self) -> None:
        try:
            super()._set_monitor_op()  # type: ignore[misc]
        except ValueError:
            self.watch_unknown()


@uses_hooks(probes.checkpoint, "_save_model", "_get_file_path", "_should_save_model")
class ModelCheckpoint(keras.callbacks.ModelCheckpoint):  # type: ignore[misc]
    """Calls ``write()`` to save the model.

    Keras 3.10 to 3.15: ``_save_model()``, which calls ``_get_file_path()`` and
    ``_should_save_model()``.
    """

    def write(self, path: str) -> None:
        raise NotImplementedError

    def _save_model(self, epoch: int, batch: int | None, logs: Any) -> None:
        path = self._get_file_path(epoch, batch, logs)
        if self._should_save_model(epoch, batch, logs, path):
            self.write(path)


@uses_hooks(probes.backup, "_save_model")
class BackupAndRestore(keras.callbacks.BackupAndRestore):  # type: ignore[misc]
    """Calls ``back_up()`` to save the state that is needed to continue the training.

    Keras 3.3 to 3.15: ``_save_model()``; the attributes ``_current_epoch`` and
    ``_last_batch_seen``.
    """

    def back_up(self, epoch: int, batch: int) -> None:
        """Save; ``epoch`` epochs are finished, and ``batch`` is the last batch of the next one."""
        raise NotImplementedError

    def _save_model(self) -> None:
        self.back_up(self._current_epoch, self._last_batch_seen)


@uses_hooks(probes.tensorboard, "_configure_embeddings", "_log_embeddings")
class TensorBoard(keras.callbacks.TensorBoard):  # type: ignore[misc]
    """Calls methods that describe embeddings once, and save them.

    Keras 3.0 to 3.15: ``_configure_embeddings()`` and ``_log_embeddings()``; the property
    ``summary`` is the module that writes.
    """

    def describe_embeddings(self) -> None:
        raise NotImplementedError

    def save_embeddings(self, epoch: int) -> None:
        raise NotImplementedError

    def _configure_embeddings(self) -> None:
        self.describe_embeddings()

    def _log_embeddings(self, epoch: int) -> None:
        self.save_embeddings(epoch)
