"""Callbacks that save models and log the training."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py import files
from rkeras_py.api.callbacks.callbacks import Mode
from rkeras_py.compat.deviations import deviation
from rkeras_py.convert.callbacks import Profile, SaveFrequency, UpdateFrequency
from rkeras_py.convert.data import DataWarning
from rkeras_py.convert.deprecated import warn_of
from rkeras_py.convert.objects import NamedList
from rkeras_py.convert.paths import AnyPath
from rkeras_py.convert.rule import ArgumentError, Rule
from rkeras_py.convert.scalars import Count, FloatRule, NonNegative, Size, StrRule
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.warned import warn
from rkeras_py.engine import training_runs
from rkeras_py.registry.define import export


@export
def callback_backup_and_restore(backup_dir: AnyPath, *more: Any, **options: Any) -> Any:
    """Back up training and resume it after an interruption.

    A call of ``fit()`` with this callback continues at the epoch where an interrupted training
    stopped. The files of the backup are deleted when the training is complete. A backup that cannot
    be read is ignored with a warning, and the training starts from the beginning.

    Args:
        backup_dir: A folder for the backup. Other files in it are not changed.
        more, options: Arguments of Keras: ``save_freq``, ``double_checkpoint`` and
            ``delete_checkpoint``.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        # If the process ends during training, the same call continues after the last epoch.
        folder <- file.path(tempdir(), "backup")
        history <- model %>% fit(
          x, y, epochs = 3, verbose = 0, callbacks = callback_backup_and_restore(folder)
        )
    """
    from rkeras_py.compat.callbacks.backups import BackupAndRestore

    before_preemption = options.pop("save_before_preemption", False)
    known = ("save_freq", "double_checkpoint", "delete_checkpoint")
    reject_unused({n: v for n, v in options.items() if n not in known}, more)
    if before_preemption:
        raise deviation("callback_backup_and_restore", before_preemption)
    if isinstance(options.get("save_freq"), float):
        options["save_freq"] = int(options["save_freq"])
    return BackupAndRestore(backup_dir, **options)


@export
def callback_csv_logger(filename: AnyPath, separator: str = ",", append: bool = False) -> Any:
    """Log metrics of each epoch to a CSV file.

    Writes one line at the end of each epoch.

    Args:
        filename: Path of the file.
        separator: Field separator.
        append: Whether to append to an existing file.

    Returns: a callback. The file has the column ``epoch``, numbered from 0, and the columns of the
        history in alphabetical order.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        file <- tempfile(fileext = ".csv")
        history <- model %>%
          fit(x, y, epochs = 3, verbose = 0, callbacks = callback_csv_logger(file))
        read.csv(file)
    """
    from rkeras_py.compat.callbacks.monitoring import CSVLogger

    if len(separator) != 1:
        raise ArgumentError(
            f'`separator` must be a single character, not the string "{separator}".'
        )
    files.require_replaceable(filename, "filename")
    return CSVLogger(filename, separator, append)


@export
def callback_model_checkpoint(
    filepath: AnyPath,
    monitor: str = "val_loss",
    verbose: Count = 0,
    save_best_only: bool = False,
    save_weights_only: bool = False,
    mode: Mode = "auto",
    period: Any = None,
    save_freq: SaveFrequency = "epoch",
) -> Any:
    """Save a model or its weights during training.

    Saves after each epoch, or after a number of batches; with ``save_best_only`` only if the model
    has improved.

    Args:
        filepath: Path to save to. Placeholders such as ``{epoch:02d}`` and ``{val_loss:.2f}`` are
            filled in. Names that end in ".h5" or ".hdf5" are HDF5 files, ".keras" is the Keras 3
            format; other names are SavedModel folders, or checkpoints if only weights are saved.
        monitor: Name of the metric that decides which model is the best, as in the history.
        verbose: 1 prints a message when the model is saved, 0 prints nothing.
        save_best_only: Whether to save only if the metric is better than ever before.
        save_weights_only: Whether to save only the weights.
        mode: "min" if smaller values are better, "max" if larger values are better, "auto" to
            decide by the metric.
        period: Not used, as in R keras, with a warning: see ``save_freq``.
        save_freq: "epoch", or the number of batches between saves.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        folder <- file.path(tempdir(), "checkpoints")
        dir.create(folder)
        checkpoint <- callback_model_checkpoint(file.path(folder, "model.{epoch:02d}.keras"))
        history <- model %>% fit(x, y, epochs = 3, verbose = 0, callbacks = checkpoint)
        list.files(folder)
    """
    from rkeras_py.api.models import saving, weight_files
    from rkeras_py.compat.callbacks.monitoring import ModelCheckpoint

    if period is not None:
        warn_of(
            "The period argument is deprecated since TF v1.14 and will be ignored. "
            "Use save_freq instead."
        )
    return ModelCheckpoint(
        filepath,
        weight_files.write_weights if save_weights_only else saving.write,
        monitor=monitor,
        verbose=verbose,
        save_best_only=save_best_only,
        save_weights_only=save_weights_only,
        mode=mode,
        save_freq=save_freq,
    )


@export
def callback_progbar_logger(count_mode: str = "samples", stateful_metrics: Any = None) -> Any:
    """Show a progress bar during training.

    ``fit(verbose = 1)`` shows a progress bar without this callback.

    Args:
        count_mode: "samples" or "steps". Keras 3 always counts batches (steps).
        stateful_metrics: Not used.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        history <- model %>%
          fit(x, y, epochs = 2, verbose = 0, callbacks = callback_progbar_logger())
    """
    import keras

    if count_mode not in ("samples", "steps"):
        raise ArgumentError(
            f'`count_mode` must be "samples" or "steps", not the string "{count_mode}".'
        )
    return keras.callbacks.ProgbarLogger()


class FactorRule(FloatRule):
    """A number above 0 and below 1."""

    def __init__(self) -> None:
        super().__init__(0, 1)
        self.name = "a number below 1"

    def accept(self, value: Any) -> float:
        from rkeras_py.convert.rule import Mismatch

        number = super().accept(value)
        if number >= 1:
            raise Mismatch
        return number


@export
def callback_reduce_lr_on_plateau(
    monitor: str = "val_loss",
    factor: Annotated[float, FactorRule()] = 0.1,
    patience: Count = 10,
    verbose: Count = 0,
    mode: Mode = "auto",
    min_delta: NonNegative = 1e-4,
    cooldown: Count = 0,
    min_lr: NonNegative = 0.0,
) -> Any:
    """Reduce the learning rate when a metric stops improving.

    Multiplies the learning rate by ``factor`` if the monitored metric has not improved for
    ``patience`` epochs.

    Args:
        monitor: Name of the metric to monitor, as in the history.
        factor: Factor by which the learning rate is multiplied.
        patience: Number of epochs without improvement to wait for.
        verbose: 1 prints a message when the rate is reduced, 0 prints nothing.
        mode: "min" if smaller values are better, "max" if larger values are better, "auto" to
            decide by the metric.
        min_delta: Minimum change that counts as an improvement.
        cooldown: Number of epochs to wait after a reduction before monitoring again.
        min_lr: Lower limit of the learning rate.

    Returns: a callback. The history contains the learning rate of each epoch as ``lr``.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        halving <- callback_reduce_lr_on_plateau(
          monitor = "loss", factor = 0.5, patience = 2, min_delta = 0.1
        )
        history <- model %>% fit(x, y, epochs = 10, verbose = 0, callbacks = halving)
        history
    """
    from rkeras_py.compat.callbacks.monitoring import ReduceLROnPlateau

    return ReduceLROnPlateau(
        monitor=monitor,
        factor=factor,
        patience=patience,
        verbose=verbose,
        mode=mode,
        min_delta=min_delta,
        cooldown=cooldown,
        min_lr=min_lr,
    )


@export
def callback_remote_monitor(
    root: str = "https://localhost:9000",
    path: str = "/publish/epoch/end/",
    field: str = "data",
    headers: NamedList | None = None,
    send_as_json: bool = False,
) -> Any:
    """Send metrics of each epoch to a server.

    Sends the metrics as an HTTP POST request.

    Args:
        root: Address of the server.
        path: Path on the server.
        field: Name of the form field that contains the JSON.
        headers: Named list of HTTP headers.
        send_as_json: Whether to send JSON instead of a form.

    Example:
        callback_remote_monitor(root = "http://127.0.0.1:9000")
    """
    import keras

    return keras.callbacks.RemoteMonitor(root, path, field, headers, send_as_json)


class NamesRule(Rule):
    """Files with labels of embeddings: one, or one for each layer by name."""

    name = "a string or a named list of strings"

    def accept(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: StrRule().accept(part) for name, part in value.items()}
        return StrRule().accept(value)


class LayerNamesRule(Rule):
    """Names of layers."""

    name = "a string or a vector of strings"

    def accept(self, value: Any) -> list[str]:
        names = value if isinstance(value, (list, tuple)) else [value]
        return [StrRule().accept(name) for name in names]


@export
def callback_tensorboard(
    log_dir: AnyPath | None = None,
    histogram_freq: Count = 0,
    batch_size: Size | None = None,
    write_graph: bool = True,
    write_grads: bool = False,
    write_images: bool = False,
    embeddings_freq: Count = 0,
    embeddings_layer_names: Annotated[Any, LayerNamesRule()] | None = None,
    embeddings_metadata: Annotated[Any, NamesRule()] | None = None,
    embeddings_data: Any = None,
    update_freq: UpdateFrequency = "epoch",
    profile_batch: Profile = 0,
) -> Any:
    """Write logs for TensorBoard during training.

    ``tensorboard()`` shows the logs.

    Args:
        log_dir: Folder for the logs; "logs" by default, in the directory of the training run if
            there is one.
        histogram_freq: Number of epochs between histograms of the weights; 0 for no histograms.
        batch_size: Not used.
        write_graph: Whether to write the graph.
        write_grads: Not used: gradients are not available in TensorFlow 2.
        write_images: Whether to write weights as images, together with the histograms.
        embeddings_freq: Number of epochs between saves of the embeddings; 0 for no saves.
        embeddings_layer_names: Names of the embedding layers to save; all by default.
        embeddings_metadata: File with the labels of an embedding, or a named list of files by
            layer.
        embeddings_data: Not used.
        update_freq: "epoch", "batch", or the number of batches between writes.
        profile_batch: The batch to profile, or the first and the last batch; 0 for none.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        folder <- file.path(tempdir(), "logs")
        history <- model %>%
          fit(x, y, epochs = 2, verbose = 0, callbacks = callback_tensorboard(folder))
        list.files(folder)
    """
    from rkeras_py.compat.callbacks.tensorboard import TensorBoard

    unused = {"write_grads": write_grads or None, "embeddings_data": embeddings_data}
    for name, value in unused.items():
        if value is not None:
            warn(f"`{name}` has no effect with TensorFlow 2", DataWarning)
    return TensorBoard(
        embeddings_layer_names,
        log_dir=log_dir or training_runs.log_folder(),
        histogram_freq=histogram_freq,
        write_graph=write_graph,
        write_images=write_images,
        update_freq=update_freq,
        profile_batch=profile_batch,
        embeddings_freq=embeddings_freq,
        embeddings_metadata=embeddings_metadata,
    )


@export
def callback_terminate_on_naan() -> Any:
    """Stop training when the loss is NaN or infinite.

    A loss of NaN often means that the learning rate is too high.

    Example:
        x <- matrix(runif(40), 20)
        y <- runif(20)
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 2) %>%
          compile(loss = "mse", optimizer = optimizer_sgd(0.05))
        history <- model %>%
          fit(x, 1e30 * y, epochs = 9, verbose = 0, callbacks = callback_terminate_on_naan())
        history
    """
    import keras

    return keras.callbacks.TerminateOnNaN()
