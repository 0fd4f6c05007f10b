"""What a training call prints: a progress bar, or a line for each epoch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras

from rkeras_py.engine import host
from rkeras_py.engine.display import LINES
from rkeras_py.engine.progress_bar import ProgressBar


class Progress(keras.callbacks.Callback):  # type: ignore[misc]
    """Prints the progress of ``fit()``, ``evaluate()`` or ``predict()``.

    If the display cannot overwrite a line, one line is printed for each epoch, even if a progress
    bar was requested.
    """

    def __init__(self, verbose: int, arranged: Callable[[Any], dict[str, Any]]) -> None:
        """Determine where the output goes.

        Args:
            verbose: 0, 1 or 2.
            arranged: Returns the metrics of a batch as numbers, in the order in which they are
                printed.
        """
        super().__init__()
        self._arranged = arranged
        display = host.current().display() if verbose == 1 else LINES
        #: Whether to draw during an epoch.
        self.draws = verbose == 1 and display.in_place
        self._display = display
        self._silent = not verbose or not keras.config.is_interactive_logging_enabled()
        self._bar: ProgressBar | None = None
        self._seen = 0
        self._training = False

    def batch(self, mode: str, done: int, logs: Any) -> None:
        """Report how many batches are done.

        Args:
            mode: "train", "test" or "predict".
            done: Number of finished batches of this epoch.
            logs: The metrics so far, possibly as tensors.
        """
        if self._bar is None or (mode == "test" and self._training):
            return
        self._seen = done
        if self.draws and self._bar.due():
            self._bar.update(done, {} if mode == "predict" else self._arranged(logs))

    def close(self) -> None:
        """End the line of the progress bar, if the call failed."""
        if self._bar is not None:
            self._bar.close()

    def _begin(self) -> None:
        self._seen = 0
        self._bar = None if self._silent else ProgressBar(self._display, self.params["steps"])

    def _end(self, logs: Any) -> None:
        if self._bar is not None:
            self._bar.finish(self.params["steps"] or self._seen, logs)
            self._bar = None

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
