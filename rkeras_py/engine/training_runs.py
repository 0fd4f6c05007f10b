"""Writes data about a training to the folder of R's current training run."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from rkeras_py.engine import host
from rkeras_py.engine.checks import samples
from rkeras_py.engine.feeding import BATCH_SIZE

_WIDTH = 80  # of the model's summary


def log_folder() -> str:
    """The default folder for TensorBoard logs."""
    return os.path.join(host.current().run_folder() or "", "logs")


def recorded(
    model: Any,
    callbacks: list[Any] | None,
    arguments: dict[str, Any],
    epochs: int,
    arrange: Callable[[dict[str, Any]], Any],
) -> list[Any] | None:
    """The callbacks of a training, plus those that write its data if a run is active.

    Args:
        model: What is trained.
        callbacks: As given to ``fit()``.
        arguments: The data, by the names of Keras's arguments.
        epochs: The last epoch.
        arrange: Puts scores in the order of the history.
    """
    folder = host.current().run_folder()
    if folder is None:
        return callbacks
    import keras

    from rkeras_py.compat.callbacks.functions import FunctionCallback
    from rkeras_py.compat.callbacks.tensorboard import TensorBoard

    scores: dict[str, list[float]] = {}

    def on_train_begin(logs: dict[str, Any]) -> None:
        properties = {"epochs": epochs, **_sizes(arguments), **_of_model(model)}
        known = {name: value for name, value in properties.items() if value is not None}
        host.current().write_run("properties", known)

    def on_epoch_end(epoch: int, logs: dict[str, Any]) -> None:
        for name, value in logs.items():
            scores.setdefault(name, []).append(float(value))
        padded = {n: v + [float("nan")] * (epochs - len(v)) for n, v in arrange(scores).items()}
        host.current().write_run("metrics", padded)

    hooks: dict[str, Callable[..., Any]] = {}
    hooks |= {"on_train_begin": on_train_begin, "on_epoch_end": on_epoch_end}
    added: list[Any] = [FunctionCallback(hooks)]
    if not any(isinstance(one, keras.callbacks.TensorBoard) for one in callbacks or []):
        added.append(TensorBoard(None, log_dir=log_folder()))
    return [*(callbacks or []), *added]


def write_evaluation(scores: dict[str, float]) -> None:
    """Write the scores of a model, if a run is active."""
    if host.current().run_folder() is not None:
        host.current().write_run("evaluation", scores)


def _sizes(arguments: dict[str, Any]) -> dict[str, int | None]:
    """The number of samples, if known, and the batch size."""
    count, held_out = samples(arguments["x"]), None
    validation = arguments["validation_data"]
    if validation is not None:
        is_pair = isinstance(validation, (list, tuple)) and len(validation) > 0
        held_out = samples(validation[0] if is_pair else validation)
    elif count is not None and arguments["validation_split"]:
        kept = int(count * (1 - arguments["validation_split"]))
        count, held_out = kept, count - kept
    batch_size = arguments["batch_size"] or (None if count is None else BATCH_SIZE)
    return {"samples": count, "validation_samples": held_out, "batch_size": batch_size}


def _of_model(model: Any) -> dict[str, Any]:
    from rkeras_py.compat.models.summaries import summary_lines

    return {
        "model": "\n".join(summary_lines(model, _WIDTH)).strip("\n"),
        "loss_function": _names(model.loss) or None,
        "optimizer": type(model.optimizer).__name__,
        "learning_rate": _learning_rate(model.optimizer),
    }


def _names(losses: Any) -> str:
    """Names of the losses, one for each output."""
    if isinstance(losses, dict):
        losses = list(losses.values())
    if isinstance(losses, (list, tuple)):
        return ", ".join(filter(None, map(_names, losses)))
    if losses is None or isinstance(losses, str):
        return losses or ""
    return str(getattr(losses, "__name__", None) or getattr(losses, "name", "") or "")


def _learning_rate(optimizer: Any) -> float | None:
    """The rate with as few digits as identify it in single precision."""
    import keras
    import numpy as np

    rate = getattr(optimizer, "learning_rate", None)
    if rate is None:
        return None
    return float(str(np.float32(keras.ops.convert_to_numpy(rate))))
