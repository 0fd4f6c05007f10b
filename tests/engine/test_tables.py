"""Data frames of pandas as a model takes them."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest

import rkeras_py as rk

FRAME = pd.DataFrame({"b": [5.0, 9.0], "a": [1.0, 2.0], "c": ["u", "v"]})


def subtract(names: bool = False) -> Any:
    a, b = keras.Input((1,), name="a"), keras.Input((1,), name="b")
    outputs = keras.layers.Subtract()([b, a])
    return keras.Model({"b": b, "a": a} if names else [a, b], outputs)


@pytest.mark.parametrize("names", [False, True])
def test_columns_go_to_the_inputs_of_their_names(names: bool) -> None:
    assert rk.predict(subtract(names), FRAME, verbose=0).tolist() == [[4], [7]]


def test_validation_data_are_columns_too() -> None:
    model = subtract()
    rk.compile(model, "sgd", "mse")
    y = np.array([4.0, 5.0])
    history = rk.fit(model, FRAME, y, epochs=1, verbose=0, validation_data=[FRAME, y]).history
    assert history["loss"] == history["val_loss"] == [2.0]


def test_columns_are_targets_of_their_names() -> None:
    x = keras.Input((1,))
    model = keras.Model(x, [keras.layers.Identity(name=name)(x) for name in ("p", "q")])
    rk.compile(model, "sgd", "mse")
    y = pd.DataFrame({"q": pd.array([3, 3], "Int64"), "p": [1.0, 1.0]})
    scores = rk.evaluate(model, np.ones((2, 1)), y, verbose=0)
    assert (scores["loss"], scores["p_loss"], scores["q_loss"]) == (4, 0, 4)


def test_one_input_takes_the_column_of_its_name_or_all() -> None:
    b = keras.Input((1,), name="b")
    assert rk.predict(keras.Model(b, b * 2), FRAME, verbose=0).ravel().tolist() == [10, 18]
    both = keras.Input((2,), name="b")
    model = keras.Model(both, keras.layers.Identity()(both))
    assert rk.predict(model, FRAME[["b", "a"]], verbose=0).tolist() == [[5, 1], [9, 2]]
    with pytest.raises(rk.ArgumentError, match='column of text: "c"'):
        rk.predict(model, FRAME)
