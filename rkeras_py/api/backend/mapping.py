"""Applies functions along the first axis, or along time."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.branches import Elements
from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import Callable
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.tensors import Dtype, Tensor, Tensors
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor


@export(family="backend")
def k_map_fn(
    fn: Callable, elems: Elements, name: str | None = None, dtype: Dtype | None = None
) -> Any:
    """Apply a function to each slice along the first axis.

    Args:
        fn: A function of one slice, or of a list of slices if ``elems`` is a list.
        elems: A tensor, or a list of tensors with the same first dimension.
        name: Not used.
        dtype: Data type of the result; by default that of the values of ``fn``.

    Returns: the values of ``fn``, stacked along a new first axis.

    Example:
        k_map_fn(function(row) k_sum(row^2), rbind(c(1, 2), c(3, 4)))
    """
    from rkeras_py.compat.backend import mapping, symbolic

    return symbolic.call(mapping.map_parts, fn, _tensors(elems), dtype)


@export(family="backend")
def k_foldl(
    fn: Callable, elems: Elements, initializer: Tensor | None = None, name: str | None = None
) -> Any:
    """Reduce the slices of a tensor from first to last.

    Combines the slices along the first axis with a function of two arguments.

    Args:
        fn: A function of the accumulated value and the next slice.
        elems: A tensor, or a list of tensors with the same first dimension.
        initializer: Initial value; the first slice by default.
        name: Not used.

    Returns: the last value of ``fn``.

    Example:
        k_foldl(function(sum, x) sum * 10 + x, c(1, 2, 3))
    """
    return _folded(fn, elems, initializer, False)


@export(family="backend")
def k_foldr(
    fn: Callable, elems: Elements, initializer: Tensor | None = None, name: str | None = None
) -> Any:
    """Reduce the slices of a tensor from last to first.

    Combines the slices along the first axis with a function of two arguments.

    Args:
        fn: A function of the accumulated value and the next slice.
        elems: A tensor, or a list of tensors with the same first dimension.
        initializer: Initial value; the last slice by default.
        name: Not used.

    Returns: the last value of ``fn``.

    Example:
        k_foldr(function(sum, x) sum * 10 + x, c(1, 2, 3))
    """
    return _folded(fn, elems, initializer, True)


def _folded(fn: Any, elems: Any, initializer: Any, from_the_end: bool) -> Any:
    from rkeras_py.compat.backend import mapping, symbolic

    start = None if initializer is None else as_tensor(initializer)
    return symbolic.call(mapping.fold_parts, fn, _tensors(elems), start, from_the_end)


def _tensors(elems: Any) -> Any:
    """Tensors with a first axis to iterate over."""
    tensors = [as_tensor(x) for x in elems] if isinstance(elems, list) else as_tensor(elems)
    listed = tensors if isinstance(tensors, list) else [tensors]
    if any(len(x.shape) == 0 for x in listed):
        raise ArgumentError("`elems` must have at least one axis, not be a single number.")
    lengths = {x.shape[0] for x in listed} - {None}
    if len(lengths) > 1:
        raise ArgumentError(
            "`elems` must be tensors with the same first extent, "
            f"not {' and '.join(map(str, sorted(lengths)))}."
        )
    if lengths == {0}:
        raise ArgumentError("`elems` is empty along its first axis.")
    return tensors


@export(family="backend")
def k_rnn(
    step_function: Callable,
    inputs: Tensor,
    initial_states: Tensors,
    go_backwards: bool = False,
    mask: Tensor | None = None,
    constants: Tensors | None = None,
    unroll: bool = False,
    input_length: Size | None = None,
) -> Any:
    """Iterate a step function over the time dimension.

    The function passes states from step to step, as a recurrent layer does.

    Args:
        step_function: A function of the input at a step, (samples, ...), and of a list of states
            followed by the constants. It returns `list(output, list_of_states)`.
        inputs: A tensor of (samples, time, ...).
        initial_states: A list of the initial states.
        go_backwards: Whether to go from the last step to the first. The outputs are in the order of
            computation.
        mask: Which steps to use: (samples, time). At other steps, output and states are unchanged.
        constants: A list of tensors that are passed to the function at each step.
        unroll: Whether to unroll the loop over the steps.
        input_length: Number of steps; by default that of ``inputs``.

    Returns: a list of three elements: the last output, all outputs as (samples, time, ...), and the
        list of the last states.

    Example:
        add <- function(x, states) {
          sum <- states[[1]] + x
          list(sum, list(sum))
        }
        k_rnn(add, array(1:6, c(1, 3, 2)), list(k_constant(0, shape = c(1, 2))))
    """
    from rkeras_py.compat.backend import mapping, symbolic

    x = as_tensor(inputs)
    if len(x.shape) < 3:
        raise ArgumentError(
            "`inputs` must have the shape (samples, time, ...) with 3 or more axes, "
            f"not {len(x.shape)}."
        )
    states = [as_tensor(state) for state in initial_states]
    more = [as_tensor(constant) for constant in constants or ()]
    return symbolic.call(
        mapping.run_along_time,
        _checked_step(step_function, len(states)),
        x,
        states,
        None if mask is None else as_tensor(mask),
        more,
        go_backwards=go_backwards,
        unroll=unroll,
        input_length=input_length,
    )


def _checked_step(function: Any, count: int) -> Any:
    """The step function; checks that its result is an output and this number of states."""

    def step(x: Any, states: Any) -> tuple[Any, tuple[Any, ...]]:
        result = function(x, list(states))
        if not isinstance(result, (list, tuple)) or len(result) != 2:
            raise ArgumentError(
                f"`step_function` must return list(output, list_of_states), not {describe(result)}."
            )
        output, new = result
        new = list(new) if isinstance(new, (list, tuple)) else [new]
        if len(new) != count:
            raise ArgumentError(
                f"`step_function` must return as many states as it gets, {count}, not {len(new)}."
            )
        return as_tensor(output), tuple(as_tensor(state) for state in new)

    return step
