"""Callbacks that save models and tell how the training goes."""

from __future__ import annotations

import warnings
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
from rkeras_py.engine import training_runs
from rkeras_py.registry.define import export


@export
def callback_backup_and_restore(backup_dir: AnyPath, *more: Any, **options: Any) -> Any:
    """Lets a training that was interrupted go on from its last epoch.

    A ``fit()`` with this callback begins where the one before stopped, if that did not come to
    its end. The files of the backup are removed when the training is complete. A backup that
    cannot be read is left out with a warning, and the training starts from the beginning.

    Args:
        backup_dir: A folder for the backup. Other files in it stay as they are.
        more, options: ``save_freq``, ``double_checkpoint`` and ``delete_checkpoint`` of Keras.

    Example:
        callback_backup_and_restore(backup_dir = tempfile())
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
    """Writes a line of a CSV file after each epoch.

    Args:
        filename: The file.
        separator: What stands between the fields.
        append: Whether lines are added to a file that is there.

    Returns: a callback; the file has the columns ``epoch``, from 0, and those of the history in
        alphabetical order.

    Example:
        callback_csv_logger(tempfile(fileext = ".csv"))
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
    """Saves the model as the training goes on.

    Args:
        filepath: Where to: a name in which ``{epoch:02d}``, ``{val_loss:.2f}`` and the like are
            filled in. Names that end in ".h5" or ".hdf5" are HDF5 files, ".keras" is Keras 3's
            format; others are SavedModel folders, or checkpoints where it is weights alone.
        monitor: Name of the measure that tells the best, as in the history.
        verbose: 1 tells when the model is saved.
        save_best_only: Whether the model is saved only when the measure is better than ever.
        save_weights_only: Whether the weights are saved alone.
        mode: "min" if less is better, "max" if more is; "auto" goes by the measure.
        period: Not used, as in R keras, with a warning: see ``save_freq``.
        save_freq: "epoch", or the number of batches from one saving to the next.

    Example:
        callback_model_checkpoint(file.path(tempdir(), "weights.{epoch:02d}.h5"))
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
    """Prints a progress bar; ``fit(verbose = 1)`` does so by itself.

    Args:
        count_mode: "samples" or "steps"; Keras 3 knows its batches only, and counts those.
        stateful_metrics: Not used: all metrics are shown as they are.

    Example:
        callback_progbar_logger()
    """
    import keras

    if count_mode not in ("samples", "steps"):
        raise ArgumentError(
            f'`count_mode` must be "samples" or "steps", not the string "{count_mode}".'
        )
    return keras.callbacks.ProgbarLogger()


class FactorRule(FloatRule):
    """Above 0 and below 1."""

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
    """Reduces the learning rate when a measure has stopped getting better.

    Args:
        monitor: Name of the measure, as in the history.
        factor: What the learning rate is multiplied by.
        patience: Epochs without getting better to wait for.
        verbose: 1 tells when the rate is reduced.
        mode: "min" if less is better, "max" if more is; "auto" goes by the measure.
        min_delta: Changes below this are none.
        cooldown: Epochs to leave alone after the rate was reduced.
        min_lr: The lowest rate.

    Returns: a callback; the history has the learning rate of each epoch as ``lr``.

    Example:
        callback_reduce_lr_on_plateau(monitor = "loss", factor = 0.5, patience = 2)
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
    """Sends the measures of each epoch to a server, as a POST request.

    Args:
        root: The server's address.
        path: What comes after the address.
        field: Name of the form's field that holds the JSON.
        headers: Named list of headers to send along.
        send_as_json: Whether the request is the JSON itself, rather than a form.

    Example:
        callback_remote_monitor(root = "http://127.0.0.1:9000")
    """
    import keras

    return keras.callbacks.RemoteMonitor(root, path, field, headers, send_as_json)


class NamesRule(Rule):
    """Files of an embedding's labels: one, or one for each layer by name."""

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
    """Writes logs for TensorBoard.

    Args:
        log_dir: A folder for them; "logs" by default, in the folder of the training run where
            one is active.
        histogram_freq: Epochs from one histogram of the weights to the next; 0 for none.
        batch_size: Not used.
        write_graph: Whether the graph is written.
        write_grads: Not used: TensorFlow 2 keeps no gradients to write.
        write_images: Whether weights are written as images, along with the histograms.
        embeddings_freq: Epochs from one saving of embeddings to the next; 0 for none.
        embeddings_layer_names: Names of the embeddings to save; all by default.
        embeddings_metadata: File of an embedding's labels; a named list by layer.
        embeddings_data: Not used.
        update_freq: "epoch", "batch", or the number of batches after which measures are written.
        profile_batch: The batch to profile, or the first and the last; 0 for none.

    Example:
        callback_tensorboard(log_dir = tempfile())
    """
    from rkeras_py.compat.callbacks.tensorboard import TensorBoard

    unused = {"write_grads": write_grads or None, "embeddings_data": embeddings_data}
    for name, value in unused.items():
        if value is not None:
            warnings.warn(f"`{name}` has no effect with TensorFlow 2", DataWarning, stacklevel=2)
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
    """Ends the training when the loss is not a number any more.

    Example:
        callback_terminate_on_naan()
    """
    import keras

    return keras.callbacks.TerminateOnNaN()
