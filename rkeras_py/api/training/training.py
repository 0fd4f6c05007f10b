"""Training, evaluation and prediction: compile, fit, evaluate, predict."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from typing import Any

from rkeras_py.compat.deviations import deviation
from rkeras_py.compat.models import own_methods, trainable
from rkeras_py.compat.models.scores import in_order, name_outputs
from rkeras_py.compat.models.trainer import built_by_steps
from rkeras_py.compat.names.identifiers import Optimizer
from rkeras_py.compat.names.trees import Losses, Metrics
from rkeras_py.compat.optimizers.gradients import sum_repeated_rows
from rkeras_py.convert.data import SampleWeight, ValidationData, X, Y
from rkeras_py.convert.named import tell_apart
from rkeras_py.convert.objects import Model
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Count, Fraction, Size
from rkeras_py.convert.signatures import ignore_unused, reject_unused
from rkeras_py.convert.training import Callbacks, ClassWeight, Verbose, ViewMetrics
from rkeras_py.engine import feeding, strategies, structure
from rkeras_py.engine.checks import (
    check_batch_size,
    check_compiled,
    check_data,
    check_input,
    has_arrays,
)
from rkeras_py.engine.data import arranged, arranged_validation
from rkeras_py.engine.generators import counted
from rkeras_py.engine.live_plot import watched
from rkeras_py.engine.run import Run
from rkeras_py.engine.training_runs import recorded, write_evaluation
from rkeras_py.engine.verbosity import verbosity, verbosity_of_keras
from rkeras_py.keras_private.models import drop_compiled_metrics
from rkeras_py.registry.define import export

MODEL = "keras.engine.training.Model"

#: Arguments of Keras 2 about reading data, which have no effect in Keras 3.
_WITHOUT_EFFECT = ("workers", "use_multiprocessing", "max_queue_size")


def _ignore(extra: dict[str, Any], function: Callable[..., Any]) -> None:
    known = inspect.signature(function).parameters
    ignore_unused({n: v for n, v in extra.items() if n not in _WITHOUT_EFFECT}, known)


def _call_own(
    method: Callable[..., Any],
    arguments: dict[str, Any],
    verbose: Any,
    more: dict[str, Any],
    *optional: str,
) -> Any:
    """Call a method of the model's class with R keras's arguments.

    Args:
        optional: Names of arguments that are not passed if they are ``None``.
    """
    given = {n: v for n, v in arguments.items() if v is not None or n not in optional}
    if given["batch_size"] is None and has_arrays(given["x"]):
        given["batch_size"] = feeding.BATCH_SIZE
    given |= {"callbacks": given["callbacks"] or [], "verbose": verbosity_of_keras(verbose)}
    return own_methods.call(method, given, more)


@export(name="compile", method=("compile", MODEL), invisible=True)
def compile(
    object: Model,
    optimizer: Optimizer | None = None,
    loss: Losses | None = None,
    metrics: Metrics | None = None,
    loss_weights: Any = None,
    weighted_metrics: Metrics | None = None,
    run_eagerly: bool | None = None,
    steps_per_execution: Size | None = None,
    *more: Any,
    target_tensors: Any = None,
    sample_weight_mode: Any = None,
    **options: Any,
) -> Any:
    """Compile a model: optimizer, loss and metrics.

    Sets how the model is trained and which metrics are reported. A model must be compiled before
    ``fit()`` or ``evaluate()``.

    Args:
        object: The model. It is changed in place.
        optimizer: Name of an optimizer, such as "adam", or an optimizer such as
            ``optimizer_adam()``; "rmsprop" by default.
        loss: Name of a loss, such as "mse", a loss such as ``loss_huber()``, or a function of
            ``y_true`` and ``y_pred``. For several outputs, a list in the order of the outputs or
            with their names. A saved model contains only the name of a function: the name given to
            ``custom_metric()``, or that of the variable, otherwise "r_loss".
        metrics: Names of metrics, such as "accuracy", metrics such as ``metric_auc()``, and
            functions of ``y_true`` and ``y_pred``, alone or in a list. For different metrics by
            output, a list with the names of the outputs. Functions without a name are called
            "r_metric", "r_metric_1" and so on.
        loss_weights: Weights of the losses of the outputs, in their order or by their names.
        weighted_metrics: Metrics that use sample weights and class weights.
        run_eagerly: Whether to run without compiling a graph, for debugging.
        steps_per_execution: Number of batches to run in one call.
        target_tensors: Must be ``NULL``: targets come with the data.
        sample_weight_mode: Not used: the mode is determined by the shape of the weights.
        more, options: Arguments of Keras, ``jit_compile`` and ``auto_scale_loss``, and arguments of
            the method ``compile()`` of a custom model class.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, activation = "sigmoid", input_shape = 4)
        model %>% compile(
          optimizer = optimizer_rmsprop(learning_rate = 0.002),
          loss = "binary_crossentropy",
          metrics = "accuracy"
        )
    """
    from keras.tree import flatten as flat

    from rkeras_py.compat.models import measuring, own_tensors

    own = own_methods.own_method(object, "compile")
    known = options if own else ("jit_compile", "auto_scale_loss")
    reject_unused({n: v for n, v in options.items() if n not in known}, more)
    if target_tensors is not None:
        raise deviation("compile", target_tensors)
    if sample_weight_mode not in (None, "temporal"):
        raise ArgumentError('`sample_weight_mode` must be NULL or "temporal".')
    name_outputs(object)
    tell_apart(flat(loss), "r_loss")
    tell_apart(flat([metrics, weighted_metrics]), "r_metric")
    if own:
        given = {
            "optimizer": optimizer,
            "loss": structure.losses(object, loss),
            "metrics": structure.metrics(object, metrics),
            "loss_weights": structure.weights_of_losses(object, loss_weights),
            "weighted_metrics": structure.metrics(object, weighted_metrics, "weighted_metrics"),
            "run_eagerly": run_eagerly,
            "steps_per_execution": steps_per_execution,
        }
        own(**{name: value for name, value in given.items() if value is not None}, **options)
        if object.compiled:
            measuring.as_in_keras_2(object)
            sum_repeated_rows(object.optimizer)
        trainable.note(object)
        return object
    losses, measures, weighted = own_tensors.bind(
        object,
        structure.losses(object, loss),
        structure.metrics(object, metrics),
        structure.metrics(object, weighted_metrics, "weighted_metrics"),
    )
    object.compile(
        optimizer="rmsprop" if optimizer is None else optimizer,
        loss=losses,
        metrics=measures,
        loss_weights=structure.weights_of_losses(object, loss_weights),
        weighted_metrics=weighted,
        run_eagerly=bool(run_eagerly),
        steps_per_execution=steps_per_execution or 1,
        **options,
    )
    if measures is None and weighted is None:
        # otherwise Keras 3 keeps those of the last compile()
        drop_compiled_metrics(object)
    measuring.as_in_keras_2(object)
    sum_repeated_rows(object.optimizer)
    trainable.note(object)
    return object


@export(
    name="fit",
    method=("fit", MODEL),
    training=True,
    invisible=True,
    r_result="as_training_history",
    r_defaults={
        "verbose": 'getOption("keras.fit_verbose", default = "auto")',
        "view_metrics": 'getOption("keras.view_metrics", default = "auto")',
    },
)
def fit(
    object: Model,
    x: X | None = None,
    y: Y | None = None,
    batch_size: Size | None = None,
    epochs: Count = 10,
    verbose: Verbose = "auto",
    callbacks: Callbacks | None = None,
    view_metrics: ViewMetrics = "auto",
    validation_split: Fraction = 0.0,
    validation_data: ValidationData | None = None,
    shuffle: Any = True,
    class_weight: ClassWeight | None = None,
    sample_weight: SampleWeight | None = None,
    initial_epoch: Count = 0,
    steps_per_epoch: Size | None = None,
    validation_steps: Size | None = None,
    **more: Any,
) -> Any:
    """Train a model.

    Trains the model for a fixed number of epochs, and returns the loss and the metrics of each
    epoch.

    After ``set_random_seed()``, the result is the same from R and from Python, on a CPU to the last
    bit. It is also that of ``model.fit()`` of Keras with ``shuffle=False``. With shuffling, the
    first epoch of ``model.fit()`` is the same; later epochs use other orders of the samples of
    arrays.

    Args:
        object: A compiled model. Its weights are changed in place.
        x: Training data: an array with the samples in the first dimension, a data frame, a list of
            them for several inputs, a dataset, an iterator, or a function that returns a batch at
            each call. A Python function may also return an iterator for each pass through the
            data, as functions with ``yield`` do. If the model has several inputs, the columns of a
            data frame are the inputs with their names. For data larger than memory, a source such
            as ``parquet_source()``, or ``hdf5_matrix()``.
        y: Targets: an array; a factor, whose levels are numbered from 0; or a data frame with one
            column for each output.
        batch_size: Number of samples in a batch; 32 by default.
        epochs: Number of epochs: passes through the data.
        verbose: 0 prints nothing, 1 a progress bar, 2 one line for each epoch; "auto" is 1 in a
            terminal, RStudio or a notebook, and 2 elsewhere. Documents and files always get lines.
        callbacks: A list of callbacks.
        view_metrics: ``TRUE`` opens a page that shows loss and metrics during training, in the
            viewer or in a browser; or plots them after each epoch, if R has a graphics device open
            but no viewer. "auto" opens the page in RStudio and VS Code if there is more than one
            epoch and ``verbose`` is not 0.
        validation_split: Proportion of the samples to use for validation; the last samples are
            used.
        validation_data: Validation data: ``list(x, y)`` or ``list(x, y, sample_weight)``; a source;
            or a dataset or a function that returns batches, with ``validation_steps``.
        shuffle: Whether to shuffle the samples before each epoch. Those of a source are shuffled by
            blocks and in a buffer.
        class_weight: Named list of weights of the classes, with the names "0", "1" and so on.
        sample_weight: One weight for each sample.
        initial_epoch: Number of the first epoch, from 0; use it to continue training.
        steps_per_epoch: Number of batches in an epoch, for datasets without an end.
        validation_steps: Number of batches to validate on.
        more: Arguments of Keras, ``validation_batch_size`` and ``validation_freq``, and arguments
            of the method ``fit()`` of a custom model class.

    Returns: the training history: in R a ``keras_training_history`` with ``$params`` and
        ``$metrics``, in Python a ``keras.callbacks.History``.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 4) %>%
          compile(loss = "mse", optimizer = "sgd")
        history <- model %>% fit(matrix(runif(80), 20), runif(20), epochs = 2)
    """
    own = own_methods.own_method(object, "fit")
    passed = {n: more.pop(n) for n in ("validation_batch_size", "validation_freq") if n in more}
    if not own:
        _ignore(more, fit)
        check_compiled(object)
        check_batch_size(x, batch_size)
    strategy = strategies.current()
    steps_per_epoch = counted(x, steps_per_epoch)
    validation_steps = counted(validation_data, validation_steps)
    x, y, sample_weight = arranged(strategy, object, x, y, sample_weight, steps=steps_per_epoch)
    if not own:
        check_data(object, x, y, sample_weight)
    arguments: dict[str, Any] = {
        "x": x,
        "y": y,
        "batch_size": batch_size,
        "validation_split": validation_split,
        "validation_data": arranged_validation(strategy, object, validation_data, validation_steps),
        "shuffle": bool(shuffle) and has_arrays(x),  # datasets do their own shuffling
        "class_weight": class_weight,
        "sample_weight": sample_weight,
        "steps_per_epoch": steps_per_epoch,
        "validation_steps": validation_steps,
        **{n: int(v) for n, v in passed.items() if v is not None},
    }
    if own:
        arguments = feeding.for_own_method(strategy, object, arguments)
        arguments |= {"epochs": epochs, "initial_epoch": initial_epoch, "callbacks": callbacks}
        optional = ("steps_per_epoch", "validation_steps", "validation_data")
        return _call_own(own, arguments, verbose, more, *optional)
    feed = feeding.for_fit(strategy, object, arguments)
    verbose = verbosity(verbose)
    arrange = partial(in_order, object)
    callbacks = watched(
        callbacks,
        view_metrics,
        arrange,
        model=object,
        epochs=epochs - initial_epoch,
        verbose=verbose,
    )
    callbacks = recorded(object, callbacks, arguments, epochs, arrange)
    run = Run(strategy, object, feed, callbacks, verbose, epochs=epochs, history=True)
    with trainable.as_compiled(object), run.running() as data:
        history = object.fit(
            **data,
            epochs=epochs,
            verbose=verbose,
            callbacks=run.callbacks,
            initial_epoch=initial_epoch,
        )
    built_by_steps(object)
    history.history = in_order(object, history.history)
    return history


@export(
    name="evaluate",
    method=("evaluate", MODEL),
    training=True,
    r_result="unlist",
)
def evaluate(
    object: Model,
    x: X | None = None,
    y: Y | None = None,
    batch_size: Size | None = None,
    verbose: Verbose = "auto",
    sample_weight: SampleWeight | None = None,
    steps: Size | None = None,
    callbacks: Callbacks | None = None,
    **more: Any,
) -> dict[str, float]:
    """Evaluate a model: loss and metrics on data.

    Computes the loss and the metrics of a compiled model on data. The weights do not change.

    Args:
        object: A compiled model.
        x: Data, as in ``fit()``.
        y: Targets, as in ``fit()``.
        batch_size: Number of samples in a batch; 32 by default.
        verbose: 0 prints nothing, 1 a progress bar, 2 one line.
        sample_weight: One weight for each sample.
        steps: Number of batches to read, for datasets without an end.
        callbacks: A list of callbacks.

    Returns: the loss and the metrics by name: in R a named vector, in Python a dictionary.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 4) %>%
          compile(loss = "mse", optimizer = "sgd")
        model %>% evaluate(matrix(runif(80), 20), runif(20))
    """
    strategy, steps = strategies.current(), counted(x, steps)
    own = own_methods.own_method(object, "evaluate")
    if own:
        given = arranged(strategy, object, x, y, sample_weight, steps=steps)
        usual = dict(zip(("x", "y", "sample_weight"), given, strict=True))
        usual |= {"batch_size": batch_size, "steps": steps, "callbacks": callbacks}
        usual = feeding.for_own_method(strategy, object, usual)
        given_scores: dict[str, float] = _call_own(own, usual, verbose, more, "steps")
        return given_scores
    _ignore(more, evaluate)
    check_compiled(object)
    arrays = arranged(strategy, object, x, y, sample_weight, steps=steps)
    check_data(object, *arrays)
    feed = feeding.for_evaluate(strategy, object, arrays, batch_size, steps)
    verbose = verbosity(verbose)
    run = Run(strategy, object, feed, callbacks, verbose)
    with run.running() as data:
        scores = object.evaluate(**data, verbose=verbose, callbacks=run.callbacks, return_dict=True)
    scores = {name: float(score) for name, score in in_order(object, scores).items()}
    scores = strategy.of_first(scores)
    write_evaluation(scores)
    return scores


@export(name="predict", method=("predict", MODEL), training=True)
def predict(
    object: Model,
    x: X,
    batch_size: Size | None = None,
    verbose: Verbose = "auto",
    steps: Size | None = None,
    callbacks: Callbacks | None = None,
    **more: Any,
) -> Any:
    """Predict from a model.

    Computes the output of the model for new data, batch by batch.

    Args:
        object: A model.
        x: Data, as in ``fit()``.
        batch_size: Number of samples in a batch; 32 by default.
        verbose: 0 prints nothing, 1 a progress bar, 2 one line.
        steps: Number of batches to read, for datasets without an end.
        callbacks: A list of callbacks.

    Returns: an array with the samples in the first dimension, or a list of arrays for several
        outputs.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 4)
        model %>% predict(matrix(runif(12), 3))
    """
    strategy, steps = strategies.current(), counted(x, steps)
    x = arranged(strategy, object, x, steps=steps, targets=False)[0]
    own = own_methods.own_method(object, "predict")
    if own:
        usual = {"x": x, "batch_size": batch_size, "steps": steps, "callbacks": callbacks}
        usual = feeding.for_own_method(strategy, object, usual)
        return _call_own(own, usual, verbose, more, "steps")
    _ignore(more, predict)
    check_input(object, x)
    feed = feeding.for_predict(strategy, object, x, batch_size, steps)
    verbose = verbosity(verbose)
    run = Run(strategy, object, feed, callbacks, verbose)
    with run.running() as data:
        return object.predict(**data, verbose=verbose, callbacks=run.callbacks)
