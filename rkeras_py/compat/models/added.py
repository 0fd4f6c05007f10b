"""``add_loss()`` and ``add_metric()`` of Keras 2's models, with tensors of the model.

Keras 3 accepts losses only while a layer is called, and such metrics not at all. So the model's
``call()`` runs a graph with the added tensors as additional outputs: all come from the same run
with the same noise, and a loss is treated like that of a layer.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import keras
from keras import ops

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn
from rkeras_py.keras_private.models import functional_class, functional_of

_ADDED = "_rkeras_added"


def add_loss(model: Any, losses: Any, inputs: Any = None) -> None:
    """Add losses to a model.

    Args:
        model: A functional or sequential model, compiled or not; other models add losses during a
            call.
        losses: A tensor that was computed from tensors of the model, a function without arguments
            that returns a tensor, or a list of them. For a tensor with several values, Keras 2
            reported the mean and minimized the sum.
        inputs: Not used: the tensors know how they were computed.

    Raises:
        ArgumentError: they are something else, are not computed from the model's inputs, or depend
            on trainable weights that the model does not have.
    """
    listed = list(losses) if isinstance(losses, (list, tuple)) else [losses]
    if not _is_graph(model):
        _add_in_call(model, listed)
        return
    for loss in listed:
        if not (isinstance(loss, keras.KerasTensor) or callable(loss)):
            raise ArgumentError(
                "`losses` must be tensors that are computed from the model's, "
                f"or functions, not {describe(loss)}."
            )
    _add(model, losses=listed)


def add_metric(model: Any, value: Any, *args: Any, **options: Any) -> None:
    """Add the mean of a tensor to the metrics of a model, from the next ``compile()`` on.

    Args:
        model: The model.
        value: A tensor that is computed from the model's inputs.
        args: The metric's name.
        options: ``name``; ``aggregation``, for which "mean" was the only value in Keras 2.

    Raises:
        ArgumentError: the tensor is not computed from the model's inputs.
    """
    if not (isinstance(value, keras.KerasTensor) and _is_graph(model)):
        model.add_metric(value, *args, **options)  # its error says what to do instead
        return
    name = args[0] if args else options.get("name")
    _add(model, metrics=[(name or value.name, value)])


def metrics(model: Any) -> list[Callable[[Any, Any], Any]]:
    """The metrics that were added to a model, for ``compile()``."""
    added = vars(model).get(_ADDED)
    return [] if added is None else [added.metric(i) for i in range(len(added.metrics))]


def warn_of_losses(model: Any) -> None:
    """Warn, once for each model, that added losses are not saved."""
    added = vars(model).get(_ADDED)
    if added is not None and added.losses and not added.is_told:
        added.is_told = True
        warn(
            "losses added with `add_loss()` are not saved with the model: to train the loaded "
            "model, call add_loss() again with its tensors"
        )


def _is_graph(model: Any) -> bool:
    calls = (functional_class().call, keras.Sequential.call)
    return type(model).call in calls and bool(getattr(model, "outputs", None))


def _add_in_call(model: Any, losses: list[Any]) -> None:
    keras.layers.Layer.add_loss(model, losses)  # functional models refuse


def _add(model: Any, losses: Any = (), metrics: Any = ()) -> None:
    added = vars(model).get(_ADDED) or _Added(model)
    added.add(losses, metrics)
    if _ADDED not in vars(model):
        # not by setattr(): Keras would track its content
        vars(model)[_ADDED], vars(model)["call"] = added, added.in_call()
    model.train_function = model.test_function = None  # may be traced without it


class _Added:
    """The losses and metrics that were added to a model; some losses are functions."""

    def __init__(self, model: Any) -> None:
        self.losses: list[Any] = []
        self.metrics: list[tuple[str, Any]] = []
        self.is_told = False
        self._model = model
        self._graph: Any = None
        self._leads_to: Any = None
        self._measured: list[Any] = []

    def add(self, losses: Any, metrics: Any) -> None:
        before = self.losses, self.metrics
        self.losses, self.metrics = [*self.losses, *losses], [*self.metrics, *metrics]
        try:
            self._graph = self._make_graph()
        except ArgumentError:
            self.losses, self.metrics = before
            raise

    def _whole(self) -> Any:
        model = self._model
        return functional_of(model) if isinstance(model, keras.Sequential) else model

    def _make_graph(self) -> Any:
        """The model's outputs, losses and metrics."""
        whole = self._whole()
        losses = [loss for loss in self.losses if isinstance(loss, keras.KerasTensor)]
        outputs = [whole.output, losses, [tensor for _, tensor in self.metrics]]
        try:
            graph = functional_class()(whole.input, outputs, name="with_added")
        except ValueError as problem:
            raise ArgumentError(
                "what is added to a model must be computed from its inputs."
            ) from problem
        _check_weights(graph, self._model)
        self._leads_to = whole
        return graph

    def in_call(self) -> Any:
        """The model's ``call()``, which adds the losses."""
        model = self._model

        @functools.wraps(type(model).call)  # Keras inspects the signature
        def call(inputs: Any, training: Any = None, mask: Any = None, **options: Any) -> Any:
            if self._leads_to is not self._whole():  # a sequential model has grown
                self._graph = self._make_graph()
            outputs, losses, self._measured = self._graph.call(inputs, training, mask, **options)
            functions = [loss for loss in self.losses if not isinstance(loss, keras.KerasTensor)]
            losses = [*losses, *(function() for function in functions)]
            _add_in_call(model, [_alone(ops.convert_to_tensor(loss)) for loss in losses])
            return outputs

        return call

    def metric(self, i: int) -> Callable[[Any, Any], Any]:
        """A metric that returns the value from the model's last run."""

        def metric(y_true: Any, y_pred: Any) -> Any:
            return self._measured[i]

        metric.__name__ = metric.__qualname__ = self.metrics[i][0]
        return metric


def _check_weights(graph: Any, model: Any) -> None:
    own = {id(weight) for weight in model.weights}
    for layer in graph.layers:
        if any(id(weight) not in own for weight in layer.trainable_weights):
            raise ArgumentError(
                f'`losses` depend on the layer "{layer.name}", which the model does not have '
                "and cannot train: freeze its weights, or connect it to an output of the model."
            )


def _alone(value: Any) -> Any:
    if not value.shape:
        return value
    total = ops.sum(value)
    return total + ops.stop_gradient(ops.mean(value) - total)
