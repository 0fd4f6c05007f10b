"""Parts of rows."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.sources.rows import Part, Rows, floats


def test_the_size_of_a_row() -> None:
    assert Part(Rows(), "x", (10, 3, 2), np.dtype("float32")).bytes_of_row == 24
    assert Part(Rows(), "x", (10,), np.dtype("int64")).bytes_of_row == 8


@pytest.mark.parametrize(
    ("name", "expected"), [("float64", "float64"), ("float16", "float16"), ("bfloat16", "float32")]
)
def test_numbers_are_of_keras_type_where_numpy_has_it(name: str, expected: str) -> None:
    before = keras.config.floatx()
    keras.config.set_floatx(name)
    try:
        assert floats() == expected
    finally:
        keras.config.set_floatx(before)
