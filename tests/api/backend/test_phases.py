"""The learning phase and conditions."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k, numbers
from keras import ops

from rkeras_py.convert.rule import ArgumentError

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


def test_layers_that_are_called_by_themselves_follow_the_phase():
    drop = keras.layers.Dropout(0.5)
    x = np.ones((1, 200))
    k("set_learning_phase", 1)
    assert set(np.unique(numbers(drop(x)))) == {0, 2}
    np.testing.assert_array_equal(numbers(drop(x, training=False)), x)
    model = keras.Sequential([keras.Input((200,)), drop])
    np.testing.assert_array_equal(model.predict(x, verbose=0), x)
    assert set(np.unique(numbers(model(x)))) == {0, 2}
    k("clear_session")
    np.testing.assert_array_equal(numbers(drop(x)), x)


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
         "`condition` must have as many axes as the expressions, 1, or less, not 2."),
        ("switch", (True, "a", 1.0), ("`then_expression` must be a tensor, or a function without "
         'arguments that gives one, not the string "a".')),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
