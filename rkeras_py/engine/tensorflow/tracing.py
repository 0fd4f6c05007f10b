"""When TensorFlow traces the functions that run a model's steps.

A TensorFlow function that creates variables is traced twice: once to create them, once to run. The
first step of a training creates the variables of the optimizer and the metrics, and for a small
model one tracing takes longer than the epochs. So they are created before, in the same way as in
Keras.

A function that gets a vector after a matrix is traced for arrays of any rank, which Keras's losses
cannot use. So a new function is created for data of another rank.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.keras_private import models


def make_variables(model: Any, data: Any, kind: str) -> None:
    """Create the variables that Keras's step would create.

    Nothing is created if Keras would need to look at the data or run the model first.

    Args:
        kind: "train" or "test".
        data: What the step receives; only a ``tf.data.Dataset`` has known shapes.
    """
    import keras
    import tensorflow as tf

    if not isinstance(data, tf.data.Dataset):
        return
    graph = models.functional_of(model) if isinstance(model, keras.Sequential) else model
    if not isinstance(graph, models.functional_class()):
        return
    _, y, _ = keras.utils.unpack_x_y_sample_weight(data.element_spec)
    if not all(isinstance(part, tf.TensorSpec) for part in keras.tree.flatten(y)):
        return
    y = _as_predicted(y, graph.output)
    if y is None:
        return
    loss, metrics = models.compiled_loss(model), models.compiled_metrics(model)
    if loss is not None and not loss.built:
        with keras.name_scope(loss.name):
            loss.build(y, graph.output)
    if metrics is not None and not metrics.built:
        metrics.build(y, graph.output)
    optimizer = model.optimizer
    weights = model.trainable_weights
    if kind == "train" and optimizer is not None and not optimizer.built and weights:
        with keras.name_scope(optimizer.name, caller=optimizer):
            optimizer.build(weights)


def _as_predicted(y: Any, predicted: Any) -> Any:
    """Targets in the same lists and dictionaries as the predictions; ``None`` on a mismatch."""
    import keras

    try:
        keras.tree.assert_same_paths(y, predicted)
    except ValueError:
        return None
    return keras.tree.pack_sequence_as(predicted, keras.tree.flatten(y))


def trace_anew(model: Any, kind: str, data: Any) -> None:
    """Make the model create a new step function if the current one ran on data of other ranks.

    Args:
        kind: "train", "test" or "predict".
        data: What the step receives: a dataset or arrays.
    """
    import keras

    parts = keras.tree.flatten(getattr(data, "element_spec", data))
    ranks = [_rank(part) for part in parts if part is not None]
    if None in ranks:
        return
    make = getattr(model, f"make_{kind}_function")
    make()
    if getattr(getattr(model, f"{kind}_function"), "ranks", ranks) != ranks:
        make(force=True)
    getattr(model, f"{kind}_function").ranks = ranks


def _rank(part: Any) -> int | None:
    """The number of dimensions; ``None`` if it is unknown."""
    shape = getattr(part, "shape", None)
    if isinstance(shape, tuple):
        return len(shape)
    rank: int | None = getattr(shape, "rank", None)  # of TensorFlow's shapes
    return rank
