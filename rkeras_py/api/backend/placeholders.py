"""Graphs of symbolic tensors: placeholders, functions, gradients."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.branches import Elements
from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Count
from rkeras_py.convert.shapes import Shape
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.tensors import Dtype, Tensor
from rkeras_py.convert.variables import Variables, is_variable
from rkeras_py.keras_private.graphs import history_of
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor


@export(family="backend")
def k_placeholder(
    shape: Shape | None = None,
    ndim: Count | None = None,
    dtype: Dtype | None = None,
    sparse: bool = False,
    name: str | None = None,
) -> Any:
    """Create a placeholder tensor.

    A placeholder is a symbolic tensor. It gets its values when ``k_function()`` or a model runs.

    Args:
        shape: Shape with the batch dimension; ``NULL`` in a list leaves a dimension open.
        ndim: Number of axes, if the shape is not given.
        dtype: Data type; ``k_floatx()`` by default.
        sparse: Whether the tensor is sparse.

    Returns: a symbolic tensor.

    Example:
        x <- k_placeholder(shape = list(NULL, 2))
        double <- k_function(list(x), list(2 * x))
        double(list(rbind(c(1, 2), c(3, 4))))
    """
    import keras

    if shape is None:
        if ndim is None:
            raise ArgumentError("`shape` is missing: give it, or `ndim`.")
        shape = (None,) * ndim
    return keras.Input(batch_shape=shape, dtype=dtype, sparse=sparse, name=name)


@export(family="backend")
def k_is_placeholder(x: Any) -> bool:
    """Check whether an object is a placeholder.

    Inputs of models count as placeholders.

    Args:
        x: Anything.

    Returns: ``TRUE`` or ``FALSE``.

    Example:
        k_is_placeholder(k_placeholder(ndim = 2))
    """
    import keras

    history = history_of(x)
    return history is not None and isinstance(history.operation, keras.layers.InputLayer)


@export(family="backend")
def k_is_keras_tensor(x: Tensor) -> bool:
    """Check whether a tensor is symbolic.

    Symbolic tensors are inputs, and the results of layers and ``k_`` functions that were applied to
    them.

    Returns: ``TRUE`` or ``FALSE``.

    Example:
        k_is_keras_tensor(k_placeholder(ndim = 2))
        k_is_keras_tensor(k_constant(1))
    """
    from rkeras_py.compat.backend.symbolic import is_symbolic

    if not is_tensor(x):
        raise ArgumentError(f"`x` must be a tensor, not {describe(x)}.")
    return is_symbolic(x)


@export(family="backend")
def k_function(inputs: Any, outputs: Any, updates: Any = None, **more: Any) -> Any:
    """Create a function from symbolic inputs and outputs.

    The function runs a part of a model, or a computation that starts at placeholders.

    Args:
        inputs: A list of symbolic tensors: placeholders, inputs of a model, or tensors within it.
            With ``k_learning_phase()`` among them, the function takes the phase as an argument: 1
            (training) or 0.
        outputs: A tensor computed from the inputs, or a list of them.
        updates: Pairs of a variable and a symbolic tensor, `list(list(variable, tensor))`. Each
            call of the function sets the variables.
        more: Not used.

    Returns: a function. It takes a list of arrays, one for each input, and returns a list of
        arrays, one for each output, or an array if ``outputs`` is not a list.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 2, input_shape = 3, activation = "relu") %>%
          layer_dense(units = 1)
        hidden <- k_function(list(model$input), list(model$layers[[1]]$output))
        hidden(list(matrix(1, 1, 3)))
    """
    from rkeras_py.compat.backend.graph_functions import GraphFunction
    from rkeras_py.compat.backend.symbolic import is_symbolic

    more.pop("name", None)
    reject_unused(more)
    listed = _listed(inputs)
    for value in listed:
        if not is_symbolic(value) and not (isinstance(value, (bool, int)) and value in (0, 1)):
            raise ArgumentError(
                "`inputs` must be symbolic tensors, as returned by k_placeholder(), or "
                f"k_learning_phase(), not {describe(value)}."
            )
    for value in _listed(outputs):
        if not is_tensor(value):
            raise ArgumentError(f"`outputs` must be a list of tensors, not {describe(value)}.")
    return GraphFunction(listed, outputs, [_update(pair) for pair in _listed(updates)])


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _update(pair: Any) -> tuple[Any, Any]:
    if (
        isinstance(pair, (list, tuple))
        and len(pair) == 2
        and is_variable(pair[0])
        and is_tensor(pair[1])
    ):
        return pair[0], pair[1]
    raise ArgumentError(
        f"`updates` must be a list of pairs, list(list(variable, tensor)), not of {describe(pair)}."
    )


@export(family="backend")
def k_gradients(loss: Tensor, variables: Variables) -> Any:
    """Gradients of a tensor with respect to variables.

    Works on the graph of a model: on the symbolic inputs and outputs of models and layers, on the
    results of ``k_`` functions that were applied to them, and on placeholders. It also works within
    functions that Keras compiles, such as a loss. The gradients are symbolic; ``k_function()``
    computes their values.

    A tensor with values does not store how it was computed. To differentiate such a computation,
    record it with ``tf$GradientTape()``.

    Args:
        loss: The tensor to differentiate; its elements are summed.
        variables: A tensor or weight from which ``loss`` is computed, or a list of them.

    Returns: a list with one element for each variable: a tensor with its shape, or ``NULL`` if
        ``loss`` does not depend on it.

    Raises:
        ArgumentError: ``loss`` is a tensor with values.

    Example:
        x <- k_placeholder(shape = 3)
        slope <- k_function(list(x), k_gradients(k_sum(x^2), x))
        slope(list(c(1, 2, 3)))
    """
    from rkeras_py.compat.backend import symbolic_gradients
    from rkeras_py.compat.backend.symbolic import is_symbolic

    for variable in variables:
        if not is_tensor(variable):
            raise ArgumentError(
                f"`variables` must be tensors that `loss` depends on, not {describe(variable)}."
            )
    if is_symbolic(loss):
        return symbolic_gradients.gradients(loss, variables)
    if symbolic_gradients.is_traced(loss):
        return symbolic_gradients.gradients_in_trace(loss, variables)
    raise ArgumentError(
        "`loss` has values, but not how they were computed. Compute it from "
        "k_placeholder() or a model's tensors, or record the computation with tf$GradientTape()."
    )


@export(family="backend")
def k_stop_gradient(variables: Elements) -> Any:
    """Stop gradients at tensors.

    Returns the same tensors; gradients treat them as constants.

    Args:
        variables: A tensor, or a list of tensors.

    Returns: a tensor, or a list of tensors for a list.

    Example:
        k_stop_gradient(k_constant(c(1, 2)))
    """
    from keras import ops

    if isinstance(variables, list):
        return [ops.stop_gradient(as_tensor(x)) for x in variables]
    return ops.stop_gradient(as_tensor(variables))
