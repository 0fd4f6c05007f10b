"""An operation of TensorFlow as a layer: its inputs, files, and what cannot be built."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

from rkeras_py.compat.layers.tensorflow_ops import TENSOR, TFOpLambda, find
from rkeras_py.convert.rule import ArgumentError

X, Y = numbers(3, 4), numbers(3, 4, seed=1)


def tensor(i: int) -> dict[str, int]:
    return {TENSOR: i}


@pytest.mark.parametrize(
    ("function", "first", "options", "inputs", "expected"),
    [
        ("math.multiply", tensor(0), {"y": tensor(1)}, [X, Y], X * Y),
        ("math.subtract", tensor(1), {"y": tensor(0)}, [X, Y], Y - X),
        ("math.multiply", tensor(0), {"y": 2.0, "name": "é"}, X, X * 2),
        ("concat", [tensor(0), tensor(1), tensor(0)], {"axis": 1}, [X, Y], np.hstack([X, Y, X])),
    ],
)
def test_inputs_are_put_into_the_arguments(function, first, options, inputs, expected):
    got = TFOpLambda(function, first, options)(inputs)
    np.testing.assert_allclose(got, expected, rtol=1e-6)


def test_types_stay_what_they_are():
    layer = TFOpLambda("cast", tensor(0), {"dtype": "int32"})
    assert layer(np.array([1.9], "float64")).dtype == "int32"


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_a_model_with_it_is_saved(tmp_path, ending):
    inputs = [keras.Input((4,)), keras.Input((4,))]
    layer = TFOpLambda("math.add", tensor(0), {"y": tensor(1)}, name="sum")
    model = keras.Model(inputs, layer(inputs))
    model.save(tmp_path / f"m.{ending}")
    again = keras.models.load_model(tmp_path / f"m.{ending}")
    np.testing.assert_allclose(again.predict([X, Y], verbose=0), X + Y, rtol=1e-6)
    assert again.layers[-1].name == "sum"


@pytest.mark.parametrize(
    ("function", "options", "message"),
    [
        ("io.read_file", {}, r"tf\.io\.read_file, which cannot be built here\. Create the model"),
        ("math.add", {"z": 1}, r"tf\.math\.add with z = 1, which cannot be built here"),
        ("größe", {}, r"tf\.größe, which cannot be built"),
    ],
)
def test_what_cannot_be_built_is_named(function, options, message):
    with pytest.raises(ArgumentError, match=message):
        TFOpLambda(function, tensor(0), options)


def test_options_that_say_nothing_are_left_out():
    _, given = find("math.add", {"y": 1, "name": "n", "z": None, "w": False})
    assert given == {"y": 1}
