"""Arguments that Keras 2's optimizers took, and steps by hand."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.compat.optimizers import optimizers
from rkeras_py.convert.rule import ArgumentError

SGD = keras.optimizers.SGD


def steps(optimizer: keras.optimizers.Optimizer, *gradients: list[float]) -> np.ndarray:
    weight = keras.Variable([0.0, 0.0])
    for gradient in gradients:
        optimizer.apply([keras.ops.array(gradient)], [weight])
    return weight.numpy()


def test_the_rate_by_its_old_name() -> None:
    assert float(optimizers.make(SGD, {"lr": 0.5}).learning_rate) == 0.5


def test_decay_divides_the_rate() -> None:
    made = optimizers.make(SGD, {"learning_rate": 0.5, "decay": 1.0})
    np.testing.assert_allclose(steps(made, [1, 1], [1, 1]), [-0.75, -0.75])  # 0.5 + 0.5 / 2
    again = SGD.from_config(made.get_config())
    optimizers.restore_decay(again)
    np.testing.assert_allclose(steps(again, [1, 1], [1, 1]), [-0.75, -0.75])


def test_gradients_are_clipped_by_norm_and_then_by_value() -> None:
    made = optimizers.make(SGD, {"learning_rate": 1.0, "clipnorm": 5.0, "clipvalue": 3.5})
    np.testing.assert_allclose(steps(made, [30.0, 40.0]), [-3.0, -3.5], rtol=1e-6)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"lr": 0.1, "learning_rate": 0.2}, "`lr` and `learning_rate` are the same"),
        ({"lr": "é"}, "`lr` must be"),
        ({"decay": -1, "learning_rate": 0.1}, "`decay` must be a number of at least 0, not -1"),
        ({"größe": 1}, r"unused argument \(größe = 1\)"),
        ({"clipnorm": 1, "global_clipnorm": 1}, "cannot be given together"),
    ],
)
def test_what_cannot_be_used(given, message) -> None:
    with pytest.raises(ArgumentError, match=message):
        optimizers.make(SGD, given)
