"""The state of an optimizer as Keras 2 gave it: the steps that it made, then slot after slot.

The order is that of ``get_weights()`` in Keras 2's documentation of its optimizers: the number of
iterations comes first, the state in the order in which it was made follows. Keras 3 keeps the slots
of each weight together and counts the learning rate among them.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError

#: Class of Keras -> slot of Keras 2's optimizer -> attribute of Keras 3's with such a list.
_SLOTS: dict[str, dict[str, str]] = {
    "Adam": {"m": "_momentums", "v": "_velocities", "vhat": "_velocity_hats"},
    "SGD": {"m": "momentums", "momentum": "momentums"},
    "RMSprop": {
        "rms": "_velocities",
        "velocity": "_velocities",
        "momentum": "_momentums",
        "mg": "_average_gradients",
        "average_gradient": "_average_gradients",
    },
    "Adagrad": {"accumulator": "_accumulators"},
    "Adadelta": {
        "accum_grad": "_accumulated_grads",
        "accumulated_grad": "_accumulated_grads",
        "accum_var": "_accumulated_delta_vars",
        "accumulated_delta_var": "_accumulated_delta_vars",
    },
    "Adamax": {"m": "_m", "v": "_u", "u": "_u"},
    "Nadam": {"m": "_momentums", "v": "_velocities"},
    "Ftrl": {"accumulator": "_accumulators", "linear": "_linears"},
}


def slots(optimizer: Any) -> dict[str, str] | None:
    """The slots of Keras 2's optimizer of this class; ``None`` where it kept another state."""
    found: dict[str, str] | None = of_class(_SLOTS, optimizer)
    return found


def of_class(table: dict[str, Any], optimizer: Any) -> Any:
    """What a table says of the optimizer's class, or of the one that it is made from."""
    names = (base.__name__ for base in type(optimizer).__mro__)
    return next((table[name] for name in names if name in table), None)


def variables(optimizer: Any) -> list[Any]:
    """The variables, without the learning rate; none of the slots before the first step."""
    attributes = dict.fromkeys((slots(optimizer) or {}).values())
    first = [
        optimizer.iterations,
        *(variable for name in attributes for variable in getattr(optimizer, name, None) or []),
    ]
    known = {id(variable) for variable in (*first, getattr(optimizer, "_learning_rate", None))}
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
