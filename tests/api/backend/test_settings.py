"""Settings of the backend."""

from __future__ import annotations

import keras
import pytest
from backend_calls import evaluated

from rkeras_py.convert.rule import ArgumentError


def test_settings():
    assert evaluated("backend") == keras.config.backend()
    epsilon, floatx = keras.config.epsilon(), keras.config.floatx()
    try:
        evaluated("set_epsilon", 1e-3)
        assert evaluated("epsilon") == 1e-3
        evaluated("set_floatx", "float64")
        assert evaluated("floatx") == "float64"
        assert keras.layers.Dense(1).compute_dtype == "float64"
        assert evaluated("dtype", [1.5]) == "float64"
    finally:
        evaluated("set_epsilon", epsilon)
        evaluated("set_floatx", floatx)
    assert keras.layers.Dense(1).compute_dtype == floatx


def test_clear_session_counts_names_from_the_start():
    evaluated("clear_session")
    assert keras.layers.Dense(1).name == "dense"
    assert keras.layers.Dense(1).name == "dense_1"
    evaluated("clear_session")
    assert keras.layers.Dense(1).name == "dense"


def test_where_images_have_their_channels():
    before = keras.config.image_data_format()
    try:
        for order, shape in (
            ("channels_first", (None, 3, 8, 8)),
            ("channels_last", (None, 8, 8, 3)),
        ):
            evaluated("set_image_data_format", order)
            assert evaluated("image_data_format") == order
            outputs = keras.layers.Conv2D(5, 1)(keras.Input(shape[1:]))
            assert outputs.shape[shape.index(3)] == 5
    finally:
        keras.config.set_image_data_format(before)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("set_image_data_format", "channels", '`data_format` must be one of "channels_'),
        ("set_floatx", "int32", "`floatx` must be one of "),
        ("set_floatx", None, "`floatx` must be one of .*, not NULL"),
        ("set_epsilon", -1.0, "`e` must be a number of at least 0, not -1"),
    ],
)
def test_settings_that_are_refused_change_nothing(name, value, message):
    read = name.removeprefix("set_")
    before = evaluated(read)
    with pytest.raises(ArgumentError, match=message):
        evaluated(name, value)
    assert evaluated(read) == before
