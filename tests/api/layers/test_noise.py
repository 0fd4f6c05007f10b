"""Noise and dropout against the moments that they should have."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py.api.layers import noise as api
from rkeras_py.convert.rule import ArgumentError

N = 40_000
ONES = np.ones((N, 1), "float32")


def trained(layer, x):
    return ops.convert_to_numpy(layer(x, training=True)).astype("float64")


def assert_mean(values, expected, std):
    """Within four standard errors; the seeds are fixed."""
    assert abs(values.mean() - expected) < 4 * std / np.sqrt(values.size)


def test_gaussian_noise():
    for stddev in (0.5, 3):  # Keras 3 by itself takes none above 1
        noise = trained(api.layer_gaussian_noise(stddev=stddev, seed=1), ONES) - 1
        assert_mean(noise, 0, stddev)
        assert_mean(noise**2, stddev**2, np.sqrt(2) * stddev**2)


def test_gaussian_dropout():
    values = trained(api.layer_gaussian_dropout(rate=0.2, seed=2), 3 * ONES)
    variance = 0.2 / 0.8 * 9
    assert_mean(values, 3, np.sqrt(variance))
    assert_mean((values - 3) ** 2, variance, np.sqrt(2) * variance)


def test_alpha_dropout():
    rate, low = 0.3, -1.0507009873554805 * 1.6732632423543772
    # a and b keep mean 0 and variance 1 (Klambauer and others, 2017, section 2)
    a = (1 - rate + low**2 * rate * (1 - rate)) ** -0.5
    b = -a * rate * low
    values = trained(api.layer_alpha_dropout(rate=rate, seed=3), ONES)
    dropped = np.isclose(values, a * low + b, rtol=1e-4)
    np.testing.assert_allclose(values[~dropped], a + b, rtol=1e-4)
    assert_mean(dropped, rate, np.sqrt(rate * (1 - rate)))


def test_alpha_dropout_drops_together():
    layer = api.layer_alpha_dropout(rate=0.5, noise_shape=[None, 1.0], seed=4)
    values = trained(layer, np.ones((200, 3), "float32"))
    assert (values == values[:, :1]).all()
    assert 60 < (values[:, 0] < 0).sum() < 140  # binomial, standard deviation 7


@pytest.mark.parametrize(
    ("name", "options", "shape", "same"),
    [
        ("1d", {}, (50, 4, 10), (1,)),
        ("2d", {}, (50, 3, 3, 10), (1, 2)),
        ("2d", {"data_format": "channels_first"}, (50, 10, 3, 3), (2, 3)),
        ("3d", {}, (50, 2, 2, 2, 10), (1, 2, 3)),
        ("3d", {"data_format": "channels_first"}, (50, 10, 2, 2, 2), (2, 3, 4)),
    ],
)
def test_spatial_dropout(name, options, shape, same):
    keras.utils.set_random_seed(5)
    layer = getattr(api, f"layer_spatial_dropout_{name}")(rate=0.4, trainable=False, **options)
    assert layer.trainable is False
    values = trained(layer, np.ones(shape, "float32"))
    channels = values.mean(axis=same)  # 500 of them, whole
    np.testing.assert_allclose(values, np.broadcast_to(values.max(same, keepdims=True), shape))
    kept = channels > 0
    np.testing.assert_allclose(channels[kept], 1 / 0.6, rtol=1e-5)
    assert_mean(kept, 0.6, np.sqrt(0.24))


LAYERS = [
    ("alpha_dropout", {"rate": 0.5}, (2, 3)),
    ("gaussian_dropout", {"rate": 0.5}, (2, 3)),
    ("gaussian_noise", {"stddev": 2}, (2, 3)),
    ("spatial_dropout_1d", {"rate": 0.5}, (2, 3, 4)),
    ("spatial_dropout_2d", {"rate": 0.5}, (2, 3, 4, 2)),
    ("spatial_dropout_3d", {"rate": 0.5}, (2, 3, 4, 2, 2)),
    ("activity_regularization", {"l1": 1}, (2, 3)),
]


@pytest.mark.parametrize(("name", "options", "shape"), LAYERS)
def test_nothing_happens_after_training(name, options, shape):
    x = np.random.default_rng(0).normal(size=shape).astype("float32")
    model = keras.Sequential([keras.Input(shape[1:])])
    getattr(api, f"layer_{name}")(model, **options)
    np.testing.assert_array_equal(model.predict(x, verbose=0), x)
    again = type(model.layers[0]).from_config(model.layers[0].get_config())
    np.testing.assert_array_equal(again(x), x)


@pytest.mark.parametrize("name", ["alpha_dropout", "gaussian_dropout"])
def test_a_rate_of_one_leaves_the_input(name):
    np.testing.assert_array_equal(trained(getattr(api, f"layer_{name}")(rate=1), ONES), ONES)


def test_activity_regularization():
    x = np.array([[1.0, -2.0], [3.0, 0.5]])
    layer = api.layer_activity_regularization(l1=0.1, l2=0.01)
    np.testing.assert_array_equal(layer(x), x)
    penalty = (0.1 * np.abs(x).sum() + 0.01 * (x**2).sum()) / 2  # two samples
    assert float(layer.losses[0]) == pytest.approx(penalty)


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`rate` must be a number from 0 to 1, not 1.5"):
        api.layer_spatial_dropout_1d(rate=1.5)
    with pytest.raises(ArgumentError, match=r"`stddev` must be a number of at least 0, not -1"):
        api.layer_gaussian_noise(stddev=-1)
    with pytest.raises(ArgumentError, match=r"unused argument \(noise = 1\)"):
        api.layer_gaussian_noise(stddev=1, noise=1)
