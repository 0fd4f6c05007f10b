"""Layers for images: what they do to a few pixels, and between which ends they draw."""

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk

RNG = np.random.default_rng(4)
IMAGE = np.arange(16.0).reshape(1, 4, 4, 1)
MANY = np.repeat(IMAGE, 200, axis=0)


@pytest.fixture(autouse=True)
def _seeded():
    keras.utils.set_random_seed(11)


def train(layer, images=IMAGE):
    return layer(images, training=True).numpy()


def plane(images):
    return images[0, :, :, 0]


RANDOM = [
    rk.layer_random_brightness(factor=0.5),
    rk.layer_random_contrast(factor=0.5),
    rk.layer_random_flip(),
    rk.layer_random_height(factor=0.5),
    rk.layer_random_width(factor=0.5),
    rk.layer_random_rotation(factor=0.5),
    rk.layer_random_translation(height_factor=0.5, width_factor=0.5),
    rk.layer_random_zoom(height_factor=0.5),
]


@pytest.mark.parametrize("layer", RANDOM, ids=lambda layer: type(layer).__name__)
def test_images_change_only_while_training(layer):
    np.testing.assert_array_equal(layer(IMAGE, training=False), IMAGE)
    model = keras.Sequential([keras.Input((4, 4, 1)), layer])
    np.testing.assert_array_equal(model.predict(IMAGE, verbose=0), IMAGE)
    changed = [train(layer) for _ in range(8)]
    assert any(one.shape != IMAGE.shape or not np.allclose(one, IMAGE) for one in changed)
    assert layer.name.startswith("random_")


@pytest.mark.parametrize("method", ["bilinear", "nearest", "area", "gaussian", "mitchellcubic"])
def test_resizing_is_tensorflows(method):
    images = RNG.integers(0, 255, (2, 5, 6, 3)).astype("uint8")
    got = rk.layer_resizing(images, 3, 4, interpolation=method)
    assert got.dtype == "float32"  # halves are not rounded away
    np.testing.assert_allclose(got, tf.image.resize(images, (3, 4), method), rtol=1e-5, atol=1e-3)


@pytest.mark.parametrize("method", ["area", "gaussian"])
def test_resizing_may_cut_to_the_proportions(method):
    wide = RNG.random((1, 4, 10, 1)).astype("float32")
    got = rk.layer_resizing(wide, 2, 2, method, crop_to_aspect_ratio=True)
    expected = tf.image.resize(wide[:, :, 3:7], (2, 2), method)  # the middle 4 of 10 columns
    np.testing.assert_allclose(got, expected, rtol=1e-5)
    first = rk.layer_resizing(height=2, width=2, interpolation=method, data_format="channels_first")
    np.testing.assert_allclose(
        first(np.moveaxis(wide, -1, 1)), np.moveaxis(tf.image.resize(wide, (2, 2), method), -1, 1)
    )


def test_center_crop_takes_the_middle_and_enlarges_small_images():
    assert rk.layer_center_crop(IMAGE, 2, 2).numpy().ravel().tolist() == [5, 6, 9, 10]
    assert rk.layer_center_crop(IMAGE[0], 2, 4).numpy().ravel().tolist() == list(range(4, 12))
    large = rk.layer_center_crop(IMAGE, 8, 8)
    np.testing.assert_allclose(large, tf.image.resize(IMAGE, (8, 8)), rtol=1e-5)


def test_random_crop_takes_any_window_and_one_for_a_batch():
    layer = rk.layer_random_crop(height=2, width=3)
    windows = {
        (i, j): IMAGE[0, i : i + 2, j : j + 3, 0].ravel().tolist()
        for i in range(3)
        for j in range(2)
    }
    seen = set()
    for _ in range(60):
        batch = train(layer, MANY[:3])
        assert (batch == batch[0]).all()
        seen.add(next(at for at, w in windows.items() if w == batch[0].ravel().tolist()))
    assert seen == set(windows)
    # an extent that just fits leaves the other one free
    rows = {tuple(train(rk.layer_random_crop(height=2, width=4)).ravel()) for _ in range(30)}
    assert len(rows) == 3


