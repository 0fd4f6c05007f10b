"""What models are made of, and what they were compiled with."""

from __future__ import annotations

import keras
import numpy as np

from rkeras_py.keras_private import models


def dense(**compiled: object) -> keras.Model:
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="d")])
    if compiled:
        model.compile(**compiled)
    return model


def test_the_graph_of_a_sequential_model() -> None:
    assert models.functional_of(keras.Sequential()) is None
    model = dense()
    graph = models.functional_of(model)
    assert isinstance(graph, models.functional_class())
    x = np.ones((1, 3), "float32")
    np.testing.assert_array_equal(graph(x), model(x))
    assert [layer.name for layer in models.layers_with_input(model)][1:] == ["d"]


def test_another_graph_takes_its_place() -> None:
    model, inputs = dense(), keras.Input((3,))
    models.set_functional(model, keras.Model(inputs, inputs * 5))
    np.testing.assert_array_equal(model(np.ones((1, 3))), [[5, 5, 5]])


def test_a_layer_s_own_flag() -> None:
    model = dense()
    model.trainable = False
    assert not models.is_trainable_itself(model)
    assert models.is_trainable_itself(keras.layers.Dense(1))


def test_inputs_keep_their_type() -> None:
    layer = keras.layers.Identity()
    doubles = keras.ops.ones(2, "float64")
    assert models.converts_inputs(layer) and layer(doubles).dtype == "float32"
    models.keep_types_of_inputs(layer)
    assert not models.converts_inputs(layer) and layer(doubles).dtype == "float64"


def test_what_was_compiled() -> None:
    plain = dense()
    assert models.compiled_loss(plain) is None and models.given_metrics(plain) == []
    model = dense(loss="mse", metrics=["mae"], weighted_metrics=["mse"])
    assert models.given_metrics(model) == [["mae"], ["mse"]]
    model.evaluate(np.ones((4, 3)), np.ones((4, 2)), verbose=0)
    assert float(models.loss_tracker(model).count) == 4
    models.drop_compiled_metrics(model)
    assert [metric.name for metric in model.metrics] == ["loss"]


def test_the_function_of_a_metric() -> None:
    assert models.function_of(keras.metrics.MeanMetricWrapper(max)) is max


def test_arguments_that_keras_noted() -> None:
    class Own(keras.layers.Layer):
        def __init__(self, units: int, größe: str = "x") -> None:
            super().__init__()

    layer = Own(3, größe="é")
    noted = models.noted_config(layer)
    assert noted["units"] == 3 and noted["größe"] == "é"
    del noted["größe"]
    assert "größe" not in layer.get_config()


def test_names_within_a_layer() -> None:
    with models.name_scope_of(keras.layers.Dense(2, name="scope")):
        assert keras.Variable(1.0, name="v").path == "scope/v"
