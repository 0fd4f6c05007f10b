"""What training steps of Keras 2 call on a model, and Keras 3 no longer has."""

from __future__ import annotations

from typing import Any

from rkeras_py.keras_private import models


class CompiledLoss:
    """``model.compiled_loss``: the loss that ``compile()`` was told of, noted for the history."""

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
    """``model.compiled_metrics``: those that ``compile()`` was told of, together."""

    def __init__(self, model: Any) -> None:
        self._metrics = models.compiled_metrics(model)

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        if self._metrics is not None:
            self._metrics.update_state(y_true, y_pred, sample_weight=sample_weight)

    def reset_state(self) -> None:
        if self._metrics is not None:
            self._metrics.reset_state()


def own_logs(model: Any) -> bool:
    """Whether the model's steps measure by themselves, and left what ``compile()`` made alone.

    What they give is the history then, as with Keras 2; Keras 3 would put its own zeros there.
    """
    tracker, metrics = models.loss_tracker(model), models.compiled_metrics(model)
    untouched = tracker is not None and not float(tracker.count.numpy())
    return untouched or (metrics is not None and not metrics.built)


def built_by_steps(model: Any) -> None:
    """A model without a ``call()``, which its own steps train, has its weights after a step."""
    import keras

    if type(model).call is keras.Model.call and not model.built and model.weights:
        model.built = True
