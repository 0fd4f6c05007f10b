"""The learning phase and conditions."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k, numbers
from keras import ops

import rkeras_py
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.compose import call_layer

ONE, TWO = np.ones((1, 2)), np.full((1, 2), 2.0)


@pytest.fixture(autouse=True)
def no_phase():
    yield
    k("clear_session")


def never():
    raise AssertionError("this branch is not asked for")


def test_the_phase_of_the_session():
    assert k("learning_phase") == 0
    assert numbers(k("in_train_phase", never, lambda: 5.0)) == 5
    k("set_learning_phase", 1.0)
    assert k("learning_phase") == 1
    assert numbers(k("in_train_phase", [1.0, 2.0], never)).tolist() == [1, 2]
    assert numbers(k("in_test_phase", never, 3.0)) == 3
    k("set_learning_phase", 0)
    assert numbers(k("in_test_phase", 4.0, never)) == 4
    k("set_learning_phase", 1)
    k("clear_session")
    assert k("learning_phase") == 0


def test_training_may_be_given():
    assert numbers(k("in_train_phase", 1.0, never, True)) == 1
    assert numbers(k("in_train_phase", never, 0.0, 0)) == 0
    assert numbers(k("in_test_phase", 1.0, never, ops.convert_to_tensor(False))) == 1


def drops(layer, **options):
    values = set(np.unique(numbers(layer(np.ones((1, 200), "float32"), **options))))
    assert values in ({1}, {0, 2})
    return values == {0, 2}


def of_json():
    model = keras.Sequential([keras.Input((200,)), keras.layers.Dropout(0.5)])
    return rkeras_py.model_from_json(model.to_json())


def in_file(tmp_path):
    path = str(tmp_path / "m.keras")
    keras.Sequential([keras.Input((200,)), keras.layers.Dropout(0.5)]).save(path)
    return rkeras_py.load_model_tf(path)


def graph(drop):
    inputs = keras.Input((200,))
    return rkeras_py.keras_model(inputs, drop(inputs))


MADE = {
    "layer": lambda _: rkeras_py.layer_dropout(rate=0.5),
    "sequential": lambda _: rkeras_py.keras_model_sequential([keras.layers.Dropout(0.5)]),
    "functional": lambda _: graph(keras.layers.Dropout(0.5)),
    "clone": lambda _: rkeras_py.clone_model(graph(keras.layers.Dropout(0.5))),
    "a layer of a clone": lambda _: rkeras_py.clone_model(graph(keras.layers.Dropout(0.5))).layers[
        1
    ],
    "config": lambda _: rkeras_py.from_config(
        rkeras_py.get_config(rkeras_py.layer_dropout(rate=0.5))
    ),
    "json": lambda _: of_json(),
    "file": in_file,
}


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("before", [True, False], ids=["made before", "made after"])
def test_what_is_made_follows_the_phase_when_called_by_itself(made, before, tmp_path):
    if before:
        layer = MADE[made](tmp_path)
        assert not drops(layer)
        k("set_learning_phase", 1)
    else:
        k("set_learning_phase", 1)
        layer = MADE[made](tmp_path)
    assert drops(layer)
    assert not drops(layer, training=False)
    k("set_learning_phase", 0)
    assert not drops(layer)
    assert drops(layer, training=True)
    k("set_learning_phase", 1)
    k("clear_session")
    assert not drops(layer)
    assert not {name for name in vars(layer) if "resolve" in name}


def test_predict_and_fit_say_it_themselves():
    k("set_learning_phase", 1)
    x = np.ones((1, 200), "float32")
    model = graph(rkeras_py.layer_dropout(rate=0.5))
    np.testing.assert_array_equal(rkeras_py.predict(model, x), x)
    k("set_learning_phase", 0)
    model.compile("sgd", "mse")
    assert model.train_on_batch(x, x) > 0.5  # what was dropped is off by 1, what was kept too


def test_what_is_called_follows_the_phase_for_that_call():
    drop = keras.layers.Dropout(0.5)
    x = np.ones((1, 200), "float32")
    k("set_learning_phase", 1)
    assert set(np.unique(numbers(call_layer(drop, x)))) == {0, 2}
    np.testing.assert_array_equal(numbers(call_layer(drop, x, training=False)), x)
    assert not drops(drop)  # Keras's alone


def test_a_graph_does_not_keep_the_phase_that_was_set_when_it_was_made():
    k("set_learning_phase", 1)
    model = graph(rkeras_py.layer_dropout(rate=0.5))
    stack = rkeras_py.keras_model_sequential(input_shape=200)
    rkeras_py.layer_dropout(stack, 0.5)
    rkeras_py.layer_dropout(stack, 0.5)
    assert drops(model)
    k("clear_session")
    assert not drops(model)
    assert not drops(stack)


class Within(keras.layers.Layer):
    """A layer that does not say whether it trains to the one in it."""

    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def call(self, x):
        return call_layer(self.inner, x)


def test_a_layer_within_another_follows_that():
    layer = Within(keras.layers.Dropout(0.5))
    k("set_learning_phase", 1)
    assert drops(layer)
    assert not drops(layer, training=False)
    k("set_learning_phase", 0)
    assert drops(layer, training=True)


def test_plain_keras_code_is_as_it_was():
    drop = keras.layers.Dropout(0.5)
    model = keras.Sequential([keras.Input((200,)), keras.layers.Dropout(0.5)])
    k("set_learning_phase", 1)
    assert not drops(drop)
    assert not drops(model)
    assert not drops(keras.layers.Dropout(0.5))


class Phases(keras.layers.Layer):
    def call(self, x):
        return k("in_train_phase", lambda: x * 2, x) + k("learning_phase") * 10


def test_within_a_layer_it_is_that_of_the_call():
    layer = Phases()
    assert numbers(layer(ONE, training=True)).tolist() == [[12, 12]]
    assert numbers(layer(ONE)).tolist() == [[1, 1]]
    k("set_learning_phase", 1)
    assert numbers(layer(ONE)).tolist() == [[12, 12]]
    assert numbers(layer(ONE, training=False)).tolist() == [[1, 1]]


def test_a_model_has_both_branches():
    x = keras.Input((2,))
    model = keras.Model(x, k("in_train_phase", lambda: x * 2, x))
    assert numbers(model(ONE, training=True)).tolist() == [[2, 2]]
    assert model.predict(ONE, verbose=0).tolist() == [[1, 1]]
    model.compile("sgd", "mse")
    assert model.evaluate(ONE, ONE, verbose=0) == 0
    assert model.train_on_batch(ONE, ONE) == 1  # (2 - 1)^2


@pytest.mark.parametrize("condition", [True, 1.0, ops.convert_to_tensor(True), np.array(3)])
def test_a_condition_calls_only_the_branch_that_it_needs(condition):
    assert numbers(k("switch", condition, lambda: 1.0, never)) == 1


def test_false_conditions():
    for condition in (False, 0, ops.convert_to_tensor(0.0)):
        assert numbers(k("switch", condition, never, [7.0, 8.0])).tolist() == [7, 8]


def test_conditions_by_element_and_by_row():
    then, other = np.arange(6.0).reshape(2, 3), -np.ones((2, 3))
    where = then % 2 == 0
    np.testing.assert_array_equal(
        numbers(k("switch", where, then, other)), np.where(where, then, other)
    )
    rows = np.array([False, True])
    np.testing.assert_array_equal(
        numbers(k("switch", rows, lambda: then, lambda: other)),
        np.where(rows[:, None], then, other),
    )


def test_conditions_within_a_model():
    x, c = keras.Input((2,)), keras.Input(batch_shape=(), dtype="bool")
    run = k("function", [c, x], [k("switch", c, lambda: x * 2, x)])
    assert [run([v, ONE])[0].tolist() for v in (True, False)] == [[[2, 2]], [[1, 1]]]
    rows = keras.Input(batch_shape=(None,))
    run = k("function", [rows, x], [k("switch", rows, x * 2, x)])
    assert run([[1.0, 0.0], np.ones((2, 2))])[0].tolist() == [[2, 2], [1, 1]]


def test_conditions_within_compiled_functions():
    def step(x):
        return k("switch", ops.sum(x) > 3, lambda: x * 10, lambda: x)

    model = keras.Sequential([keras.Input((2,)), keras.layers.Lambda(step)])
    assert model.predict(ONE, verbose=0).tolist() == [[1, 1]]
    assert model.predict(TWO, verbose=0).tolist() == [[20, 20]]


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("set_learning_phase", (2,), "`value` must be 0 or 1, not 2."),
        ("switch", (np.ones((2, 2)), [1.0, 2.0], [3.0, 4.0]),
         "`condition` must have at most as many axes as the expressions, 1, not 2."),
        ("switch", (True, "a", 1.0), ("`then_expression` must be a tensor, or a function without "
         'arguments that returns one, not the string "a".')),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
