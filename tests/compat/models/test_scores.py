"""Names of outputs, and the order of scores; tests/r/test-output-names.R trains such models."""

from __future__ import annotations

import keras
import pytest

from rkeras_py.compat.models.scores import in_order, name_outputs


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["d", "d", "d"], ["d", "d_1", "d_2"]),
        (["d", "d", "d_1"], ["d", "d_1", "d_1_1"]),
        (["d_1", "d", "d"], ["d_1", "d", "d_2"]),
        (["a", "b"], ["a", "b"]),
    ],
)
def test_outputs_are_told_apart(names: list[str], expected: list[str]) -> None:
    inputs = keras.Input((2,))
    layers = {name: keras.layers.Dense(1, name=name) for name in dict.fromkeys(names)}
    model = keras.Model(inputs, [layers[name](inputs) for name in names])
    name_outputs(model)
    assert list(model.output_names) == expected


def test_scores_are_in_the_order_of_the_metrics() -> None:
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", metrics=["mse", "mae"])
    model.test_on_batch(keras.ops.ones((1, 2)), keras.ops.ones((1, 1)))
    scores = in_order(model, {"loss": 1.0, "mae": 2.0, "mse": 3.0})
    assert list(scores) == ["loss", "mse", "mae"]


def test_scores_are_in_the_order_of_the_metrics_of_each_output() -> None:
    inputs = keras.Input((2,))
    outputs = [keras.layers.Dense(1, name=name)(inputs) for name in ("b", "a")]
    model = keras.Model(inputs, outputs)
    model.compile(
        "sgd",
        "mse",
        metrics=[["mae"], ["mape", "mae", "mae"]],
        weighted_metrics=[["mse", "mae"], None],
    )
    ones = keras.ops.ones((1, 1))
    scores = model.test_on_batch(keras.ops.ones((1, 2)), [ones, ones], return_dict=True)
    assert list(in_order(model, scores)) == [
        "loss", "b_loss", "a_loss", "b_mae", "a_mape", "a_mae", "a_mae_1", "b_mse",
        "b_weighted_mae",
    ]  # fmt: skip
