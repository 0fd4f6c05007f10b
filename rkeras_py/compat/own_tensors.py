"""Losses that read tensors of the model itself, beside ``y_true`` and ``y_pred``.

The loss of a variational autoencoder is the usual one: it closes over the outputs of layers within
the model. With Keras 2's graphs these were tensors of the step that was running; with Keras 3 they
stand for nothing once the model is made. Here such a loss becomes a graph of its own, which gets
the model's inputs too and computes from them what the loss reads.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras

_STEP = "compute_loss"


def bind(model: Any, losses: Any) -> Any:
    """Losses for ``compile()``, in which those that read the model's tensors find them.

    Args:
        model: A model; functional where a loss reads its tensors.
        losses: One loss, or a list with one for each output.
    """
    model.__dict__.pop(_STEP, None)
    outputs = getattr(model, "outputs", None) or []
    parts = losses if isinstance(losses, list) else [losses]
    if len(parts) != len(outputs) or not any(map(_reads_tensors, parts)):
        return losses
    step = _Step(model)
    bound = [
        step.loss(part, output) if _reads_tensors(part) else part
        for part, output in zip(parts, outputs, strict=True)
    ]
    # not by setattr(), which Keras would have track what it holds
    model.__dict__[_STEP] = step.compute_loss
    return bound if isinstance(losses, list) else bound[0]


def _reads_tensors(loss: Any) -> bool:
    function = getattr(loss, "r_function", None)
    return function is not None and bool(function.reads_symbolic())


class _Step:
    """The inputs of the step that is running."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._inputs: list[Any] = []
        self._training = False

    def loss(self, function: Any, output: Any) -> Callable[[Any, Any], Any]:
        """The loss of an output, as a function of numbers.

        The graph begins at the model's inputs and at its output, so that what lies between, with
        the noise that was drawn there, is the same for the loss as for the prediction.
        """
        y_true = keras.Input(batch_shape=output.shape)
        graph = keras.Model([*self._model.inputs, y_true, output], function(y_true, output))

        def loss(y_true: Any, y_pred: Any) -> Any:
            return graph([*self._inputs, y_true, y_pred], training=self._training)

        # Keras saves it by its name
        loss.__name__ = loss.__qualname__ = function.__name__
        return loss

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Any:
        self._inputs, self._training = keras.tree.flatten(x), training
        try:
            step = type(self._model).compute_loss
            return step(self._model, x, y, y_pred, sample_weight, training=training)
        finally:
            self._inputs = []
