"""Where Keras's own methods fail of their data, the error says what is wrong with them."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

from rkeras_py.bridge.model_methods import told
from rkeras_py.convert.rule import ArgumentError

X, Y = np.ones((4, 2), "float32"), np.ones((4, 1), "float32")


def model(compiled: bool = True) -> keras.Model:
    made = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    if compiled:
        made.compile("sgd", "mse")
    return made


@pytest.mark.parametrize(
    ("method", "given", "message"),
    [
        ("fit", (), "`x` is missing: give data."),
        ("fit", (X,), "`y` is missing: the model's loss needs targets."),
        ("fit", (np.ones((4, 5)), Y), "`x` must have 2 features (columns), not 5."),
        ("evaluate", (X, Y[:3]), "`x` and `y` must have the same number of samples, not 4 and 3."),
        ("predict", (), "`x` is missing: give data."),
        ("predict", ([1.0, 2.0],), ("`x` must be of shape (samples, 2), not (2). "
         "For a single sample, keep its dimensions: x[1, , drop = FALSE].")),
    ],
)  # fmt: skip
def test_data_that_do_not_fit(method: str, given: Any, message: str) -> None:
    with pytest.raises(ArgumentError) as raised:
        told(getattr(model(), method))(*given, verbose=0)
    assert str(raised.value) == message
    assert raised.value.__cause__ is not None


def test_a_model_that_is_not_compiled() -> None:
    with pytest.raises(ArgumentError, match="has not been compiled"):
        told(model(compiled=False).fit)(X, Y, verbose=0)


def test_what_works_and_other_errors_stay() -> None:
    own = model()
    assert told(own.predict)(X, verbose=0).tolist() == own.predict(X, verbose=0).tolist()
    with pytest.raises(TypeError, match="unexpected keyword argument 'epoch'"):
        told(own.fit)(X, Y, epoch=2)
    broken = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: [].pop())
    with pytest.raises(IndexError):
        told(own.fit)(X, Y, verbose=0, callbacks=[broken])
