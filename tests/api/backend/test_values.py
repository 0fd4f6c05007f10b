"""Constants, variables, types and numbers of tensors."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import evaluated
from keras import ops

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])


CASES = [
    ("zeros", ([2, 3],), np.zeros((2, 3))),
    ("ones", (2,), [1, 1]),
    ("zeros_like", (M,), np.zeros((2, 3))),
    ("ones_like", (M,), np.ones((2, 3))),
]


@pytest.mark.parametrize(("name", "args", "expected"), CASES)
def test_values(name, args, expected):
    result = evaluated(name, *args)
    assert np.shape(result) == np.shape(expected)
    np.testing.assert_allclose(result, expected, rtol=2e-5, atol=1e-6)


def test_a_number_is_a_scalar_and_takes_the_type_of_its_partner():
    assert evaluated("constant", 3.0).shape == ()
    assert evaluated("constant", np.array([3.0])).shape == (1,)
    assert evaluated("constant", [3.0, 4.0]).shape == (2,)
    half = ops.convert_to_tensor([1.0, -1.0], dtype="float16")
    assert evaluated("maximum", half, 0.0).dtype == np.float16
    assert evaluated("exp", 0.0).shape == ()


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
    assert evaluated("dtype", value) == dtype


def test_constant():
    assert evaluated("dtype", REGISTRY["k_constant"].python([1, 2])) == "float32"
    assert evaluated("constant", 0.1, "float64") == 0.1  # not by way of a float32
    np.testing.assert_array_equal(
        evaluated("constant", [1, 2, 3, 4], shape=[2, 2]), [[1, 2], [3, 4]]
    )
    np.testing.assert_array_equal(evaluated("constant", 7, "int32", [2]), np.array([7, 7], "int32"))
    with pytest.raises(ArgumentError) as caught:
        evaluated("constant", [1, 2, 3], shape=[2, 2])
    expected = "`value` has 3 elements, which does not match the `shape` c(2, 2)."
    assert str(caught.value) == expected


def test_variables():
    variable = REGISTRY["k_variable"].python([[1, -2]], name="v", constraint="non_neg")
    assert isinstance(variable, keras.Variable) and variable.name == "v"
    assert variable.dtype == "float32"
    np.testing.assert_array_equal(variable.constraint(variable), [[1, 0]])
    np.testing.assert_array_equal(evaluated("get_value", variable), [[1, -2]])
    assert isinstance(REGISTRY["k_zeros"].python(2), keras.Variable)
    assert evaluated("ones", [2], "int32").dtype == np.int32
    assert evaluated("zeros_like", M, "int32").dtype == np.int32


def test_zeros_within_a_layer_are_a_tensor():
    def plus_one(x):
        return x + REGISTRY["k_ones"].python([1])

    layer = keras.layers.Lambda(plus_one)
    model = keras.Sequential([keras.Input((2,)), layer])
    np.testing.assert_array_equal(model.predict(np.zeros((1, 2)), verbose=0), [[1, 1]])


def test_numbers_of_tensors():
    assert type(evaluated("eval", 3.0)) is np.ndarray and evaluated("eval", 3.0) == 3
    np.testing.assert_array_equal(evaluated("eval", ops.convert_to_tensor(M)), M)
    with pytest.raises(ArgumentError, match="`x` has no values: it is symbolic"):
        evaluated("eval", keras.Input((3,)))


def test_casts():
    assert evaluated("cast", [1.2, 3.8], "int32").tolist() == [1, 3]
    assert evaluated("cast", 0.1, "float64") == 0.1
    assert evaluated("cast", [True, False], "float32").tolist() == [1.0, 0.0]
    array = REGISTRY["k_cast_to_floatx"].python([1, 2])
    assert type(array) is np.ndarray and array.dtype == np.float32
    assert evaluated("cast_to_floatx", ops.convert_to_tensor([1, 2])).dtype == np.float32
