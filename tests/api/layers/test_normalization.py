"""Normalization against NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py.api.layers import normalization as api
from rkeras_py.api.models import configs, saving
from rkeras_py.api.models import functional as graph
from rkeras_py.compat.layers.normalization import BatchNormalization
from rkeras_py.convert.rule import ArgumentError

RNG = np.random.default_rng(2)
X = RNG.normal(3, 2, (8, 3)).astype("float32")
IMAGES = RNG.normal(3, 2, (4, 2, 3, 5)).astype("float32")
VOLUMES = RNG.normal(3, 2, (3, 2, 2, 2, 4)).astype("float32")
EPSILON = 0.001


def scaled(x, mean, variance, epsilon=EPSILON):
    return (x - mean) / np.sqrt(variance + epsilon)


def test_batches_are_normalized_and_averaged():
    layer = api.layer_batch_normalization(momentum=0.9)
    np.testing.assert_allclose(layer(X, training=True), scaled(X, X.mean(0), X.var(0)), atol=1e-5)
    mean, variance = 0.1 * X.mean(0), 0.9 + 0.1 * X.var(0)
    np.testing.assert_allclose(layer.moving_mean, mean, rtol=1e-5)
    np.testing.assert_allclose(layer.moving_variance, variance, rtol=1e-5)
    np.testing.assert_allclose(layer(X), scaled(X, mean, variance), atol=1e-5)


@pytest.mark.parametrize(
    ("x", "axis", "options", "corrected"),
    [
        (IMAGES, -1, {}, True),
        (IMAGES, 4, {}, True),
        (IMAGES, 2.0, {}, True),
        (IMAGES, 3, {}, False),  # Keras 2 fuses only where channels come first or last
        (IMAGES, -1, {"fused": True}, True),
        (IMAGES, -1, {"fused": False}, False),
        (IMAGES, -1, {"synchronized": True}, False),
        (IMAGES, -1, {"dtype": "float64"}, False),
        (VOLUMES, -1, {}, True),
        (VOLUMES, 2, {}, True),
        (RNG.normal(size=(4, 3, 2)).astype("float32"), 3, {}, False),
    ],
)
def test_moving_variance_of_images_estimates_the_population(x, axis, options, corrected):
    layer = api.layer_batch_normalization(axis=axis, momentum=0.8, **options)
    channel = int(axis) - 1 if axis > 0 else x.ndim - 1
    others = tuple(i for i in range(x.ndim) if i != channel)
    moving = np.ones(x.shape[channel])
    for batch in (x, 2 * x):
        kept = batch.mean(others, keepdims=True), batch.var(others, keepdims=True)
        np.testing.assert_allclose(layer(batch, training=True), scaled(batch, *kept), atol=1e-5)
        moving = 0.8 * moving + 0.2 * batch.var(others, ddof=int(corrected))
    np.testing.assert_allclose(layer.moving_variance, moving, rtol=1e-5)


def test_training_updates_the_averages():
    model = keras.Sequential([keras.Input((2, 3, 5))])
    api.layer_batch_normalization(model, momentum=0.5, gamma_initializer="zeros")
    model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
    model.fit(IMAGES, IMAGES, epochs=1, batch_size=4, verbose=0)
    layer = model.layers[0]
    flat = IMAGES.reshape(-1, 5)
    np.testing.assert_allclose(layer.moving_mean, flat.mean(0) / 2, rtol=1e-4)
    np.testing.assert_allclose(layer.moving_variance, 0.5 + flat.var(0, ddof=1) / 2, rtol=1e-4)
    before = layer.get_weights()
    layer.trainable = False
    model.compile(optimizer="sgd", loss="mse")
    model.fit(IMAGES, IMAGES, epochs=1, verbose=0)
    for old, new in zip(before, layer.get_weights(), strict=True):
        np.testing.assert_array_equal(old, new)


def trained_variance(model):
    """The moving variances before and after a batch of the images, with a momentum of 0.5."""
    (layer,) = [part for part in model.layers if part.name == "norm"]
    before = layer.moving_variance.numpy()
    model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
    model.fit(IMAGES, IMAGES, epochs=1, batch_size=4, verbose=0)
    return before, layer.moving_variance.numpy()


@pytest.mark.parametrize("ending", [".keras", ".h5", "", ".json", "raw", "clone"])
def test_the_estimate_is_kept_in_files_and_copies(ending, tmp_path):
    model = keras.Sequential([keras.Input((2, 3, 5))])
    api.layer_batch_normalization(model, momentum=0.5, name="norm")
    trained_variance(model)
    path = str(tmp_path / f"model{ending}")
    if ending == ".json":
        same = configs.model_from_json(configs.model_to_json(model))
    elif ending == "raw":
        same = saving.unserialize_model(saving.serialize_model(model))
    elif ending == "clone":
        same = graph.clone_model(model)
    else:
        saving.write(model, path)
        same = saving.load_model_tf(path)
    before, after = trained_variance(same)
    estimate = IMAGES.reshape(-1, 5).var(0, ddof=1)
    np.testing.assert_allclose(after, 0.5 * before + 0.5 * estimate, rtol=1e-4)
    if ending in (".keras", ".h5"):
        in_keras = keras.models.load_model(path)
        assert type(in_keras.get_layer("norm")) is keras.layers.BatchNormalization
        np.testing.assert_array_equal(in_keras.predict(IMAGES), model.predict(IMAGES))
        before, after = trained_variance(in_keras)
        variance = IMAGES.reshape(-1, 5).var(0)
        np.testing.assert_allclose(after, 0.5 * before + 0.5 * variance, rtol=1e-4)


def test_the_estimate_outlives_plain_keras(tmp_path):
    path = str(tmp_path / "model.keras")
    model = keras.Sequential([keras.Input((2, 3, 5))])
    api.layer_batch_normalization(model, momentum=0.5, name="norm")
    saving.write(model, path)
    keras.models.load_model(path).save(path)
    assert type(saving.read(path, None, True).get_layer("norm")) is BatchNormalization


@pytest.mark.parametrize("ending", [".keras", ".h5"])
@pytest.mark.parametrize("options", [{"renorm": True}, {"synchronized": True}, {"fused": False}])
def test_no_estimate_comes_with_a_file_that_had_none(options, ending, tmp_path):
    model = keras.Sequential([keras.Input((2, 3, 5))])
    api.layer_batch_normalization(model, name="norm", **options)
    saving.write(model, str(tmp_path / f"model{ending}"))
    same = saving.load_model_tf(str(tmp_path / f"model{ending}"))
    assert type(same.get_layer("norm")) is keras.layers.BatchNormalization


def test_offset_scale_and_their_options():
    layer = api.layer_batch_normalization(
        beta_initializer="ones",
        gamma_initializer=keras.initializers.Constant(2.0),
        moving_mean_initializer="ones",
        moving_variance_initializer=keras.initializers.Constant(4.0),
        gamma_regularizer="l2",
        epsilon=0,
    )
    np.testing.assert_allclose(layer(X), (X - 1) / 2 * 2 + 1, rtol=1e-5)
    assert float(layer.losses[0]) == pytest.approx(0.01 * 3 * 4)
    bare = api.layer_batch_normalization(center=False, scale=False)
    bare.build((None, 3))
    assert [w.name for w in bare.weights] == ["moving_mean", "moving_variance"]


def test_renormalization():
    # Ioffe (2017): x = (x - mean) / sd * r + d, with r and d from the moving statistics
    layer = api.layer_batch_normalization(
        momentum=0.9,
        renorm=True,
        renorm_clipping={"rmin": 0.5, "rmax": 1.5, "dmax": 0.5},
        renorm_momentum=0.8,
    )
    mean, sd, moving_mean, moving_sd = 0.0, 1.0, 0.0, 1.0
    for batch in (X, X + 1, 3 * X):
        m, s = batch.mean(0), np.sqrt(batch.var(0) + EPSILON)
        r = np.clip(s / sd, 0.5, 1.5)
        d = np.clip((m - mean) / sd, -0.5, 0.5)
        expected = (batch - m) / s * r + d
        np.testing.assert_allclose(layer(batch, training=True), expected, rtol=1e-4, atol=1e-4)
        mean, sd = 0.8 * mean + 0.2 * m, 0.8 * sd + 0.2 * s
        moving_mean, moving_sd = 0.9 * moving_mean + 0.1 * m, 0.9 * moving_sd + 0.1 * s
    expected = scaled(X, moving_mean, moving_sd**2 - EPSILON)
    np.testing.assert_allclose(layer(X), expected, rtol=1e-4, atol=1e-4)


def test_parts_of_batches(tmp_path):
    model = keras.Sequential([keras.Input((2, 3, 5))])
    api.layer_batch_normalization(model, virtual_batch_size=2, momentum=0.9)
    layer = model.layers[0]
    layer.gamma.assign([1, 2, 3, 4, 5])
    layer.beta.assign([5, 4, 3, 2, 1])
    parts = [IMAGES[0::2], IMAGES[1::2]]
    means = [part.mean((0, 1, 2)) for part in parts]
    variances = [part.var((0, 1, 2)) for part in parts]
    expected = np.empty_like(IMAGES)
    for i in range(2):
        whole = scaled(parts[i], means[i], variances[i])
        expected[i::2] = whole * [1, 2, 3, 4, 5] + [5, 4, 3, 2, 1]
    np.testing.assert_allclose(layer(IMAGES, training=True), expected, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(layer.moving_mean, 0.1 * np.mean(means, axis=0), rtol=1e-5)
    np.testing.assert_allclose(layer.moving_variance, 0.9 + 0.1 * np.mean(variances, axis=0))
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras")
    assert loaded.layers[0].virtual_batch_size == 2
    np.testing.assert_allclose(loaded(IMAGES), model(IMAGES))


def test_files_need_no_class_of_ours(tmp_path):
    model = keras.Sequential([keras.Input((2, 3, 5))])
    api.layer_batch_normalization(model)
    assert "rkeras" not in model.to_json()


def test_layers():
    np.testing.assert_allclose(
        api.layer_layer_normalization()(X),
        scaled(X, X.mean(1, keepdims=True), X.var(1, keepdims=True)),
        atol=1e-5,
    )
    layer = api.layer_layer_normalization(
        axis=[1.0, 2.0], epsilon=0.1, beta_initializer="ones", name="norm", trainable=False
    )
    mean, variance = (f(IMAGES, (1, 2), keepdims=True) for f in (np.mean, np.var))
    expected = scaled(IMAGES, mean, variance, 0.1) + 1
    np.testing.assert_allclose(layer(IMAGES), expected, rtol=1e-4, atol=1e-5)
    assert layer.gamma.shape == (2, 3)
    assert layer.name == "norm"
    assert layer.trainable_weights == []
    first = api.layer_layer_normalization(axis=1, center=False, scale=False)
    mean, variance = (f(IMAGES, 1, keepdims=True) for f in (np.mean, np.var))
    np.testing.assert_allclose(first(IMAGES), scaled(IMAGES, mean, variance), atol=1e-4)


@pytest.mark.parametrize(("axis", "axes"), [(-1, 3), (2.0, 1), ([2, 3], (1, 2)), ([-1.0], (3,))])
def test_units(axis, axes):
    lengths = np.sqrt((IMAGES**2).sum(axes, keepdims=True))
    layer = api.layer_unit_normalization(axis=axis)
    np.testing.assert_allclose(layer(IMAGES), IMAGES / lengths, rtol=1e-5)
    again = type(layer).from_config(layer.get_config())
    np.testing.assert_allclose(ops.convert_to_numpy(again(IMAGES)), layer(IMAGES))


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`axis` must be .*counted from 1.*not 0"):
        api.layer_batch_normalization(axis=0)
    with pytest.raises(ArgumentError, match=r"unused argument \(adjustment = 1\)"):
        api.layer_batch_normalization(adjustment=1)
    with pytest.raises(ArgumentError, match=r"`fused` cannot be TRUE with `renorm`"):
        api.layer_batch_normalization(fused=True, renorm=True)
    with pytest.raises(ArgumentError, match=r"`virtual_batch_size` and `renorm` cannot be used"):
        api.layer_batch_normalization(virtual_batch_size=2, renorm=True)
    with pytest.raises(ArgumentError, match=r"`renorm_clipping` must be a named list or NULL"):
        api.layer_batch_normalization(renorm=True, renorm_clipping=[1, 2])
    with pytest.raises(ArgumentError, match=r"`momentum` must be a number from 0 to 1, not 2"):
        api.layer_batch_normalization(momentum=2)
