"""Small models and tensors on which the self-test calls the functions of this package."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def tensor() -> Any:
    """The output of a layer."""
    import keras

    return keras.layers.Dense(2)(keras.Input((3,)))


def functional() -> Any:
    import keras

    inputs = keras.Input((3,))
    return keras.Model(inputs, keras.layers.Dense(2)(inputs))


def sequential() -> Any:
    import keras

    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])


def trained() -> Any:
    """A model with a loss and a metric that has seen one batch."""
    model = functional()
    model.compile("sgd", "mse", metrics=["mae"])
    model.train_on_batch(*data())
    return model


def data() -> tuple[Any, Any]:
    """Four samples for these models."""
    import numpy

    return numpy.ones((4, 3), "float32"), numpy.ones((4, 2), "float32")


def alone(sparse: bool = False) -> Any:
    """A symbolic tensor that no operation created."""
    import keras

    return keras.KerasTensor((2, 3), sparse=sparse)


def dropout() -> Any:
    import keras

    return keras.layers.Dropout(0.5)


def is_dropped(drop: Any, training: bool | None) -> bool:
    """Whether a dropout layer drops some of many numbers."""
    import numpy

    options = {} if training is None else {"training": training}
    return float(numpy.min(drop(numpy.ones((1, 100), "float32"), **options))) == 0


def noted_in_call(function: Callable[[], Any], training: bool) -> Any:
    """The value of a function inside the call of a layer."""
    import keras

    noted = []

    class Noting(keras.layers.Layer):  # type: ignore[misc]
        def call(self, x: Any) -> Any:
            noted.append(function())
            return x

    Noting()(data()[0], training=training)
    return noted[0]


def own_layer(units: int) -> Any:
    """A layer of a class without ``get_config()``."""
    import keras

    class Own(keras.layers.Layer):  # type: ignore[misc]
        def __init__(self, units: int) -> None:
            super().__init__()

    return Own(units)


def function_metric(function: Callable[..., Any]) -> Any:
    import keras

    return keras.metrics.MeanMetricWrapper(function)


def model_of(layer: Any) -> Any:
    import keras

    inputs = keras.Input((100,))
    return keras.Model(inputs, layer(inputs))
