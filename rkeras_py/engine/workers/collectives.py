"""What workers compute together, by TensorFlow's collective operations.

All workers must run the same operations. Which of them belong together is told by a key: an
operation of a graph has its own, numbered in the order in which graphs are traced, which is the
same in every worker. TensorFlow wants one shape for a key, so vectors whose length changes from
batch to batch are padded to a power of two, each with a key of its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

from rkeras_py.engine.workers import group

_GROUP = 1  # the key of all workers together; TensorFlow needs it to be the same in each of them
_SIZES = 32  # keys of an operation: one for each power of two
_FOR_VALUES = 1  # the block of keys for numbers outside of graphs
_FOR_TENSORS = 2  # the first of those for tensors outside of graphs: one for each type

_blocks = itertools.count(32)

#: What TensorFlow adds up; other types are added as one of these.
_SUMMED = {"float32", "float64", "int32", "int64"}
_AS = {"float16": "float32", "bfloat16": "float32", "uint32": "int64"}


def sums(tensors: Sequence[Any]) -> list[Any]:
    """The sums of tensors over all workers, in one exchange for each type; in a graph."""
    import tensorflow as tf

    parts = [tf.convert_to_tensor(tensor) for tensor in tensors]
    types = [_type_of_sum(part.dtype.name) for part in parts]
    results: dict[int, Any] = {}
    for name in sorted(set(types)):
        places = [i for i, one in enumerate(types) if one == name]
        flat = [tf.reshape(tf.cast(parts[i], name), [-1]) for i in places]
        summed = _sum(tf.concat(flat, 0), next(_blocks) * _SIZES)
        for i, part in zip(places, tf.split(summed, [tf.size(one) for one in flat]), strict=True):
            restored = tf.reshape(part, tf.shape(parts[i]))
            restored.set_shape(parts[i].shape)
            results[i] = tf.cast(restored, parts[i].dtype)
    return [results[i] for i in range(len(parts))]


def _type_of_sum(name: str) -> str:
    if name in _SUMMED:
        return name
    if name == "string":
        raise TypeError("texts cannot be put together over several workers.")
    return _AS.get(name, "int32")


def _sum(vector: Any, key: int) -> Any:
    import tensorflow as tf

    length = vector.shape[0]
    if length is not None:
        return _reduce(vector, key)
    length = tf.size(vector)
    power = tf.cast(tf.math.ceil(_log2(tf.maximum(length, 1))), "int32")
    padded = tf.pad(vector, [[0, tf.bitwise.left_shift(1, power) - length]])
    return _reduce(padded, key + power)[:length]


def _log2(number: Any) -> Any:
    import tensorflow as tf

    # a little less, so that powers of two are not taken for more than they are
    as_double = tf.cast(number, "float64")
    return tf.math.log(as_double) / tf.math.log(tf.constant(2.0, "float64")) - 1e-10


def _reduce(vector: Any, key: Any, timeout: float = 0.0) -> Any:
    import tensorflow as tf

    worker = group.current()
    with tf.device("CPU:0"):
        return tf.raw_ops.CollectiveReduceV2(
            input=vector,
            group_size=worker.size,
            group_key=_GROUP,
            instance_key=key,
            ordering_token=[],
            merge_op="Add",
            final_op="Id",
            timeout_seconds=timeout,
        )


def sums_with_gradients(tensors: Sequence[Any]) -> list[Any]:
    """``sums()`` of tensors on which the results of all workers depend."""
    return _sums(tensors, sums)


def sums_of_own(tensors: Sequence[Any]) -> list[Any]:
    """``sums()``, whose gradients go to this worker's own part of a sum."""
    return _sums(tensors, list)


def _sums(tensors: Sequence[Any], of_gradients: Callable[[Sequence[Any]], list[Any]]) -> list[Any]:
    import tensorflow as tf

    @tf.custom_gradient  # type: ignore[untyped-decorator]
    def summed(*parts: Any) -> tuple[list[Any], Any]:
        return sums(parts), lambda *gradients: of_gradients(gradients)

    results: list[Any] = summed(*tensors)
    return results


