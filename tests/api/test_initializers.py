"""Initializers against their published variances and bounds."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from scipy import stats

from rkeras_py.api import initializers as api
from rkeras_py.api.layers.core import layer_dense
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

SHAPE = (120, 80)
INPUTS, OUTPUTS = SHAPE
COUNT = INPUTS * OUTPUTS


def draw(initializer, shape=SHAPE):
    return keras.ops.convert_to_numpy(initializer(shape, dtype="float32")).astype("float64")


def uniform(variance):
    limit = np.sqrt(3 * variance)
    return stats.uniform(-limit, 2 * limit)


def cut(scale, mean=0.0):
    return stats.truncnorm(-2, 2, mean, scale)


def cut_with(variance):
    """A normal distribution cut off at two standard deviations, of this variance afterwards."""
    return cut(np.sqrt(variance / cut(1).var()))


MEAN = (INPUTS + OUTPUTS) / 2
RANDOM = [
    ("glorot_normal", {}, cut_with(1 / MEAN)),
    ("glorot_uniform", {}, uniform(1 / MEAN)),
    ("he_normal", {}, cut_with(2 / INPUTS)),
    ("he_uniform", {}, uniform(2 / INPUTS)),
    ("lecun_normal", {}, cut_with(1 / INPUTS)),
    ("lecun_uniform", {}, uniform(1 / INPUTS)),
    ("random_normal", {}, stats.norm(0, 0.05)),
    ("random_normal", {"mean": 2, "stddev": 3}, stats.norm(2, 3)),
    ("random_uniform", {}, stats.uniform(-0.05, 0.1)),
    ("random_uniform", {"minval": 1, "maxval": 4}, stats.uniform(1, 3)),
    ("truncated_normal", {}, cut(0.05)),
    ("truncated_normal", {"mean": 1, "stddev": 2}, cut(2, 1)),
    ("variance_scaling", {}, cut_with(1 / INPUTS)),
    ("variance_scaling", {"scale": 3, "mode": "fan_out"}, cut_with(3 / OUTPUTS)),
    ("variance_scaling", {"mode": "fan_avg", "distribution": "uniform"}, uniform(1 / MEAN)),
    ("variance_scaling", {"distribution": "truncated_normal"}, cut_with(1 / INPUTS)),
    (
        "variance_scaling",
        {"distribution": "untruncated_normal"},
        stats.norm(0, np.sqrt(1 / INPUTS)),
    ),
]


@pytest.mark.parametrize(("name", "options", "law"), RANDOM)
def test_numbers_follow_the_law(name, options, law):
    values = draw(getattr(api, f"initializer_{name}")(seed=7, **options)).ravel()
    # The seed is fixed, so this does not fail by chance: below 1 in 10000 something is wrong.
    assert stats.kstest(values, law.cdf).pvalue > 1e-4
    error = law.std() / np.sqrt(COUNT)
    assert abs(values.mean() - law.mean()) < 4 * error
    # A sample variance has the standard error var * sqrt((kurtosis + 2) / n).
    spread = law.var() * np.sqrt((float(law.stats("k")) + 2) / COUNT)
    assert abs(values.var() - law.var()) < 4 * spread
    low, high = law.support()
    assert values.min() >= low - 1e-6 and values.max() <= high + 1e-6


def test_zeros_ones_and_identity():
    np.testing.assert_array_equal(draw(api.initializer_zeros(), (2, 3)), np.zeros((2, 3)))
    np.testing.assert_array_equal(draw(api.initializer_ones(), (2, 3)), np.ones((2, 3)))
    np.testing.assert_array_equal(draw(api.initializer_identity(), (3, 3)), np.eye(3))
    np.testing.assert_array_equal(draw(api.initializer_identity(gain=2), (2, 2)), 2 * np.eye(2))


def test_constants_fill_the_weights():
    np.testing.assert_array_equal(draw(api.initializer_constant(), (2,)), [0, 0])
    np.testing.assert_array_equal(draw(api.initializer_constant(1.5), (1, 2)), [[1.5, 1.5]])
    numbers = api.initializer_constant([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    np.testing.assert_array_equal(draw(numbers, (2, 3)), [[1, 2, 3], [4, 5, 6]])
    matrix = np.array([[1.0, 2.0], [3.0, 4.0]])
    np.testing.assert_array_equal(draw(api.initializer_constant(matrix), (2, 2)), matrix)
    with pytest.raises(ValueError, match=r"has 6 numbers, but weights of shape \(2, 2\) need 4"):
        numbers((2, 2))


def test_constants_survive_saving(tmp_path):
    bias = api.initializer_constant([1.0, 2.0])
    model = keras.Sequential([keras.Input((1,)), layer_dense(units=2, bias_initializer=bias)])
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras")
    np.testing.assert_array_equal(draw(loaded.layers[0].bias_initializer, (2,)), [1, 2])


def test_orthogonal():
    tall = draw(api.initializer_orthogonal(gain=2, seed=1), (5, 3))
    np.testing.assert_allclose(tall.T @ tall, 4 * np.eye(3), atol=1e-5)
    wide = draw(api.initializer_orthogonal(seed=1), (3, 5))
    np.testing.assert_allclose(wide @ wide.T, np.eye(3), atol=1e-5)


def test_every_initializer_is_tested():
    plain = {"constant", "identity", "ones", "orthogonal", "zeros"}
    tested = {f"initializer_{name}" for name in plain | {case[0] for case in RANDOM}}
    assert tested == {name for name in REGISTRY if name.startswith("initializer_")}


def test_a_seed_repeats():
    a, b, c = (draw(api.initializer_he_normal(seed=s), (2, 2)) for s in (3, 3, 4))
    assert (a == b).all() and (a != c).all()


def test_layers_take_functions_and_former_names():
    dense = layer_dense(
        units=2, kernel_initializer=api.initializer_ones, bias_initializer="constant"
    )
    np.testing.assert_array_equal(dense(np.array([[1.0, 2.0]])), [[3, 3]])
    assert isinstance(dense.kernel_initializer, keras.initializers.Ones)


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`scale` must be a number above 0, not 0"):
        api.initializer_variance_scaling(scale=0)
    with pytest.raises(
        ArgumentError, match=r'`mode` must be one of "fan_in", "fan_out", "fan_avg"'
    ):
        api.initializer_variance_scaling(mode="fan")
    with pytest.raises(ArgumentError, match=r"`seed` must be a whole number or NULL, not Inf"):
        api.initializer_he_normal(seed=float("inf"))
    with pytest.raises(ArgumentError, match=r'`kernel_initializer` is not known: "he_norml"'):
        layer_dense(units=1, kernel_initializer="he_norml")


@pytest.mark.parametrize("given", [{}, {"kernel_initializer": "glorot_uniform"}])
def test_a_seed_gives_the_weights_of_keras_itself(given):
    """To look up the initializer's name draws no number."""
    keras.utils.set_random_seed(3)
    theirs = keras.layers.Dense(4)
    theirs.build((None, 5))
    keras.utils.set_random_seed(3)
    ours = layer_dense(units=4, **given)
    ours.build((None, 5))
    assert ours.kernel_initializer.seed == theirs.kernel_initializer.seed
    np.testing.assert_array_equal(ours.get_weights()[0], theirs.get_weights()[0])
