"""The calls (nodes) of a layer on symbolic tensors, each with its inputs and outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import graphs
from rkeras_py.keras_private.layers import mask_of


def calls(layer: Any) -> list[tuple[list[Any], list[Any]]]:
    """Inputs and outputs of each call of a layer."""
    found = []
    for node in nodes(layer):
        outputs = list(node.output_tensors)
        # an input layer has no inputs: use its outputs
        found.append((_inputs(node) or outputs, outputs))
    own = [(list(layer.inputs), list(layer.outputs))] if _is_graph(layer) else []
    return own + found


def nodes(layer: Any) -> list[Any]:
    """Keras's nodes of a layer.

    A sequential model calls its layers again whenever a layer is added: equal calls count once.
    """
    return list({_lineage(node): node for node in graphs.nodes_of(layer)}.values())


def _inputs(node: Any) -> list[Any]:
    """The inputs of a call, without masks."""
    masks = [mask_of(tensor) for tensor in node.input_tensors]
    return [t for t in node.input_tensors if not any(t is mask for mask in masks)]


def _is_graph(layer: Any) -> bool:
    return bool(getattr(layer, "inputs", None)) and bool(getattr(layer, "outputs", None))


def _lineage(node: Any) -> Any:
    """The operation and the origin of its inputs: equal for repeated nodes."""
    if not node.input_tensors:
        return id(node)
    parents = []
    for tensor in node.input_tensors:
        operation, index, place = graphs.history_of(tensor)
        made = graphs.nodes_of(operation) if operation else []
        parents.append((_lineage(made[index]) if operation else id(tensor), place))
    return id(node.operation), tuple(parents)


def at(layer: Any, index: int, side: int, of: Callable[[Any], Any]) -> Any:
    """Something about the inputs (``side`` 0) or outputs (1) of a call; a list for several."""
    made = calls(layer)
    if not made:
        raise ArgumentError(f'"{layer.name}" has not been called on a tensor yet.')
    if index >= len(made):
        times = "once" if len(made) == 1 else f"{len(made)} times"
        raise ArgumentError(
            f'`node_index` must be at most {len(made)}, because "{layer.name}" was called {times}, '
            f"not {index + 1}."
        )
    found = [of(tensor) for tensor in made[index][side]]
    return found[0] if len(found) == 1 else found
