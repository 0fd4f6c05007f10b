"""Placeholders, functions made of graphs, and gradients by formula."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k, numbers
from keras import ops

from rkeras_py.convert.rule import ArgumentError

X = np.array([[1.0, -2.0, 0.5], [0.3, 0.7, -1.0]])


@pytest.fixture
def model():
    keras.utils.set_random_seed(1)
    return keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(4, activation="tanh", bias_initializer="ones"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1),
        ]
    )


def test_placeholders():
    assert k("placeholder", [2, None]).shape == (2, None)
    x = k("placeholder", ndim=3.0, dtype="int32", name="given")
    assert x.shape == (None, None, None) and x.dtype == "int32" and x.name == "given"
    assert k("placeholder", 3).shape == (3,)
    assert k("is_placeholder", x) and not k("is_placeholder", x + 1)
    assert not k("is_placeholder", 3.0)
    assert k("is_keras_tensor", x + 1) and not k("is_keras_tensor", ops.ones(2))
    assert k("is_sparse", k("placeholder", ndim=2, sparse=True)) and not k("is_sparse", x)
    assert not k("is_sparse", x * 2)


def test_functions_of_placeholders():
    x, y = k("placeholder", [None, 3]), k("placeholder", [])
    run = k("function", [x, y], [x * y, k("sum", x, 2)])
    product, total = run([X, 2.0])
    np.testing.assert_allclose(product, 2 * X)
    np.testing.assert_allclose(total, X.sum(axis=1), rtol=1e-6)
    vector = k("placeholder", [None])
    double = k("function", vector, vector * 2)
    assert double([1.0, 2.0]).tolist() == [2, 4]
    assert double([[1.0, 2.0]]).tolist() == [2, 4]
    assert double([5.0]).tolist() == [10]


def test_parts_of_a_model(model):
    w1, b1, w2, _ = (numbers(w) for w in model.weights)
    hidden = k("function", [model.inputs[0]], [model.layers[0].output])
    np.testing.assert_allclose(hidden([X])[0], np.tanh(X @ w1 + b1), rtol=1e-5)
    rest = k("function", [model.layers[0].output], model.outputs)
    np.testing.assert_allclose(rest([np.ones((1, 4))])[0], [w2.sum(axis=0)], rtol=1e-5)


def test_the_learning_phase_is_an_input(model):
    run = k("function", [model.inputs[0], k("learning_phase")], [model.layers[1].output])
    full = run([X, 0])[0]
    dropped = run([X, 1.0])[0]
    assert (dropped == 0).any()
    np.testing.assert_allclose(dropped[dropped != 0], 2 * full[dropped != 0], rtol=1e-6)


def test_variables_among_the_outputs_and_updates():
    x, count = k("placeholder", [2]), k("variable", [1.0, 1.0])
    run = k("function", [x], [x + count, count], [[count, x * 10]])
    assert [part.tolist() for part in run([[1.0, 2.0]])] == [[2, 3], [1, 1]]
    assert numbers(count).tolist() == [10, 20]
    assert [part.tolist() for part in run([[0.0, 1.0]])] == [[10, 21], [10, 20]]
    assert numbers(count).tolist() == [0, 10]


def test_gradients_by_placeholders():
    x, y = k("placeholder", [3]), k("placeholder", [3])
    by_x, by_y = k("gradients", k("sum", x**2 * y), [x, y])
    run = k("function", [x, y], [by_x, by_y])
    a, b = np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 6.0])
    for result, wanted in zip(run([a, b]), (2 * a * b, a**2), strict=True):
        np.testing.assert_allclose(result, wanted)
    (alone,) = k("gradients", x**3, x)  # elements are added up
    np.testing.assert_allclose(k("function", [x], [alone])([a])[0], 3 * a**2)


def test_gradients_of_gradients():
    x = k("placeholder", [3])
    (first,) = k("gradients", x**3, [x])
    (second,) = k("gradients", first, [x])
    assert k("function", [x], [second])([[1.0, 2.0, 3.0]])[0].tolist() == [6, 12, 18]


def test_gradients_within_a_model(model):
    w1, b1, w2, _ = (numbers(w) for w in model.weights)
    hidden, x = model.layers[0].output, model.inputs[0]
    other = k("placeholder", [None, 3])
    by = [hidden, model.layers[0].kernel, model.layers[2].bias, x, other]
    gradients = k("gradients", model.outputs[0], by)
    assert gradients[-1] is None
    assert [g.shape for g in gradients[:-1]] == [(None, 4), (3, 4), (1,), (None, 3)]
    results = k("function", [x], gradients[:-1])([X])
    h = np.tanh(X @ w1 + b1)
    slope = (1 - h**2) * w2[:, 0]
    wanted = [np.tile(w2.T, (2, 1)), X.T @ slope, [2.0], slope @ w1.T]
    for result, figure in zip(results, wanted, strict=True):
        np.testing.assert_allclose(result, figure, rtol=1e-4, atol=1e-6)


def test_gradients_by_a_frozen_embedding():
    layer = keras.layers.Embedding(3, 2, trainable=False)
    x = keras.Input((2,), dtype="int32")
    embedded = layer(x)
    by_output, by_table, by_labels = k(
        "gradients", ops.sum(embedded**2), [embedded, layer.embeddings, x]
    )
    assert by_labels is None
    table = numbers(layer.embeddings)
    result, rows = k("function", [x], [by_output, by_table])([np.array([[1, 1]])])
    np.testing.assert_allclose(result[0], 2 * table[[1, 1]], rtol=1e-6)
    np.testing.assert_allclose(rows[1], 4 * table[1], rtol=1e-6)  # it was looked up twice
    assert (rows[[0, 2]] == 0).all()


def test_gradients_as_part_of_what_is_trained():
    x = keras.Input((1,))
    layer = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
    (slope,) = k("gradients", layer(x) ** 2, [x])  # 2 w^2 x
    model = keras.Model(x, slope)
    model.compile(keras.optimizers.SGD(0.01), "mse")
    loss = model.train_on_batch(np.array([[3.0]]), np.array([[0.0]]))
    assert loss == pytest.approx(36)  # (2 w^2 x)^2, by w: 2 * 2 w^2 x * 4 w x = 144
    assert numbers(layer.kernel)[0, 0] == pytest.approx(1 - 0.01 * 144, rel=1e-5)


def test_gradients_within_a_compiled_loss(model):
    def loss(y_true, y_pred):
        return ops.mean(k("gradients", ops.sum(y_pred**3), [y_pred])[0])

    model.compile("sgd", loss)
    predicted = model.predict(X, verbose=0)
    assert model.evaluate(X, np.zeros((2, 1)), verbose=0) == pytest.approx(
        (3 * predicted**2).mean(), rel=1e-4
    )


def test_constants_to_gradients():
    x = k("placeholder", [2])
    (slope,) = k("gradients", k("stop_gradient", x) * x, [x])
    assert k("function", [x], [slope])([[3.0, 4.0]])[0].tolist() == [3, 4]
    parts = k("stop_gradient", [ops.ones(2), np.array([5.0, 6.0])])
    assert [numbers(part).tolist() for part in parts] == [[1, 1], [5, 6]]


def placeholder():
    return k("placeholder", [2])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: k("placeholder"), "`shape` is missing: give it, or `ndim`."),
        (lambda: k("is_keras_tensor", 3.0), "`x` must be a tensor, not 3."),
        (
            lambda: k("function", [3.0], [placeholder()]),
            (
                "`inputs` must be symbolic tensors, as returned by k_placeholder(), or "
                "k_learning_phase(), not 3."
            ),
        ),
        (
            lambda: k("function", [placeholder()], ["a"]),
            '`outputs` must be a list of tensors, not the string "a".',
        ),
        (
            lambda: k("function", [placeholder()], [placeholder() * 2]),
            (
                "`outputs` must be computed from `inputs`: a placeholder or input that they need "
                "is not among them."
            ),
        ),
        (
            lambda: k("function", [x := placeholder()], [x], feed_dict=1),
            "unused argument (feed_dict = 1)",
        ),
        (
            lambda: k("function", [x := placeholder()], [x], [[1.0, x]]),
            (
                "`updates` must be a list of pairs, list(list(variable, tensor)), "
                "not of a list of length 2."
            ),
        ),
        (
            lambda: k("function", [x := placeholder()], [x])([[1.0, 2.0], [3.0, 4.0]]),
            "the function takes a list of inputs of length 1, not 2.",
        ),
        (
            lambda: k("function", [x := placeholder()], [x])(["a"]),
            (
                "input 1 must be a tensor, or numbers: a vector, a matrix or an array, "
                'not the string "a".'
            ),
        ),
        (
            lambda: k("function", [x := placeholder(), 0], [x])([[1.0, 2.0], 3]),
            "input 2, the learning phase, must be 0 or 1, not 3.",
        ),
        (
            lambda: k("gradients", ops.ones(2), [ops.ones(2)]),
            (
                "`loss` has values, but not how they were computed. Compute it from "
                "k_placeholder() or a model's tensors, or record the computation with "
                "tf$GradientTape()."
            ),
        ),
        (
            lambda: k("gradients", placeholder(), [3.0]),
            "`variables` must be tensors that `loss` depends on, not 3.",
        ),
    ],
)
def test_errors(call, message):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert str(caught.value) == message
