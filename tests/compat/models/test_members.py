"""Methods and properties that Keras 2's objects had."""

from __future__ import annotations

import keras
import pytest
import tensorflow as tf

from rkeras_py.compat.models import attributes, members


def test_a_sequential_model_s_layers_are_called_once() -> None:
    made = keras.Sequential([keras.Input((3,))])
    made.add(keras.layers.Dense(2))
    made.add(keras.layers.Dense(1))
    assert [len(attributes.get(layer, "inbound_nodes")) for layer in made.layers] == [1, 1]


def test_what_a_script_sets_itself_stays() -> None:
    layer = keras.layers.Dense(2)
    layer.updates = ["own"]
    assert attributes.get(layer, "updates") == ["own"]
    assert attributes.get(keras.layers.Dense(2), "updates") == []


def test_generators_are_what_the_usual_methods_take() -> None:
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    for name in ("fit", "evaluate", "predict"):
        assert attributes.get(model, f"{name}_generator") == getattr(model, name)


def test_minimizing_without_a_tape_takes_a_function() -> None:
    variable = tf.Variable(3.0)
    optimizer = keras.optimizers.SGD(0.1)
    attributes.get(optimizer, "minimize")(lambda: variable**2, lambda: variable)
    assert float(variable) == pytest.approx(3 - 0.1 * 6)
    with pytest.raises(ValueError, match="`loss` must be a function"):
        attributes.get(optimizer, "compute_gradients")(tf.constant(1.0), [variable])


def test_states_are_reset_at_any_depth() -> None:
    recurrent = keras.layers.GRU(2, stateful=True)
    inner = keras.Sequential([keras.Input((3, 1), batch_size=1), recurrent])
    outer = keras.Sequential([inner, keras.layers.Dense(1)])
    outer(tf.ones((1, 3, 1)))
    assert float(tf.reduce_sum(tf.abs(recurrent.states[0].value))) > 0
    members.reset_states(outer)
    assert float(tf.reduce_sum(tf.abs(recurrent.states[0].value))) == 0


def test_the_variables_of_a_layer_are_its_weights() -> None:
    layer = keras.layers.GRU(2)
    layer.build((None, 3, 1))
    assert len(layer.variables) == 4  # with the state of its random numbers
    assert attributes.get(layer, "variables") == layer.weights
    assert len(attributes.get(keras.metrics.Mean(), "variables")) == 2
