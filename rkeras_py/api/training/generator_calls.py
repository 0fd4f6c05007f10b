"""Deprecated functions: training with generators, prediction of classes."""

from __future__ import annotations

import weakref
from typing import Any

from rkeras_py.api.training.training import evaluate, fit, predict
from rkeras_py.convert.data import ValidationData, X
from rkeras_py.convert.deprecated import deprecated
from rkeras_py.convert.generators import Generator
from rkeras_py.convert.objects import Model
from rkeras_py.convert.scalars import Count, Size
from rkeras_py.convert.training import Callbacks, ClassWeight, Verbose, ViewMetrics
from rkeras_py.engine.generators import first_pass
from rkeras_py.registry.define import export


@export(training=True)
def predict_proba(
    object: Model,
    x: X,
    batch_size: Size | None = None,
    verbose: Verbose = 0,
    steps: Size | None = None,
) -> Any:
    """Predict class probabilities.

    The same as ``predict()``: the result holds probabilities if the last layer returns them. The
    function exists for older scripts.

    Args:
        object: A model.
        x: Data, as in ``fit()``.
        batch_size: Number of samples in a batch; 32 by default.
        verbose: 0 prints nothing, 1 a progress bar, 2 one line.
        steps: Number of batches to read, for datasets without an end.

    Returns: an array of probabilities, if the last layer of the model returns probabilities.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 3, activation = "softmax", input_shape = 4)
        model %>% predict_proba(matrix(runif(8), 2))
    """
    deprecated("predict_proba()", "predict()")
    return predict(object, x, batch_size=batch_size, verbose=verbose, steps=steps)


@export(training=True)
def predict_classes(
    object: Model,
    x: X,
    batch_size: Size | None = None,
    verbose: Verbose = 0,
    steps: Size | None = None,
) -> Any:
    """Predict the class of each sample.

    Returns the class with the highest probability. Classes are numbered from 0.

    Args:
        object: A model that returns probabilities: of each class, or of class 1 only.
        x: Data, as in ``fit()``.
        batch_size: Number of samples in a batch; 32 by default.
        verbose: 0 prints nothing, 1 a progress bar, 2 one line.
        steps: Number of batches to read, for datasets without an end.

    Returns: a vector of whole numbers. For one probability, the class is 1 if it is above 0.5.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 3, activation = "softmax", input_shape = 4)
        model %>% predict_classes(matrix(runif(8), 2))
    """
    deprecated("predict_classes()", "predict()")
    probabilities = predict(object, x, batch_size=batch_size, verbose=verbose, steps=steps)
    if probabilities.shape[-1] > 1:
        return probabilities.argmax(axis=-1)
    return (probabilities > 0.5).astype("int32")


@export(
    training=True,
    invisible=True,
    r_result="as_training_history",
    r_defaults={
        "verbose": 'getOption("keras.fit_verbose", default = 1)',
        "view_metrics": 'getOption("keras.view_metrics", default = "auto")',
    },
)
def fit_generator(
    object: Model,
    generator: Generator,
    steps_per_epoch: Size,
    epochs: Count = 1,
    verbose: Verbose = 1,
    callbacks: Callbacks | None = None,
    view_metrics: ViewMetrics = "auto",
    validation_data: ValidationData | None = None,
    validation_steps: Size | None = None,
    class_weight: ClassWeight | None = None,
    max_queue_size: Size = 10,
    workers: Count = 1,
    initial_epoch: Count = 0,
) -> Any:
    """Train a model on batches from a generator.

    For older scripts: ``fit()`` accepts generators, too.

    Args:
        object: A compiled model. Its weights are changed in place.
        generator: A function without arguments that returns ``list(x, y)`` or
            ``list(x, y, sample_weight)`` at each call, a generator, or a dataset.
        steps_per_epoch: Number of batches in an epoch.
        epochs: Number of epochs.
        verbose: 0 prints nothing, 1 a progress bar, 2 one line for each epoch.
        callbacks: A list of callbacks.
        view_metrics: As in ``fit()``.
        validation_data: Validation data: ``list(x, y)``, or another generator.
        validation_steps: Number of batches to validate on, if they come from a generator.
        class_weight: Named list of weights of the classes, with the names "0", "1" and so on.
        max_queue_size: Not used.
        workers: Not used: R functions run on R's thread.
        initial_epoch: Number of the first epoch, from 0; use it to continue training.

    Returns: the training history, as in ``fit()``.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 4) %>%
          compile(loss = "mse", optimizer = "sgd")
        batch <- function() list(matrix(runif(32), 8), runif(8))
        model %>% fit_generator(batch, steps_per_epoch = 5, verbose = 0)
    """
    deprecated("fit_generator()", "fit()")
    return fit(
        object,
        generator,
        epochs=epochs,
        verbose=verbose,
        callbacks=callbacks,
        view_metrics=view_metrics,
        validation_data=validation_data,
        validation_steps=validation_steps,
        class_weight=class_weight,
        steps_per_epoch=steps_per_epoch,
        initial_epoch=initial_epoch,
    )


