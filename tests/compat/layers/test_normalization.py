"""Moving averages of batch normalization as in Keras 2, and parts of a batch apart."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

from rkeras_py.compat.layers.normalization import (
    BatchNormalization,
    GhostBatchNormalization,
    as_in_keras_2,
)
from rkeras_py.convert.rule import ArgumentError


@pytest.mark.parametrize(
    ("shape", "axis", "fused"),
    [
        ((2, 3, 3, 2), -1, True),
        ((2, 2, 3, 3), 1, True),
        ((2, 2, 2, 2, 3), -1, True),
        ((6, 3), -1, False),
        ((2, 3, 4), -1, False),
    ],
)
def test_the_moving_variance(shape, axis, fused):
    x = numbers(*shape)
    layer = BatchNormalization(axis=axis, momentum=0.75)
    outputs = layer(x, training=True).numpy()
    flat = np.moveaxis(x, axis, -1).reshape(-1, x.shape[axis])
    variance = flat.var(0, ddof=1 if fused else 0)
    np.testing.assert_allclose(layer.moving_variance, 0.75 + 0.25 * variance, rtol=1e-5)
    np.testing.assert_allclose(layer.moving_mean, 0.25 * flat.mean(0), rtol=1e-4, atol=1e-6)
    normal = (flat - flat.mean(0)) / np.sqrt(flat.var(0) + 0.001)  # by n, whatever the rank
    np.testing.assert_allclose(
        np.moveaxis(outputs, axis, -1).reshape(normal.shape), normal, rtol=1e-3, atol=1e-4
    )


def test_one_pixel_has_no_other_to_compare_with():
    layer = BatchNormalization()
    layer(np.ones((1, 1, 1, 2), "float32"), training=True)
    np.testing.assert_allclose(layer.moving_variance, [0.99, 0.99], rtol=1e-6)


def test_two_pixels():
    layer = BatchNormalization(momentum=0.0)
    layer(np.array([0.0, 2.0], "float32").reshape(2, 1, 1, 1), training=True)
    np.testing.assert_allclose(layer.moving_variance, [2.0], rtol=1e-6)  # (1 + 1) / (2 - 1)


@pytest.mark.parametrize("change", [{"training": False}, {"trainable": False}])
def test_nothing_moves_without_training(change):
    layer = BatchNormalization(trainable=change.get("trainable", True))
    layer(numbers(2, 3, 3, 2), training=change.get("training", True))
    np.testing.assert_array_equal(layer.moving_variance, [1, 1])


def test_layers_of_a_model_are_turned_into_it(tmp_path):
    model = keras.Sequential([keras.Input((3, 3, 2)), keras.layers.BatchNormalization()])
    as_in_keras_2(model)
    x = numbers(2, 3, 3, 2)
    model(x, training=True)
    expected = 0.99 + 0.01 * x.reshape(-1, 2).var(0, ddof=1)
    np.testing.assert_allclose(model.layers[0].moving_variance, expected, rtol=1e-6)
    model.save(tmp_path / "m.keras")
    plain = keras.models.load_model(tmp_path / "m.keras")
    np.testing.assert_allclose(plain(x), model(x), rtol=1e-6)


def test_parts_of_a_batch_are_normalized_apart():
    x = numbers(6, 3)
    layer = GhostBatchNormalization(2, momentum=0.5)
    outputs = layer(x, training=True).numpy()
    means, variances = [], []
    for part in range(3):  # sample i belongs to part i mod 3
        rows = x[part::3]
        means.append(rows.mean(0))
        variances.append(rows.var(0))
        expected = (rows - means[-1]) / np.sqrt(variances[-1] + 0.001)
        np.testing.assert_allclose(outputs[part::3], expected, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(layer.moving_mean, 0.5 * np.mean(means, 0), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(layer.moving_variance, 0.5 + 0.5 * np.mean(variances, 0), rtol=1e-5)


def test_parts_and_their_configuration():
    layer = GhostBatchNormalization(4, scale=False)
    again = GhostBatchNormalization.from_config(layer.get_config())
    assert again.virtual_batch_size == 4 and not again.scale
    with pytest.raises(ArgumentError, match="`virtual_batch_size` and `renorm` cannot be used"):
        GhostBatchNormalization(4, renorm=True)


@pytest.mark.parametrize(
    ("options", "stands"),
    [
        ({"renorm_clipping": {}}, True),
        ({}, False),
        ({"renorm_clipping": {"rmax": 2.0}}, False),
        ({"renorm": True, "renorm_clipping": {}}, False),
    ],
)
def test_which_layers_it_stands_for(options: dict[str, object], stands: bool) -> None:
    assert BatchNormalization.stands_for(keras.layers.BatchNormalization(**options)) is stands
