"""Maps, folds and recurrences over tensors, with values or in graphs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
from keras import ops, tree

from rkeras_py.convert import backends
from rkeras_py.keras_private import graphs


def _untraced(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which TensorFlow is not to rewrite."""
    if not backends.on_tensorflow():
        return function
    import tensorflow as tf

    untraced: Callable[..., Any] = tf.autograph.experimental.do_not_convert(function)
    return untraced


def _part_by_part() -> bool:
    """Whether parts are taken one by one: they are there, or what compiles knows how many."""
    if not backends.on_tensorflow():
        return True
    import tensorflow as tf

    return bool(tf.executing_eagerly())


def map_parts(function: Callable[..., Any], elems: Any, dtype: str | None) -> Any:
    """The results of a function for each slice, stacked along a new first axis."""
    untraced = _untraced(lambda part: _tensors(function(part)))
    if _part_by_part():
        results = [untraced(_part(elems, i)) for i in range(_length(elems))]
        stacked = tree.map_structure(lambda *parts: ops.stack(parts), *results)
        return (
            stacked if dtype is None else tree.map_structure(lambda x: ops.cast(x, dtype), stacked)
        )
    import tensorflow as tf

    one = tree.map_structure(lambda x: keras.KerasTensor(x.shape[1:], x.dtype), elems)
    like = graphs.output_spec(untraced, one)
    signature = tree.map_structure(lambda x: tf.TensorSpec(x.shape, dtype or x.dtype), like)
    return tf.map_fn(
        lambda part: tree.map_structure(
            lambda x, spec: tf.cast(x, spec.dtype), untraced(part), signature
        ),
        elems,
        fn_output_signature=signature,
    )


def fold_parts(function: Callable[..., Any], elems: Any, start: Any, from_the_end: bool) -> Any:
    """The last value of a function of the accumulated value and the next slice."""
    untraced = _untraced(lambda sofar, part: _tensors(function(sofar, part)))
    if not _part_by_part():
        import tensorflow as tf

        return (tf.foldr if from_the_end else tf.foldl)(untraced, elems, start)
    places = list(range(_length(elems)))
    if from_the_end:
        places.reverse()
    result = _part(elems, places.pop(0)) if start is None else start
    for i in places:
        result = untraced(result, _part(elems, i))
    return result


def _tensors(result: Any) -> Any:
    return tree.map_structure(ops.convert_to_tensor, result)


def _length(elems: Any) -> int:
    return int(tree.flatten(elems)[0].shape[0])


def _part(elems: Any, i: int) -> Any:
    return tree.map_structure(lambda x: ops.convert_to_tensor(x)[i], elems)


def run_along_time(
    step: Callable[..., Any],
    inputs: Any,
    states: list[Any],
    mask: Any,
    constants: list[Any],
    **options: Any,
) -> list[Any]:
    """The last output, all outputs and the last states of a recurrence."""
    if mask is not None:
        mask = ops.cast(mask, "bool")
    last, outputs, new_states = graphs.run_along_time(
        _untraced(step),
        ops.convert_to_tensor(inputs),
        tuple(ops.convert_to_tensor(state) for state in states),
        mask=mask,
        constants=constants or None,
        **options,
    )
    return [last, outputs, list(new_states)]
