"""How symbolic tensors were created: operations, their calls and masks."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from rkeras_py.keras_private import samples, uses_private


@functools.cache
def _input() -> Any:
    """A tensor that must have a history; its name does not change Keras's counters."""
    import keras

    return keras.Input((1,), name="rkeras_input")


@uses_private(lambda f: f(samples.tensor()).operation.units == 2 and f(samples.alone()) is None)
def history_of(tensor: Any) -> Any:
    """How a symbolic tensor was created: ``operation``, ``node_index`` and ``tensor_index``.

    Keras 3.0 to 3.16: the attribute ``_keras_history``, set when an operation creates the tensor.

    Returns: ``None`` for a tensor that no operation created, and for other objects.
    """
    if not hasattr(tensor, "_keras_history"):
        _input()._keras_history  # noqa: B018  # missing here, too: the name is gone
        return None
    return tensor._keras_history


def _same_history(set_history: Callable[[Any, Any], None]) -> bool:
    tensor, other = samples.tensor(), samples.tensor()
    set_history(tensor, history_of(other))
    return history_of(tensor) is history_of(other)


@uses_private(_same_history)
def set_history(tensor: Any, history: Any) -> None:
    """Make a symbolic tensor the output of another call.

    Keras 3.0 to 3.16: the attribute ``_keras_history``.
    """
    tensor._keras_history  # noqa: B018  # raises if the name is gone
    tensor._keras_history = history


@uses_private(lambda f: len(f(history_of(samples.tensor()).operation)) == 1)
def nodes_of(operation: Any) -> list[Any]:
    """The calls of an operation on symbolic tensors, in order.

    Keras 3.0 to 3.16: the attribute ``_inbound_nodes``.
    """
    nodes: list[Any] = operation._inbound_nodes
    return nodes


@uses_private(lambda f: {len(nodes) for nodes in f(samples.functional()).values()} == {1})
def nodes_by_depth(model: Any) -> dict[int, list[Any]]:
    """The calls in a functional model, by their distance from its outputs.

    Keras 3.0 to 3.16: the attribute ``_nodes_by_depth`` of functional models.
    """
    nodes: dict[int, list[Any]] = model._nodes_by_depth
    return nodes


def _unmarks(mark_dense: Callable[[Any], None]) -> bool:
    tensor = samples.alone(sparse=True)
    mark_dense(tensor)
    return not tensor.sparse


@uses_private(_unmarks)
def mark_dense(tensor: Any) -> None:
    """Mark a symbolic tensor as dense.

    Keras 3.5 to 3.16: the attribute ``_sparse``; ``sparse`` is read-only.
    """
    tensor._sparse  # noqa: B018  # raises if the name is gone
    tensor._sparse = False


@uses_private(lambda f: f(lambda x: x[0], samples.alone()).shape == (3,))
def output_spec(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """The shapes and types that a function returns for symbolic tensors.

    Keras 3.0 to 3.16: ``keras.src.backend.compute_output_spec()``; the public method of
    ``keras.Operation`` replaces the function's error by another one.
    """
    import keras
    from keras.src.backend import compute_output_spec

    everything = (args, kwargs)
    leaves = keras.tree.flatten(everything)
    symbolic = [leaf for leaf in leaves if isinstance(leaf, keras.KerasTensor)]

    def of_tensors(tensors: list[Any]) -> Any:
        # JAX makes tensors of all arguments, also of numbers that have to stay numbers
        filled = iter(tensors)
        given = [next(filled) if isinstance(x, keras.KerasTensor) else x for x in leaves]
        positional, named = keras.tree.pack_sequence_as(everything, given)
        return function(*positional, **named)

    return compute_output_spec(of_tensors, symbolic)


def _runs_along_time(run_along_time: Callable[..., Any]) -> bool:
    import numpy

    last, every, _ = run_along_time(
        lambda x, states: (x + states[0], [x + states[0]]),
        numpy.ones((1, 3, 2), "float32"),
        [numpy.zeros((1, 2), "float32")],
    )
    return last.shape == (1, 2) and float(last[0, 0]) == 3 and every.shape == (1, 3, 2)


@uses_private(_runs_along_time)
def run_along_time(step: Callable[..., Any], inputs: Any, states: Any, **options: Any) -> Any:
    """Run a step function along time: the last output, all outputs and the last states.

    Keras 3.0 to 3.15: ``keras.src.backend.rnn()``; in 3.16 that is a module, which has ``rnn()``.
    """
    from keras.src.backend import rnn

    return rnn(step, inputs, states, **options)


@uses_private(lambda f: f("RkerasProbe").startswith("rkeras_probe"))
def new_name(word: str) -> str:
    """A new unique name for a layer or operation, made from a word.

    Keras 3.0 to 3.16: ``keras.src.utils.naming.auto_name()``.
    """
    from keras.src.utils.naming import auto_name

    name: str = auto_name(word)
    return name


def _starts_again(reset_names: Callable[[], None]) -> bool:
    from rkeras_py.keras_private.state import global_state

    state = global_state()
    before = dict(state)
    try:
        new_name("rkeras_reset")
        reset_names()
        return new_name("rkeras_reset") == "rkeras_reset"
    finally:
        state.clear()
        state.update(before)


@uses_private(_starts_again)
def reset_names() -> None:
    """Reset the counters of layer names.

    Keras 3.0 to 3.16: ``keras.src.utils.naming.reset_uids()``.
    """
    from keras.src.utils.naming import reset_uids

    reset_uids()
