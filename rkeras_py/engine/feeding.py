"""Feeding arrays to Keras's training loop as one dataset without end.

Keras 3.15 makes a new iterator over arrays twice an epoch, at about 30 ms each whatever the data.
A dataset that repeats, with the number of steps in an epoch, needs one for the whole training.
Keras's own adapter makes the batches. Without shuffling the training is Keras's to the last bit;
with it the first epoch is, and the orders after it are others, as one iterator draws them all.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.engine.uploads import as_float32
from rkeras_py.keras_private import training

FEW = 2_000  # samples; taking them one by one costs 12 us each


def as_dataset(
    x: Any,
    y: Any = None,
    sample_weight: Any = None,
    *,
    batch_size: int | None,
    shuffle: bool = False,
    class_weight: dict[int, float] | None = None,
    model: Any = None,
) -> tuple[Any, int] | None:
    """Arrays as a dataset that repeats, and the batches of one round.

    Returns: ``None`` where the data are no arrays, where no dataset can be made, or where the
        model takes several batches at once, for which Keras needs an end.
    """
    if not _eager() or not _only_arrays((x, y, sample_weight)):
        return None
    if model is not None and model.steps_per_execution != 1:
        return None
    import keras

    data = (x, y, sample_weight)
    if keras.config.floatx() == "float32":
        data = keras.tree.map_structure(as_float32, data)
    adapter = training.array_adapter(
        *data,
        batch_size=batch_size or 32,
        shuffle=shuffle,
        class_weight=class_weight,
    )
    dataset = _in_order(adapter) if not shuffle else None
    if dataset is None:
        dataset = adapter.get_tf_dataset()
    return without_autotuning(dataset.repeat()), int(adapter.num_batches)


def _in_order(adapter: Any) -> Any:
    """Few samples in their order as batches; ``None`` for many.

    Keras's own dataset traces three functions, 40 ms, to be quick with many samples.
    """
    import keras
    import tensorflow as tf

    batched = training.batched(adapter)
    inputs = keras.tree.lists_to_tuples(batched.arrays)
    if batched.samples > FEW or any(part is None for part in keras.tree.flatten(inputs)):
        return None
    samples = tf.data.Dataset.from_tensor_slices(training.for_slices(inputs))
    # with the shapes of Keras's dataset, as TensorFlow computes otherwise where it knows them
    return samples.batch(batched.batch_size, drop_remainder=not batched.last)


def as_stream(generator: Any) -> Any:
    """A generator of batches as a dataset; as it is where none can be made."""
    if not _eager():
        return generator
    return without_autotuning(training.dataset_of_batches(generator))


def _eager() -> bool:
    """Whether TensorFlow is Keras's backend and runs what it is told, rather than tracing it."""
    import keras

    if keras.config.backend() != "tensorflow":
        return False
    import tensorflow as tf

    return bool(tf.executing_eagerly())


def without_autotuning(dataset: Any) -> Any:
    """The dataset without TensorFlow's tuning thread.

    Whoever drops an iterator waits for that thread to end, and now and then its end is heard only
    when it looks next, after seconds.
    """
    import tensorflow as tf

    options = tf.data.Options()
    options.autotune.enabled = False
    return dataset.with_options(options)


def _only_arrays(data: Any) -> bool:
    import numpy as np

    if isinstance(data, dict):
        data = tuple(data.values())
    if isinstance(data, (list, tuple)):
        return all(_only_arrays(part) for part in data)
    return data is None or (isinstance(data, np.ndarray) and data.dtype.kind in "fiub")


def for_fit(model: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments of Keras's ``fit()`` that change when arrays come as datasets.

    Args:
        model: What is trained.
        arguments: What ``fit()`` was given; ``validation_batch_size`` may be left out.
    """
    if arguments["steps_per_epoch"] is not None:
        return {}
    data = arguments["x"], arguments["y"], arguments["sample_weight"]
    validation = arguments["validation_data"]
    if not _only_arrays(data):
        return {}
    if arguments["validation_split"] and validation is None:
        data, validation = training.split_for_validation(data, arguments["validation_split"])
    batch_size = arguments["batch_size"]
    fed = as_dataset(
        *data,
        batch_size=batch_size,
        shuffle=arguments["shuffle"],
        class_weight=arguments["class_weight"],
        model=model,
    )
    if fed is None:
        return {}
    changes = {
        "x": fed[0],
        "y": None,
        "sample_weight": None,
        "batch_size": None,
        "shuffle": False,
        "class_weight": None,
        "steps_per_epoch": fed[1],
        "validation_split": 0.0,
        "validation_data": validation,
    }
    if validation is not None and arguments["validation_steps"] is None:
        size = arguments.get("validation_batch_size") or batch_size
        held_out = as_dataset(*validation, batch_size=size)
        if held_out is not None:
            changes["validation_data"], changes["validation_steps"] = held_out
    elif validation is not None and batch_size and not arguments.get("validation_batch_size"):
        changes["validation_batch_size"] = batch_size
    return changes
