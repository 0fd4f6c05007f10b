"""What generators do to images, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest

import rkeras_py as rk

RNG = np.random.default_rng(6)
IMAGES = RNG.uniform(0, 255, (20, 6, 6, 3)).astype("float32")
# the column of each pixel: shifts and zooms can be read off
RAMP = np.broadcast_to(np.arange(9.0), (4, 9, 9))[..., None]


def through(images: np.ndarray, measured: np.ndarray | None = None, **options) -> np.ndarray:
    """All images in their order, as a generator changes them."""
    generator = rk.image_data_generator(**options)
    if measured is not None:
        assert rk.fit_image_data_generator(generator, measured) is generator
    flow = rk.flow_images_from_data(
        images, generator=generator, batch_size=len(images), shuffle=False, seed=3
    )
    return next(flow)


def test_nothing_is_changed_by_default():
    np.testing.assert_array_equal(through(IMAGES), IMAGES)


def test_scale():
    np.testing.assert_allclose(through(IMAGES, rescale=1 / 255), IMAGES / 255, rtol=1e-6)
    mean = IMAGES.mean(axis=(1, 2, 3), keepdims=True)
    std = IMAGES.std(axis=(1, 2, 3), keepdims=True)
    centred = through(IMAGES, samplewise_center=True)
    np.testing.assert_allclose(centred, IMAGES - mean, atol=1e-3)
    scaled = through(IMAGES, samplewise_center=True, samplewise_std_normalization=True)
    np.testing.assert_allclose(scaled, (IMAGES - mean) / std, atol=1e-4)


def test_what_all_images_have_in_common():
    other = IMAGES[:5] + 10
    mean, std = other.mean(axis=(0, 1, 2)), other.std(axis=(0, 1, 2))
    centred = through(IMAGES, other, featurewise_center=True)
    np.testing.assert_allclose(centred, IMAGES - mean, atol=1e-3)
    both = {"featurewise_center": True, "featurewise_std_normalization": True}
    np.testing.assert_allclose(through(IMAGES, other, **both), (IMAGES - mean) / std, atol=1e-4)
    with pytest.warns(UserWarning, match="hasn't been fit"):
        through(IMAGES, featurewise_center=True)


def test_whitened_pixels_are_independent():
    images = RNG.normal(size=(60, 2, 2, 1)).astype("float32")
    images[:, 0, 0] += images[:, 1, 1]
    white = through(images, images, zca_whitening=True, featurewise_center=True)
    rows = white.reshape(60, 4)
    np.testing.assert_allclose(rows.T @ rows / 60, np.eye(4), atol=1e-4)


def test_augmented_images_are_measured_as_often_as_is_said():
    generator = rk.image_data_generator(featurewise_center=True, brightness_range=[0.5, 0.5])
    rk.fit_image_data_generator(generator, IMAGES.round(), augment=True, rounds=3, seed=1)
    halves = np.floor(IMAGES.round() / 2)
    assert np.abs(generator.mean.ravel() - halves.mean(axis=(0, 1, 2))).max() < 0.5


def test_flips():
    for options, axis in (({"horizontal_flip": True}, 1), ({"vertical_flip": True}, 0)):
        pairs = list(zip(through(IMAGES, **options), IMAGES, strict=True))
        flipped = [np.array_equal(a, np.flip(b, axis)) for a, b in pairs]
        assert sum(flipped) + sum(np.array_equal(a, b) for a, b in pairs) == 20
        assert 3 < sum(flipped) < 17


def test_shifts():
    # sideways by two pixels, either way; the edge goes on
    for image in through(RAMP, width_shift_range=[2.0, 2.0]):
        moved = image[0, :, 0].tolist()
        assert moved in ([0, 0, 0, 1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7, 8, 8, 8])
    for options, largest in (
        ({"width_shift_range": 0.25}, 0.25 * 9),
        ({"width_shift_range": 2.0}, 2),
        ({"width_shift_range": 3}, 2),  # whole numbers below 3
    ):
        middles = through(np.repeat(RAMP, 20, axis=0), **options)[:, 4, 4, 0]
        assert np.abs(middles - 4).max() <= largest + 1e-5
        assert len(set(middles.tolist())) > 3
        assert (middles == middles.round()).all() == isinstance(options["width_shift_range"], int)
    # up and down, and what comes in is a constant
    turned = RAMP.transpose(0, 2, 1, 3)
    for image in through(turned, height_shift_range=[3.0, 3.0], fill_mode="constant", cval=-7):
        moved = image[:, 0, 0].tolist()
        assert moved in ([-7] * 3 + [0, 1, 2, 3, 4, 5], [3, 4, 5, 6, 7, 8] + [-7] * 3)


def test_zoom_is_about_the_middle():
    near = through(RAMP, zoom_range=[0.5, 0.5])
    np.testing.assert_allclose(near[0, 0, :, 0], 4 + 0.5 * (np.arange(9) - 4), atol=1e-5)
    for image in through(RAMP, zoom_range=0.2):  # the step between pixels, along both axes
        assert 0.8 <= image[0, 4, 0] - image[0, 3, 0] <= 1.2


def test_rotation_and_shear_have_limits():
    # where the middle row of the ramp crosses, turning by t makes columns cos(t) wide
    for image in through(np.repeat(RAMP, 10, axis=0), rotation_range=30):
        assert np.cos(np.deg2rad(30)) - 1e-5 <= image[4, 5, 0] - image[4, 4, 0] <= 1
        assert abs(image[5, 4, 0] - image[4, 4, 0]) <= np.sin(np.deg2rad(30)) + 1e-5
    leans = [
        image[5, 4, 0] - image[4, 4, 0]
        for image in through(np.repeat(RAMP, 10, axis=0), shear_range=30)
    ]
    assert 0 < np.abs(leans).max() <= np.sin(np.deg2rad(30)) + 1e-5


def test_brightness_and_channels():
    dark = through(IMAGES.round(), brightness_range=[0.5, 0.5])
    np.testing.assert_allclose(dark, np.floor(IMAGES.round() / 2), atol=1)
    for changed, image in zip(through(IMAGES, channel_shift_range=20.0), IMAGES, strict=True):
        low, high = image.min(), image.max()
        inner = (changed > low) & (changed < high)
        shifts = (changed - image)[inner]
        assert np.ptp(shifts) < 1e-3
        assert abs(shifts[0]) <= 20


def test_a_function_changes_images_before_their_scale():
    seen = []

    def negative(image):
        seen.append(image.shape)
        return (255 - image).tolist()

    changed = through(IMAGES, preprocessing_function=negative, rescale=0.5)
    np.testing.assert_allclose(changed, (255 - IMAGES) / 2, rtol=1e-5)
    assert seen == [(6, 6, 3)] * 20
    tf = through(IMAGES, preprocessing_function=rk.mobilenet_preprocess_input)
    np.testing.assert_allclose(tf, IMAGES / 127.5 - 1, atol=1e-5)
    with pytest.raises(rk.ArgumentError, match=r"its input, \(6, 6, 3\), not a numeric vec"):
        through(IMAGES, preprocessing_function=lambda image: image.mean(axis=(1, 2)))


def test_channels_may_come_first():
    first = IMAGES.transpose(0, 3, 1, 2)
    options = {"data_format": "channels_first", "featurewise_center": True}
    centred = through(first, first, **options)
    np.testing.assert_allclose(
        centred, first - IMAGES.mean(axis=(0, 1, 2))[:, None, None], atol=1e-3
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"brightness_range": 1}, "`brightness_range` must be two numbers: the lowest and the h"),
        ({"zoom_range": [1, 2, 3]}, "`zoom_range` must be two numbers|a number, or two"),
        ({"width_shift_range": "a"}, "`width_shift_range` must be a number, or several to choose"),
        ({"fill_mode": "x"}, '`fill_mode` must be one of "nearest", "constant", "reflect", "wrap"'),
        ({"rotation_range": -1}, "`rotation_range` must be a number of at least 0"),
        ({"validation_split": 1}, "`validation_split` must be below 1"),
        ({"data_format": "x"}, '`data_format` must be one of "channels_last", "channels_first"'),
        ({"preprocessing_function": 1}, "`preprocessing_function` must be a function or NULL"),
    ],
)
def test_what_is_wrong_is_named(options, message):
    with pytest.raises(rk.ArgumentError, match=message):
        rk.image_data_generator(**options)


def test_what_is_measured_are_images():
    generator = rk.image_data_generator(featurewise_center=True)
    with pytest.raises(rk.ArgumentError, match="`x` must be an array of four dimensions"):
        rk.fit_image_data_generator(generator, IMAGES[0])
    with pytest.raises(rk.ArgumentError, match="`object` must be an image_data_generator"):
        rk.fit_image_data_generator("a", IMAGES)