def test_random_crop_cuts_the_middle_at_other_times_and_enlarges():
    layer = rk.layer_random_crop(height=2, width=1)
    middle = tf.image.resize(IMAGE[:, :, 1:3], (2, 1))  # of the proportions 2 : 1
    np.testing.assert_allclose(layer(IMAGE, training=False), middle, rtol=1e-6)
    model = keras.Sequential([keras.Input((None, None, 1)), layer])
    np.testing.assert_allclose(model.predict(IMAGE, verbose=0), middle, rtol=1e-6)
    large = rk.layer_random_crop(height=8, width=8)
    np.testing.assert_allclose(train(large), tf.image.resize(IMAGE, (8, 8)), rtol=1e-5)
    sizes = tf.function(lambda x: layer(x, training=True), input_signature=[
        tf.TensorSpec((None, None, None, 1))
    ])  # fmt: skip
    assert sizes(IMAGE).shape == (1, 2, 1, 1)
    assert sizes(IMAGE[:, :1]).shape == (1, 2, 1, 1)  # too small: enlarged


@pytest.mark.parametrize("layer", RANDOM, ids=lambda layer: type(layer).__name__)
def test_images_of_whole_numbers_become_floats(layer):
    assert layer(IMAGE.astype("uint8"), training=True).dtype == "float32"
    assert layer(IMAGE.astype("int32"), training=False).dtype == "float32"


def test_images_of_whole_numbers_are_computed_in_floats():
    whole = IMAGE.astype("uint8")
    brighter = train(rk.layer_random_brightness(factor=[0.1, 0.1]), whole)
    np.testing.assert_allclose(brighter, IMAGE + 25.5, rtol=1e-5)
    softer = train(rk.layer_random_contrast(factor=[0.5, -0.0], seed=1), whole)
    share = (softer - IMAGE.mean()) / (IMAGE - IMAGE.mean())
    np.testing.assert_allclose(share, share.ravel()[0], rtol=1e-4)


def test_brightness_adds_a_share_of_the_range():
    np.testing.assert_allclose(
        train(rk.layer_random_brightness(factor=[0.1, 0.1])), IMAGE + 25.5, rtol=1e-5
    )
    got = train(rk.layer_random_brightness(factor=[-0.5, -0.5], value_range=[0.0, 20.0]))
    np.testing.assert_allclose(got, np.clip(IMAGE - 10, 0, 20))
    added = train(rk.layer_random_brightness(factor=0.2), MANY)[:, 3, 3, 0] - 15
    assert -15 <= added.min() < -5
    assert 40 < added.max() <= 51


def test_contrast_moves_away_from_the_mean_by_a_factor_to_both_sides():
    mean = IMAGE.mean()
    factors = (
        train(rk.layer_random_contrast(factor=0.4), MANY + 50)[:, 0, 0, 0] - mean - 50
    ) / -mean
    assert 0.6 <= factors.min() < 0.65
    assert 1.35 < factors.max() <= 1.4
    uneven = rk.layer_random_contrast(factor=[0.8, 0.1])
    factors = (train(uneven, MANY + 50)[:, 0, 0, 0] - mean - 50) / -mean
    assert 0.2 <= factors.min() < 0.25
    assert 1.05 < factors.max() <= 1.1
    np.testing.assert_allclose(train(rk.layer_random_contrast(factor=0)), IMAGE, atol=1e-5)


@pytest.mark.parametrize(
    ("mode", "axes"),
    [
        ("horizontal", [(), (2,)]),
        ("vertical", [(), (1,)]),
        ("horizontal_and_vertical", [(), (1,), (2,), (1, 2)]),
    ],
)
def test_flips_of_each_image_and_direction_by_even_chances(mode, axes):
    flipped = train(rk.layer_random_flip(mode=mode), MANY)
    kinds = [np.flip(IMAGE, way)[0].tolist() for way in axes]
    counts = [sum(image.tolist() == kind for image in flipped) for kind in kinds]
    assert sum(counts) == 200
    assert all(abs(count - 200 / len(axes)) < 35 for count in counts)


