"""Backend functions on symbolic tensors, which Keras 2 accepted like tensors with values."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import keras
from keras import tree

from rkeras_py.compat.backend import tensorflow_functions
from rkeras_py.compat.backend.steps import STEPS
from rkeras_py.convert import backends
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import graphs
from rkeras_py.keras_private.tensorflow import dispatch_unknown


def is_symbolic(value: Any) -> bool:
    """Whether it is a symbolic tensor of Keras, which gets values when a model runs."""
    return isinstance(value, keras.KerasTensor)


def has_symbolic(*values: Any) -> bool:
    """Whether a symbolic tensor is anywhere among the values."""
    return any(is_symbolic(part) for part in tree.flatten(values))


def is_sparse(tensor: Any) -> bool:
    """Whether a symbolic tensor is sparse.

    Keras 3.15 marks a product with a number as sparse, whatever the tensor is.
    """
    if not tensor.sparse:
        return False
    operation, node, _ = graphs.history_of(tensor)
    if type(operation).__name__ != "Multiply":
        return True
    return any(is_sparse(x) for x in graphs.nodes_of(operation)[node].input_tensors)


def unmark_dense(value: Any) -> Any:
    """The value; a symbolic tensor that is wrongly marked as sparse is marked as dense."""
    if is_symbolic(value) and value.sparse and not is_sparse(value):
        graphs.mark_dense(value)
    return value


@keras.saving.register_keras_serializable(package="rkeras")
class BackendFunction(keras.Operation):  # type: ignore[misc]
    """A step of a model's graph that calls a function.

    Args:
        function: A function of tensors, or the name of a backend function.

    Raises:
        ArgumentError: the name, which may come from a file, is not that of a backend function.
    """

    def __init__(self, function: Callable[..., Any] | str, name: str | None = None) -> None:
        _find(function)
        word = function.split(".")[-1] if isinstance(function, str) else _name(function)
        super().__init__(name=name or graphs.new_name(word))
        self.function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        # Keras's own __call__() replaces errors that the function raises
        step = self.symbolic_call if has_symbolic(args, kwargs) else self.call
        return step(*args, **kwargs)

    def call(self, *args: Any, **kwargs: Any) -> Any:
        return _find(self.function)(*args, **kwargs)

    def compute_output_spec(self, *args: Any, **kwargs: Any) -> Any:
        tree.map_structure(unmark_dense, (args, kwargs))
        return graphs.output_spec(self.call, *args, **kwargs)

    def get_config(self) -> dict[str, Any]:
        return {"function": self.function, "name": self.name}


def _name(function: Callable[..., Any]) -> str:
    word = getattr(function, "__name__", "") or "function"
    return word.strip("<>_")


def _find(function: Callable[..., Any] | str) -> Callable[..., Any]:
    if not isinstance(function, str):
        return function
    if function.startswith("tf."):
        found = tensorflow_functions.named(function)
    else:
        found = STEPS.get(function)
    if found is None:
        raise ArgumentError(f"the model calls {function}(), which is not allowed in models.")
    return found


def call(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """The value of a function; a step of the graph if an argument is symbolic."""
    if has_symbolic(args, kwargs):
        word = _name(function)
        known = word in STEPS and word == function.__name__
        return BackendFunction(word if known else function)(*args, **kwargs)
    return function(*args, **kwargs)


@functools.cache
def accept_symbolic_tensors() -> None:
    """Make TensorFlow's functions accept symbolic tensors in this process, as in Keras 2.

    TensorFlow calls dispatchers when a function does not support an argument
    (https://www.tensorflow.org/guide/extension_type#tensor_api_dispatch). So this works for any
    caller: R with this package, R with reticulate, or Python.
    """
    if backends.on_tensorflow():
        dispatch_unknown(_step)


def _step(function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    if not has_symbolic(args, kwargs):
        return NotImplemented
    return BackendFunction(tensorflow_functions.names().get(function, function))(*args, **kwargs)
