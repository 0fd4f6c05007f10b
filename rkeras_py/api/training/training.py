"""Training models and using them: compile, fit, evaluate, predict."""

from __future__ import annotations

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

#: Arguments of Keras 2 that chose how data were read; Keras 3 reads them its own way.
_WITHOUT_EFFECT = ("workers", "use_multiprocessing", "max_queue_size")


def _ignore(extra: dict[str, Any]) -> None:
    ignore_unused({n: v for n, v in extra.items() if n not in _WITHOUT_EFFECT})


def _usual(arguments: dict[str, Any], *optional: str) -> dict[str, Any]:
    """The arguments that R keras gives a method of the model's class."""
    given = {n: v for n, v in arguments.items() if v is not None or n not in optional}
    if given["batch_size"] is None and has_arrays(given["x"]):
        given["batch_size"] = feeding.BATCH_SIZE
    return given


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
    """Chooses how a model learns: optimizer, loss and metrics.

    Args:
        object: The model; it is changed in place.
        optimizer: Name of an optimizer or an ``optimizer_*()``; "rmsprop" by default.
        loss: Name of a loss, a ``loss_*()`` or a function of ``y_true`` and ``y_pred``; a list
            in the order of the outputs, or named by them, where the model has several. A
            function is saved with the model as its name: that of ``custom_metric()``, or of the
            variable that holds it where it was made, else "r_loss".
        metrics: Names, ``metric_*()`` and functions, which may be mixed; a list named by the
            outputs where they differ. Functions without a name are called "r_metric",
            "r_metric_1" and so on.
        loss_weights: Weight of each output's loss, in their order or by their names.
        weighted_metrics: Metrics that take sample and class weights into account.
        run_eagerly: Whether batches run step by step, for debugging.
        steps_per_execution: Batches to run in one go.
        target_tensors: Must be ``NULL``: targets come with the data.
        sample_weight_mode: Not used: the shape of the weights tells.
        more, options: ``jit_compile`` and ``auto_scale_loss`` of Keras; what the ``compile()`` of
            the model's own class takes.

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
        # Keras 3 would go on with those of the last compile()
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
    """Trains a model.

    After ``set_random_seed()``, it trains the same way from R and from Python, on a CPU to the
    last bit. Keras's own ``model.fit()`` does so as well with ``shuffle=False``; otherwise its
    first epoch is the same, and it takes the samples of an array in other orders from then on.

    Args:
        object: A compiled model; its weights change in place.
        x: Data: an array with samples in the first dimension, a data frame, a list of them for
            several inputs, a dataset, an iterator, or a function that gives a batch at each call.
            The columns of a data frame are the inputs of their names, where there are several.
        y: Targets: an array, or a factor, whose codes count from 0; a data frame with a column
            for each output, by its name.
        batch_size: Samples in a batch; 32 by default.
        epochs: How often to go through the data.
        verbose: 0 prints nothing, 1 a progress bar, 2 a line an epoch; "auto" is 1 in a terminal,
            RStudio or a notebook and 2 elsewhere. Documents and files get lines in any case.
        callbacks: A list of callbacks.
        view_metrics: ``TRUE`` opens a page that shows loss and metrics while they come, in the
            viewer or in a browser; or draws them after each epoch, where R has a graphics device
            open but no viewer. "auto" opens the page in RStudio and VS Code if there is more than
            one epoch and ``verbose`` is not 0.
        validation_split: Fraction of the samples, from the end, to validate on.
        validation_data: ``list(x, y)`` to validate on, perhaps with weights; or, like ``x``, a
            dataset or a function that gives batches, with ``validation_steps``.
        shuffle: Whether samples are shuffled before each epoch.
        class_weight: Named list of weights, by class from "0".
        sample_weight: A weight for each sample.
        initial_epoch: Epoch to start at, where training goes on.
        steps_per_epoch: Batches in an epoch, for datasets without an end.
        validation_steps: Batches to validate on.
        more: ``validation_batch_size``, ``validation_freq`` of Keras; what the ``fit()`` of the
            model's own class takes.

    Returns: in R a ``keras_training_history`` with ``$params`` and ``$metrics``;
        in Python Keras's ``History``.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 4) %>%
          compile(loss = "mse", optimizer = "sgd")
        history <- model %>% fit(matrix(runif(80), 20), runif(20), epochs = 2)
    """
    own = own_methods.own_method(object, "fit")
    passed = {n: more.pop(n) for n in ("validation_batch_size", "validation_freq") if n in more}
    if not own:
        _ignore(more)
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
        "shuffle": bool(shuffle) and has_arrays(x),  # datasets come shuffled
        "class_weight": class_weight,
        "sample_weight": sample_weight,
        "steps_per_epoch": steps_per_epoch,
        "validation_steps": validation_steps,
        **{n: int(v) for n, v in passed.items() if v is not None},
    }
    if own:
        usual = _usual(arguments, "steps_per_epoch", "validation_steps", "validation_data")
        usual |= {"epochs": epochs, "initial_epoch": initial_epoch, "callbacks": callbacks or []}
        return own_methods.call(own, {**usual, "verbose": verbosity_of_keras(verbose)}, more)
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
    """Measures a model on data.

    Args:
        object: A compiled model.
        x: Data, as for ``fit()``.
        y: Targets, as for ``fit()``.
        batch_size: Samples in a batch; 32 by default.
        verbose: 0 prints nothing, 1 a progress bar, 2 a line.
        sample_weight: A weight for each sample.
        steps: Batches to read, for datasets without an end.
        callbacks: A list of callbacks.

    Returns: loss and metrics by name: in R a named vector, in Python a dictionary.

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
        usual |= {"batch_size": batch_size, "steps": steps, "callbacks": callbacks or []}
        usual = {**_usual(usual, "steps"), "verbose": verbosity_of_keras(verbose)}
        given_scores: dict[str, float] = own_methods.call(own, usual, more)
        return given_scores
    _ignore(more)
    check_compiled(object)
    arrays = arranged(strategy, object, x, y, sample_weight, steps=steps)
    check_data(object, *arrays)
    feed = feeding.for_evaluate(strategy, object, arrays, batch_size, steps)
    verbose = verbosity(verbose)
    run = Run(strategy, object, feed, callbacks, verbose)
    with run.running() as data:
        scores = object.evaluate(**data, verbose=verbose, callbacks=run.callbacks, return_dict=True)
    scores = {name: float(score) for name, score in in_order(object, scores).items()}
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
    """What a model makes of data.

    Args:
        object: A model.
        x: Data, as for ``fit()``.
        batch_size: Samples in a batch; 32 by default.
        verbose: 0 prints nothing, 1 a progress bar, 2 a line.
        steps: Batches to read, for datasets without an end.
        callbacks: A list of callbacks.

    Returns: an array with the samples in its first dimension; a list for several outputs.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 4)
        model %>% predict(matrix(runif(12), 3))
    """
    strategy, steps = strategies.current(), counted(x, steps)
    x = arranged(strategy, object, x, steps=steps)[0]
    own = own_methods.own_method(object, "predict")
    if own:
        usual = {"x": x, "batch_size": batch_size, "steps": steps, "callbacks": callbacks or []}
        usual = {**_usual(usual, "steps"), "verbose": verbosity_of_keras(verbose)}
        return own_methods.call(own, usual, more)
    _ignore(more)
    check_input(object, x)
    feed = feeding.for_predict(strategy, object, x, batch_size, steps)
    verbose = verbosity(verbose)
    run = Run(strategy, object, feed, callbacks, verbose)
    with run.running() as data:
        return object.predict(**data, verbose=verbose, callbacks=run.callbacks)
