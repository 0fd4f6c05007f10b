"""Callbacks that Keras 3 has no match for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import keras

from rkeras_py.keras_private.callbacks import CallbackList, is_default, python_values

#: Keras 2's names for hooks -> today's.
_RENAMED = {"on_batch_begin": "on_train_batch_begin", "on_batch_end": "on_train_batch_end"}


class FunctionCallback(keras.callbacks.Callback):  # type: ignore[misc]
    """Functions as hooks, for testing and prediction too; only hooks that are set exist."""

    def __init__(self, functions: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__()
        for name, function in functions.items():
            setattr(self, _RENAMED.get(name, name), _hook(name, function))


def _hook(name: str, function: Callable[..., Any]) -> Callable[..., None]:
    """A method of Keras's signature that hands the function plain values."""
    if "epoch" in name or "batch" in name:

        def indexed_hook(index: int, logs: Mapping[str, Any] | None = None) -> None:
            function(index, dict(logs or {}))

        return indexed_hook

    def hook(logs: Mapping[str, Any] | None = None) -> None:
        function(dict(logs or {}))

    return hook


class Hooks(CallbackList):
    """Keras's list of callbacks, quicker: only hooks that do something are called.

    They are called by the thread that trains; Keras's own list hands the ends of batches to
    other threads.

    Attributes:
        batches: How many batches training has finished.
        rounds: By "train" and "test", what runs the batches in the place of Keras's function.
    """

    def __init__(self, callbacks: Any, check: Callable[[], None], **options: Any) -> None:
        super().__init__(callbacks, **options)
        self._check = check
        self._finished = self._in_epoch = 0
        self.rounds: dict[str, Any] = {}
        self._hooks = {
            (mode, side): self._defined(f"on_{mode}_batch_{side}", f"on_batch_{side}")
            for mode in ("train", "test", "predict")
            for side in ("begin", "end")
        }

    def _defined(self, name: str, general: str) -> list[Callable[..., None]]:
        """The hooks of this name; training's are also found under their general name."""
        names = [name, general] if name.startswith("on_train") else [name]
        return [
            getattr(callback, name)
            for callback in self.callbacks
            if not all(is_default(getattr(callback, one)) for one in names)
        ]

    def wants_batches(self, mode: str) -> bool:
        """Whether a hook of this mode has something to do at each batch."""
        hooks = [*self._hooks[mode, "begin"], *self._hooks[mode, "end"]]
        bar = self.params["verbose"] == 1  # else it draws when the epoch has ended
        return any(
            bar or not isinstance(getattr(hook, "__self__", None), keras.callbacks.ProgbarLogger)
            for hook in hooks
        )

    def _call(self, mode: str, side: str, batch: int, logs: Any) -> None:
        hooks = self._hooks[mode, side]
        if hooks:
            logs = python_values(logs)
            for hook in hooks:
                hook(batch, logs=logs)

    @property
    def batches(self) -> int:
        failed = self.rounds["train"].learnt if "train" in self.rounds else 0
        return self._finished + self._in_epoch + failed

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self._finished, self._in_epoch = self.batches, 0
        super().on_epoch_begin(epoch, logs)

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        self._check()
        self._call("train", "begin", batch, logs)
        self._begin_rounds("train")

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self._in_epoch = (batch + 1) * self._end_rounds("train")
        self._call("train", "end", batch, logs)

    def on_test_batch_begin(self, batch: int, logs: Any = None) -> None:
        self._check()
        self._call("test", "begin", batch, logs)
        self._begin_rounds("test")

    def on_test_batch_end(self, batch: int, logs: Any = None) -> None:
        self._end_rounds("test")
        self._call("test", "end", batch, logs)

    def _begin_rounds(self, mode: str) -> None:
        if mode in self.rounds:  # for this step alone: other hooks may use the model as well
            self.rounds[mode].begin()

    def _end_rounds(self, mode: str) -> int:
        """Gives how many batches the step had."""
        if mode not in self.rounds:
            return 1
        self.rounds[mode].end()
        batches: int = self.rounds[mode].batches
        return batches

    def on_predict_batch_begin(self, batch: int, logs: Any = None) -> None:
        self._check()
        self._call("predict", "begin", batch, logs)

    def on_predict_batch_end(self, batch: int, logs: Any = None) -> None:
        self._call("predict", "end", batch, logs)


class ObjectCallback(FunctionCallback):
    """The hooks of an object elsewhere, which is told of the model and of the parameters."""

    def __init__(
        self, functions: Mapping[str, Callable[..., Any]], assign: Callable[[str, Any], Any]
    ) -> None:
        super().__init__(functions)
        self._assign = assign

    def set_model(self, model: Any) -> None:
        super().set_model(model)
        self._assign("model", model)

    def set_params(self, params: Any) -> None:
        super().set_params(params)
        self._assign("params", params)
