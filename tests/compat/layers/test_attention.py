"""The shapes of what attention gives."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

from rkeras_py.compat.layers import attention


@pytest.mark.parametrize(
    ("query", "value", "axes"),
    [((8, 16), (4, 16), None), ((3, 5, 6), (2, 7, 6), None), ((3, 5, 6), (3, 7, 6), (2,))],
)
def test_scores_of_symbolic_tensors_have_the_shape_of_the_numbers(
    query: Any, value: Any, axes: Any
) -> None:
    def layer() -> Any:
        return attention.MultiHeadAttention(2, 4, attention_axes=axes)

    _, symbolic = layer()(keras.Input(query), keras.Input(value), return_attention_scores=True)
    numbers = (np.ones((1, *query), "float32"), np.ones((1, *value), "float32"))
    _, scores = layer()(*numbers, return_attention_scores=True)
    assert symbolic.shape == (None, *scores.shape[1:])


def test_a_file_knows_it_as_keras_s_own() -> None:
    stored = keras.saving.serialize_keras_object(attention.MultiHeadAttention(2, 4))
    assert (stored["module"], stored["class_name"]) == ("keras.layers", "MultiHeadAttention")
