"""Callbacks that have no equivalent in Keras 3."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import keras

from rkeras_py.convert.places import inside

#: Keras 2's names of hooks -> current names.
_RENAMED = {"on_batch_begin": "on_train_batch_begin", "on_batch_end": "on_train_batch_end"}


class FunctionCallback(keras.callbacks.Callback):  # type: ignore[misc]
    """Functions as hooks, also for evaluation and prediction; only hooks that are set exist."""

    def __init__(
        self, functions: Mapping[str, Callable[..., Any]], owner: str = "the callback"
    ) -> None:
        super().__init__()
        for name, function in functions.items():
            setattr(self, _RENAMED.get(name, name), _hook(name, function, owner))


def _hook(name: str, function: Callable[..., Any], owner: str) -> Callable[..., None]:
    """A method with Keras's signature; other callbacks see the function's changes of the logs."""
    place = f"`{name}` of {owner}"
    if "epoch" in name or "batch" in name:

        def indexed_hook(index: int, logs: Mapping[str, Any] | None = None) -> None:
            with inside(place):
                function(index, {} if logs is None else logs)

        return indexed_hook

    def hook(logs: Mapping[str, Any] | None = None) -> None:
        with inside(place):
            function({} if logs is None else logs)

    return hook


class ObjectCallback(FunctionCallback):
    """The hooks of another object, which also gets the model and the parameters."""

    def __init__(
        self,
        functions: Mapping[str, Callable[..., Any]],
        assign: Callable[[str, Any], Any],
        name: str,
    ) -> None:
        super().__init__(functions, f"the callback `{name}`")
        self._assign = assign

    def set_model(self, model: Any) -> None:
        super().set_model(model)
        self._assign("model", model)

    def set_params(self, params: Any) -> None:
        super().set_params(params)
        self._assign("params", params)
