"""Values that depend on the learning phase or on a condition."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.branches import Branch
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Int
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor, to_tensor


@export(family="backend")
def k_learning_phase() -> int:
    """Get the learning phase: training or inference.

    Inside a layer it tells how the layer is called. Elsewhere it is the value of
    ``k_set_learning_phase()``, 0 at first. Use it among the inputs of ``k_function()`` to pass the
    phase.

    Returns: 1 in training, 0 otherwise.

    Example:
        k_learning_phase()
    """
    from rkeras_py.compat.backend import learning_phase

    return learning_phase.current()


@export(family="backend", invisible=True)
def k_set_learning_phase(value: Int) -> None:
    """Set the learning phase: training or inference.

    Affects layers that are called directly, not ``fit()`` or ``predict()``.

    Args:
        value: 1 for training, 0 for inference.

    Returns: nothing.

    Example:
        k_set_learning_phase(0)
    """
    from rkeras_py.compat.backend import learning_phase

    if value not in (0, 1):
        raise ArgumentError(f"`value` must be 0 or 1, not {value}.")
    learning_phase.set_for_all(value)


@export(family="backend")
def k_in_train_phase(x: Branch, alt: Branch, training: Any = None) -> Any:
    """Select a tensor in training, another in inference.

    Args:
        x: Value in training: a tensor, or a function without arguments that returns one.
        alt: Value in inference, in the same form.
        training: Whether the model is being trained: ``TRUE``, ``FALSE`` or a tensor;
            ``k_learning_phase()`` by default.

    Returns: a tensor.

    Example:
        k_in_train_phase(k_constant(1), k_constant(0), training = TRUE)
    """
    from rkeras_py.compat.backend import learning_phase, symbolic

    if training is not None:
        return k_switch(training, x, alt)
    phase = learning_phase.current()
    result = _value(x if phase else alt)
    if not symbolic.is_symbolic(result):
        return result
    other = _value(alt if phase else x)
    branches = (result, other) if phase else (other, result)
    return symbolic.call(_by_phase, *branches)


def _by_phase(x: Any, alt: Any) -> Any:
    from rkeras_py.compat.backend import learning_phase

    return as_tensor(x if learning_phase.current() else alt)


@export(family="backend")
def k_in_test_phase(x: Branch, alt: Branch, training: Any = None) -> Any:
    """Select a tensor in inference, another in training.

    Args:
        x: Value in inference: a tensor, or a function without arguments that returns one.
        alt: Value in training, in the same form.
        training: Whether the model is being trained: ``TRUE``, ``FALSE`` or a tensor;
            ``k_learning_phase()`` by default.

    Returns: a tensor.

    Example:
        k_in_test_phase(k_constant(1), k_constant(0), training = TRUE)
    """
    return k_in_train_phase(alt, x, training)


def _value(branch: Any) -> Any:
    """The tensor of a branch."""
    return to_tensor(branch() if callable(branch) and not is_tensor(branch) else branch)


@export(family="backend")
def k_switch(condition: Tensor, then_expression: Branch, else_expression: Branch) -> Any:
    """Select one of two tensors by a condition.

    Selects element by element if the condition is a tensor with axes. Only the selected function is
    called, unless the condition is known only when a model runs.

    Args:
        condition: ``TRUE``, ``FALSE``, or a tensor with at most as many axes as the expressions. It
            is broadcast to their shape.
        then_expression: Value where the condition is true: a tensor, or a function without
            arguments that returns one.
        else_expression: Value where the condition is false, in the same form and of the same shape.

    Returns: a tensor.

    Example:
        k_switch(TRUE, function() k_constant(1), function() k_constant(0))
        k_switch(k_constant(c(1, 0)), k_constant(c(1, 2)), k_constant(c(3, 4)))
    """
    from keras import ops

    from rkeras_py.api.backend.values import _has_value
    from rkeras_py.compat.backend import symbolic

    branches = (then_expression, else_expression)
    if isinstance(condition, (bool, int, float)):
        return _value(branches[0] if condition else branches[1])
    scalar = not tuple(condition.shape)
    known = not symbolic.is_symbolic(condition)
    if scalar and known:
        if _has_value(condition):
            return _value(branches[0] if bool(condition) else branches[1])
        if not symbolic.has_symbolic(*branches):
            chosen = ops.cast(condition, "bool")
            return ops.cond(chosen, lambda: _value(branches[0]), lambda: _value(branches[1]))
    values = [_value(branch) for branch in branches]
    return symbolic.call(_select, condition, *values)


def _select(condition: Any, then: Any, other: Any) -> Any:
    from keras import ops

    then, other = as_tensor(then), as_tensor(other)
    if not tuple(condition.shape):
        return ops.cond(ops.cast(condition, "bool"), lambda: then, lambda: other)
    rank, own = len(then.shape), len(condition.shape)
    if own > rank:
        raise ArgumentError(
            f"`condition` must have at most as many axes as the expressions, {rank}, not {own}."
        )
    shape = (*ops.shape(condition), *[1] * (rank - own))
    return ops.where(ops.reshape(ops.cast(condition, "bool"), shape), then, other)
