"""The moving variance of small batches: the estimate divides by one less than there are values."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.compat.layers.normalization import BatchNormalization


@pytest.mark.parametrize("axis", [-1, 1])
@pytest.mark.parametrize(
    ("values", "variance"),
    [
        ([1.0, 4.0], 4.5),  # (1.5**2 + 1.5**2) / (2 - 1)
        ([1.0, 4.0, 7.0], 9.0),  # (3**2 + 0 + 3**2) / (3 - 1)
        ([5.0], 0.0),  # one value has no variance, and none to divide by
    ],
)
def test_the_variance_of_few_values(axis: int, values: list[float], variance: float) -> None:
    layer = BatchNormalization(axis=axis, momentum=0.75)
    layer(np.reshape(values, (-1, 1, 1, 1)).astype("float32"), training=True)
    assert layer.moving_variance.numpy() == pytest.approx([0.75 * 1 + 0.25 * variance])
    assert layer.moving_mean.numpy() == pytest.approx([0.25 * np.mean(values)])


def test_all_places_of_all_images_count() -> None:
    layer = BatchNormalization(momentum=0.0)
    layer(np.reshape([1.0, 2.0, 3.0, 6.0], (2, 1, 2, 1)).astype("float32"), training=True)
    # the mean is 3: (4 + 1 + 0 + 9) / (4 - 1)
    assert layer.moving_variance.numpy() == pytest.approx([14 / 3])


def test_the_variance_stays_where_the_layer_does_not_learn() -> None:
    x = np.reshape([1.0, 4.0], (2, 1, 1, 1)).astype("float32")
    layer = BatchNormalization(momentum=0.5)
    layer(x)
    assert layer.moving_variance.numpy() == pytest.approx([1.0])
    layer.trainable = False
    layer(x, training=True)
    assert layer.moving_variance.numpy() == pytest.approx([1.0])


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
