"""Losses and metrics that use tensors of the model itself, besides ``y_true`` and ``y_pred``.

The usual example is the loss of a variational autoencoder, a closure over outputs of layers in the
model. In Keras 2's graphs these were tensors of the running step; in Keras 3 they have no values
after the model is created. Here such a function becomes a separate graph, which also gets the
model's inputs and computes the tensors that the function needs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras

from rkeras_py.compat.models import added
from rkeras_py.keras_private.graphs import history_of, set_history

_METHODS = ("compute_loss", "compute_metrics")


def bind(model: Any, losses: Any, metrics: Any, weighted: Any) -> tuple[Any, Any, Any]:
    """Losses and metrics for ``compile()``; those that use the model's tensors get their values.

    Args:
        model: A model; functional if a function uses its tensors.
        losses: One loss, or a list with one for each output.
        metrics: A list of metrics, or a list with such a list for each output.
        weighted: The weighted metrics, in the same form.
    """
    for name in _METHODS:
        model.__dict__.pop(name, None)
    outputs = getattr(model, "outputs", None) or []
    step = _Step(model)
    losses = _for_outputs(step, losses, outputs)
    metrics = _for_outputs(step, _with_added(model, metrics, outputs), outputs)
    weighted = _for_outputs(step, weighted, outputs)
    if step.is_read:
        for name in _METHODS:  # not by setattr(), which Keras would have track what they hold
            model.__dict__[name] = getattr(step, name)
    return losses, metrics, weighted


def _with_added(model: Any, metrics: Any, outputs: list[Any]) -> Any:
    """The metrics and the metrics added to the model, which belong to the first output."""
    more = added.metrics(model)
    if not more:
        return metrics
    if len(outputs) == 1:
        return [*(metrics or []), *more]
    first, *rest = metrics or [[] for _ in outputs]
    return [[*first, *more], *rest]


def _for_outputs(step: _Step, parts: Any, outputs: list[Any]) -> Any:
    """The losses or metrics for each output, or for the only one."""
    if len(outputs) == 1 and not (isinstance(parts, list) and len(parts) == 1):
        return _bound(step, parts, outputs[0])
    if not isinstance(parts, list) or len(parts) != len(outputs):
        return parts
    return [_bound(step, part, output) for part, output in zip(parts, outputs, strict=True)]


def _bound(step: _Step, part: Any, output: Any) -> Any:
    if isinstance(part, list):
        return [_bound(step, value, output) for value in part]
    return step.function(part, output) if _reads_tensors(part) else part


def _reads_tensors(function: Any) -> bool:
    reader = getattr(function, "r_function", function)
    return bool(hasattr(reader, "reads_symbolic") and reader.reads_symbolic())


class _Step:
    """The inputs of the step that is running."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._inputs: list[Any] = []
        self._training = False
        self.is_read = False

    def function(self, function: Any, output: Any) -> Callable[[Any, Any], Any]:
        """The loss or metric of an output, as a function of values.

        The graph starts at the model's inputs and at its output, so that random values between them
        are the same for the loss and for the prediction.
        """
        self.is_read = True
        y_true = keras.Input(batch_shape=output.shape)
        inputs = self._model.inputs
        histories = [history_of(tensor) for tensor in inputs]
        graph = keras.Model([*inputs, y_true, output], function(y_true, output))
        # Keras adds it to the graph, and could not save the model then
        for tensor, history in zip(inputs, histories, strict=True):
            set_history(tensor, history)

        def of_numbers(y_true: Any, y_pred: Any) -> Any:
            return graph([*self._inputs, y_true, y_pred], training=self._training)

        # Keras saves it by its name
        of_numbers.__name__ = of_numbers.__qualname__ = function.__name__
        if hasattr(function, "name"):
            of_numbers.name = function.name  # type: ignore[attr-defined]
        return of_numbers

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

    def compute_metrics(
        self, x: Any, y: Any, y_pred: Any, sample_weight: Any = None
    ) -> dict[str, Any]:
        self._inputs = keras.tree.flatten(x)
        try:
            step = type(self._model).compute_metrics
            found: dict[str, Any] = step(self._model, x, y, y_pred, sample_weight)
            return found
        finally:
            self._inputs = []
