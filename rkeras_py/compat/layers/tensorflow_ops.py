"""TensorFlow operations as layers, as in functional models of Keras 2."""

from __future__ import annotations

import inspect
from typing import Any

import keras

from rkeras_py.compat.backend.tensorflow_functions import named
from rkeras_py.compat.backend.tensorflow_ops import OPERATIONS
from rkeras_py.convert.rule import ArgumentError

#: The key of a reference to one of the layer's inputs, inside its arguments.
TENSOR = "input_tensor"


@keras.saving.register_keras_serializable("rkeras_py")
class TFOpLambda(keras.layers.Layer):  # type: ignore[misc]
    """A TensorFlow operation, such as ``math.add``.

    Args:
        function: TensorFlow's name of the operation.
        first: The first argument.
        options: The other arguments by name. In both, ``{"input_tensor": i}`` means input ``i``.

    Raises:
        ArgumentError: the operation is not supported, or has an unknown argument.
    """

    def __init__(self, function: str, first: Any, options: dict[str, Any], **more: Any) -> None:
        super().__init__(autocast=False, **more)
        self.function, self.first, self.options = function, first, options
        self._operation, self._given = find(function, options)

    def call(self, inputs: Any) -> Any:
        tensors = inputs if isinstance(inputs, (list, tuple)) else [inputs]
        return self._operation(
            _filled(self.first, tensors),
            **{name: _filled(value, tensors) for name, value in self._given.items()},
        )

    def get_config(self) -> dict[str, Any]:
        own = {"function": self.function, "first": self.first, "options": self.options}
        return {**super().get_config(), **own}


def find(function: str, options: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """The function for an operation, and the options that it accepts.

    Raises:
        ArgumentError: the operation is not supported.
    """
    operation = OPERATIONS.get(function) or named(f"tf.{function}")
    if operation is None:
        raise ArgumentError(
            f"the model has a layer of TensorFlow's operation tf.{function}, which cannot be "
            "built here. Create the model with its code again, and load its weights."
        )
    known = list(inspect.signature(operation).parameters)[1:]
    arguments = {name: value for name, value in options.items() if name in known}
    for name, value in options.items():
        if name not in known and name != "name" and value:
            raise ArgumentError(
                f"the model has a layer of TensorFlow's operation tf.{function} with "
                f"{name} = {value!r}, which cannot be built here."
            )
    return operation, arguments


def _filled(value: Any, tensors: Any) -> Any:
    """A value with references replaced by tensors."""
    if isinstance(value, dict):
        if set(value) == {TENSOR}:
            return tensors[value[TENSOR]]
        return {key: _filled(part, tensors) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_filled(part, tensors) for part in value]
    return value
