"""Functional models, layers by name and position, clones, frozen weights."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from small_models import data, stack, two_ways

from rkeras_py.api.models import functional as graph
from rkeras_py.api.training import training
from rkeras_py.convert.rule import ArgumentError


def test_a_model_computes_what_its_layers_do():
    inputs = keras.Input((3,))
    outputs = keras.layers.Dense(2, kernel_initializer="ones", bias_initializer="ones")(inputs)
    model = graph.keras_model(inputs, outputs, name="sums")
    assert model.name == "sums"
    found = training.predict(model, np.array([[1.0, 2.0, 3.0]]), verbose=0)
    assert found.tolist() == [[7.0, 7.0]]


def test_outputs_may_have_names():
    inputs = keras.Input((2,))
    outputs = {"one": inputs * 2, "two": inputs + 1}
    model = graph.keras_model([inputs], outputs)
    found = training.predict(model, np.array([[1.0, 2.0]]), verbose=0)
    assert {n: v.tolist() for n, v in found.items()} == {"one": [[2.0, 4.0]], "two": [[2.0, 3.0]]}


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (
            lambda: graph.keras_model(keras.Input((2,))),
            "`outputs` is missing: it must be the tensor that the model computes.",
        ),
        (
            lambda: graph.keras_model(np.zeros(2), np.zeros(2)),
            (
                "`inputs` must be a tensor returned by layer_input() or another layer, or a list "
                "of them, not a numeric vector of length 2."
            ),
        ),
        (
            lambda: graph.get_layer(two_ways(), "main_outputs"),
            (
                '`name`: "M" has no layer "main_outputs". Did you mean "main_output", '
                '"main_input", "aux_output"?'
            ),
        ),
        (
            lambda: graph.get_layer(stack(2, 1), index=3),
            '`index` must be at most 2, the number of layers of "M", not 3.',
        ),
        (
            lambda: graph.get_layer(stack(2, 1), index=0),
            (
                "`index` must be a whole number (a position, counted from 1; -1 is the last) or "
                "NULL, not 0."
            ),
        ),
        (lambda: graph.get_layer(stack(2, 1)), "give either `name` or `index`."),
        (
            lambda: graph.pop_layer(two_ways()),
            (
                "`object` must be a sequential model. For another model, create a new one without "
                "its last layer: keras_model(model$input, get_layer(model, index = -2)$output)."
            ),
        ),
        (
            lambda: graph.freeze_weights(stack(2, 1), **{"from": "d1", "to": "d0"}),
            '`from` must not come after `to`: "d1" is layer 2, "d0" layer 1.',
        ),
        (
            lambda: graph.freeze_weights(stack(2, 1), which=[True]),
            "`which` must have an element for each of the 2 layers, not 1.",
        ),
        (
            lambda: graph.freeze_weights(stack(2, 1), which=lambda layer: layer.name),
            "`which` must return TRUE or FALSE for each layer.",
        ),
        (
            lambda: graph.freeze_weights(stack(2, 1), to=0.5),
            (
                "`to` must be a layer of the model, its name or its position (numbered from 1; -1 "
                "is the last), not 0.5."
            ),
        ),
        (
            lambda: graph.freeze_weights(stack(2, 1), to=1, which=1),
            "give either `which`, or `from` and `to`.",
        ),
        (
            lambda: graph.multi_gpu_model(stack(1), gpus=4),
            (
                "`gpus` must be at most one GPU, not 4: TensorFlow, not Keras, distributes a model "
                "over several GPUs. Use with(tf$distribute$MirroredStrategy()$scope(), { ... }) "
                "to create and compile it instead."
            ),
        ),
        (
            lambda: graph.multi_gpu_model(stack(1), gpus="all"),
            (
                "`gpus` must be a whole number of at least 0, a vector of such or NULL, "
                'not the string "all".'
            ),
        ),
    ],
)
def test_what_cannot_be_is_told(call, text):
    with pytest.raises(ArgumentError) as error:
        call()
    message = str(error.value)
    import re

    assert re.sub(r'"(sequential|functional)[_0-9]*"', '"M"', message) == text


def test_layers_by_name_and_position():
    model = stack(5, 2, 1)
    assert [graph.get_layer(model, name).units for name in ("d0", "d1", "d2")] == [5, 2, 1]
    assert [graph.get_layer(model, index=i).units for i in (1, 2.0, 3, -1, -3)] == [5, 2, 1, 1, 5]
    functional = two_ways()
    assert graph.get_layer(functional, index=1).name == "main_input"  # inputs are layers, too
    assert graph.get_layer(functional, "both") is functional.layers[3]


def test_pop_takes_the_last_layer_off_whatever_was_traced():
    model = stack(3, 1)
    x, y = data()
    training.compile(model, optimizer="sgd", loss="mse")
    training.predict(model, x, verbose=0)
    kernel, bias = model.get_weights()[:2]
    assert graph.pop_layer(model) is model
    np.testing.assert_allclose(training.predict(model, x, verbose=0), x @ kernel + bias, rtol=1e-5)
    training.compile(model, optimizer="sgd", loss="mse")
    error = x @ kernel + bias - np.repeat(y, 3, 1)
    loss = training.evaluate(model, x, np.repeat(y, 3, 1), verbose=0)["loss"]
    assert loss == pytest.approx(np.mean(error**2))
    graph.pop_layer(model)
    assert model.layers == []
    with pytest.raises(ArgumentError, match="has no layers"):
        graph.pop_layer(model)


def test_a_clone_has_the_layers_and_other_weights():
    model = stack(3, 1)
    clone = graph.clone_model(model)
    assert [layer.units for layer in clone.layers] == [3, 1]
    assert clone.layers[0] is not model.layers[0]
    assert not np.array_equal(clone.get_weights()[0], model.get_weights()[0])
    clone.set_weights(model.get_weights())
    x, _ = data()
    np.testing.assert_array_equal(
        training.predict(clone, x, verbose=0), training.predict(model, x, verbose=0)
    )


def test_a_clone_may_change_its_layers_and_its_inputs():
    def wider(layer):
        config = layer.get_config()
        return type(layer).from_config({**config, "units": config["units"] + 1})

    wide = graph.clone_model(two_ways_without_sum(), clone_function=wider)
    assert [layer.units for layer in wide.layers[1:]] == [5, 2]
    inputs = keras.Input((3,), name="other")
    other = graph.clone_model(two_ways_without_sum(), input_tensors=inputs)
    assert other.input.name == "other"


def two_ways_without_sum():
    inputs = keras.Input((3,))
    return keras.Model(inputs, keras.layers.Dense(1)(keras.layers.Dense(4)(inputs)))


def learns(model):
    return [layer.trainable for layer in model.layers]


@pytest.mark.parametrize(
    ("arguments", "frozen"),
    [
        ({}, [0, 1, 2, 3]),
        ({"from": "d2"}, [2, 3]),
        ({"to": "d1"}, [0, 1]),
        ({"from": 2, "to": 3}, [1, 2]),
        ({"from": -2}, [2, 3]),
        ({"from": 2.0, "to": -2}, [1, 2]),
        ({"which": [1, 3]}, [0, 2]),
        ({"which": [-1, -2]}, [2, 3]),
        ({"which": "d1"}, [1]),
        ({"which": ["d1", "d3"]}, [1, 3]),
        ({"which": [True, False, False, True]}, [0, 3]),
        ({"which": lambda layer: layer.units > 2}, [0, 1]),
    ],
)
def test_freezing_and_unfreezing(arguments, frozen):
    model = stack(4, 3, 2, 1)
    graph.freeze_weights(model)
    assert graph.freeze_weights(model, **arguments) is model
    assert learns(model) == [i not in frozen for i in range(4)]
    weights = [
        w.path for i, layer in enumerate(model.layers) if i not in frozen for w in layer.weights
    ]
    assert [w.path for w in model.trainable_weights] == weights
    graph.freeze_weights(model)
    graph.unfreeze_weights(model, **arguments)
    assert learns(model) == [i in frozen for i in range(4)]


def test_a_layer_itself_says_where_to_begin():
    model = stack(4, 3, 2)
    graph.freeze_weights(model, **{"from": model.layers[1]})
    assert learns(model) == [True, False, False]
    graph.unfreeze_weights(model, which=[model.layers[2]])
    assert learns(model) == [False, False, True]
    layer = model.layers[2]
    graph.freeze_weights(layer)
    assert learns(model) == [False, False, False]


def test_frozen_weights_stay_as_they_are():
    model = stack(3, 1)
    graph.freeze_weights(model, to="d0")
    training.compile(model, optimizer="sgd", loss="mse")
    before = model.get_weights()
    training.fit(model, *data(), epochs=1, verbose=0)
    changed = [not np.array_equal(a, b) for a, b in zip(before, model.get_weights(), strict=True)]
    assert changed == [False, False, True, True]


def test_a_model_on_one_gpu_is_the_model():
    model = stack(1)
    assert graph.multi_gpu_model(model, gpus=1) is model
    assert graph.multi_gpu_model(model, gpus=[0]) is model
    assert graph.multi_gpu_model(model) is model  # there are no GPUs here, or one


def test_outputs_of_other_inputs():
    one, other = keras.Input((4,)), keras.Input((4,))
    with pytest.raises(ArgumentError, match="`outputs` must be computed from `inputs`"):
        graph.keras_model(one, keras.layers.Dense(2)(other))
