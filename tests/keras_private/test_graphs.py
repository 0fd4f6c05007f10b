"""How symbolic tensors came about."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.keras_private import graphs


def test_the_history_of_tensors() -> None:
    layer = keras.layers.Dense(2, name="both")
    inputs = keras.Input((3,))
    first, second = layer(inputs), layer(inputs)
    assert graphs.history_of(first).operation is layer
    assert [graphs.history_of(x).node_index for x in (first, second)] == [0, 1]
    assert len(graphs.nodes_of(layer)) == 2
    for value in (np.ones(2), "é", None, keras.ops.ones(1), keras.KerasTensor((2,))):
        assert graphs.history_of(value) is None


def test_a_history_that_is_taken_over() -> None:
    inputs = keras.Input((3,))
    tensor, other = keras.layers.ReLU()(inputs), keras.layers.Rescaling(2.0)(inputs)
    graphs.set_history(tensor, graphs.history_of(other))
    assert graphs.history_of(tensor).operation.scale == 2


def test_calls_by_their_distance_from_the_end() -> None:
    inputs = keras.Input((3,))
    model = keras.Model(inputs, keras.layers.Dense(2)(keras.layers.Dense(4)(inputs)))
    depths = graphs.nodes_by_depth(model)
    assert {depth: len(nodes) for depth, nodes in depths.items()} == {0: 1, 1: 1, 2: 1}


def test_what_a_function_would_give() -> None:
    spec = graphs.output_spec(lambda x: x[..., :1] > 0, keras.KerasTensor((None, 5)))
    assert spec.shape == (None, 1) and spec.dtype == "bool"
    with pytest.raises(ZeroDivisionError):  # the function's own error
        graphs.output_spec(lambda x: 1 / 0, keras.KerasTensor((2,)))
