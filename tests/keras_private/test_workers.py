"""Layers that see a share of a batch."""

from __future__ import annotations

import threading
from typing import Any

import keras
import numpy as np

import rkeras_py as rk
from rkeras_py.keras_private import workers
from rkeras_py.keras_private.layers import mask_of

X = np.array([[1.0, 2.0], [3.0, 6.0]], "float32")


def of_more(layer: Any, inputs: Any, mask: Any) -> tuple[Any, Any]:
    return keras.ops.array([1.0, 2.0]), keras.ops.array([4.0, 16.0])


def test_batch_normalization_takes_given_moments_inside_alone() -> None:
    norm = keras.layers.BatchNormalization(epsilon=0, momentum=0)
    norm.build((None, 2))
    with workers.share_of_batch(of_more, lambda seed: seed, 2):
        assert norm(X, training=True).numpy().tolist() == [[0, 0], [1, 1]]
        assert norm.moving_variance.numpy().tolist() == [4, 16]
    assert norm(X, training=True).numpy().tolist() == [[-1, -1], [1, 1]]


def test_other_threads_are_outside() -> None:
    seen = []
    with workers.share_of_batch(of_more, lambda seed: seed, 2):
        thread = threading.Thread(target=lambda: seen.append(workers.shares()))
        thread.start()
        thread.join(30)
        assert workers.shares() == 2
    assert seen == [1] and workers.shares() == 1


def test_the_variance_of_images_estimates_that_of_all_samples() -> None:
    model = rk.keras_model_sequential()
    rk.layer_batch_normalization(model, input_shape=(1, 1, 2), momentum=0)
    norm = model.layers[0]
    with workers.share_of_batch(of_more, lambda seed: seed, 5):
        norm(X.reshape(2, 1, 1, 2), training=True)
    # 2 samples here, 10 in all: 10 / 9 of the variance
    np.testing.assert_allclose(norm.moving_variance, [40 / 9, 160 / 9], rtol=1e-6)


def test_seeds_are_changed() -> None:
    drop = keras.layers.Dropout(0.5, seed=1)
    x = np.ones((1, 1000), "float32")
    state = drop.seed_generator.state.numpy()
    plain = drop(x, training=True).numpy()
    results = []
    for change in (0, 5):
        drop.seed_generator.state.assign(state)
        with workers.share_of_batch(of_more, lambda s, c=change: s + keras.ops.cast(c, s.dtype), 2):
            results.append(drop(x, training=True).numpy())
    assert (results[0] == plain).all() and (results[1] != plain).any()


def test_initializers_keep_their_seeds() -> None:
    make = keras.initializers.GlorotUniform(seed=3)
    with workers.share_of_batch(of_more, lambda seed: seed + 1, 2):
        inside = make((2, 2)).numpy()
    assert (inside == make((2, 2)).numpy()).all()


def test_losses_by_where_they_come_from() -> None:
    inputs = keras.Input((2,))
    dense = keras.layers.Dense(
        1, kernel_initializer="ones", kernel_regularizer="l2", activity_regularizer="l1"
    )
    model = keras.Model(inputs, dense(inputs))
    workers.call_model(model, X, training=True)
    added, of_weights = workers.losses_of(model)
    np.testing.assert_allclose(added, [0.01 * (3 + 9) / 2], rtol=1e-6)
    np.testing.assert_allclose(of_weights, [0.01 * 2], rtol=1e-6)


def test_masks_are_given() -> None:
    values = keras.ops.ones((2, 3))
    workers.set_mask(values, keras.ops.array([True, False]))
    assert mask_of(values).numpy().tolist() == [True, False]


def test_axes_of_moments() -> None:
    norm = keras.layers.BatchNormalization(axis=1)
    norm.build((None, 3, 4))
    assert workers.axes_of_moments(norm) == [0, 2]
