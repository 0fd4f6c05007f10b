"""The state of an optimizer in Keras 2's order: number of steps, then slot after slot.

The order is documented for ``get_weights()`` of Keras 2's optimizers: the number of iterations,
followed by the state in the order of its creation. Keras 3 groups the slots by weight and includes
the learning rate.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.optimizers import rate_of, slot_of

#: Keras class -> slot in Keras 2 -> slot in Keras 3.
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
    """The slots of the optimizer class in Keras 2; ``None`` if its state was different."""
    found: dict[str, str] | None = of_class(_SLOTS, optimizer)
    return found


def of_class(table: dict[str, Any], optimizer: Any) -> Any:
    """The entry of a table for the optimizer's class or a base class."""
    return table.get(_kind(optimizer, table))


def _kind(optimizer: Any, kinds: Container[str]) -> str:
    """The name of the optimizer's class or a base class in ``kinds``; otherwise ""."""
    return next((base.__name__ for base in type(optimizer).__mro__ if base.__name__ in kinds), "")


def variables_in(optimizer: Any, slot: str) -> list[Any]:
    """The variables of a slot; none if the optimizer does not use it, or has made no step yet."""
    return slot_of(optimizer, _kind(optimizer, _SLOTS), slot)


def variables(optimizer: Any) -> list[Any]:
    """The variables without the learning rate; before the first step, without slots."""
    used = dict.fromkeys((slots(optimizer) or {}).values())
    first = [
        optimizer.iterations,
        *(variable for slot in used for variable in variables_in(optimizer, slot)),
    ]
    known = {id(variable) for variable in (*first, rate_of(optimizer))}
    return [*first, *(v for v in optimizer.variables if id(v) not in known)]


def get(optimizer: Any) -> list[Any]:
    """The values of the variables."""
    return [variable.numpy() for variable in variables(optimizer)]


def set(optimizer: Any, weights: Any) -> None:
    """Set the values of the variables: all or none.

    Raises:
        ArgumentError: their number or shapes do not fit.
    """
    import numpy as np

    state = variables(optimizer)
    if not isinstance(weights, (list, tuple)) or len(weights) != len(state):
        hint = "" if optimizer.built else " (more after its first step)"
        raise ArgumentError(
            f"`weights` must be a list of {len(state)} arrays, as returned by get_weights() of the "
            f"optimizer{hint}, not {describe(weights)}."
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
    """The shape without dimensions of size one, which R vectors lack."""
    return [extent for extent in array.shape if extent != 1]
