"""Generators of batches, and classes out of probabilities."""

from __future__ import annotations

import inspect

import keras
import numpy as np
import pytest
import tensorflow as tf
from small_models import data, stack

from rkeras_py.api.training import generator_calls as api
from rkeras_py.api.training import training
from rkeras_py.convert.deprecated import DeprecatedWarning
from rkeras_py.convert.rule import ArgumentError

X, Y = data(8)


def batches(times=None, parts=(X, Y)):
    """As an R function: it gives the first and the second half by turns."""
    count = [0]

    def function():
        if times is not None and count[0] >= times:
            return None
        half = slice(0, 4) if count[0] % 2 == 0 else slice(4, 8)
        count[0] += 1
        return [part[half] for part in parts]

    function.__signature__ = inspect.signature(lambda: None)
    return function


def compiled():
    model = stack(1)
    training.compile(model, optimizer="sgd", loss="mse", metrics="mae")
    return model


def generator():
    while True:
        yield X[:4], Y[:4]
        yield X[4:], Y[4:]


def dataset():
    return tf.data.Dataset.from_tensor_slices((X.astype("float32"), Y)).batch(4).repeat()


SOURCES = pytest.mark.parametrize("source", [batches, generator, dataset])


@SOURCES
def test_training_on_batches_is_training_on_their_data(source):
    whole, model = compiled(), compiled()
    expected = training.fit(whole, X, Y, batch_size=4, epochs=2, shuffle=False, verbose=0).history
    found = api.fit_generator(model, source(), steps_per_epoch=2, epochs=2, verbose=0).history
    assert found["loss"] == pytest.approx(expected["loss"], rel=1e-6)
    np.testing.assert_allclose(model.get_weights()[0], whole.get_weights()[0], rtol=1e-6)


@SOURCES
def test_measuring_and_predicting_by_batches(source):
    model = compiled()
    kernel, bias = model.get_weights()
    error = X @ kernel + bias - Y
    assert api.evaluate_generator(model, source(), steps=2) == pytest.approx(
        {"loss": np.mean(error**2), "mae": np.mean(np.abs(error))}, rel=1e-5
    )
    found = api.predict_generator(model, source(), steps=2)
    np.testing.assert_allclose(found, X @ kernel + bias, rtol=1e-5, atol=1e-6)


def test_predicting_needs_no_targets():
    model = compiled()
    kernel, bias = model.get_weights()
    found = api.predict_generator(model, batches(parts=(X,)), steps=2)
    np.testing.assert_allclose(found, X @ kernel + bias, rtol=1e-5, atol=1e-6)


def test_validation_from_a_generator_or_from_arrays():
    model = compiled()
    first, second = (
        api.fit_generator(
            compiled(), batches(), 2, verbose=0, validation_data=held_out, validation_steps=steps
        ).history["val_loss"]
        for held_out, steps in ((batches(), 2), ([X, Y], None))
    )
    assert first == pytest.approx(second, rel=1e-6)
    assert "val_loss" not in api.fit_generator(model, batches(), 2, verbose=0).history


def test_fit_itself_takes_datasets_and_functions():
    losses = [
        training.fit(compiled(), source(), steps_per_epoch=2, epochs=1, verbose=0).history["loss"]
        for source in (batches, generator, dataset)
    ]
    assert losses[0] == pytest.approx(losses[1], rel=1e-6)
    assert losses[0] == pytest.approx(losses[2], rel=1e-6)
    finite = tf.data.Dataset.from_tensor_slices((X.astype("float32"), Y)).batch(4)
    assert training.fit(compiled(), finite, epochs=1, verbose=0).history["loss"] == pytest.approx(
        losses[0], rel=1e-6
    )


def test_the_likeliest_class():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Softmax()])
    x = np.array([[1.0, 3.0, 2.0], [5.0, 3.0, 2.0]])
    assert api.predict_classes(model, x).tolist() == [1, 0]
    np.testing.assert_allclose(
        api.predict_proba(model, x), np.exp(x) / np.exp(x).sum(1, keepdims=True), rtol=1e-5
    )


def test_the_class_of_one_probability():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Activation("sigmoid")])
    x = np.array([[-1.0], [0.0], [1.0]])
    found = api.predict_classes(model, x)
    assert found.tolist() == [[0], [0], [1]]  # 0.5 is not above 0.5
    assert found.dtype == "int32"


