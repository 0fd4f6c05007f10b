"""Random numbers: their distribution, and that seeds repeat them."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import in_a_model, k, numbers
from scipy import stats

from rkeras_py.convert.rule import ArgumentError

MANY = [20.0, 1000.0]

DISTRIBUTIONS = [
    ("random_normal", (2.0, 3.0), stats.norm(2, 3)),
    ("random_normal", (), stats.norm()),
    ("truncated_normal", (1.0, 0.5), stats.truncnorm(-2, 2, 1, 0.5)),
    ("random_uniform", (-1.0, 3.0), stats.uniform(-1, 4)),
    ("random_uniform", (), stats.uniform()),
]


@pytest.mark.parametrize(("name", "args", "wanted"), DISTRIBUTIONS)
def test_distributions(name, args, wanted):
    drawn = numbers(k(name, MANY, *args, seed=7))
    assert drawn.shape == (20, 1000) and drawn.dtype == "float32"
    assert stats.kstest(drawn.ravel(), wanted.cdf).pvalue > 0.001
    np.testing.assert_array_equal(drawn, numbers(k(name, MANY, *args, seed=7)))
    assert (drawn != numbers(k(name, MANY, *args, seed=8))).any()
    assert (drawn != numbers(k(name, MANY, *args))).any()


@pytest.mark.parametrize("name", ["random_binomial", "random_bernoulli"])
def test_ones_and_zeros(name):
    drawn = numbers(k(name, MANY, 0.3, seed=1))
    assert set(np.unique(drawn)) == {0, 1}
    assert stats.binomtest(int(drawn.sum()), drawn.size, 0.3).pvalue > 0.001
    assert numbers(k(name, [3])).tolist() == [0, 0, 0]
    assert numbers(k(name, [3], 1.0, "int32")).tolist() == [1, 1, 1]


def test_whole_numbers():
    drawn = numbers(k("random_uniform", MANY, 2, 5, "int32", 1))
    assert drawn.dtype == "int32"
    counts = np.unique(drawn, return_counts=True)
    assert counts[0].tolist() == [2, 3, 4]
    assert stats.chisquare(counts[1]).pvalue > 0.001


def test_seeds_of_the_session():
    keras.utils.set_random_seed(3)
    first = [numbers(k("random_normal", [2])) for _ in range(2)]
    keras.utils.set_random_seed(3)
    again = [numbers(k("random_normal", [2])) for _ in range(2)]
    np.testing.assert_array_equal(first, again)
    assert (first[0] != first[1]).all()


def test_types():
    assert k("random_normal", [2], dtype="float64").dtype == "float64"
    assert k("random_uniform", 2, dtype="float16").dtype == "float16"


def test_a_shape_that_is_a_tensor():
    like = k("random_normal", k("shape", np.ones((2, 3))), seed=1)
    np.testing.assert_array_equal(numbers(like), numbers(k("random_normal", [2, 3], seed=1)))
    np.testing.assert_array_equal(
        numbers(k("reshape", np.arange(6.0), k("shape", like)))[1], [3, 4, 5]
    )


def test_an_extent_that_is_known_when_the_model_runs():
    def noise(x):
        rows = k("shape", x)[0]
        return x * 0 + k("random_uniform", [rows, 2], 5, 6)

    x = keras.Input((2,))
    model = keras.Model(x, keras.layers.Lambda(noise)(x))
    drawn = model.predict(np.zeros((7, 2)), verbose=0)
    assert ((drawn >= 5) & (drawn < 6)).all() and len(np.unique(drawn)) == 14


def test_variables():
    normal = k("random_normal_variable", MANY, 1.0, 2.0, seed=5, name="noise")
    assert isinstance(normal, keras.Variable) and normal.name == "noise"
    assert stats.kstest(numbers(normal).ravel(), stats.norm(1, 2).cdf).pvalue > 0.001
    uniform = k("random_uniform_variable", MANY, -1.0, 1.0, seed=5)
    assert isinstance(uniform, keras.Variable)
    assert stats.kstest(numbers(uniform).ravel(), stats.uniform(-1, 2).cdf).pvalue > 0.001


def test_dropout_scales_what_stays():
    x = np.full((20, 1000), 3.0)
    result = numbers(k("dropout", x, 0.25, seed=1))
    kept = result != 0
    np.testing.assert_allclose(result[kept], 3 / 0.75)
    assert stats.binomtest(int(kept.sum()), kept.size, 0.75).pvalue > 0.001
    np.testing.assert_array_equal(result, numbers(k("dropout", x, 0.25, seed=1)))
    rows = numbers(k("dropout", x, 0.5, [20, 1], seed=1))
    assert all(len(set(row)) == 1 for row in rows.tolist()) and len(np.unique(rows)) == 2
    assert set(np.unique(in_a_model("dropout", x, 0.5))) == {0, 6}  # in use as in training
    np.testing.assert_array_equal(numbers(k("dropout", x, 0.0)), x)


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("random_normal", ([2, None],), ("`shape` must be a shape: whole numbers of at least 0, "
         "such as c(2, 3), not a list of length 2.")),
        ("random_normal", (2, 0, -1.0), "`stddev` must be a number of at least 0, not -1."),
        ("random_uniform", (2, 1, 1), "`maxval` must be greater than `minval`, 1, not 1."),
        ("random_uniform", (2, 0, 1.5, "int32"),
         "`minval` and `maxval` must be whole numbers for the type int32."),
        ("random_uniform_variable", (2, 1, 0), "`high` must be greater than `low`, 1, not 0."),
        ("random_binomial", (2, 1.5), "`p` must be a number from 0 to 1, not 1.5."),
        ("dropout", ([1.0, 2.0], 1.0), "`level` must be below 1, not 1."),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
