"""Keras objects, and functions."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert import backends
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule


def package_of(value: Any) -> str:
    """The name of the Python package that defines the class of a value, such as "numpy"."""
    return type(value).__module__.split(".")[0]


def leaves(value: Any) -> list[Any]:
    """What lists, tuples and dictionaries contain, at any depth; another value alone."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [leaf for part in value for leaf in leaves(part)]
    return [value]


def is_tensor(value: Any) -> bool:
    """Whether it is a tensor, a variable or a symbolic tensor, not an array or a matrix."""
    return (
        hasattr(value, "shape")
        and hasattr(value, "dtype")
        and not type(value).__module__.startswith(("numpy", "pandas", "scipy"))
        and not callable(value)
    )


def numbers(tensor: Any) -> Any:
    """The values of a tensor or a variable, as a view if possible; must not be modified.

    The values of a variable do not change later: TensorFlow uses new memory when it is updated.
    """
    import keras
    import numpy as np

    if backends.is_traced(tensor):
        raise ArgumentError(
            "this tensor has no numbers yet: JAX compiles the function that is called. Compute "
            "with k_* functions and operators, in place of if and ifelse() with k_switch(), or "
            "compile the model with run_eagerly = TRUE."
        )
    if backends.current() == "torch":  # its variables change where they lie
        return np.array(keras.ops.convert_to_numpy(tensor))
    tf = backends.loaded("tensorflow")
    if tf is None:
        return keras.ops.convert_to_numpy(tensor)
    if isinstance(tensor, tf.Variable) or (
        isinstance(tensor, keras.Variable) and backends.on_tensorflow()
    ):
        tensor = tf.convert_to_tensor(tensor)
    if isinstance(tensor, tf.Tensor):
        return np.asarray(tensor)
    return keras.ops.convert_to_numpy(tensor)


class ModelRule(Rule):
    name = "a model"

    def accept(self, value: Any) -> Any:
        import keras

        if not isinstance(value, keras.Model):
            raise Mismatch
        return value


def from_config(value: Any) -> Any:
    """A layer from its configuration inside that of a wrapper; other values are unchanged."""
    import keras

    if isinstance(value, dict) and "class_name" in value and "config" in value:
        return keras.saving.deserialize_keras_object(dict(value))
    return value


class LayerRule(Rule):
    name = "a layer or a model"

    def accept(self, value: Any) -> Any:
        import keras

        value = from_config(value)
        if not isinstance(value, keras.layers.Layer):
            raise Mismatch
        return value


class ComposableRule(Rule):
    """What a layer is added to or called on; ``NULL`` returns the layer itself."""

    name = "a sequential model, a tensor or a list of tensors"

    def accept(self, value: Any) -> Any:
        import keras

        if isinstance(value, (list, tuple)) and value and all(is_tensor(v) for v in value):
            return list(value)
        if isinstance(value, dict) and value and all(is_tensor(v) for v in value.values()):
            return value
        if isinstance(value, keras.Sequential) or is_tensor(value):
            return value
        raise Mismatch


class CallableRule(Rule):
    name = "a function"

    def accept(self, value: Any) -> Any:
        if not callable(value):
            raise Mismatch
        return value


class NamedListRule(Rule):
    name = "a named list"

    def accept(self, value: Any) -> Any:
        if not isinstance(value, dict):
            raise Mismatch
        return value


Model = Annotated[Any, ModelRule()]
Layer = Annotated[Any, LayerRule()]
Composable = Annotated[Any, ComposableRule()]
Callable = Annotated[Any, CallableRule()]
NamedList = Annotated[dict[str, Any], NamedListRule()]
