"""TensorFlow's functions on symbolic tensors: steps of a model, saved with it."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from rkeras_py.compat.backend.symbolic import accept_symbolic_tensors
from rkeras_py.compat.backend.tensorflow_functions import named
from rkeras_py.convert.rule import ArgumentError

accept_symbolic_tensors()

X = np.array([[1, 2, 3], [4, 5, 6]], "float32")


def computed(step):
    """What a model computes of ``X``, and the same model after it was saved and loaded."""
    x = keras.Input((3,))
    model = keras.Model(x, step(x))
    loaded = keras.models.model_from_json(model.to_json())
    found, again = (m.predict(X, verbose=0) for m in (model, loaded))
    np.testing.assert_array_equal(found, again)
    return found


STEPS = {
    "mean": (lambda x: tf.reduce_mean(x, axis=1, keepdims=True), [[2], [5]]),
    "square and add": (lambda x: tf.square(x) + x, [[2, 6, 12], [20, 30, 42]]),
    "relu": (lambda x: tf.nn.relu(x - 3), [[0, 0, 0], [1, 2, 3]]),
    "concat": (lambda x: tf.concat([x, x * 2], axis=1), [[1, 2, 3, 2, 4, 6], [4, 5, 6, 8, 10, 12]]),
    "matmul": (lambda x: tf.matmul(x, tf.ones((3, 1))), [[6], [15]]),
    "one_hot": (
        lambda x: tf.one_hot(tf.cast(x[:, 0], "int32"), depth=5)[:, 1:],
        [[1, 0, 0, 0], [0, 0, 0, 1]],
    ),
    "split": (lambda x: tf.split(x, 3, axis=1)[2], [[3], [6]]),
    "reshape by shape": (
        lambda x: tf.reshape(x, [tf.shape(x)[0], 3, 1]),
        [[[1], [2], [3]], [[4], [5], [6]]],
    ),
    "transpose": (lambda x: tf.transpose(tf.transpose(x)), [[1, 2, 3], [4, 5, 6]]),
    "top_k": (lambda x: tf.math.top_k(x, 2).values, [[3, 2], [6, 5]]),
    "where": (lambda x: tf.where(tf.greater(x, 2), x, tf.zeros_like(x)), [[0, 0, 3], [4, 5, 6]]),
    "constant first": (lambda x: tf.subtract(tf.constant(1.0), x), [[0, -1, -2], [-3, -4, -5]]),
}  # fmt: skip


@pytest.mark.parametrize("name", STEPS)
def test_values_and_saved_models(name) -> None:
    step, wanted = STEPS[name]
    np.testing.assert_allclose(computed(step), np.array(wanted, "float32"), rtol=1e-6)


def test_gradients_pass() -> None:
    x = keras.Input((3,))
    model = keras.Model(
        x, tf.reduce_sum(tf.square(keras.layers.Dense(1, kernel_initializer="ones")(x)), axis=1)
    )
    model.compile(keras.optimizers.SGD(0.001), lambda y, p: keras.ops.mean(p))
    model.fit(X, np.zeros(2), batch_size=2, verbose=0)
    # d/dw mean(s²) = mean(2 s x), with s = 6 and 15
    wanted = 1 - 0.001 * (2 * 6 * X[0] + 2 * 15 * X[1]) / 2
    np.testing.assert_allclose(model.get_weights()[0][:, 0], wanted, rtol=1e-5)


def test_an_error_is_tensorflow_s() -> None:
    with pytest.raises(Exception, match="Failed to convert elements"):
        tf.reshape(keras.Input((3,)), [-1, "a"])


@pytest.mark.parametrize(
    "name", ["tf.io.write_file", "tf.py_function", "tf.load_library", "tf.math.os.system",
             "tf.nn.fixed_unigram_candidate_sampler", "tf.print"]
)  # fmt: skip
def test_functions_that_do_more_than_compute_are_not_named_in_files(name) -> None:
    assert named(name) is None
    config = {"function": name, "name": "step"}
    x = keras.Input((3,))
    model = keras.Model(x, tf.square(x))
    text = model.to_json().replace('"tf.math.square"', f'"{config["function"]}"')
    assert name in text
    with pytest.raises((ArgumentError, TypeError), match="not allowed in models"):
        keras.models.model_from_json(text)


def test_functions_have_one_name() -> None:
    assert named("tf.math.reduce_mean") is tf.reduce_mean
    assert named("tf.one_hot") is tf.one_hot
