"""Turns arrays and generators into TensorFlow datasets.

Keras's own adapter makes the batches of arrays, so that the numbers are the same as Keras's.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from rkeras_py.engine.feeding import BATCH_SIZE, only_arrays
from rkeras_py.engine.progress_reading import reading
from rkeras_py.engine.strategy import RepeatingDataset
from rkeras_py.engine.tensorflow.handover import Handover, Pulled, RepeatedHandover, Stream
from rkeras_py.engine.tensorflow.uploads import as_float32
from rkeras_py.keras_private import tensorflow, training
from rkeras_py.sources.stream import Stream as Blocks

#: TensorFlow's operations that call Python.
_CALLS_PYTHON = {"EagerPyFunc", "PyFunc", "PyFuncStateless"}

FEW = 2_000  # samples; reading them one by one takes 12 us each


def as_dataset(
    x: Any,
    y: Any = None,
    sample_weight: Any = None,
    *,
    batch_size: int | None,
    shuffle: bool = False,
    class_weight: dict[int, float] | None = None,
    model: Any = None,
) -> RepeatingDataset | None:
    """Arrays as a repeating dataset, and the number of batches in one round.

    Returns: ``None`` if the data are not arrays, if no dataset can be made, or if the model takes
        several batches at once, for which Keras needs a dataset that ends.
    """
    if not eager() or not only_arrays((x, y, sample_weight)):
        return None
    if model is not None and model.steps_per_execution != 1:
        return None
    import keras

    data = (x, y, sample_weight)
    if keras.config.floatx() == "float32":
        data = keras.tree.map_structure(as_float32, data)
    adapter = training.array_adapter(
        *data,
        batch_size=batch_size or BATCH_SIZE,
        shuffle=shuffle,
        class_weight=class_weight,
    )
    dataset = _in_order(adapter) if not shuffle else None
    if dataset is None:
        dataset = adapter.get_tf_dataset()
    return RepeatingDataset(without_autotuning(dataset.repeat()), int(adapter.num_batches))


def _in_order(adapter: Any) -> Any:
    """Batches of a few samples in their order; ``None`` for many samples.

    Keras's own dataset traces three functions, which takes 40 ms, to be fast for many samples.
    """
    import keras
    import tensorflow as tf

    batched = training.batched(adapter)
    inputs = keras.tree.lists_to_tuples(batched.arrays)
    if batched.samples > FEW or any(part is None for part in keras.tree.flatten(inputs)):
        return None
    samples = tf.data.Dataset.from_tensor_slices(training.for_slices(inputs))
    # same static shapes as Keras's dataset: TensorFlow computes differently with other shapes
    return samples.batch(batched.batch_size, drop_remainder=not batched.last)


def as_stream(batches: Stream | Handover) -> Any:
    """Batches as a dataset that reads each of them once."""
    dataset, looked_at = training.dataset_of_batches(batches)
    batches.put_back(looked_at)
    return without_autotuning(dataset)


def as_passes(begin: Callable[[], Iterator[Any]]) -> Any:
    """A dataset that reads another pass of batches at each iteration."""
    import tensorflow as tf

    first = Stream(begin())
    dataset, looked_at = training.dataset_of_batches(first)
    first.put_back(looked_at)
    passes = itertools.chain([first], (begin() for _ in itertools.count()))
    read = tf.data.Dataset.from_generator(
        lambda: next(passes), output_signature=dataset.element_spec
    )
    return without_autotuning(read)


def of_blocks(stream: Blocks, endless: bool) -> Any:
    """Rows that are read during the call as a dataset of batches.

    A thread of TensorFlow reads a block while the model trains on the batches of another one. A
    block has its batches in an additional dimension, which costs less than slices.

    Args:
        stream: The rows.
        endless: Whether it starts again after the last batch.
    """
    import keras
    import numpy as np
    import tensorflow as tf

    size = stream.batch_size

    def batches(part: Any) -> Any:
        rows = len(part)
        part = part.reshape((-1, min(rows, size), *part.shape[1:]))
        # TensorFlow accepts strings as Python objects, but no array of them without a type
        return part if part.dtype.kind != "O" else np.char.encode(part.astype("U"), "utf-8")

    def read() -> Iterator[Any]:
        for block in stream.blocks(endless):
            yield keras.tree.map_structure(batches, block)

    signature = stream.spec(
        lambda shape, dtype: tf.TensorSpec(
            (None, None, *shape), tf.string if dtype.kind == "O" else dtype
        )
    )
    dataset = tf.data.Dataset.from_generator(read, output_signature=signature)
    dataset = dataset.prefetch(2).unbatch()
    if not endless:
        dataset = dataset.apply(tf.data.experimental.assert_cardinality(stream.batches))
    return without_autotuning(dataset)


def calls_python(dataset: Any) -> bool:
    """Whether the functions of a TensorFlow dataset call Python, and thus possibly R."""
    import tensorflow as tf

    if not isinstance(dataset, tf.data.Dataset):
        return False
    return not _CALLS_PYTHON.isdisjoint(tensorflow.operations_in(dataset))


def pulled(dataset: Any) -> tuple[Any, RepeatedHandover]:
    """A dataset of the batches that this thread takes from another dataset, and their handover."""
    import tensorflow as tf

    batches = int(dataset.cardinality())
    length = batches if batches >= 0 else None  # otherwise infinite or unknown
    handover = RepeatedHandover(lambda: Pulled(dataset), length)
    read = tf.data.Dataset.from_generator(
        lambda: iter(handover), output_signature=dataset.element_spec
    )
    if length is not None:
        read = read.apply(tf.data.experimental.assert_cardinality(length))
    return without_autotuning(read), handover


def watched(dataset: Any) -> Any:
    """A dataset whose reader sees how far it is."""
    batches = int(dataset.cardinality())
    copy = dataset.take(-1)

    class Watched(type(copy)):  # type: ignore[misc]  # Keras asks for the class of datasets
        def __iter__(self) -> Iterator[Any]:
            return reading(super().__iter__(), batches if batches >= 0 else None)

    copy.__class__ = Watched
    return copy


def in_batches(data: Any, size: int) -> Any:
    """An array or a tensor as a dataset."""
    import tensorflow as tf

    return tf.data.Dataset.from_tensor_slices(data).batch(size)


def eager() -> bool:
    """Whether TensorFlow runs operations eagerly instead of tracing them."""
    import tensorflow as tf

    return bool(tf.executing_eagerly())


def without_autotuning(dataset: Any) -> Any:
    """The dataset without TensorFlow's tuning thread.

    Deleting an iterator waits for that thread to end, and sometimes the thread notices this only
    after seconds.
    """
    import tensorflow as tf

    options = tf.data.Options()
    options.autotune.enabled = False
    return dataset.with_options(options)
