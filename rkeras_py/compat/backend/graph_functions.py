"""Functions that run a part of a graph of symbolic tensors."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops, tree

from rkeras_py.compat.backend import learning_phase
from rkeras_py.compat.backend.symbolic import is_symbolic
from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.tensors import TensorRule


class GraphFunction:
    """Runs the part of a graph that leads from some tensors to others.

    Args:
        inputs: Symbolic tensors; a number instead of a tensor means the learning phase.
        outputs: A tensor or a list of tensors.
        updates: Pairs of a variable and the tensor that it is set to after each run.
    """

    def __init__(self, inputs: list[Any], outputs: Any, updates: list[tuple[Any, Any]]) -> None:
        self.inputs = inputs
        self.outputs = outputs
        self.updates = updates
        wanted = [*tree.flatten(outputs), *(value for _, value in updates)]
        self._wanted = wanted
        symbolic = [tensor for tensor in wanted if is_symbolic(tensor)]
        self._graph = self._model([x for x in inputs if is_symbolic(x)], symbolic)

    def _model(self, inputs: list[Any], outputs: list[Any]) -> Any:
        if not outputs:
            return None
        try:
            return keras.Model(inputs, outputs, name="k_function")
        except ValueError as problem:
            raise ArgumentError(
                "`outputs` must be computed from `inputs`: a placeholder or input that they need "
                "is not among them."
            ) from problem

    def __call__(self, *inputs: Any) -> Any:
        values = list(inputs)
        if len(values) == 1 and isinstance(values[0], (list, tuple)):
            alone = len(self.inputs) == 1 and _is_vector(values[0])
            values = values if alone else list(values[0])
        if len(values) != len(self.inputs):
            raise ArgumentError(
                f"the function takes a list of inputs of length {len(self.inputs)}, "
                f"not {len(values)}."
            )
        phase: int | None = None
        tensors = []
        for i, (input_, value) in enumerate(zip(self.inputs, values, strict=True), 1):
            if is_symbolic(input_):
                tensors.append(_tensor(i, value, len(input_.shape)))
            else:
                phase = _phase(i, value)
        arrays = [ops.convert_to_numpy(value) for value in self._run(tensors, phase)]
        count = len(arrays) - len(self.updates)
        for (variable, _), value in zip(self.updates, arrays[count:], strict=True):
            variable.assign(value)
        return tree.pack_sequence_as(self.outputs, arrays[:count])

    def _run(self, tensors: list[Any], phase: int | None) -> list[Any]:
        """The values of tensors of the graph and of variables."""
        computed = iter(())
        if self._graph is not None:
            training = bool(learning_phase.current() if phase is None else phase)
            computed = iter(tree.flatten(self._graph(tensors, training=training)))
        return [next(computed) if is_symbolic(x) else x for x in self._wanted]


def _is_vector(values: Any) -> bool:
    """Whether this is a vector of several numbers, not a list of inputs."""
    return len(values) > 1 and all(isinstance(value, (bool, int, float)) for value in values)


def _tensor(i: int, value: Any, rank: int) -> Any:
    """An input; a single R number may be a scalar or a vector."""
    try:
        tensor = ops.convert_to_tensor(TensorRule(exact=True).accept(value))
        return ops.expand_dims(tensor, 0) if rank == 1 and len(tensor.shape) == 0 else tensor
    except Mismatch:
        raise ArgumentError(
            f"input {i} must be {TensorRule.name}, not {describe(value)}."
        ) from None
    except ArgumentError as error:
        raise ArgumentError(str(error).replace("{argument}", f"input {i}")) from None


def _phase(i: int, value: Any) -> int:
    if isinstance(value, (bool, int, float)) and value in (0, 1):
        return int(value)
    raise ArgumentError(f"input {i}, the learning phase, must be 0 or 1, not {describe(value)}.")
