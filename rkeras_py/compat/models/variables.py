"""TensorFlow variables that are assigned to layers and models become weights, as in Keras 2."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import keras

from rkeras_py.keras_private.layers import track_weight, untrack_weight
from rkeras_py.keras_private.state import outside_stateless_scope

_OF_LAYER = "_rkeras_variables"  # weights for its variables, by attribute and path
_OF_VARIABLE = "_rkeras_weight"  # Keras's variable that shares the values


class TracksVariables:
    """Mixin for layer classes: variables that are assigned to attributes become weights."""

    _rkeras_tracks = True

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        track(self, name, value)


def methods(bases: tuple[Any, ...], members: dict[str, Any]) -> dict[str, Any]:
    """Members that do the same for another class; none if it is not a layer or model class."""
    if not issubclass(bases[0], keras.layers.Layer):
        return {}
    found: dict[str, Any] = {}
    if not getattr(bases[0], "_rkeras_tracks", False) and "__setattr__" not in members:
        found |= {"__setattr__": _set_attribute(bases[0]), "_rkeras_tracks": True}
    if "build" in members:
        found["build"] = _in_eager_scope(members["build"])
    return found


def _set_attribute(parent: Any) -> Callable[[Any, str, Any], None]:
    def set_attribute(self: Any, name: str, value: Any) -> None:
        parent.__setattr__(self, name, value)
        track(self, name, value)

    return set_attribute


def _in_eager_scope(build: Callable[..., Any]) -> Callable[..., Any]:
    """The method, which creates real variables even if Keras only computes shapes."""
    if keras.backend.backend() != "tensorflow":
        return build
    import tensorflow as tf

    @functools.wraps(build)
    def built(*args: Any, **kwargs: Any) -> Any:
        with tf.init_scope():
            return build(*args, **kwargs)

    return built


def track(layer: Any, name: str, value: Any) -> None:
    """Make the variables in an assigned value weights of a layer, and remove former ones.

    Args:
        layer: A layer or a model.
        name: The attribute.
        value: A variable, a TensorFlow module with variables, or a list or dictionary of these.
    """
    if keras.backend.backend() != "tensorflow":
        return
    before = {id(weight): weight for weight in paths_of(layer).values()}
    tracked = set(before)
    weights = {}
    for path, variable in _variables(value, name):
        weight = weights[path] = _weight(layer, path, variable)
        if id(weight) not in tracked:
            tracked.add(id(weight))
            track_weight(layer, weight)
    by_attribute = vars(layer).get(_OF_LAYER, {})
    if weights or name in by_attribute:
        vars(layer)[_OF_LAYER] = by_attribute | {name: weights}
        now = set(map(id, paths_of(layer).values()))
        for weight in (before[key] for key in before.keys() - now):
            untrack_weight(layer, weight)


def paths_of(layer: Any) -> dict[str, Any]:
    """The weights for a layer's variables by path, such as ``parts/0`` (attribute and position)."""
    by_attribute = vars(layer).get(_OF_LAYER, {})
    return {path: weight for found in by_attribute.values() for path, weight in found.items()}


def _variables(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    import tensorflow as tf

    if isinstance(value, tf.Variable):
        yield path, value
    elif isinstance(value, tf.Module):
        for i, variable in enumerate(value.variables):
            yield f"{path}/{i}", variable
    elif isinstance(value, (list, tuple, dict)):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in parts:
            yield from _variables(part, f"{path}/{key}")


def _weight(layer: Any, path: str, variable: Any) -> Any:
    """The Keras variable that shares the values of a TensorFlow variable; always the same one."""
    if _OF_VARIABLE not in vars(variable):
        with outside_stateless_scope():
            vars(variable)[_OF_VARIABLE] = keras.Variable(
                variable,
                dtype=variable.dtype.name,
                trainable=variable.trainable,
                name=_name(layer, path, variable),
            )
    return vars(variable)[_OF_VARIABLE]


def _name(layer: Any, path: str, variable: Any) -> str:
    """The variable's name, or its attribute's name, made unique in the layer."""
    name: str = variable.name.rpartition("/")[2].partition(":")[0]
    if name == "Variable":  # TensorFlow's name for variables without a name
        name = path.replace("/", "_")
    taken = {weight.name for weight in layer.weights}
    numbered = (f"{name}_{number}" for number in itertools.count(1))
    return next(free for free in itertools.chain([name], numbered) if free not in taken)