def put_together(shares: Sequence[Any], begin: Any, rows: Any) -> list[Any]:
    """The whole of tensors of which each worker has a share of the rows.

    Gradients go to the worker's own share alone: every worker computes all that follows.

    Args:
        shares: This worker's rows.
        begin: Number of its first row.
        rows: How many there are in all.
    """
    import tensorflow as tf

    @tf.custom_gradient  # type: ignore[untyped-decorator]
    def whole(*parts: Any) -> tuple[list[Any], Any]:
        own = [tf.shape(part)[0] for part in parts]

        def gradients(*of_wholes: Any) -> list[Any]:
            return [
                None if gradient is None else gradient[begin : begin + count]
                for gradient, count in zip(of_wholes, own, strict=True)
            ]

        return sums([_among_zeros(part, begin, rows) for part in parts]), gradients

    results: list[Any] = whole(*shares)
    return results


def _among_zeros(part: Any, begin: Any, rows: Any) -> Any:
    import tensorflow as tf

    before_and_after = [[begin, rows - begin - tf.shape(part)[0]]]
    padded = tf.pad(part, before_and_after + [[0, 0]] * (len(part.shape) - 1))
    padded.set_shape([None, *part.shape[1:]])
    return padded


def sum_of_slices(slices: Any) -> Any:
    """The sum of gradients that are lists of rows: the rows of all workers."""
    import tensorflow as tf

    worker = group.current()
    counts = sums([tf.one_hot(worker.rank, worker.size, tf.size(slices.indices), 0)])[0]
    begin, rows = tf.reduce_sum(counts[: worker.rank]), tf.reduce_sum(counts)
    values, indices = sums(
        [_among_zeros(part, begin, rows) for part in (slices.values, slices.indices)]
    )
    return tf.IndexedSlices(values, indices, slices.dense_shape)


# --- outside of graphs --------------------------------------------------------------------------


def of_all(number: float, timeout: float = 0.0) -> list[float]:
    """A number of each worker, in their order.

    Args:
        number: That of this worker.
        timeout: Seconds after which to give up; 0 for never.
    """
    worker = group.current()
    own = [number if rank == worker.rank else 0.0 for rank in range(worker.size)]
    return _sum_of_values(own, timeout)


def of_first(numbers: Sequence[float]) -> list[float]:
    """The first worker's numbers; all give as many."""
    return _sum_of_values([n if group.current().is_first else 0.0 for n in numbers])


def _sum_of_values(numbers: Sequence[float], timeout: float = 0.0) -> list[float]:
    import tensorflow as tf

    if not numbers:
        return []
    power = (len(numbers) - 1).bit_length()
    padded = [*numbers, *[0.0] * (2**power - len(numbers))]
    summed = _reduce(tf.constant(padded, "float64"), _FOR_VALUES * _SIZES + power, timeout)
    return [float(number) for number in summed.numpy()[: len(numbers)]]


def adopt_first(variables: Sequence[Any]) -> None:
    """Give variables the values that the first worker's have."""
    import tensorflow as tf

    first = group.current().is_first
    numeric = [variable for variable in variables if str(variable.dtype) != "string"]
    values = [tf.convert_to_tensor(variable) for variable in numeric]
    sent = values if first else [tf.zeros_like(value) for value in values]
    for variable, value in zip(numeric, _sums_of_values(sent), strict=True):
        if not first:
            variable.assign(value)


def _sums_of_values(tensors: Sequence[Any]) -> list[Any]:
    """``sums()`` outside of a graph, where operations of the same size may have the same key."""
    import tensorflow as tf

    results: list[Any] = list(tensors)
    for number, name in enumerate(sorted({t.dtype.name for t in tensors})):
        places = [i for i, tensor in enumerate(tensors) if tensor.dtype.name == name]
        flat = tf.concat(
            [tf.reshape(tf.cast(tensors[i], _type_of_sum(name)), [-1]) for i in places], 0
        )
        length = int(flat.shape[0])
        power = max(length - 1, 0).bit_length()
        key = (_FOR_TENSORS + number) * _SIZES + power
        summed = _reduce(tf.pad(flat, [[0, 2**power - length]]), key)[:length]
        sizes = [int(tf.size(tensors[i])) for i in places]
        for i, part in zip(places, tf.split(summed, sizes), strict=True):
            results[i] = tf.cast(tf.reshape(part, tensors[i].shape), tensors[i].dtype)
    return results
