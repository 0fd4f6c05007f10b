"""Attributes of models that Keras 2's custom training steps use and Keras 3 removed."""

from __future__ import annotations

from typing import Any

from rkeras_py.keras_private import models


class CompiledLoss:
    """``model.compiled_loss``: the loss of ``compile()``; its values are added to the history."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def __call__(
        self, y_true: Any, y_pred: Any, sample_weight: Any = None, regularization_losses: Any = None
    ) -> Any:
        import keras

        model = self._model
        total = models.compiled_loss(model)(y_true, y_pred, sample_weight)
        if regularization_losses:
            total = total + sum(map(keras.ops.convert_to_tensor, regularization_losses))
        batch = keras.ops.shape(keras.tree.flatten(y_pred)[0])[0]
        models.loss_tracker(model).update_state(total, sample_weight=batch)
        return total


class CompiledMetrics:
    """``model.compiled_metrics``: all metrics of ``compile()``."""

    def __init__(self, model: Any) -> None:
        self._metrics = models.compiled_metrics(model)

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        if self._metrics is not None:
            self._metrics.update_state(y_true, y_pred, sample_weight=sample_weight)

    def reset_state(self) -> None:
        if self._metrics is not None:
            self._metrics.reset_state()


def own_logs(model: Any) -> bool:
    """Whether the model's steps compute their own metrics and did not use those of ``compile()``.

    Then the history consists of their results, as in Keras 2; Keras 3 would add zeros.
    """
    tracker, metrics = models.loss_tracker(model), models.compiled_metrics(model)
    untouched = tracker is not None and not float(tracker.count.numpy())
    return untouched or (metrics is not None and not metrics.built)


def built_by_steps(model: Any) -> None:
    """Mark a model without ``call()`` as built: its custom steps have created its weights."""
    import keras

    if type(model).call is keras.Model.call and not model.built and model.weights:
        model.built = True
