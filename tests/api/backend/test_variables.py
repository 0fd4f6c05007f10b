"""Values of variables: set and updated, by formula; a failed call changes nothing."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k, numbers
from keras import ops

from rkeras_py.convert.rule import ArgumentError


def variable(*values):
    return k("variable", np.array(values))


def test_setting():
    x, y = variable(1, 2), k("variable", 3.0)
    assert k("set_value", x, [3.0, 4.0]) is None
    assert numbers(x).tolist() == [3, 4]
    k("batch_set_value", [[x, [5, 6]], [y, 7.0]])
    assert [part.tolist() for part in k("batch_get_value", [x, y])] == [[5, 6], 7]
    single = variable(1.0)  # R's 2 is a vector of one as well as a number
    k("set_value", single, 2.0)
    assert numbers(single).tolist() == [2]


def test_updates():
    x = variable(1, 2)
    assert k("update", x, [3.0, 4.0]) is x
    assert numbers(x).tolist() == [3, 4]
    assert k("update_add", x, 10.0) is x
    assert numbers(x).tolist() == [13, 14]
    assert k("update_sub", x, ops.convert_to_tensor([1.0, 0.5])) is x
    assert numbers(x).tolist() == [12, 13.5]
    whole = k("variable", [1, 2], "int32")
    k("update_add", whole, 2.0)
    assert numbers(whole).tolist() == [3, 4] and whole.dtype == "int32"


def test_a_moving_average():
    average, wanted = variable(10.0, -4.0), np.array([10.0, -4.0])
    for value in ([20.0, 0.0], [1.0, 2.0], [5.0, 5.0]):
        assert k("moving_average_update", average, value, 0.9) is average
        wanted = 0.9 * wanted + 0.1 * np.array(value)
    np.testing.assert_allclose(numbers(average), wanted, rtol=1e-6)


def test_updates_within_a_layer():
    class Counter(keras.layers.Layer):
        def build(self, shape):
            self.count = self.add_weight(shape=(), initializer="zeros", trainable=False)

        def call(self, x):
            k("update_add", self.count, 1)
            return x

    counter = Counter()
    model = keras.Sequential([keras.Input((1,)), counter])
    model.predict(np.ones((6, 1)), batch_size=2, verbose=0)
    assert float(counter.count) == 3


def test_shapes():
    x = k("zeros", [2, 3])
    assert k("count_params", x) == 6
    assert k("count_params", k("variable", 1.0)) == 1
    assert k("get_variable_shape", x) == (2, 3)


X = k("variable", [1.0, 2.0])


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("set_value", (X, [1.0, 2.0, 3.0]), "`value` must be of shape (2), not (3)."),
        ("set_value", (3.0, 1.0), "`x` must be a variable, as returned by k_variable(), not 3."),
        ("update", (X, np.eye(2)), "`new_x` must be of shape (2), not (2, 2)."),
        (
            "update_add",
            (X, keras.Input((2,))),
            (
                "`increment` has no values: it is symbolic. Pass list(list(variable, tensor)) to "
                "k_function() as `updates`."
            ),
        ),
        (
            "batch_set_value",
            ([[X, [7.0, 8.0]], [X, 1.0]],),
            "`lists[[2]][[2]]` must be of shape (2), not ().",
        ),
        (
            "batch_set_value",
            ([X, 1.0],),
            (
                "`lists` must be a list of pairs: list(list(variable, value), ...), "
                "not a list of length 2."
            ),
        ),
        (
            "count_params",
            (keras.Input((2,)),),
            "`x` has open dimensions, (NULL, 2): its size is unknown.",
        ),
    ],
)
def test_errors_change_nothing(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
    assert numbers(X).tolist() == [1, 2]


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "rmsprop", "adagrad", "ftrl"])
def test_numbers_taken_out_stay_when_the_variable_changes(optimizer: str) -> None:
    """They lie in TensorFlow's memory; what writes there must have found another place."""
    model = keras.Sequential([keras.Input((50,)), keras.layers.Dense(400)])
    kernel = model.layers[0].kernel
    first = np.array(kernel)
    taken = k("eval", kernel)
    assert not taken.flags.writeable
    k("update_add", kernel, np.ones((50, 400)))
    kernel.value.scatter_nd_update([[0]], np.full((1, 400), 9, "float32"))
    model.compile(optimizer, "mse")
    model.fit(np.ones((64, 50)), np.ones((64, 400)), verbose=0)
    k("set_value", kernel, np.full((50, 400), 7.0))
    np.testing.assert_array_equal(taken, first)
    assert (k("eval", kernel) == 7).all()
