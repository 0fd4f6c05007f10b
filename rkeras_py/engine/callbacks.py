"""The list of callbacks of one training call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import keras

from rkeras_py.compat.models.scores import in_order
from rkeras_py.engine import stopping
from rkeras_py.engine.progress import Progress
from rkeras_py.engine.strategy import Making, SingleStep, Steps, Strategy
from rkeras_py.keras_private.callbacks import CallbackList, is_default, python_values


class Hooks(CallbackList):
    """A faster version of Keras's callback list: it calls only hooks that do something.

    Hooks run on the training thread; Keras's own list runs the hooks at the end of a batch on other
    threads. A call can be stopped before each batch. Metrics are in the order of the history;
    Keras's own list sorts them by name.
    """

    callbacks: list[Any]

    def __init__(self, callbacks: list[Any] | None, verbose: int, **options: Any) -> None:
        plain = keras.callbacks.ProgbarLogger  # replaced by Progress, unless the user gave one
        callbacks = [callback for callback in callbacks or [] if type(callback) is not plain]
        super().__init__(callbacks, verbose=verbose, **options)
        own = any(isinstance(callback, plain) for callback in callbacks)
        self._progress = Progress(0 if own else verbose, self._arranged)
        self.callbacks.append(self._progress)
        self._progress.set_model(self.model)
        self._progress.set_params(self.params)
        self._learnt = self._in_epoch = 0
        self._steps: dict[str, Steps] = {"train": SingleStep(), "test": SingleStep()}
        self._making: dict[str, Making] = {}
        self._strategy = Strategy()
        self._orders: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._hooks = {
            (mode, side): self._defined(f"on_{mode}_batch_{side}", f"on_batch_{side}")
            for mode in ("train", "test", "predict")
            for side in ("begin", "end")
        }

    def _defined(self, name: str, general: str) -> list[Callable[..., None]]:
        """The hooks of this name; hooks of training may also have their general name."""
        names = [name, general] if name.startswith("on_train") else [name]
        return [
            getattr(callback, name)
            for callback in self.callbacks
            if not all(is_default(getattr(callback, one)) for one in names)
        ]

    def wants_batches(self, mode: str) -> bool:
        """Whether some callback has a hook for each batch of this mode."""
        return bool(self._hooks[mode, "begin"] or self._hooks[mode, "end"])

    def run_steps_with(self, mode: str, steps: Steps) -> None:
        """Run the steps of this mode with ``steps`` instead of Keras's function."""
        self._steps[mode] = steps
        if self._progress.draws:
            steps.report = partial(self._progress.batch, mode)

    def make_batches_with(self, mode: str, making: Making) -> None:
        """Make the batches of each step of this mode before the step, on this thread."""
        self._making[mode] = making

    def agree_by(self, strategy: Strategy) -> None:
        """Have several processes that train together see the same measures after each epoch."""
        self._strategy = strategy

    def _begin(self, mode: str, batch: int, logs: Any) -> None:
        stopping.check()
        self._call(mode, "begin", batch, logs)
        if mode in self._making:
            self._making[mode].make(self.model.steps_per_execution)

    def end_batches(self, *modes: str) -> None:
        """Stop making batches for this round, in these modes or in all."""
        for mode, making in self._making.items():
            if not modes or mode in modes:
                making.end_round()

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        logs = self._strategy.of_first(self._arranged(logs))
        for callback in self.callbacks:
            callback.on_epoch_end(epoch, logs)
        self._strategy.end_epoch(self.model, self.callbacks, epoch)

    def on_train_begin(self, logs: Any = None) -> None:
        super().on_train_begin(logs)
        self._strategy.begin_training(self.callbacks)

    def on_train_end(self, logs: Any = None) -> None:
        self._tell_end("on_train_end", logs)
        self.end_batches()

    def on_test_end(self, logs: Any = None) -> None:
        self._tell_end("on_test_end", logs)
        self.end_batches("test")

    def on_predict_end(self, logs: Any = None) -> None:
        super().on_predict_end(logs)
        self.end_batches("predict")

    def end_steps(self) -> None:
        """Restore Keras's functions, even if training stopped early."""
        for steps in self._steps.values():
            steps.end()
        self._progress.close()

    def _tell_end(self, hook: str, logs: Any) -> None:
        logs = self._arranged(logs)
        for callback in self.callbacks:
            getattr(callback, hook)(logs)
        callbacks, self.callbacks = self.callbacks, []  # Keras does more than call them
        try:
            getattr(super(), hook)()
        finally:
            self.callbacks = callbacks

    def _arranged(self, logs: Any) -> dict[str, Any]:
        """Metrics as numbers, in the order of the history."""
        values = python_values(logs)
        names = tuple(values)
        if names not in self._orders:
            self._orders[names] = tuple(in_order(self.model, values))
        return {name: values[name] for name in self._orders[names]}

    def _call(self, mode: str, side: str, batch: int, logs: Any) -> None:
        hooks = self._hooks[mode, side]
        if hooks:
            logs = self._arranged(logs)
            for hook in hooks:
                hook(batch, logs=logs)

    def learnt(self) -> int:
        """How many batches this call has trained on."""
        return self._learnt + self._in_epoch + self._steps["train"].finished

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self._learnt, self._in_epoch = self.learnt(), 0
        super().on_epoch_begin(epoch, logs)

    # Keras's function is replaced only while a step runs: other hooks may use the model, too.

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        self._begin("train", batch, logs)
        self._steps["train"].begin()

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        steps = self._steps["train"]
        steps.end()
        self._in_epoch = (batch + 1) * steps.batches
        self._call("train", "end", batch, logs)
        self._progress.batch("train", self._in_epoch, logs)

    def on_test_batch_begin(self, batch: int, logs: Any = None) -> None:
        self._begin("test", batch, logs)
        self._steps["test"].begin()

    def on_test_batch_end(self, batch: int, logs: Any = None) -> None:
        steps = self._steps["test"]
        steps.end()
        self._call("test", "end", batch, logs)
        self._progress.batch("test", (batch + 1) * steps.batches, logs)

    def on_predict_batch_begin(self, batch: int, logs: Any = None) -> None:
        self._begin("predict", batch, logs)

    def on_predict_batch_end(self, batch: int, logs: Any = None) -> None:
        self._call("predict", "end", batch, logs)
        self._progress.batch("predict", batch + 1, logs)
