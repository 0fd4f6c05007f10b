"""What Keras's functions that JAX compiles are given, and give back changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from rkeras_py.keras_private import samples, uses_private


class _State:
    """A variable where Keras looks for generators of random numbers, which have one."""

    def __init__(self, state: Any) -> None:
        self.state = state


def _is_carried(carry: Callable[[Any, Any], None]) -> bool:
    import keras

    layer, variable = samples.sequential().layers[0], keras.Variable(1.0, trainable=False)
    before = len(layer.weights)
    carry(layer, [variable])
    carry(layer, [variable])
    return layer.non_trainable_variables == [variable] and len(layer.weights) == before


@uses_private(_is_carried)
def carry(layer: Any, variables: Any) -> None:
    """Have compiled functions take variables of a layer with them that are no weights.

    Keras 3.0 to 3.16: the attribute ``_seed_generators`` of layers.
    """
    import keras

    there = {id(generator.state) for generator in layer._seed_generators}
    for variable in keras.tree.flatten(variables):
        if id(variable) not in there:
            _append(layer, _State(variable))


def _append(layer: Any, generator: Any) -> None:
    locked = layer._tracker.locked
    layer._tracker.locked = False
    try:
        layer._seed_generators.append(generator)
    finally:
        layer._tracker.locked = locked


def _is_there_meanwhile(carried: Callable[[Any, Any], AbstractContextManager[None]]) -> bool:
    import keras

    model, generator = samples.sequential(), keras.random.SeedGenerator(1)
    with carried(model, generator):
        inside = [v is generator.state for v in model.non_trainable_variables]
    return any(inside) and not model.non_trainable_variables


@uses_private(_is_there_meanwhile)
@contextmanager
def carried(model: Any, generator: Any) -> Iterator[None]:
    """Meanwhile compiled functions of a model take the state of a generator with them.

    Keras 3.0 to 3.16: the attribute ``_seed_generators`` of layers.
    """
    if any(known is generator for known in model._seed_generators):
        yield  # a call within another one
        return
    _append(model, generator)
    try:
        yield
    finally:
        model._seed_generators.remove(generator)


def _gives_back(kept_state: Callable[[Any], AbstractContextManager[None]]) -> bool:
    import keras

    model = samples.functional()
    if keras.config.backend() != "jax":
        return True
    before = model.get_weights()
    try:
        with kept_state(model):
            model._get_jax_state(trainable_variables=True, purge_model_variables=True)
            raise ValueError
    except ValueError:
        after = model.get_weights()
    return all((a == b).all() for a, b in zip(before, after, strict=True))


@uses_private(_gives_back)
@contextmanager
def kept_state(model: Any) -> Iterator[None]:
    """Have a model keep its weights where a step fails before it has given any back.

    Keras 3.10 to 3.16 with JAX: ``_get_jax_state()`` takes the values out of the variables, whose
    ``_value`` is ``None`` until ``jax_state_sync()``.
    """
    take, around = model._get_jax_state, vars(model).get("_get_jax_state")
    taken: list[tuple[Any, Any]] = []

    def take_and_note(**which: Any) -> Any:
        wanted = {name: on for name, on in which.items() if on and name in _VARIABLES}
        variables = [v for name in _VARIABLES if name in wanted for v in _VARIABLES[name](model)]
        taken[:] = [(variable, variable.value) for variable in variables]
        return take(**which)

    vars(model)["_get_jax_state"] = take_and_note
    try:
        yield
    finally:
        if around is None:
            vars(model).pop("_get_jax_state", None)
        else:
            vars(model)["_get_jax_state"] = around
        for variable, value in taken:
            if variable._value is None and not value.is_deleted():
                variable._value = value


_VARIABLES: dict[str, Callable[[Any], list[Any]]] = {
    "trainable_variables": lambda model: list(model.trainable_variables),
    "non_trainable_variables": lambda model: list(model.non_trainable_variables),
    "optimizer_variables": lambda model: list(model.optimizer.variables),
    "metrics_variables": lambda model: list(model.metrics_variables),
}
