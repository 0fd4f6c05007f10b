"""Optimizer states in files of Keras 2."""

from __future__ import annotations

from itertools import chain
from typing import Any

import keras
import numpy as np

from rkeras_py.compat.optimizers.nadam import momentum
from rkeras_py.compat.optimizers.weights import of_class, variables_in
from rkeras_py.compat.optimizers.weights import slots as slots_of
from rkeras_py.convert.describe import quoted
from rkeras_py.convert.warned import warn
from rkeras_py.keras_private.optimizers import momentum_product, number_of_weights

#: The order in which Keras 2 stores slots without names: for each group, the slots of one weight
#: after the other.
_ORDER: dict[str, tuple[tuple[str, ...], ...]] = {
    "Adam": (("m", "v"), ("vhat",)),
    "SGD": (("m",),),
    "RMSprop": (("velocity",), ("momentum",), ("average_gradient",)),
    "Adagrad": (("accumulator",),),
    "Adadelta": (("accumulated_grad", "accumulated_delta_var"),),
    "Adamax": (("m", "u"),),
    "Nadam": (("m", "v"),),
    "Ftrl": (("accumulator", "linear"),),
}

#: An optimizer that was not used has fewer variables: steps and learning rate.
_OF_UNUSED = 3


def restore_or_warn(optimizer: Any, names: list[str], values: list[Any]) -> None:
    """``restore()``, with a warning if it fails."""
    problem = restore(optimizer, names, values)
    if problem is not None:
        warn(f"the optimizer starts without its saved state: {problem}")


def assign_or_warn(optimizer: Any, values: list[Any]) -> None:
    """Set the state of an optimizer of Keras 3, with a warning if it does not fit."""
    variables = optimizer.variables
    if [tuple(v.shape) for v in variables] != [np.shape(value) for value in values]:
        warn("the optimizer starts without its saved state, which has other shapes")
        return
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)


def load_own_variables(optimizer: Any, store: Any) -> None:
    """Like the method of Keras's optimizers; a state that does not fit is ignored with a warning.

    It does not fit if the model was changed after ``compile()``: layers were frozen, added or
    removed.
    """
    values = [np.asarray(store[str(i)]) for i in range(len(store.keys()))]
    if len(values) < _OF_UNUSED and len(optimizer.variables) > len(values):
        return  # the optimizer was not used
    assign_or_warn(optimizer, values)


def names(optimizer: Any, values: list[Any]) -> list[str]:
    """Names for the variables of a Keras 2 optimizer, for a file without names.

    Args:
        optimizer: Built for the model's weights.
        values: The variables: number of steps, in some versions the learning rate, the slots.
    """
    first = ["iteration"]
    if len(values) > 1 and np.shape(values[1]) == ():
        first.append("learning_rate")
    weights = number_of_weights(optimizer)
    groups = of_class(_ORDER, optimizer) or ()
    slots = list(chain.from_iterable(list(group) * weights for group in groups))
    return [*first, *slots][: len(values)]


def restore(optimizer: Any, names: list[str], values: list[Any]) -> str | None:
    """Set the state of an optimizer from Keras 2's variables.

    Args:
        optimizer: Built for the model's weights.
        names: Names of the variables in Keras 2, such as ``Adam/m/dense/kernel:0``.
        values: The values of the variables.

    Returns: the reason if it failed; ``None`` on success.
    """
    known = slots_of(optimizer)
    if known is None:
        return f"the state of {type(optimizer).__name__} is different in Keras 2"
    if len(names) != len(values):
        return "it has other variables in Keras 2"
    slots: dict[str, list[Any]] = {}
    iterations = product = None
    for name, value in zip(names, values, strict=True):
        words = name.removesuffix(":0").split("/")
        if words[-1] in ("iter", "iteration", "iterations"):
            iterations = value
            continue
        if words[-1] == "momentum_cache":
            product = value
            continue
        if words[-1] == "learning_rate":
            continue
        slot = next((word for word in (words[-1], *words[:2]) if word in known), None)
        if slot is None:
            return f"the file has an unknown variable {quoted([name])}"
        slots.setdefault(known[slot], []).append(value)
    if isinstance(optimizer, keras.optimizers.SGD) and not optimizer.momentum:
        slots = {}  # Keras 2 also stores unused slots
    for slot, arrays in slots.items():
        variables = variables_in(optimizer, slot)
        if [tuple(v.shape) for v in variables] != [np.shape(array) for array in arrays]:
            return "its variables have other shapes than the weights"
    for slot, arrays in slots.items():
        for variable, array in zip(variables_in(optimizer, slot), arrays, strict=True):
            variable.assign(array)
    if iterations is not None:
        optimizer.iterations.assign(iterations)
    if isinstance(optimizer, keras.optimizers.Nadam):
        product = _momenta(optimizer) if product is None else product
        momentum_product(optimizer).assign(product)
    return None


def _momenta(optimizer: Any) -> Any:
    """The product of Nadam's momenta, which Keras 2.11 and later do not write."""
    steps = np.arange(1, int(optimizer.iterations.numpy()) + 1)
    return keras.ops.prod(momentum(optimizer.beta_1, 1.0, steps))
