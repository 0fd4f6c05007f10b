"""What steps need that compute a worker's share of a batch."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from rkeras_py.keras_private import samples, uses_private
from rkeras_py.keras_private.layers import mask_of
from rkeras_py.keras_private.replaced import Replaced


@uses_private(lambda f: tuple(f(samples.functional(), samples.data()[0], False).shape) == (4, 2))
def call_model(model: Any, x: Any, training: bool) -> Any:
    """What a model makes of data, called as Keras's steps call it.

    Keras 3.0 to 3.16: the attribute ``_call_has_training_arg``.
    """
    return model(x, training=training) if model._call_has_training_arg else model(x)


def _finds_losses(losses_of: Callable[[Any], tuple[list[Any], list[Any]]]) -> bool:
    import keras

    dense = keras.layers.Dense(2, kernel_regularizer="l2", activity_regularizer="l2")

    class Adds(keras.layers.Layer):  # type: ignore[misc]
        def call(self, x: Any) -> Any:
            self.add_loss(keras.ops.sum(x))
            return x

    inputs = keras.Input((3,))
    model = keras.Model(inputs, Adds()(dense(inputs)))
    model(samples.data()[0])
    return [len(part) for part in losses_of(model)] == [2, 1]


@uses_private(_finds_losses)
def losses_of(model: Any) -> tuple[list[Any], list[Any]]:
    """Losses beside that of the targets, after a call of the model.

    Returns: those that layers have added for the samples, and those of weights.

    Keras 3.0 to 3.16: the methods ``_flatten_layers()``, ``_get_own_losses()`` and
    ``_get_regularization_losses()``.
    """
    added = [loss for layer in model._flatten_layers() for loss in layer._get_own_losses()]
    return added, list(model._get_regularization_losses())


def _counts(share_of_batch: Callable[..., Any]) -> bool:
    import keras

    norm = keras.layers.BatchNormalization()
    norm.build((None, 3))

    def moments(layer: Any, inputs: Any, mask: Any) -> tuple[Any, Any]:
        return keras.ops.zeros(3), keras.ops.ones(3)

    x = samples.data()[0]
    with share_of_batch(moments, lambda seed: seed, 4):
        inside = norm(x, training=True)
        assert shares() == 4
    outside = norm(x, training=True)
    return bool(abs(float(inside[0, 0]) - 1) < 0.01 and abs(float(outside[0, 0])) < 0.01)


def _drawing(theirs: Callable[[Any], Any], ours: Callable[[], Any]) -> Callable[[Any], Any]:
    def draw(seed: Any) -> Any:
        change = ours()
        # initializers have numbers: weights that the first step makes must be the same everywhere
        return theirs(seed) if change is None or isinstance(seed, int) else change(theirs(seed))

    return draw


_seeds = Replaced("keras.src.backend.tensorflow.random", "draw_seed", _drawing)
_moments = Replaced(
    "keras.src.layers.normalization.batch_normalization:BatchNormalization",
    "_moments",
    lambda theirs, ours: lambda layer, inputs, mask: (ours() or theirs)(layer, inputs, mask),
)


_local = threading.local()


@uses_private(_counts)
@contextmanager
def share_of_batch(
    moments: Callable[[Any, Any, Any], tuple[Any, Any]], seeds: Callable[[Any], Any], times: Any
) -> Iterator[None]:
    """A context in which this thread's layers see their share of a batch.

    Keras 3.12 to 3.16: ``_moments()`` of ``BatchNormalization``; ``draw_seed`` of
    ``keras.src.backend.tensorflow.random``.

    Args:
        moments: Gives what batch normalization normalizes by, of the layer, its inputs and mask.
        seeds: Gives the seed of random numbers, of the one that a generator of seeds gave.
        times: How many times as many samples the whole batch has.
    """
    _moments.check()
    before = shares()
    _local.times = times
    try:
        with _moments.by(moments), _seeds.by(seeds):
            yield
    finally:
        _local.times = before


def shares() -> Any:
    """How many times as many samples as a layer sees the whole batch has; 1 outside of shares."""
    return getattr(_local, "times", 1)


def _takes_axes(axes_of_moments: Callable[[Any], list[int]]) -> bool:
    import keras

    norm = keras.layers.BatchNormalization()
    norm.build((None, 4, 3))
    return axes_of_moments(norm) == [0, 1]


@uses_private(_takes_axes)
def axes_of_moments(norm: Any) -> list[int]:
    """The axes over which batch normalization takes its means.

    Keras 3.0 to 3.16: the attribute ``_reduction_axes``.
    """
    axes: list[int] = list(norm._reduction_axes)
    return axes


def _masks(set_mask: Callable[[Any, Any], None]) -> bool:
    import keras

    values, mask = keras.ops.ones((2, 3)), keras.ops.ones((2,), "bool")
    set_mask(values, mask)
    return mask_of(values) is mask


@uses_private(_masks)
def set_mask(tensor: Any, mask: Any) -> None:
    """Give a tensor the mask that losses and metrics look at.

    Keras 3.6 to 3.16: ``backend.common.masking.set_keras_mask()``.
    """
    from keras.src.backend.common import masking

    masking.set_keras_mask(tensor, mask)


# --- messages of workers --------------------------------------------------------------------------


def _has_messages(_: Callable[..., Any]) -> bool:
    from tensorflow.python.eager.context import Context

    return hasattr(Context, "set_config_key_value") and hasattr(Context, "get_config_key_value")


@uses_private(_has_messages)
def tell(name: str) -> None:
    """Tell the other workers that something is done, if the connection stands.

    TensorFlow 2.21: ``set_config_key_value()`` of ``eager.context``.
    """
    import tensorflow as tf
    from tensorflow.python.eager import context

    with suppress(tf.errors.OpError):
        context.context().set_config_key_value(name, "done")


@uses_private(_has_messages)
def wait_until_told(name: str, seconds: float) -> bool:
    """Wait until another worker has told that something is done; whether it did in this time.

    TensorFlow 2.21: ``get_config_key_value()`` of ``eager.context``.
    """
    import tensorflow as tf
    from tensorflow.python.eager import context

    try:
        context.context().get_config_key_value(name, int(1000 * seconds))
    except tf.errors.OpError:  # the time is over, or the connection is lost
        return False
    return True
