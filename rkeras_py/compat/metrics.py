"""Metrics of Keras 2 that Keras 3 lacks."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops


def accuracy(y_true: Any, y_pred: Any) -> Any:
    """Element-wise: 1 if label and prediction are equal, otherwise 0."""
    y_pred = ops.convert_to_tensor(y_pred)
    equal = ops.equal(ops.cast(y_true, y_pred.dtype), y_pred)
    return ops.cast(equal, keras.config.floatx())


def mean_binary_accuracy(y_true: Any, y_pred: Any, threshold: float = 0.5) -> Any:
    """A value for each sample, as in Keras 2; Keras 3 returns one for each element."""
    return ops.mean(keras.metrics.binary_accuracy(y_true, y_pred, threshold), axis=-1)


def cosine_similarity(y_true: Any, y_pred: Any, axis: int = -1) -> Any:
    """1 for the same direction; the loss of this name has the opposite sign."""
    return -keras.losses.cosine_similarity(y_true, y_pred, axis=axis)


@keras.saving.register_keras_serializable("rkeras_py")  # type: ignore[untyped-decorator]
def crossentropy(y_true: Any, y_pred: Any) -> Any:
    """The cross-entropy that fits the shapes: the meaning of the string "crossentropy"."""
    if y_pred.shape[-1] == 1:
        return keras.losses.binary_crossentropy(y_true, y_pred)
    if len(y_true.shape) < len(y_pred.shape) or y_true.shape[-1] == 1:
        return keras.losses.sparse_categorical_crossentropy(y_true, y_pred)
    return keras.losses.categorical_crossentropy(y_true, y_pred)


@keras.saving.register_keras_serializable("rkeras_py")
class MeanRelativeError(keras.metrics.Mean):  # type: ignore[misc]
    """Mean of ``abs(y_true - y_pred) / normalizer``, 0 where the normalizer is 0."""

    def __init__(
        self, normalizer: Any, name: str = "mean_relative_error", dtype: Any = None
    ) -> None:
        super().__init__(name=name, dtype=dtype)
        self.normalizer = ops.convert_to_tensor(normalizer, dtype=self.dtype)

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        y_pred = ops.convert_to_tensor(y_pred, dtype=self.dtype)
        y_true = ops.convert_to_tensor(y_true, dtype=self.dtype)
        if len(y_true.shape) != len(y_pred.shape):  # a column and a vector
            y_true = ops.reshape(y_true, ops.shape(y_pred))
        normalizer = self.normalizer
        if len(normalizer.shape) == len(y_pred.shape) - 1 and y_pred.shape[-1] == 1:
            normalizer = ops.expand_dims(normalizer, -1)
        errors = ops.divide_no_nan(ops.abs(y_true - y_pred), normalizer)
        super().update_state(errors, sample_weight=sample_weight)

    def get_config(self) -> dict[str, Any]:
        normalizer = ops.convert_to_numpy(self.normalizer).tolist()
        return {**super().get_config(), "normalizer": normalizer}


@keras.saving.register_keras_serializable("rkeras_py")
class MeanTensor(keras.metrics.Metric):  # type: ignore[misc]
    """Element-wise mean of tensors, weighted if there are weights."""

    def __init__(self, shape: Any = None, name: str = "mean_tensor", dtype: Any = None) -> None:
        super().__init__(name=name, dtype=dtype)
        self.shape: tuple[int, ...] | None = None
        if shape is not None:
            self._build(tuple(shape))

    def _build(self, shape: tuple[int, ...]) -> None:
        self.shape = shape
        self.total = self.add_variable(shape, "zeros", name="total")
        self.count = self.add_variable(shape, "zeros", name="count")

    def update_state(self, values: Any, sample_weight: Any = None) -> None:
        values = ops.convert_to_tensor(values, dtype=self.dtype)
        if self.shape is None:
            self._build(tuple(values.shape))
        if tuple(values.shape) != self.shape:
            raise ValueError(
                f"metric_mean_tensor() has accumulated tensors of shape {self.shape}, "
                f"not {tuple(values.shape)}."
            )
        weights = ops.ones_like(values)
        if sample_weight is not None:
            factors = ops.convert_to_tensor(sample_weight, dtype=self.dtype)
            missing = len(values.shape) - len(factors.shape)
            factors = ops.reshape(factors, (*factors.shape, *(1,) * missing))
            weights = weights * factors
        self.total.assign_add(values * weights)
        self.count.assign_add(weights)

    def result(self) -> Any:
        if self.shape is None:
            raise ValueError("metric_mean_tensor() has no value yet: call update_state() first.")
        return ops.divide_no_nan(self.total, self.count)

    def reset_state(self) -> None:
        if self.shape is not None:
            self.total.assign(ops.zeros(self.shape))
            self.count.assign(ops.zeros(self.shape))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "shape": self.shape}