@export(training=True, r_result="unlist")
def evaluate_generator(
    object: Model,
    generator: Generator,
    steps: Size,
    max_queue_size: Size = 10,
    workers: Count = 1,
    callbacks: Callbacks | None = None,
) -> dict[str, float]:
    """Evaluate a model on batches from a generator.

    For older scripts: ``evaluate()`` accepts generators, too.

    Args:
        object: A compiled model.
        generator: As in ``fit_generator()``.
        steps: Number of batches to read.
        max_queue_size: Not used.
        workers: Not used.
        callbacks: A list of callbacks.

    Returns: the loss and the metrics by name.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 4) %>%
          compile(loss = "mse", optimizer = "sgd")
        batch <- function() list(matrix(runif(32), 8), runif(8))
        model %>% evaluate_generator(batch, steps = 5)
    """
    deprecated("evaluate_generator()", "evaluate()")
    scores: dict[str, float] = evaluate(
        object, generator, verbose=0, steps=steps, callbacks=callbacks
    )
    return scores


@export(training=True)
def predict_generator(
    object: Model,
    generator: Generator,
    steps: Size,
    max_queue_size: Size = 10,
    workers: Count = 1,
    verbose: Verbose = 0,
    callbacks: Callbacks | None = None,
) -> Any:
    """Predict from a model for batches from a generator.

    For older scripts: ``predict()`` accepts generators, too.

    Args:
        object: A model.
        generator: As in ``fit_generator()``. Targets are ignored and may be missing.
        steps: Number of batches to read.
        max_queue_size: Not used.
        workers: Not used.
        verbose: 0 prints nothing, 1 a progress bar, 2 one line.
        callbacks: A list of callbacks.

    Returns: an array with the samples in the first dimension.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        batch <- function() list(matrix(runif(32), 8))
        model %>% predict_generator(batch, steps = 5)
    """
    deprecated("predict_generator()", "predict()")
    return predict(object, generator, verbose=verbose, steps=steps, callbacks=callbacks)


#: Iterators of datasets and similar objects for generator_next().
_iterators: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()


@export
def generator_next(generator: Generator, completed: Any = None) -> Any:
    """Get the next value of a generator.

    Args:
        generator: A generator, a dataset, or a function without arguments that returns ``NULL`` at
            the end.
        completed: Value to return when there are no more values.

    Returns: the value.

    Example:
        values <- list(1, 2)
        generator <- function() {
          value <- values[1]
          values <<- values[-1]
          if (length(value)) value[[1]]
        }
        generator_next(generator)
    """
    if hasattr(generator, "__signature__"):
        value = generator()
        return completed if value is None else value
    if not hasattr(generator, "__next__"):
        if generator not in _iterators:
            _iterators[generator] = first_pass(generator)
        generator = _iterators[generator]
    return next(generator, completed)
