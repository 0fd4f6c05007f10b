"""The nodes (calls) of a layer, each with its own inputs and outputs."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.models.nodes import at
from rkeras_py.convert.objects import Layer
from rkeras_py.convert.positions import Node
from rkeras_py.keras_private.layers import mask_of
from rkeras_py.registry.define import export


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
    return at(object, node_index, 0, _itself)


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
    return at(object, node_index, 1, _itself)


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
    return at(object, node_index, 0, _shape)


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
    return at(object, node_index, 1, _shape)


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
    return at(object, node_index, 0, _mask)


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
    return at(object, node_index, 1, _mask)
