"""The calls of a layer: each has its own inputs and outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rkeras_py.convert.objects import Layer
from rkeras_py.convert.positions import Node
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import graphs
from rkeras_py.keras_private.layers import mask_of
from rkeras_py.registry.define import export


def _calls(layer: Any) -> list[tuple[list[Any], list[Any]]]:
    """Inputs and outputs of each call of a layer.

    A sequential model calls its layers again whenever one is added: calls that compute the same
    from the same count once.
    """
    calls = {}
    for node in graphs.nodes_of(layer):
        outputs = list(node.output_tensors)
        # an input layer is called on nothing; what it gives is what it takes
        calls[_lineage(node)] = (_inputs(node) or outputs, outputs)
    own = [(list(layer.inputs), list(layer.outputs))] if _is_graph(layer) else []
    return own + list(calls.values())


def _inputs(node: Any) -> list[Any]:
    """What a layer was called on, without the masks that came along."""
    masks = [_mask(tensor) for tensor in node.input_tensors]
    return [t for t in node.input_tensors if not any(t is mask for mask in masks)]


def _is_graph(layer: Any) -> bool:
    return bool(getattr(layer, "inputs", None)) and bool(getattr(layer, "outputs", None))


def _lineage(node: Any) -> Any:
    """What a node computes, from what: the same for nodes that repeat one another."""
    if not node.input_tensors:
        return id(node)
    parents = []
    for tensor in node.input_tensors:
        operation, index, place = graphs.history_of(tensor)
        nodes = graphs.nodes_of(operation) if operation else []
        parents.append((_lineage(nodes[index]) if operation else id(tensor), place))
    return id(node.operation), tuple(parents)


def _at(layer: Any, index: int, side: int, of: Callable[[Any], Any]) -> Any:
    """Something of the inputs (``side`` 0) or outputs (1) of one call; a list of several."""
    calls = _calls(layer)
    if not calls:
        raise ArgumentError(f'"{layer.name}" has not been called on a tensor yet.')
    if index >= len(calls):
        times = "once" if len(calls) == 1 else f"{len(calls)} times"
        raise ArgumentError(
            f'`node_index` must be at most {len(calls)}, as "{layer.name}" was called {times}, '
            f"not {index + 1}."
        )
    found = [of(tensor) for tensor in calls[index][side]]
    return found[0] if len(found) == 1 else found


def _itself(tensor: Any) -> Any:
    return tensor


def _mask(tensor: Any) -> Any:
    return mask_of(tensor)


def _shape(tensor: Any) -> Any:
    return tuple(tensor.shape)


@export
def get_input_at(object: Layer, node_index: Node) -> Any:
    """Get the input tensor of a layer at a node.

    Each call of a layer on a tensor adds a node. This returns the input of one of these calls.

    Args:
        object: A layer or a model.
        node_index: Index of the node, numbered from 1.

    Returns: a tensor, or a list of them.

    Example:
        inputs <- layer_input(shape = 4)
        dense <- layer_dense(units = 2)
        outputs <- dense(inputs)
        get_input_at(dense, 1)
    """
    return _at(object, node_index, 0, _itself)


@export
def get_output_at(object: Layer, node_index: Node) -> Any:
    """Get the output tensor of a layer at a node.

    Each call of a layer on a tensor adds a node. This returns the output of one of these calls.

    Args:
        object: A layer or a model.
        node_index: Index of the node, numbered from 1.

    Returns: a tensor, or a list of them.

    Example:
        dense <- layer_dense(units = 2)
        one <- dense(layer_input(shape = 4))
        two <- dense(layer_input(shape = 4))
        get_output_at(dense, 2)
    """
    return _at(object, node_index, 1, _itself)


@export
def get_input_shape_at(object: Layer, node_index: Node) -> Any:
    """Get the input shape of a layer at a node.

    Each call of a layer on a tensor adds a node. This returns the input shape of one of these
    calls.

    Args:
        object: A layer or a model.
        node_index: Index of the node, numbered from 1.

    Returns: a shape with the batch dimension, with ``NULL`` for open dimensions; a list of shapes
        if there are several.

    Example:
        dense <- layer_dense(units = 2)
        outputs <- dense(layer_input(shape = 4))
        get_input_shape_at(dense, 1)
    """
    return _at(object, node_index, 0, _shape)


@export
def get_output_shape_at(object: Layer, node_index: Node) -> Any:
    """Get the output shape of a layer at a node.

    Each call of a layer on a tensor adds a node. This returns the output shape of one of these
    calls.

    Args:
        object: A layer or a model.
        node_index: Index of the node, numbered from 1.

    Returns: a shape with the batch dimension, with ``NULL`` for open dimensions; a list of shapes
        if there are several.

    Example:
        dense <- layer_dense(units = 2)
        outputs <- dense(layer_input(shape = 4))
        get_output_shape_at(dense, 1)
    """
    return _at(object, node_index, 1, _shape)


@export
def get_input_mask_at(object: Layer, node_index: Node) -> Any:
    """Get the input mask of a layer at a node.

    Each call of a layer on a tensor adds a node. This returns the input mask of one of these calls.

    Args:
        object: A layer or a model.
        node_index: Index of the node, numbered from 1.

    Returns: a tensor of logical values, ``NULL`` if there is no mask, or a list of them.

    Example:
        embedding <- layer_embedding(input_dim = 10, output_dim = 2, mask_zero = TRUE)
        lstm <- layer_lstm(units = 3)
        outputs <- lstm(embedding(layer_input(shape = 5)))
        get_input_mask_at(lstm, 1)
    """
    return _at(object, node_index, 0, _mask)


@export
def get_output_mask_at(object: Layer, node_index: Node) -> Any:
    """Get the output mask of a layer at a node.

    Each call of a layer on a tensor adds a node. This returns the output mask of one of these
    calls.

    Args:
        object: A layer or a model.
        node_index: Index of the node, numbered from 1.

    Returns: a tensor of logical values, ``NULL`` if there is no mask, or a list of them.

    Example:
        embedding <- layer_embedding(input_dim = 10, output_dim = 2, mask_zero = TRUE)
        outputs <- embedding(layer_input(shape = 5))
        get_output_mask_at(embedding, 1)
    """
    return _at(object, node_index, 1, _mask)
