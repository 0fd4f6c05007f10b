"""Training, evaluation and prediction on single batches."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.models import own_methods, trainable
from rkeras_py.compat.models.trainer import built_by_steps
from rkeras_py.convert.data import Batch, SampleWeight, Y
from rkeras_py.convert.objects import Model
from rkeras_py.convert.training import ClassWeight
from rkeras_py.engine import strategies
from rkeras_py.engine.checks import check_compiled, check_data, check_input
from rkeras_py.engine.structure import arrange_x, arrange_y
from rkeras_py.registry.define import export


@export
def predict_on_batch(object: Model, x: Batch) -> Any:
    """Predict from a model for a single batch.

    Computes the output for the whole of ``x`` at once.

    Args:
        object: A model.
        x: The batch.

    Returns: an array with the samples in the first dimension.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 2, input_shape = 4)
        model %>% predict_on_batch(matrix(runif(12), 3))
    """
    x = arrange_x(object, x)
    own = own_methods.own_method(object, "predict_on_batch")
    if own:
        return own_methods.call(own, {"x": x}, {})
    check_input(object, x)
    strategies.current().prepare(object, "predict", x)
    return object.predict_on_batch(x)


@export
def train_on_batch(
    object: Model,
    x: Batch,
    y: Y,
    class_weight: ClassWeight | None = None,
    sample_weight: SampleWeight | None = None,
) -> Any:
    """Train a model on a single batch.

    Updates the weights once, with the gradients of this batch.

    Args:
        object: A compiled model. Its weights are changed in place.
        x: The batch.
        y: The targets of the batch.
        class_weight: Named list of weights of the classes, with the names "0", "1" and so on.
        sample_weight: One weight for each sample.

    Returns: the loss of the batch, followed by the metrics.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 4) %>%
          compile(loss = "mse", optimizer = "sgd")
        model %>% train_on_batch(matrix(runif(12), 3), runif(3))
    """
    x, y = arrange_x(object, x), arrange_y(object, y)
    sample_weight = arrange_y(object, sample_weight, "sample_weight")
    own = own_methods.own_method(object, "train_on_batch")
    if own:
        usual = {"x": x, "y": y, "class_weight": class_weight, "sample_weight": sample_weight}
        return own_methods.call(own, usual, {})
    check_compiled(object)
    check_data(object, x, y, sample_weight)
    object.reset_metrics()  # otherwise Keras 3 averages over previous batches
    strategies.current().prepare(object, "train", [x, y, sample_weight])
    with trainable.as_compiled(object):
        scores = object.train_on_batch(x, y, sample_weight=sample_weight, class_weight=class_weight)
    built_by_steps(object)
    return _scores(scores)


@export
def test_on_batch(
    object: Model,
    x: Batch,
    y: Y,
    sample_weight: SampleWeight | None = None,  # noqa: PT028
) -> Any:
    """Evaluate a model on a single batch.

    Computes the loss and the metrics of one batch. The weights do not change.

    Args:
        object: A compiled model.
        x: The batch.
        y: The targets of the batch.
        sample_weight: One weight for each sample.

    Returns: the loss of the batch, followed by the metrics.

    Example:
        model <- keras_model_sequential() %>%
          layer_dense(units = 1, input_shape = 4) %>%
          compile(loss = "mse", optimizer = "sgd")
        model %>% test_on_batch(matrix(runif(12), 3), runif(3))
    """
    x, y = arrange_x(object, x), arrange_y(object, y)
    sample_weight = arrange_y(object, sample_weight, "sample_weight")
    own = own_methods.own_method(object, "test_on_batch")
    if own:
        return own_methods.call(own, {"x": x, "y": y, "sample_weight": sample_weight}, {})
    check_compiled(object)
    check_data(object, x, y, sample_weight)
    object.reset_metrics()
    strategies.current().prepare(object, "test", [x, y, sample_weight])
    return _scores(object.test_on_batch(x, y, sample_weight=sample_weight))


def _scores(scores: Any) -> Any:
    if isinstance(scores, (list, tuple)):
        return [float(score) for score in scores]
    return float(scores)