def test_flips_of_channels_first_and_single_images():
    layer = rk.layer_random_flip(mode="horizontal", data_format="channels_first")
    first = np.moveaxis(IMAGE, -1, 1)
    seen = {tuple(train(layer, first).ravel()) for _ in range(20)}
    assert seen == {tuple(IMAGE.ravel()), tuple(np.flip(IMAGE, 2).ravel())}
    assert train(rk.layer_random_flip(), IMAGE[0]).shape == (4, 4, 1)


@pytest.mark.parametrize(
    ("make", "axis"), [(rk.layer_random_height, 1), (rk.layer_random_width, 2)]
)
def test_heights_and_widths_between_their_ends(make, axis):
    images = RNG.random((2, 40, 40, 3)).astype("float32")
    layer = make(factor=[-0.5, 0.25])
    extents = {train(layer, images).shape[axis] for _ in range(100)}
    assert 20 <= min(extents) < 23
    assert 47 < max(extents) <= 50
    both = {train(make(factor=0.1), images).shape[axis] for _ in range(60)}
    assert min(both) >= 36
    assert max(both) <= 44
    size = [40, 40]
    size[axis - 1] = 60
    fixed = make(factor=[0.5, 0.5], interpolation="nearest")
    np.testing.assert_array_equal(train(fixed, images), tf.image.resize(images, size, "nearest"))
    np.testing.assert_array_equal(
        train(fixed, images[0]), tf.image.resize(images[0], size, "nearest")
    )
    model = keras.Sequential([keras.Input((40, 40, 3)), fixed])
    assert model.output_shape == tuple(
        None if i in (0, axis) else n for i, n in enumerate((0, 40, 40, 3))
    )
    assert model(images, training=True).shape[axis] == 60


def test_heights_change_while_a_model_trains():
    model = keras.Sequential([keras.Input((8, 8, 1))])
    rk.layer_random_height(model, 0.5)
    rk.layer_random_width(model, 0.5)
    model.add(keras.layers.GlobalAveragePooling2D())
    model.add(keras.layers.Dense(1))
    rk.compile(model, "sgd", "mse")
    images = np.ones((6, 8, 8, 1))
    history = rk.fit(model, images, np.full(6, 2.0), epochs=30, batch_size=2, verbose=0).history
    assert history["loss"][-1] < 0.01 < history["loss"][0]


def test_rotations_run_against_the_clock():
    got = train(rk.layer_random_rotation(factor=[0.25, 0.25]))
    np.testing.assert_allclose(plane(got), np.rot90(plane(IMAGE)), atol=1e-4)
    got = train(rk.layer_random_rotation(factor=[-0.25, -0.25], interpolation="nearest"))
    np.testing.assert_allclose(plane(got), np.rot90(plane(IMAGE), -1), atol=1e-4)


def test_translations_go_down_and_to_the_right():
    move = {"fill_mode": "constant", "fill_value": -1}
    down = rk.layer_random_translation(height_factor=[0.25, 0.25], width_factor=0, **move)
    expected = np.vstack([[-1] * 4, plane(IMAGE)[:3]])
    np.testing.assert_allclose(plane(train(down)), expected, atol=1e-4)
    right = rk.layer_random_translation(height_factor=0, width_factor=[0.5, 0.5], fill_mode="wrap")
    np.testing.assert_allclose(plane(train(right)), np.roll(plane(IMAGE), 2, axis=1), atol=1e-4)
    nearest = rk.layer_random_translation(height_factor=[-0.25, -0.25], width_factor=0,
                                          fill_mode="nearest")  # fmt: skip
    expected = np.vstack([plane(IMAGE)[1:], plane(IMAGE)[3:]])
    np.testing.assert_allclose(plane(train(nearest)), expected, atol=1e-4)
    reflected = rk.layer_random_translation(height_factor=[0.5, 0.5], width_factor=0)
    expected = np.vstack([plane(IMAGE)[[1, 0]], plane(IMAGE)[:2]])
    np.testing.assert_allclose(plane(train(reflected)), expected, atol=1e-4)


