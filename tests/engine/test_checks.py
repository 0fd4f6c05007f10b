"""Data that do not fit a model are told before anything runs."""

from __future__ import annotations

import keras
import numpy as np
import pytest

import rkeras_py as rk

X, Y = np.ones((4, 3), "float32"), np.ones((4, 1), "float32")


def dense(**options: object) -> keras.Model:
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", **options)
    return model


def images() -> keras.Model:
    shape = keras.Input((None, 8, 1))
    return keras.Model(shape, keras.layers.GlobalAveragePooling2D()(shape))


def two_inputs() -> keras.Model:
    inputs = [keras.Input((3,), name="a"), keras.Input((2,), name="b")]
    return keras.Model(inputs, keras.layers.Concatenate()(inputs))


@pytest.mark.parametrize(
    ("make", "x", "message"),
    [
        (dense, np.ones((4, 2)), r"`x` must have 3 features (columns), not 2."),
        (dense, np.ones((4, 3, 2)), "`x` must be of shape (samples, 3), not (4, 3, 2)."),
        (dense, np.ones(3), ("`x` must be of shape (samples, 3), not (3,). "
         "For a single sample, keep its dimensions: x[:1].")),
        (images, np.ones((5, 8)), ("`x` must be of shape (samples, any, 8, 1), not (5, 8). "
         "For a single sample, keep its dimensions: x[:1].")),
        (dense, np.ones((0, 3)), "`x` has no samples."),
        (images, np.ones((2, 5, 7, 1)), ("`x` must be of shape (samples, any, 8, 1), "
         "not (2, 5, 7, 1).")),
        (two_inputs, [X], "`x` must be data for 2 inputs, as the model has, not 1."),
        (dense, [X, X], "`x` must be data for 1 input, as the model has, not 2."),
        (two_inputs, [X, X], "input 2 of `x` must have 2 features (columns), not 3."),
        (dense, np.array([["ä", "b", "c"]]), ("`x` must be numeric, not a 1 x 3 matrix of "
         "strings: convert text to numbers first.")),
    ],
)  # fmt: skip
def test_inputs_that_do_not_fit(make, x, message) -> None:
    with pytest.raises(rk.ArgumentError) as caught:
        rk.predict(make(), x, verbose=0)
    assert str(caught.value) == message


def test_a_vector_stands_for_one_feature() -> None:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Rescaling(2.0)])
    np.testing.assert_array_equal(rk.predict(model, np.arange(3.0), verbose=0), [[0], [2], [4]])


def test_open_extents_take_any_number() -> None:
    x = np.arange(2 * 5 * 8.0).reshape(2, 5, 8, 1)
    np.testing.assert_allclose(rk.predict(images(), x, verbose=0), x.mean((1, 2)))


def test_text_is_for_models_that_begin_with_it() -> None:
    lookup = rk.layer_text_vectorization(vocabulary=["ein", "wört"], output_mode="int")
    model = keras.Sequential([keras.Input((1,), dtype="string"), lookup])
    got = rk.predict(model, np.array(["wört ein", "nix"], object), verbose=0)
    np.testing.assert_array_equal(got, [[3, 2], [1, 0]])


@pytest.mark.parametrize(
    ("y", "weights", "message"),
    [
        (Y[:3], None, "`x` and `y` must have the same number of samples, not 4 and 3."),
        (Y, np.ones(5), ("`x` and `sample_weight` must have the same number of samples, "
         "not 4 and 5.")),
        (None, None, "`y` is missing: the model's loss needs targets."),
    ],
)  # fmt: skip
def test_targets_and_weights_that_do_not_fit(y, weights, message) -> None:
    for call in (rk.fit, rk.evaluate):
        with pytest.raises(rk.ArgumentError) as caught:
            call(dense(), X, y, sample_weight=weights, verbose=0)
        assert str(caught.value) == message


def test_datasets_are_not_looked_into() -> None:
    import tensorflow as tf

    data = tf.data.Dataset.from_tensors((X, Y)).repeat()
    assert len(rk.fit(dense(), data, steps_per_epoch=3, epochs=1, verbose=0).history["loss"]) == 1
