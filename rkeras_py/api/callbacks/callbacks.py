"""Callbacks."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import Callable
from rkeras_py.convert.places import inside, place_of
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Count, Float, OneOf
from rkeras_py.registry.define import export

Mode = Annotated[str, OneOf("auto", "min", "max")]


@export
def callback_learning_rate_scheduler(schedule: Callable) -> Any:
    """Schedule the learning rate by epoch.

    Sets the learning rate at the start of each epoch.

    Args:
        schedule: A function that returns the new learning rate. Its arguments are the epoch,
            numbered from 0, and the current learning rate; or the epoch only.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        smaller <- callback_learning_rate_scheduler(function(epoch, lr) 0.05 / (1 + epoch))
        history <- model %>% fit(x, y, epochs = 4, verbose = 0, callbacks = smaller)
        history
    """
    from rkeras_py.compat.callbacks.monitoring import LearningRateScheduler

    takes = inspect.signature(schedule).parameters.values()
    any_number = any(p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in takes)

    def rate(epoch: int, learning_rate: float) -> float:
        both = any_number or len(takes) > 1
        with inside(lambda: place_of("learning rate schedule", schedule)):
            value = schedule(epoch, learning_rate) if both else schedule(epoch)
        try:
            return float(value)
        except (TypeError, ValueError):
            raise ArgumentError(
                f"`schedule` must return a number, not {describe(value)}."
            ) from None

    return LearningRateScheduler(rate)


@export
def callback_early_stopping(
    monitor: str = "val_loss",
    min_delta: Float = 0.0,
    patience: Count = 0,
    verbose: Count = 0,
    mode: Mode = "auto",
    baseline: Float | None = None,
    restore_best_weights: bool = False,
) -> Any:
    """Stop training when a metric stops improving.

    Ends ``fit()`` if the monitored metric has not improved for ``patience`` epochs.

    Args:
        monitor: Name of the metric to monitor, as in the history.
        min_delta: Minimum change that counts as an improvement.
        patience: Number of epochs without improvement to wait for.
        verbose: 1 prints a message when training stops, 0 prints nothing.
        mode: "min" if smaller values are better, "max" if larger values are better, "auto" to
            decide by the name.
        baseline: Training stops if the metric does not become better than this value.
        restore_best_weights: Whether to restore the weights of the best epoch at the end.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        stopping <- callback_early_stopping(
          monitor = "val_loss", min_delta = 0.1, patience = 2, restore_best_weights = TRUE
        )
        history <- model %>% fit(
          x, y, epochs = 50, validation_split = 0.2, verbose = 0, callbacks = stopping
        )
        history
    """
    from rkeras_py.compat.callbacks.monitoring import EarlyStopping

    return EarlyStopping(
        monitor=monitor,
        min_delta=min_delta,
        patience=patience,
        verbose=verbose,
        mode=mode,
        baseline=baseline,
        restore_best_weights=restore_best_weights,
    )


@export
def callback_lambda(
    on_epoch_begin: Callable | None = None,
    on_epoch_end: Callable | None = None,
    on_batch_begin: Callable | None = None,
    on_batch_end: Callable | None = None,
    on_train_batch_begin: Callable | None = None,
    on_train_batch_end: Callable | None = None,
    on_train_begin: Callable | None = None,
    on_train_end: Callable | None = None,
    on_predict_batch_begin: Callable | None = None,
    on_predict_batch_end: Callable | None = None,
    on_predict_begin: Callable | None = None,
    on_predict_end: Callable | None = None,
    on_test_batch_begin: Callable | None = None,
    on_test_batch_end: Callable | None = None,
    on_test_begin: Callable | None = None,
    on_test_end: Callable | None = None,
) -> Any:
    """Callback from functions.

    Calls your functions during training, evaluation and prediction.

    Args:
        on_epoch_begin: ``function(epoch, logs)``; epochs are numbered from 0.
        on_epoch_end: ``function(epoch, logs)``.
        on_batch_begin: ``function(batch, logs)``, for training; batches are numbered from 0.
        on_batch_end: ``function(batch, logs)``, for training.
        on_train_batch_begin: The same as ``on_batch_begin``.
        on_train_batch_end: The same as ``on_batch_end``.
        on_train_begin: ``function(logs)``.
        on_train_end: ``function(logs)``.
        on_predict_batch_begin: ``function(batch, logs)``.
        on_predict_batch_end: ``function(batch, logs)``.
        on_predict_begin: ``function(logs)``.
        on_predict_end: ``function(logs)``.
        on_test_batch_begin: ``function(batch, logs)``, for evaluation.
        on_test_batch_end: ``function(batch, logs)``.
        on_test_begin: ``function(logs)``.
        on_test_end: ``function(logs)``.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        printing <- callback_lambda(
          on_epoch_end = function(epoch, logs) cat("epoch", epoch, "loss", logs$loss, "\\n")
        )
        history <- model %>% fit(x, y, epochs = 3, verbose = 0, callbacks = printing)
    """
    from rkeras_py.compat.callbacks.functions import FunctionCallback

    functions = {name: value for name, value in locals().items() if callable(value)}
    functions.pop("FunctionCallback")
    return FunctionCallback(functions)