def test_zooms_out_with_positive_factors_and_in_with_negative_ones():
    out = rk.layer_random_zoom(
        height_factor=[1.0, 1.0], fill_mode="constant", interpolation="nearest"
    )
    constant = train(out, np.full((1, 8, 8, 1), 9.0))
    assert (plane(constant)[2:6, 2:6] == 9).all()
    assert plane(constant).sum() == 9 * 16  # half of each extent
    ramp = np.broadcast_to(np.arange(8.0)[None, None, :, None], (1, 8, 8, 1))
    wide = train(rk.layer_random_zoom(height_factor=0, width_factor=[-0.5, -0.5]), ramp)
    np.testing.assert_allclose(plane(wide)[0], 3.5 + (np.arange(8) - 3.5) / 2, atol=1e-4)
    tall = train(rk.layer_random_zoom(height_factor=[-0.5, -0.5]), ramp)  # both alike
    np.testing.assert_allclose(plane(tall), plane(wide), atol=1e-4)


def test_seeds_fix_what_is_drawn():
    for make in (
        lambda: rk.layer_random_flip(seed=3),
        lambda: rk.layer_random_crop(height=1, width=1, seed=3),
        lambda: rk.layer_random_contrast(factor=0.5, seed=3),
        lambda: rk.layer_random_rotation(factor=0.5, seed=3),
    ):
        np.testing.assert_array_equal(train(make(), MANY), train(make(), MANY))


def test_ranges_are_checked():
    with pytest.raises(rk.ArgumentError, match="`factor` must be one or two numbers above -1, not"):
        rk.layer_random_height(factor=[-1.0, 0.0])
    with pytest.raises(
        rk.ArgumentError, match="`factor` must be one or two numbers of at least 0 and"
    ):
        rk.layer_random_contrast(factor=2)
    with pytest.raises(rk.ArgumentError, match="`height_factor` must be one or two numbers of at"):
        rk.layer_random_translation(height_factor=[0, 3], width_factor=0)
    with pytest.raises(rk.ArgumentError, match='`mode` must be one of "horizontal_and_vertical"'):
        rk.layer_random_flip(mode="diagonal")
    with pytest.raises(rk.ArgumentError, match="`height` must be a whole number of at least 1"):
        rk.layer_resizing(height=0, width=2)
    with pytest.raises(rk.ArgumentError, match=r"unused argument \(factr = 2\)"):
        rk.layer_random_height(factor=0.1, factr=2)


def test_changed_layers_are_saved_with_their_arguments(tmp_path):
    model = keras.Sequential([keras.Input((4, 4, 1))])
    rk.layer_random_flip(model)
    rk.layer_random_contrast(model, [0.3, 0.1])
    rk.layer_random_height(model, [-0.1, 0.2], "nearest", seed=5)
    rk.layer_random_width(model, 0.2)
    rk.layer_resizing(model, 4, 4, "gaussian")
    rk.layer_random_crop(model, 2, 2)
    model.save(tmp_path / "model.keras")
    again = rk.load_model_hdf5(str(tmp_path / "model.keras"))
    assert [type(layer) for layer in again.layers] == [type(layer) for layer in model.layers]
    assert tuple(again.layers[1].factor) == (0.3, 0.1)
    assert again.layers[2].get_config() == {**model.layers[2].get_config(), "factor": [-0.1, 0.2]}
    np.testing.assert_array_equal(again.predict(IMAGE, verbose=0), model.predict(IMAGE, verbose=0))