def test_the_next_value():
    numbers = iter([1, 2])
    assert [api.generator_next(numbers, "end") for _ in range(3)] == [1, 2, "end"]
    function = batches(1, ([1, 2, 3, 4, 5],))
    assert [api.generator_next(function), api.generator_next(function, "end")] == [
        [[1, 2, 3, 4]],
        "end",
    ]
    data = tf.data.Dataset.range(2)
    assert [int(api.generator_next(data)) for _ in range(2)] == [0, 1]
    assert api.generator_next(data) is None


def test_what_is_no_generator():
    for value in ("text", [1], 3, X):
        with pytest.raises(ArgumentError, match="`generator` must be a function without argum"):
            api.generator_next(value)


@pytest.mark.filterwarnings("default::rkeras_py.convert.deprecated.DeprecatedWarning")
@pytest.mark.parametrize(
    ("call", "name", "instead"),
    [
        (lambda m: api.fit_generator(m, batches(), 2, verbose=0), "fit_generator", "fit"),
        (lambda m: api.evaluate_generator(m, batches(), 2), "evaluate_generator", "evaluate"),
        (lambda m: api.predict_generator(m, batches(), 2), "predict_generator", "predict"),
        (lambda m: api.predict_proba(m, X), "predict_proba", "predict"),
        (lambda m: api.predict_classes(m, X), "predict_classes", "predict"),
    ],
)
def test_each_call_of_a_deprecated_function_warns_once(call, name, instead):
    model = compiled()
    for _ in range(2):
        with pytest.warns(DeprecatedWarning) as told:
            call(model)
        assert [str(w.message) for w in told if w.category is DeprecatedWarning] == [
            f"`{name}()` is deprecated. Use `{instead}()` instead."
        ]


def test_a_dataset_has_its_own_batches():
    model = stack(1)
    training.compile(model, optimizer="sgd", loss="mse")
    dataset = tf.data.Dataset.from_tensor_slices((X, Y)).batch(4)
    with pytest.raises(ArgumentError, match="`batch_size` must not be given with a dataset"):
        training.fit(model, dataset, batch_size=4, epochs=1, verbose=0)
    training.fit(model, dataset, epochs=1, verbose=0)
    # as R keras takes it
    assert training.evaluate(model, dataset, batch_size=4, verbose=0).keys() == {"loss"}


def passes(begun):
    """A function with ``yield``: one pass of two batches, counted in ``begun``."""

    def function():
        begun.append(1)
        yield X[:4], Y[:4]
        yield X[4:], Y[4:]

    return function


def test_each_epoch_is_one_pass_of_a_function_with_yield():
    begun = []
    history = training.fit(compiled(), passes(begun), epochs=3, verbose=0)
    assert len(history.history["loss"]) == len(begun) == 3
    expected = training.fit(compiled(), X, Y, batch_size=4, shuffle=False, epochs=3, verbose=0)
    np.testing.assert_allclose(history.history["loss"], expected.history["loss"], rtol=1e-6)


def test_steps_go_through_a_function_with_yield_again_and_again():
    begun = []
    history = training.fit(compiled(), passes(begun), steps_per_epoch=4, epochs=2, verbose=0)
    assert history.params["steps"] == 4
    assert len(history.history["loss"]) == 2
    assert len(begun) >= 4


def test_a_function_with_yield_is_evaluated_predicted_and_validated_on():
    model = compiled()
    begun = []
    scores = training.evaluate(model, passes(begun), verbose=0)
    assert scores == pytest.approx(training.evaluate(model, X, Y, batch_size=4, verbose=0))
    predicted = training.predict(model, passes(begun), steps=2, verbose=0)
    np.testing.assert_allclose(predicted, training.predict(model, X, verbose=0), rtol=1e-6)
    history = training.fit(model, X, Y, epochs=2, validation_data=passes(begun), verbose=0)
    assert len(history.history["val_loss"]) == 2
    assert len(begun) >= 4


def test_a_python_function_gives_a_batch_at_each_call():
    given = []

    def batch():
        given.append(1)
        return X, Y

    with pytest.warns(DeprecatedWarning):
        api.fit_generator(compiled(), batch, steps_per_epoch=3, epochs=2, verbose=0)
    assert len(given) >= 6


def test_an_error_of_a_function_with_yield_is_its_own():
    def broken():
        yield X, Y
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        training.fit(compiled(), broken, epochs=1, verbose=0)


def test_the_next_value_of_a_function_with_yield():
    values = lambda: iter([5, 6])  # noqa: E731
    assert [api.generator_next(values, completed="end") for _ in range(3)] == [5, 6, "end"]
