"""Gradients of symbolic tensors, and of tensors in functions that TensorFlow traces."""

from __future__ import annotations

from typing import Any

import keras
from keras import tree

from rkeras_py.compat.backend.symbolic import is_symbolic
from rkeras_py.convert.objects import is_tensor
from rkeras_py.keras_private.graphs import history_of, new_name, nodes_of, output_spec
from rkeras_py.keras_private.models import keep_types_of_inputs


def gradients(loss: Any, variables: list[Any]) -> list[Any]:
    """The gradient of the sum of a symbolic tensor with respect to tensors or variables.

    Returns: symbolic tensors in the shapes of the variables, ``None`` if there is no connection.
    """
    before = _before(loss)
    within = [x for x in variables if not is_symbolic(x) or id(x) in before]
    roots = [x for x in keras.utils.get_source_inputs(loss) if is_symbolic(x)]
    unique = list({id(x): x for x in roots}.values())
    steps = Gradients(keras.Model(unique, [loss, *filter(is_symbolic, within)]), within)
    steps.keep_connected(unique)
    found = dict(zip(steps.kept, tree.flatten(steps(unique)) if steps.kept else [], strict=True))
    order = {id(x): i for i, x in enumerate(within)}
    return [found.get(order.get(id(x), -1)) for x in variables]


def _before(tensor: Any) -> set[int]:
    """The ids of a tensor and of all tensors that it is computed from."""
    seen: set[int] = set()
    open_ = [tensor]
    while open_:
        one = open_.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        operation, node, _ = history_of(one)
        if operation is not None and nodes_of(operation):
            open_.extend(nodes_of(operation)[node].input_tensors)
    return seen


class Gradients(keras.layers.Layer):  # type: ignore[misc]
    """A step of a graph that computes gradients of another part of it.

    Args:
        graph: A model whose first output is differentiated with respect to the others.
        variables: The symbolic tensors (the other outputs) and variables to differentiate by.
    """

    def __init__(self, graph: Any, variables: list[Any]) -> None:
        super().__init__(name=new_name("gradients"), autocast=False)
        keep_types_of_inputs(self)
        self.graph = graph
        self._by = variables
        self.kept = list(range(len(variables)))

    def keep_connected(self, inputs: list[Any]) -> None:
        """Keep only what has a gradient."""
        specs = output_spec(self._all, inputs)
        self.kept = [i for i, spec in enumerate(specs) if spec is not None]

    def call(self, inputs: Any) -> Any:
        every = self._all(inputs)
        return [every[i] for i in self.kept]

    def compute_output_spec(self, inputs: Any) -> Any:
        return output_spec(self.call, inputs)

    def _all(self, inputs: Any) -> list[Any]:
        import tensorflow as tf

        with tf.GradientTape() as tape:
            for x in inputs:
                if x.dtype.is_floating:
                    tape.watch(x)
            for variable in self.graph.variables:  # including frozen ones
                if keras.backend.is_float_dtype(variable.dtype):
                    tape.watch(variable.value)
            for variable in self._by:
                if not is_symbolic(variable):
                    tape.watch(_value(variable))
            loss, *tensors = tree.flatten(self.graph(inputs))
        rest = iter(tensors)
        by = [next(rest) if is_symbolic(x) else _value(x) for x in self._by]
        return [
            _dense(gradient, x) for gradient, x in zip(tape.gradient(loss, by), by, strict=True)
        ]


def _value(variable: Any) -> Any:
    return variable.value if isinstance(variable, keras.Variable) else variable


def _dense(gradient: Any, like: Any) -> Any:
    import tensorflow as tf

    if gradient is None:
        return None
    gradient = tf.convert_to_tensor(gradient)
    gradient.set_shape(like.shape)
    return gradient


def gradients_in_trace(loss: Any, variables: list[Any]) -> list[Any]:
    """The same within a function that TensorFlow is tracing."""
    import tensorflow as tf

    by = [_value(x) for x in variables]
    return [
        None if gradient is None else tf.convert_to_tensor(gradient)
        for gradient in tf.gradients(loss, by)
    ]


def is_traced(value: Any) -> bool:
    """Whether it belongs to a function that TensorFlow is tracing."""
    return is_tensor(value) and hasattr(value, "graph") and not hasattr(value, "numpy")
