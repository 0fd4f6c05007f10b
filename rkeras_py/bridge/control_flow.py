"""R's conditions and loops as TensorFlow graph operations; see R/R/tensor-control-flow.R."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge.functions import RFunction
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.errors import RError

State = dict[str, Any]


class _Omitted:
    """Marks an argument whose default is defined in R."""

    def __repr__(self) -> str:
        return "<default>"


OMITTED = _Omitted()


@internal(".tf_function", waits=True)
def tf_function(f: Any, signature: Any, autograph: bool, options: Any) -> Any:
    import tensorflow as tf

    if isinstance(f, RFunction):
        f = _with_defaults(f)
    return tf.function(f, input_signature=signature, autograph=autograph, **(options or {}))


def _with_defaults(f: RFunction) -> Callable[..., Any]:
    """The function with R's defaults for missing arguments."""

    def call(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs).arguments
        given = {name: value for name, value in bound.items() if value is not OMITTED}
        given.update(given.pop("dots", {}))
        return f(**given)

    signature = f.__signature__
    parameters = [
        p if p.default is p.empty else p.replace(default=OMITTED)
        for p in signature.parameters.values()
    ]
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__name__ = f.__name__
    return call


@internal(".is_symbolic")
def is_symbolic(x: Any) -> bool:
    """Whether a value or one of its elements is known only when a graph runs."""
    import tensorflow as tf

    if isinstance(x, (tf.data.Dataset, tf.Variable)):
        return not tf.executing_eagerly()
    return bool(tf.is_symbolic_tensor(x))


# --- values --------------------------------------------------------------------------------------

#: The type of R's numbers, which take the type of the tensors that they are combined with.
_OF_R = "of R"


def _kind(value: Any) -> Any:
    """The type of a tensor; ``None`` for other values."""
    if isinstance(value, (bool, int, float)) or hasattr(value, "__array_interface__"):
        return _OF_R
    if isinstance(value, (list, tuple)) and value and all(_kind(x) == _OF_R for x in value):
        return _OF_R
    return value.dtype if is_tensor(value) else None


def _tensor(value: Any, kind: Any = None) -> Any:
    """A value as a tensor; R numbers are converted to this type."""
    import keras
    import numpy as np
    import tensorflow as tf

    if isinstance(value, RObject):
        raise ArgumentError("what changes in a loop or condition over tensors must be a tensor.")
    if _kind(value) != _OF_R:
        return [_tensor(x, kind) for x in value] if isinstance(value, (list, tuple)) else value
    array = np.asarray(value)
    if kind is None:
        kind = {"f": keras.config.floatx(), "i": "int32", "b": "bool"}.get(array.dtype.kind)
    return tf.constant(array, dtype=kind)


def _as_state(values: Any) -> State:
    """R's named list, which arrives as a list if it is empty."""
    return values if isinstance(values, dict) else {}


# --- conditions ----------------------------------------------------------------------------------


@internal(".staged_if")
def staged_if(condition: Any, yes: Any, no: Any) -> dict[str, Any]:
    """A condition in the graph: its value, and the variables that its branches set."""
    import tensorflow as tf

    kinds: State = {}
    seen: list[State] = []

    def branch(function: Any) -> Callable[[], Any]:
        def run() -> Any:
            found = function()
            leaves = {"": found["value"], **_as_state(found["variables"])}
            seen.append({name: _kind(x) for name, x in leaves.items() if x is not None})
            return {
                name: None
                if x is None or (kinds and name not in kinds)
                else _tensor(x, kinds.get(name))
                for name, x in leaves.items()
            }

        return run

    def step() -> Any:
        return tf.cond(tf.cast(condition, "bool"), branch(yes), branch(no))

    try:
        found = step()
    except (TypeError, ValueError):
        if len(seen) < 2:
            raise
        kinds = _common(*seen)
        found = step()
    return {"value": found.pop(""), "variables": found}


def _common(a: State, b: State) -> State:
    """Common types of both branches: R numbers take the type of the other branch's tensor."""
    kinds = {name: b[name] if a[name] == _OF_R else a[name] for name in a if name in b}
    return {name: None if kind == _OF_R else kind for name, kind in kinds.items()} or {"": None}


# --- loops ---------------------------------------------------------------------------------------


@internal(".staged_while")
def staged_while(test: Any, step: Any, state: Any) -> State:
    """A loop in the graph; returns its variables at the end."""
    import tensorflow as tf

    def loop(start: State, turn: Callable[..., State]) -> State:
        (found,) = tf.while_loop(
            lambda now: tf.cast(test(now), "bool"), lambda now: [turn(now)], [start]
        )
        return dict(found)

    return _looped(loop, step, _as_state(state))


@internal(".staged_for")
def staged_for(sequence: Any, step: Any, state: Any) -> State:
    """A loop in the graph over the rows of a tensor, or over a dataset."""
    import tensorflow as tf

    def over_dataset(start: State, turn: Callable[..., State]) -> State:
        # reduce() of a dataset needs a state
        start = start or {_NOTHING: tf.constant(0)}
        return dict(sequence.reduce(start, lambda now, item: {**now, **turn(now, item)}))

    def over_tensor(start: State, turn: Callable[..., State]) -> State:
        rows = tf.shape(sequence)[0]
        _, found = tf.while_loop(
            lambda i, now: i < rows,
            lambda i, now: [i + 1, turn(now, sequence[i])],
            [tf.constant(0), start],
        )
        return dict(found)

    loop = over_dataset if isinstance(sequence, tf.data.Dataset) else over_tensor
    found = _looped(loop, step, _as_state(state))
    found.pop(_NOTHING, None)
    return found


_NOTHING = "nothing"


def _looped(loop: Callable[..., State], step: Any, state: State) -> State:
    """Run a loop; initial values that are R numbers take the type of their later values."""
    became: State = {}

    def turn(now: State, *item: Any) -> State:
        after = _as_state(step(now, *item))
        for name, value in after.items():
            if _kind(state[name]) == _OF_R and _kind(value) not in (None, _OF_R):
                became[name] = _kind(value)
        return {name: _tensor(value, now[name].dtype) for name, value in after.items()}

    def start(kinds: State) -> State:
        return {name: _tensor(value, kinds.get(name)) for name, value in state.items()}

    first = start({})
    try:
        return loop(first, turn)
    except (TypeError, ValueError, RError):
        # if the code failed, try the other usual types
        wide = {name: _WIDE.get(tensor.dtype.name) for name, tensor in first.items()}
        kinds = {name: kind for name, kind in (became or wide).items() if _is_of_r(state[name])}
        if all(kind in (None, first[name].dtype) for name, kind in kinds.items()):
            raise
        return loop(start(kinds), turn)


_WIDE = {"float32": "float64", "int32": "int64"}


def _is_of_r(value: Any) -> bool:
    return bool(_kind(value) == _OF_R)
