"""The state of an optimizer as Keras 2 gave it: the steps that it made, then slot after slot.

The order is that of ``get_weights()`` in Keras 2's documentation of its optimizers: the number of
iterations comes first, the state in the order in which it was made follows. Keras 3 keeps the slots
of each weight together and counts the learning rate among them.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.optimizers import rate_of, slot_of

#: Class of Keras -> slot of Keras 2's optimizer -> slot of Keras 3's.
_SLOTS: dict[str, dict[str, str]] = {
    "Adam": {"m": "momentums", "v": "velocities", "vhat": "velocity_hats"},
    "SGD": {"m": "momentums", "momentum": "momentums"},
    "RMSprop": {
        "rms": "velocities",
        "velocity": "velocities",
        "momentum": "momentums",
        "mg": "average_gradients",
        "average_gradient": "average_gradients",
    },
    "Adagrad": {"accumulator": "accumulators"},
    "Adadelta": {
        "accum_grad": "accumulated_gradients",
        "accumulated_grad": "accumulated_gradients",
        "accum_var": "accumulated_updates",
        "accumulated_delta_var": "accumulated_updates",
    },
    "Adamax": {"m": "momentums", "v": "norms", "u": "norms"},
    "Nadam": {"m": "momentums", "v": "velocities"},
    "Ftrl": {"accumulator": "accumulators", "linear": "linears"},
}


def slots(optimizer: Any) -> dict[str, str] | None:
    """The slots of Keras 2's optimizer of this class; ``None`` where it kept another state."""
    found: dict[str, str] | None = of_class(_SLOTS, optimizer)
    return found


def of_class(table: dict[str, Any], optimizer: Any) -> Any:
    """What a table says of the optimizer's class, or of the one that it is made from."""
    return table.get(_kind(optimizer, table))


def _kind(optimizer: Any, kinds: Container[str]) -> str:
    """The name of the optimizer's class, or of the one that it is made from; else ""."""
    return next((base.__name__ for base in type(optimizer).__mro__ if base.__name__ in kinds), "")


def variables_in(optimizer: Any, slot: str) -> list[Any]:
    """The variables of a slot; none where the optimizer does not use it, or made no step yet."""
    return slot_of(optimizer, _kind(optimizer, _SLOTS), slot)


def variables(optimizer: Any) -> list[Any]:
    """The variables, without the learning rate; none of the slots before the first step."""
    used = dict.fromkeys((slots(optimizer) or {}).values())
    first = [
        optimizer.iterations,
        *(variable for slot in used for variable in variables_in(optimizer, slot)),
    ]
    known = {id(variable) for variable in (*first, rate_of(optimizer))}
    return [*first, *(v for v in optimizer.variables if id(v) not in known)]


def get(optimizer: Any) -> list[Any]:
    """The numbers in the variables."""
    return [variable.numpy() for variable in variables(optimizer)]


def set(optimizer: Any, weights: Any) -> None:
    """Put numbers into the variables; all of them, or none.

    Raises:
        ArgumentError: they are of another number or of other shapes.
    """
    import numpy as np

    state = variables(optimizer)
    if not isinstance(weights, (list, tuple)) or len(weights) != len(state):
        hint = "" if optimizer.built else "; it has more once it made a step"
        raise ArgumentError(
            f"`weights` must be a list of {len(state)} arrays, as get_weights() of the optimizer "
            f"gives it{hint}, not {describe(weights)}."
        )
    arrays = []
    for i, (variable, value) in enumerate(zip(state, weights, strict=True), 1):
        array = np.asarray(value)
        if _extents(array) != _extents(variable):
            wanted = ", ".join(map(str, variable.shape))
            raise ArgumentError(
                f"`weights[[{i}]]` must be of shape ({wanted}), not {describe(value)}."
            )
        arrays.append(array.reshape(variable.shape))
    for variable, array in zip(state, arrays, strict=True):
        variable.assign(array)


def _extents(array: Any) -> list[int]:
    """The shape without dimensions of one, which R's vectors do not have."""
    return [extent for extent in array.shape if extent != 1]
