"""The backend functions against NumPy and SciPy; axes count from 1."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops
from scipy import special

import rkeras_py.api  # noqa: F401
from rkeras_py.convert.na import NA_INTEGER
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

X = np.array([[[1.5, -2.0, 0.25], [3.0, 0.5, -1.0]], [[2.0, 4.0, -0.5], [0.0, 1.0, 2.5]]])
M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])
V = np.array([-2.5, -0.3, 0.0, 0.5, 1.5, 3.0])
P = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])
ONE_HOT = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
LOGITS = np.log(P) + 0.7


def k(name, *args, **kwargs):
    """What a function of the backend gives, as NumPy sees it."""
    result = REGISTRY[f"k_{name}"].python(*args, **kwargs)
    return ops.convert_to_numpy(result) if hasattr(result, "dtype") else result


def half_up_to_even(x):
    floor = np.floor(x)
    return np.where(x - floor == 0.5, 2 * np.round(x / 2), np.floor(x + 0.5))


ELEMENTWISE = [
    ("abs", (V,), np.where(V < 0, -V, V)),
    ("exp", (V,), np.e**V),
    ("log", (M,), np.log(M)),
    ("square", (V,), V * V),
    ("sqrt", (np.array([4.0, 2.25, -1.0]),), [2.0, 1.5, 0.0]),
    ("sign", (V,), [-1, -1, 0, 1, 1, 1]),
    ("round", (V,), half_up_to_even(V)),
    ("sin", (V,), np.sin(V)),
    ("cos", (V,), np.cos(V)),
    ("tanh", (V,), 1 - 2 / (np.exp(2 * V) + 1)),
    ("pow", (M, 2.0), M * M),
    ("pow", (2.0, V), np.exp(V * np.log(2))),
    ("clip", (V, -1.0, 1.0), [-1, -0.3, 0, 0.5, 1, 1]),
    ("clip", (V, 0.0), [0, 0, 0, 0.5, 1.5, 3]),
    ("clip", (V, None, 0.5), [-2.5, -0.3, 0, 0.5, 0.5, 0.5]),
    ("clip", (V, 1.0, -1.0), np.ones(6)),
    ("sigmoid", (V,), special.expit(V)),
    ("hard_sigmoid", (V,), [0, 0.44, 0.5, 0.6, 0.8, 1]),
    ("softplus", (V,), np.log1p(np.exp(V))),
    ("softsign", (V,), V / (1 + np.abs(V))),
    ("softmax", (M,), special.softmax(M, axis=1)),
    ("softmax", (M, 1), special.softmax(M, axis=0)),
    ("relu", (V,), [0, 0, 0, 0.5, 1.5, 3]),
    ("relu", (V, 0.1), [-0.25, -0.03, 0, 0.5, 1.5, 3]),
    ("relu", (V, 0.1, 1.0), [-0.25, -0.03, 0, 0.5, 1, 1]),
    ("elu", (V,), np.where(V > 0, V, np.expm1(V))),
    ("elu", (V, 2.0), np.where(V > 0, V, 2 * np.expm1(V))),
    ("l2_normalize", (M,), M / np.linalg.norm(M)),
    ("l2_normalize", (M, 2), M / np.linalg.norm(M, axis=1, keepdims=True)),
    ("l2_normalize", (np.zeros(3),), np.zeros(3)),
    ("equal", (V, 0.5), V == 0.5),
    ("not_equal", (V, 0.5), V != 0.5),
    ("greater", (V, 0.5), V > 0.5),
    ("greater_equal", (V, 0.5), V >= 0.5),
    ("less", (V, 0.5), V < 0.5),
    ("less_equal", (V, 0.5), V <= 0.5),
    ("maximum", (V, 0.0), [0, 0, 0, 0.5, 1.5, 3]),
    ("minimum", (V, 0.0), [-2.5, -0.3, 0, 0, 0, 0]),
]

SHAPES = [
    ("dot", (M, P.T), M @ P.T),
    ("dot", (X, M.T), np.einsum("abc,cd->abd", X, M.T)),
    ("flatten", (M,), [1, 5, 2, 3, 2, 9]),
    ("reshape", (M, [3, 2]), [[1, 5], [2, 3], [2, 9]]),
    ("reshape", (M, [-1]), [1, 5, 2, 3, 2, 9]),
    ("expand_dims", (M,), M[:, :, None]),
    ("expand_dims", (M, 1), M[None]),
    ("squeeze", (M[None, :, :, None],), M),
    ("squeeze", (M[None, :, :, None], 1), M[:, :, None]),
    ("concatenate", ([M, P],), np.hstack([M, P])),
    ("concatenate", ([M, P], 1), np.vstack([M, P])),
    ("stack", ([M, P],), [M, P]),
    ("stack", ([M, P], -1), np.dstack([M, P])),
    ("transpose", (M,), [[1, 3], [5, 2], [2, 9]]),
    ("shape", (X,), [2, 2, 3]),
    ("int_shape", (X,), (2, 2, 3)),
    ("ndim", (X,), 3),
    ("ndim", (2.0,), 0),
    ("zeros", ([2, 3],), np.zeros((2, 3))),
    ("ones", (2,), [1, 1]),
    ("zeros_like", (M,), np.zeros((2, 3))),
    ("ones_like", (M,), np.ones((2, 3))),
]

PREDICTIONS = [
    ("binary_crossentropy", (ONE_HOT, P), -np.log(np.where(ONE_HOT == 1, P, 1 - P))),
    (
        "binary_crossentropy",
        (ONE_HOT, LOGITS, True),
        -np.log(special.expit(np.where(ONE_HOT == 1, LOGITS, -LOGITS))),
    ),
    ("categorical_crossentropy", (ONE_HOT, P), -np.log([0.5, 0.2])),
    ("categorical_crossentropy", (ONE_HOT, LOGITS, True), -np.log([0.5, 0.2])),
    ("categorical_crossentropy", (ONE_HOT.T, P.T, False, 1), -np.log([0.5, 0.2])),
    ("sparse_categorical_crossentropy", (np.array([1, 2]), P), -np.log([0.5, 0.2])),
    ("sparse_categorical_crossentropy", (np.array([1.0, 2.0]), LOGITS, True), -np.log([0.5, 0.2])),
    ("in_top_k", (P, np.array([0.0, 2.0]), 2), [False, True]),
    ("in_top_k", (P, np.array([1, 1]), 1), [True, False]),
    ("in_top_k", (P[:1], 1.0, 1), [True]),
    ("sparse_categorical_crossentropy", (1.0, P[:1]), -np.log([0.5])),
]


@pytest.mark.parametrize(("name", "args", "expected"), ELEMENTWISE + SHAPES + PREDICTIONS)
def test_values(name, args, expected):
    result = k(name, *args)
    assert np.shape(result) == np.shape(expected)
    np.testing.assert_allclose(result, expected, rtol=2e-5, atol=1e-6)


def logsumexp(x, axis=None, keepdims=False):
    return special.logsumexp(x, axis=axis, keepdims=keepdims)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mean", np.mean),
        ("sum", np.sum),
        ("prod", np.prod),
        ("max", np.max),
        ("min", np.min),
        ("std", np.std),
        ("var", np.var),
        ("any", np.any),
        ("all", np.all),
        ("logsumexp", logsumexp),
    ],
)
@pytest.mark.parametrize(
    ("axis", "in_numpy"), [(None, None), (1, 0), (3, 2), (-1, 2), ([1, 3], (0, 2))]
)
@pytest.mark.parametrize("keepdims", [False, True])
def test_reductions(name, expected, axis, in_numpy, keepdims):
    result = k(name, X, axis, keepdims)
    wanted = expected(X, axis=in_numpy, keepdims=keepdims)
    assert result.shape == np.shape(wanted)
    np.testing.assert_allclose(result, wanted, rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("name", "args", "expected"),
    [
        ("argmax", (), [1, 2]),
        ("argmax", (1,), [1, 0, 1]),
        ("argmin", (), [0, 1]),
        ("argmin", (1,), [0, 1, 0]),
        ("cumsum", (), [[1, 5, 2], [4, 7, 11]]),
        ("cumsum", (2,), [[1, 6, 8], [3, 5, 14]]),
        ("cumprod", (), [[1, 5, 2], [3, 10, 18]]),
        ("cumprod", (-1,), [[1, 5, 10], [3, 6, 54]]),
    ],
)
def test_along_an_axis(name, args, expected):
    np.testing.assert_allclose(k(name, M, *args), expected)


def test_a_number_is_a_scalar_and_takes_the_type_of_its_partner():
    assert k("constant", 3.0).shape == ()
    assert k("constant", np.array([3.0])).shape == (1,)
    assert k("constant", [3.0, 4.0]).shape == (2,)
    half = ops.convert_to_tensor([1.0, -1.0], dtype="float16")
    assert k("maximum", half, 0.0).dtype == np.float16
    assert k("exp", 0.0).shape == ()


@pytest.mark.parametrize(
    ("value", "dtype"),
    [
        (np.array([1.5]), "float32"),  # doubles are Keras's floats
        ([1.5, 2.5], "float32"),
        (np.array([1.5], "float64"), "float32"),
        ([1, 2], "int32"),
        ([True, False], "bool"),
        (np.array([1], "int64"), "int64"),
        (2.0, "float32"),
        (2, "int32"),
    ],
)
def test_types_of_numbers(value, dtype):
    assert k("dtype", value) == dtype


def test_a_list_of_tensors_is_stacked():
    parts = [ops.convert_to_tensor([1.0, 2.0]), [3.0, 4.0]]
    np.testing.assert_array_equal(k("sum", parts, 1), [4, 6])


def test_constant():
    assert k("dtype", REGISTRY["k_constant"].python([1, 2])) == "float32"
    assert k("constant", 0.1, "float64") == 0.1  # not by way of a float32
    np.testing.assert_array_equal(k("constant", [1, 2, 3, 4], shape=[2, 2]), [[1, 2], [3, 4]])
    np.testing.assert_array_equal(k("constant", 7, "int32", [2]), np.array([7, 7], "int32"))
    with pytest.raises(ArgumentError) as caught:
        k("constant", [1, 2, 3], shape=[2, 2])
    expected = "`value` has 3 elements, which do not fill the `shape` c(2, 2)."
    assert str(caught.value) == expected


def test_variables():
    variable = REGISTRY["k_variable"].python([[1, -2]], name="v", constraint="non_neg")
    assert isinstance(variable, keras.Variable) and variable.name == "v"
    assert variable.dtype == "float32"
    np.testing.assert_array_equal(variable.constraint(variable), [[1, 0]])
    np.testing.assert_array_equal(k("get_value", variable), [[1, -2]])
    assert isinstance(REGISTRY["k_zeros"].python(2), keras.Variable)
    assert k("ones", [2], "int32").dtype == np.int32
    assert k("zeros_like", M, "int32").dtype == np.int32


def test_zeros_within_a_layer_are_a_tensor():
    def plus_one(x):
        return x + REGISTRY["k_ones"].python([1])

    layer = keras.layers.Lambda(plus_one)
    model = keras.Sequential([keras.Input((2,)), layer])
    np.testing.assert_array_equal(model.predict(np.zeros((1, 2)), verbose=0), [[1, 1]])


def test_numbers_of_tensors():
    assert type(k("eval", 3.0)) is np.ndarray and k("eval", 3.0) == 3
    np.testing.assert_array_equal(k("eval", ops.convert_to_tensor(M)), M)
    with pytest.raises(ArgumentError, match="`x` has no numbers: it is symbolic"):
        k("eval", keras.Input((3,)))


def test_casts():
    assert k("cast", [1.2, 3.8], "int32").tolist() == [1, 3]
    assert k("cast", 0.1, "float64") == 0.1
    assert k("cast", [True, False], "float32").tolist() == [1.0, 0.0]
    array = REGISTRY["k_cast_to_floatx"].python([1, 2])
    assert type(array) is np.ndarray and array.dtype == np.float32
    assert k("cast_to_floatx", ops.convert_to_tensor([1, 2])).dtype == np.float32


def test_whole_numbers_are_taken_where_floats_are_needed():
    np.testing.assert_allclose(k("sigmoid", [0, 1]), special.expit([0, 1]), rtol=1e-6)
    np.testing.assert_allclose(k("softmax", [0, 1]), special.softmax([0.0, 1.0]), rtol=1e-6)
    np.testing.assert_allclose(k("mean", [1, 2]), 1.5)


def test_symbolic_tensors():
    x = keras.Input((4, 3))
    mean = REGISTRY["k_mean"].python(x, axis=2)
    model = keras.Model(x, mean)
    data = np.arange(12.0).reshape(1, 4, 3)
    np.testing.assert_allclose(model.predict(data, verbose=0), data.mean(axis=1))
    assert k("int_shape", x) == (None, 4, 3)
    assert k("shape", x) == (None, 4, 3)


def test_settings():
    assert k("backend") == keras.config.backend()
    epsilon, floatx = keras.config.epsilon(), keras.config.floatx()
    try:
        k("set_epsilon", 1e-3)
        assert k("epsilon") == 1e-3
        k("set_floatx", "float64")
        assert k("floatx") == "float64"
        assert keras.layers.Dense(1).compute_dtype == "float64"
        assert k("dtype", [1.5]) == "float64"
    finally:
        k("set_epsilon", epsilon)
        k("set_floatx", floatx)
    assert keras.layers.Dense(1).compute_dtype == floatx


def test_clear_session_counts_names_from_the_start():
    k("clear_session")
    assert keras.layers.Dense(1).name == "dense"
    assert keras.layers.Dense(1).name == "dense_1"
    k("clear_session")
    assert keras.layers.Dense(1).name == "dense"


AXES = "one or several whole numbers (axes, counted from 1; -1 is the last)"
DTYPE = 'a type, such as "float32", "float64", "int32" or "bool"'
TENSOR = "a tensor, or numbers: a vector, a matrix or an array"


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("abs", ("a",), f'`x` must be {TENSOR}, not the string "a".'),
        ("abs", (None,), f"`x` must be {TENSOR}, not NULL."),
        ("abs", ({"a": 1.0},), f"`x` must be {TENSOR}, not a named list of length 1."),
        ("abs", ([[1.0, 2.0], [3.0]],), f"`x` must be {TENSOR}, not a list of length 2."),
        ("abs", ([1, NA_INTEGER],), "`x` has NA, which a tensor cannot hold."),
        ("abs", (NA_INTEGER,), f"`x` must be {TENSOR}, not NA."),
        ("mean", (M, 0), f"`axis` must be {AXES} or NULL, not 0."),
        ("mean", (M, 5), "`axis` must be among the 2 axes, not 5."),
        ("sum", (M, [1, -3]), "`axis` must be among the 2 axes, not -3."),
        ("argmax", (M, 3), "`axis` must be among the 2 axes, not 3."),
        (
            "argmax",
            (M, 0),
            "`axis` must be a whole number (an axis, counted from 1; -1 is the last), not 0.",
        ),
        ("cast", (M, "float33"), f'`dtype` must be {DTYPE}, not the string "float33".'),
        ("concatenate", (3.0,), "`tensors` must be a list of tensors, not 3."),
        ("in_top_k", (P, [0, 1], 0), "`k` must be a whole number of at least 1, not 0."),
    ],
)
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
