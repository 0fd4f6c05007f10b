"""The calls of a layer, counted from 1."""

from __future__ import annotations

import keras
import pytest
from small_models import stack

from rkeras_py.api.models import nodes
from rkeras_py.convert.rule import ArgumentError


def test_each_call_has_its_tensors_and_shapes():
    one, two = keras.Input((5, 3)), keras.Input((7, 3))
    dense = keras.layers.Dense(2)
    out_one, out_two = dense(one), dense(two)
    assert nodes.get_input_at(dense, 1) is one
    assert nodes.get_input_at(dense, 2.0) is two
    assert nodes.get_output_at(dense, 1) is out_one
    assert nodes.get_output_at(dense, 2) is out_two
    assert nodes.get_input_shape_at(dense, 2) == (None, 7, 3)
    assert nodes.get_output_shape_at(dense, 2) == (None, 7, 2)


def test_several_inputs_come_as_a_list():
    one, two = keras.Input((3,)), keras.Input((4,))
    both = keras.layers.Concatenate()
    out = both([one, two])
    assert nodes.get_input_at(both, 1) == [one, two]
    assert nodes.get_input_shape_at(both, 1) == [(None, 3), (None, 4)]
    assert nodes.get_output_shape_at(both, 1) == (None, 7)
    assert nodes.get_output_at(both, 1) is out


def test_masks_go_along():
    inputs = keras.Input((5,))
    embedding = keras.layers.Embedding(10, 2, mask_zero=True)
    lstm = keras.layers.LSTM(3)
    lstm(embedding(inputs))
    mask = nodes.get_output_mask_at(embedding, 1)
    assert nodes.get_input_mask_at(lstm, 1) is mask
    assert (tuple(mask.shape), mask.dtype) == ((None, 5), "bool")
    assert nodes.get_input_mask_at(embedding, 1) is None
    assert nodes.get_output_mask_at(lstm, 1) is None
    # where the input is not 0, the mask is TRUE
    found = keras.Model(inputs, mask)(keras.ops.convert_to_tensor([[1, 0, 2, 0, 0]]))
    assert found.numpy().tolist() == [[True, False, True, False, False]]


def test_an_input_layer_gives_what_it_takes():
    model = keras.Sequential([keras.Input((4,), name="i"), keras.layers.Dense(1)])
    layer = model._layers[0]
    assert nodes.get_input_at(layer, 1) is nodes.get_output_at(layer, 1)
    assert nodes.get_input_shape_at(layer, 1) == (None, 4)


def test_layers_of_a_sequential_model_were_called_once():
    model = keras.Sequential([keras.Input((4,))])
    for units in (3, 2, 1):
        model.add(keras.layers.Dense(units))
    first = model.layers[0]
    assert nodes.get_output_shape_at(first, 1) == (None, 3)
    with pytest.raises(ArgumentError, match=r"at most 1, because .* was called once, not 2"):
        nodes.get_output_at(first, 2)
    other = keras.Input((4,))
    assert first(other) is nodes.get_output_at(first, 2)
    assert nodes.get_input_at(first, 2) is other


def test_a_model_itself_begins_with_its_own_tensors():
    model = stack(3, 1)
    assert nodes.get_input_at(model, 1) is model.inputs[0]
    assert nodes.get_output_at(model, 1) is model.outputs[0]
    other = keras.Input((4,))
    output = model(other)
    assert nodes.get_output_at(model, 2) is output
    assert nodes.get_input_at(model, 2) is other


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (3, '`node_index` must be at most 2, because "x" was called 2 times, not 3.'),
        (0, "`node_index` must be a whole number of at least 1 (which call of the layer), not 0."),
    ],
)
def test_calls_that_were_not_made(index, text):
    dense = keras.layers.Dense(2, name="x")
    dense(keras.Input((3,)))
    dense(keras.Input((3,)))
    with pytest.raises(ArgumentError) as error:
        nodes.get_output_at(dense, index)
    assert str(error.value) == text


def test_a_layer_that_was_not_called():
    with pytest.raises(ArgumentError, match='"y" has not been called on a tensor yet'):
        nodes.get_input_at(keras.layers.Dense(1, name="y"), 1)
