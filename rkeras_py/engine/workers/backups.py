"""The state of each training after each epoch, for workers that are started again.

The script runs again from its beginning. A training that had ended gets its weights and its history
without an epoch; the one that was interrupted goes on after its last epoch.
"""

from __future__ import annotations

import itertools
import os
import pickle
from typing import Any

from rkeras_py.engine.workers import group

_folder: str | None = None
_trainings = itertools.count(1)

BEYOND = 10**9  # an epoch after the last one


def keep_in(folder: str) -> None:
    """From now on, keep the states in this folder; those that are there are used."""
    global _folder
    os.makedirs(folder, mode=0o700, exist_ok=True)
    _folder = folder


class Backup:
    """The states of one training, in the first worker's files.

    Attributes:
        state: What the last process left, in the first worker; ``None`` where there is nothing.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.state: dict[str, Any] | None = None
        if group.current().is_first and os.path.exists(path):
            with open(path, "rb") as file:
                self.state = pickle.load(file)

    def begin(self) -> int:
        """The epoch to begin with, in the first worker."""
        if self.state is None:
            return 0
        ended = self.state["done"] or self.state["stop"]
        return BEYOND if ended else int(self.state["epoch"])

    def write(self, variables: list[Any], callbacks: list[Any], **more: Any) -> None:
        """Keep the state, in the first worker.

        Args:
            variables: The weights and states of the model and its optimizer.
            callbacks: All that are called.
            more: "epoch", the number of epochs that are done; "stop" and "done".
        """
        if not group.current().is_first:
            return
        import keras

        history = _history(callbacks)
        state = {
            "variables": [keras.ops.convert_to_numpy(variable) for variable in variables],
            "history": (dict(history.history), list(history.epoch)) if history else ({}, []),
            "callbacks": [(type(one).__name__, _plain_state(one)) for one in callbacks],
            **more,
        }
        with open(f"{self._path}.part", "wb") as file:
            pickle.dump(state, file)
        os.replace(f"{self._path}.part", self._path)

    def restore_variables(self, variables: list[Any]) -> None:
        """Give the variables their values, in the first worker."""
        if self.state is not None:
            for variable, value in zip(variables, self.state["variables"], strict=True):
                variable.assign(value)

    def restore_callbacks(self, callbacks: list[Any]) -> None:
        """Give Keras's callbacks and the history what they had, in the first worker."""
        if self.state is None:
            return
        history = _history(callbacks)
        if history is not None:
            history.history, history.epoch = self.state["history"]
        if self.state["done"]:  # they have done what they do at the end
            return
        for callback, (name, values) in zip(callbacks, self.state["callbacks"], strict=False):
            if type(callback).__name__ == name:
                vars(callback).update(values)


def next_backup() -> Backup | None:
    """That of the training that begins; ``None`` where no states are kept."""
    number = next(_trainings)
    return None if _folder is None else Backup(os.path.join(_folder, f"training-{number}"))


def _history(callbacks: list[Any]) -> Any:
    import keras

    return next((one for one in callbacks if isinstance(one, keras.callbacks.History)), None)


def _plain_state(callback: Any) -> dict[str, Any]:
    """The attributes of a callback of Keras's that are numbers, texts or arrays."""
    import keras

    if isinstance(callback, keras.callbacks.History):
        return {}
    return {name: value for name, value in vars(callback).items() if _is_plain(value)}


def _is_plain(value: Any) -> bool:
    import numpy as np

    if isinstance(value, list):
        return all(isinstance(part, np.ndarray) for part in value)
    return value is None or isinstance(value, (bool, int, float, str, np.ndarray, np.generic))
