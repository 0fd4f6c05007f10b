"""Cropping, padding and enlarging against NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.api.layers import resizing as api
from rkeras_py.convert.rule import ArgumentError

STEPS = np.arange(1.0, 13.0).reshape(1, 6, 2)
IMAGE = np.arange(1.0, 61.0).reshape(1, 5, 6, 2)
VOLUME = np.arange(1.0, 241.0).reshape(1, 4, 5, 6, 2)


def first(x):
    """With the channels first."""
    return np.moveaxis(x, -1, 1)


def pad(x, *margins):
    return np.pad(x, [(0, 0), *margins, (0, 0)])


def repeat(x, *factors):
    for axis, factor in enumerate(factors, 1):
        x = np.repeat(x, factor, axis)
    return x


CROPPING = [
    ("1d", {}, STEPS, STEPS[:, 1:-1]),
    ("1d", {"cropping": [1.0, 2.0]}, STEPS, STEPS[:, 1:-2]),
    ("1d", {"cropping": 2}, STEPS, STEPS[:, 2:-2]),
    ("1d", {"cropping": [0, 0]}, STEPS, STEPS),
    ("2d", {}, IMAGE, IMAGE),
    ("2d", {"cropping": 1.0}, IMAGE, IMAGE[:, 1:-1, 1:-1]),
    ("2d", {"cropping": [1.0, 2.0]}, IMAGE, IMAGE[:, 1:-1, 2:-2]),
    ("2d", {"cropping": [[1.0, 0.0], [0.0, 2.0]]}, IMAGE, IMAGE[:, 1:, :-2]),
    ("2d", {"cropping": [[1, 0], 2]}, IMAGE, IMAGE[:, 1:, 2:-2]),
    (
        "2d",
        {"cropping": [1, 2], "data_format": "channels_first"},
        first(IMAGE),
        first(IMAGE[:, 1:-1, 2:-2]),
    ),
    ("3d", {}, VOLUME, VOLUME[:, 1:-1, 1:-1, 1:-1]),
    ("3d", {"cropping": 1}, VOLUME, VOLUME[:, 1:-1, 1:-1, 1:-1]),
    ("3d", {"cropping": [0, 1, 2]}, VOLUME, VOLUME[:, :, 1:-1, 2:-2]),
    ("3d", {"cropping": [[0, 1], [2, 0], [1, 1]]}, VOLUME, VOLUME[:, :-1, 2:, 1:-1]),
    (
        "3d",
        {"cropping": 1, "data_format": "channels_first"},
        first(VOLUME),
        first(VOLUME[:, 1:-1, 1:-1, 1:-1]),
    ),
]
PADDING = [
    ("1d", {}, STEPS, pad(STEPS, (1, 1))),
    ("1d", {"padding": [0.0, 2.0]}, STEPS, pad(STEPS, (0, 2))),
    ("2d", {}, IMAGE, pad(IMAGE, (1, 1), (1, 1))),
    ("2d", {"padding": 2}, IMAGE, pad(IMAGE, (2, 2), (2, 2))),
    ("2d", {"padding": [1, 0]}, IMAGE, pad(IMAGE, (1, 1), (0, 0))),
    ("2d", {"padding": [[0.0, 1.0], [2.0, 0.0]]}, IMAGE, pad(IMAGE, (0, 1), (2, 0))),
    (
        "2d",
        {"padding": [1, 0], "data_format": "channels_first"},
        first(IMAGE),
        first(pad(IMAGE, (1, 1), (0, 0))),
    ),
    ("3d", {}, VOLUME, pad(VOLUME, (1, 1), (1, 1), (1, 1))),
    ("3d", {"padding": [[0, 1], [2, 0], [1, 1]]}, VOLUME, pad(VOLUME, (0, 1), (2, 0), (1, 1))),
    ("3d", {"padding": [0, 0, 1]}, VOLUME, pad(VOLUME, (0, 0), (0, 0), (1, 1))),
]
UPSAMPLING = [
    ("1d", {}, STEPS, repeat(STEPS, 2)),
    ("1d", {"size": 3.0}, STEPS, repeat(STEPS, 3)),
    ("2d", {}, IMAGE, repeat(IMAGE, 2, 2)),
    ("2d", {"size": [1.0, 3.0]}, IMAGE, repeat(IMAGE, 1, 3)),
    ("2d", {"size": 2, "interpolation": "area"}, IMAGE, repeat(IMAGE, 2, 2)),
    ("2d", {"size": 2, "data_format": "channels_first"}, first(IMAGE), first(repeat(IMAGE, 2, 2))),
    (
        "2d",
        {"interpolation": "area", "data_format": "channels_first"},
        first(IMAGE),
        first(repeat(IMAGE, 2, 2)),
    ),
    ("3d", {}, VOLUME, repeat(VOLUME, 2, 2, 2)),
    ("3d", {"size": [1, 2, 3]}, VOLUME, repeat(VOLUME, 1, 2, 3)),
    (
        "3d",
        {"size": 2, "data_format": "channels_first"},
        first(VOLUME),
        first(repeat(VOLUME, 2, 2, 2)),
    ),
]
CASES = [
    (f"{family}_{name}", options, x, expected)
    for family, cases in (
        ("cropping", CROPPING),
        ("zero_padding", PADDING),
        ("upsampling", UPSAMPLING),
    )
    for name, options, x, expected in cases
]


@pytest.mark.parametrize(("name", "options", "x", "expected"), CASES)
def test_values(name, options, x, expected):
    layer = getattr(api, f"layer_{name}")
    np.testing.assert_allclose(layer(**options)(x), expected, rtol=1e-6)
    symbolic = layer(keras.Input(x.shape[1:]), **options)
    assert symbolic.shape == (None, *expected.shape[1:])


def linear(x, factor, axis):
    """Linear interpolation between the centres of pixels, constant beyond the outer ones."""
    length = x.shape[axis]
    places = (np.arange(length * factor) + 0.5) / factor - 0.5
    return np.apply_along_axis(lambda v: np.interp(places, np.arange(length), v), axis, x)


def test_bilinear():
    x = np.random.default_rng(0).normal(size=(2, 3, 4, 2))
    values = api.layer_upsampling_2d(size=[2, 3], interpolation="bilinear")(x)
    np.testing.assert_allclose(values, linear(linear(x, 2, 1), 3, 2), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(
    "interpolation", ["bicubic", "lanczos3", "lanczos5", "gaussian", "mitchellcubic"]
)
def test_smooth_interpolations(interpolation, tmp_path):
    # All are symmetric and keep constants; saved and loaded they stay what they are.
    x = np.random.default_rng(0).normal(size=(1, 4, 5, 1)).astype("float32")
    model = keras.Sequential([keras.Input((4, 5, 1))])
    api.layer_upsampling_2d(model, size=3, interpolation=interpolation)
    model.save(tmp_path / "model.keras")
    model = keras.saving.load_model(tmp_path / "model.keras")
    np.testing.assert_allclose(model(np.full_like(x, 7)), np.full((1, 12, 15, 1), 7), rtol=1e-5)
    turned = model(np.ascontiguousarray(x[:, ::-1])).numpy()[:, ::-1]
    np.testing.assert_allclose(model(x), turned, rtol=1e-4, atol=1e-5)
    assert np.abs(model(x) - repeat(x, 3, 3)).max() > 0.01


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`cropping` must be a whole number .*not -1"):
        api.layer_cropping_1d(cropping=-1)
    with pytest.raises(ArgumentError, match=r"`padding` must be .*list\(c\(1, 2\), c\(1, 2\)\)"):
        api.layer_zero_padding_2d(padding=[1, 2, 3])
    with pytest.raises(
        ArgumentError, match=r"`size` must be a whole number of at least 1, not 0.5"
    ):
        api.layer_upsampling_1d(size=0.5)
    with pytest.raises(
        ArgumentError, match=r'`interpolation` must be one of "nearest", "bilinear"'
    ):
        api.layer_upsampling_2d(interpolation="cubic")


@pytest.mark.parametrize(
    ("function", "cropping", "shape", "left"),
    [
        (api.layer_cropping_1d, [2, 2], (4, 3), (0, 3)),
        (api.layer_cropping_1d, [4, 0], (4, 3), (0, 3)),
        (api.layer_cropping_2d, [[2, 2], [1, 0]], (4, 5, 3), (0, 4, 3)),
        (api.layer_cropping_2d, [[0, 1], [0, 5]], (4, 5, 3), (3, 0, 3)),
        (api.layer_cropping_3d, [2, 1, 0], (4, 2, 5, 3), (0, 0, 5, 3)),
    ],
)
def test_cropping_of_everything_leaves_an_extent_of_0(function, cropping, shape, left):
    inputs = keras.Input(shape)
    outputs = function(inputs, cropping=cropping)
    assert tuple(outputs.shape) == (None, *left)
    model = keras.Model(inputs, outputs)
    assert tuple(model(np.ones((2, *shape), "float32")).shape) == (2, *left)


def test_cropping_of_more_than_everything_is_an_error():
    with pytest.raises(ArgumentError, match="removes 3 and 2 from a dimension of size 4"):
        api.layer_cropping_1d(keras.Input((4, 3)), cropping=[3, 2])


def test_channels_first_are_cropped_behind_the_channels():
    inputs = keras.Input((3, 4, 5))
    outputs = api.layer_cropping_2d(inputs, cropping=[[1, 1], [2, 3]], data_format="channels_first")
    assert tuple(outputs.shape) == (None, 3, 2, 0)


def test_files_know_croppings_as_those_of_keras(tmp_path):
    model = keras.Sequential([keras.Input((4, 3)), api.layer_cropping_1d(None, cropping=[1, 1])])
    model.save(tmp_path / "m.keras")
    read = keras.models.load_model(tmp_path / "m.keras")
    assert type(read.layers[0]) is keras.layers.Cropping1D
