"""What a training call prints: a progress bar, or a line for each epoch."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.models.scores import in_order
from rkeras_py.engine import host
from rkeras_py.engine.display import LINES
from rkeras_py.engine.progress_bar import ProgressBar
from rkeras_py.keras_private.callbacks import python_values


class Progress(keras.callbacks.Callback):  # type: ignore[misc]
    """Prints how a call of ``fit()``, ``evaluate()`` or ``predict()`` goes.

    The measures come in the order of the history. Where a line cannot be drawn again in its place,
    there is one for each epoch, whatever was asked for.
    """

    def __init__(self, verbose: int) -> None:
        """Find out where the output goes.

        Args:
            verbose: 0, 1 or 2.
        """
        super().__init__()
        display = host.current().display() if verbose == 1 else LINES
        #: Whether it draws while an epoch runs.
        self.draws = verbose == 1 and display.in_place
        self._display = display
        self._silent = not verbose or not keras.config.is_interactive_logging_enabled()
        self._bar: ProgressBar | None = None
        self._seen = 0
        self._training = False

    def batch(self, mode: str, done: int, logs: Any) -> None:
        """So many batches are done.

        Args:
            mode: "train", "test" or "predict".
            done: Batches of this epoch.
            logs: The measures so far, perhaps as tensors.
        """
        if self._bar is None or (mode == "test" and self._training):
            return
        self._seen = done
        if self.draws and self._bar.due():
            self._bar.update(done, {} if mode == "predict" else self._measures(logs))

    def close(self) -> None:
        """Leave the line in which the bar stands, if the call has failed there."""
        if self._bar is not None:
            self._bar.close()

    def _begin(self) -> None:
        self._seen = 0
        self._bar = None if self._silent else ProgressBar(self._display, self.params["steps"])

    def _end(self, logs: Any) -> None:
        if self._bar is not None:
            self._bar.finish(self.params["steps"] or self._seen, self._measures(logs))
            self._bar = None

    def _measures(self, logs: Any) -> dict[str, Any]:
        return in_order(self.model, python_values(logs)) if logs else {}

    def on_train_begin(self, logs: Any = None) -> None:
        self._training = True

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        if self.params["epochs"] > 1 and not self._silent:
            print(f"Epoch {epoch + 1}/{self.params['epochs']}", flush=True)
        self._begin()

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self._end(logs)

    def on_test_begin(self, logs: Any = None) -> None:
        if not self._training:
            self._begin()

    def on_test_end(self, logs: Any = None) -> None:
        if not self._training:
            self._end(logs)

    def on_predict_begin(self, logs: Any = None) -> None:
        self._begin()

    def on_predict_end(self, logs: Any = None) -> None:
        self._end(None)
