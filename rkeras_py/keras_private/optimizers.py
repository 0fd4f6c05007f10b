"""Private attributes of optimizers: their learning rate and their state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.keras_private import PrivateNameGoneError, probes, samples, uses_private
from rkeras_py.keras_private.hooks import uses_hooks


@contextmanager
def optimizers_load_by(load: Callable[[Any, Any], None]) -> Iterator[None]:
    """A context in which optimizers load their state with ``load(optimizer, store)``."""
    import keras

    cls = keras.optimizers.Optimizer
    own = vars(cls).get("load_own_variables")
    cls.load_own_variables = lambda self, store: load(self, store)
    try:
        yield
    finally:
        if own is None:
            del cls.load_own_variables
        else:
            cls.load_own_variables = own


#: Class -> slot -> the attribute with its variables; it exists after the optimizer is built.
_SLOTS: dict[str, dict[str, str]] = {
    "Adam": {"momentums": "_momentums", "velocities": "_velocities"},
    "SGD": {"momentums": "momentums"},
    "RMSprop": {
        "velocities": "_velocities",
        "momentums": "_momentums",
        "average_gradients": "_average_gradients",
    },
    "Adagrad": {"accumulators": "_accumulators"},
    "Adadelta": {
        "accumulated_gradients": "_accumulated_grads",
        "accumulated_updates": "_accumulated_delta_vars",
    },
    "Adamax": {"momentums": "_m", "norms": "_u"},
    "Nadam": {"momentums": "_momentums", "velocities": "_velocities"},
    "Ftrl": {"accumulators": "_accumulators", "linears": "_linears"},
}


def _has_slots(slot_of: Any) -> bool:
    import keras

    options: dict[str, dict[str, Any]] = {
        "Adam": {"amsgrad": True},
        "SGD": {"momentum": 0.5},
        "RMSprop": {"momentum": 0.5, "centered": True},
    }
    found = []
    for kind, known in _SLOTS.items():
        optimizer = getattr(keras.optimizers, kind)(**options.get(kind, {}))
        optimizer.build([keras.Variable([1.0, 2.0])])
        names = [*known, *(["velocity_hats"] if kind == "Adam" else [])]
        found += [slot_of(optimizer, kind, name)[0].shape == (2,) for name in names]
    return all(found)


@uses_private(_has_slots)
def slot_of(optimizer: Any, kind: str, slot: str) -> list[Any]:
    """The variables of a slot of an optimizer, one for each weight; none before it is built.

    Keras 3.0 to 3.15: an attribute of each class, usually with an underscore.

    Args:
        optimizer: An object of the class or a subclass.
        kind: The name of Keras's class.
        slot: Such as "momentums".
    """
    if not optimizer.built:
        return []
    if (kind, slot) == ("Adam", "velocity_hats"):
        return list(optimizer._velocity_hats) if optimizer.amsgrad else []
    attribute = _SLOTS[kind][slot]
    if not hasattr(optimizer, attribute):
        raise PrivateNameGoneError(f"{kind} has no attribute '{attribute}' with its {slot}.")
    return list(getattr(optimizer, attribute))


@uses_private(lambda f: f(samples.trained().optimizer) == 2)
def number_of_weights(optimizer: Any) -> int:
    """How many weights an optimizer was built for.

    Keras 3.0 to 3.15: the attribute ``_trainable_variables``.
    """
    return len(optimizer._trainable_variables)


def _gives_rate(rate_of: Any) -> bool:
    import keras

    return abs(float(rate_of(keras.optimizers.SGD(0.5))) - 0.5) < 1e-6


@uses_private(_gives_rate)
def rate_of(optimizer: Any) -> Any:
    """The variable with the learning rate, or the schedule.

    Keras 3.0 to 3.15: the attribute ``_learning_rate``; ``learning_rate`` is the schedule's value
    at the current step.
    """
    return optimizer._learning_rate


@uses_private(probes.rate)
def set_rate(optimizer: Any, variable: Any) -> None:
    """Make a variable the learning rate of an optimizer, but not one of its variables.

    Keras 3.0 to 3.15: the attribute ``_learning_rate``, set without Keras's ``__setattr__()``.
    """
    assert optimizer._learning_rate is not None
    object.__setattr__(optimizer, "_learning_rate", variable)


@uses_private(probes.changed_rate)
def change_rate(optimizer: Any, changed: Callable[[Any], Any]) -> None:
    """Have an optimizer learn each batch with what becomes of its learning rate.

    Keras 3.0 to 3.16: the method ``_backend_update_step()``, replaced in the object. On PyTorch
    ``update_step()``, which is public, is not called.
    """
    step = optimizer._backend_update_step

    def step_with_changed(grads: Any, weights: Any, learning_rate: Any) -> None:
        step(grads, weights, changed(learning_rate))

    object.__setattr__(optimizer, "_backend_update_step", step_with_changed)


@uses_private(probes.momentum_product)
def momentum_product(nadam: Any) -> Any:
    """The variable with the product of Nadam's momenta up to now.

    Keras 3.0 to 3.15: the attribute ``_u_product``.
    """
    return nadam._u_product


@uses_hooks(probes.clips, "_clip_gradients")
class Clips:
    """Passes gradients to ``clipped()`` after Keras has clipped them.

    Keras 3.0 to 3.15: ``BaseOptimizer._clip_gradients()``.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)

    def clipped(self, gradients: list[Any]) -> list[Any]:
        raise NotImplementedError

    def _clip_gradients(self, grads: list[Any]) -> list[Any]:
        return self.clipped(super()._clip_gradients(grads))  # type: ignore[misc]


def _knows_its_own(knows: Any) -> bool:
    import keras

    ours, other = keras.Variable(1.0), keras.Variable(1.0)
    optimizer = keras.optimizers.SGD()
    optimizer.build([ours])
    return knows(optimizer, [ours]) and not knows(optimizer, [ours, other])


@uses_private(_knows_its_own)
def knows(optimizer: Any, weights: Any) -> bool:
    """Whether a built optimizer can train all of these weights.

    Keras 3.3 to 3.16: ``_var_key()`` of each is in ``_trainable_variables_indices``. An optimizer
    that scales the loss wraps another optimizer.
    """
    optimizer = getattr(optimizer, "inner_optimizer", optimizer)
    indices = optimizer._trainable_variables_indices
    return all(optimizer._var_key(weight) in indices for weight in weights)
