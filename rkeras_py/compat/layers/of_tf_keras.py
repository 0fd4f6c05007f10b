"""Layers of tf_keras, the separate package of Keras 2, as layers of Keras 3.

This includes the layers of TensorFlow Probability. A layer that creates a distribution returns a
sample of it, a tensor with a reference to the distribution.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any

import keras

from rkeras_py.keras_private.layers import track_weight


def is_class(value: Any) -> bool:
    """Whether a value is a layer class of tf_keras."""
    layers: Any = sys.modules.get("tf_keras.layers")  # imported if there is such a class
    return layers is not None and isinstance(value, type) and issubclass(value, layers.Layer)


def maker(cls: type) -> Callable[..., Any]:
    """A function that creates Keras 3 layers from the arguments of a tf_keras class."""
    kind = type(cls.__name__, (LayerOfTfKeras,), {"__module__": __name__, "__doc__": cls.__doc__})
    return lambda **arguments: kind(cls(**arguments))


class LayerOfTfKeras(keras.layers.Layer):  # type: ignore[misc]
    """A layer of Keras 3 that delegates to a layer of tf_keras.

    Args:
        layer: The layer of tf_keras.
    """

    def __init__(self, layer: Any) -> None:
        super().__init__(name=layer.name, trainable=layer.trainable, dtype=layer.dtype)
        self.layer = layer
        self._takes_training = "training" in inspect.signature(layer.call).parameters

    def build(self, input_shape: Any) -> None:
        """Create the layer's weights, which are shared with this layer."""
        import tensorflow as tf

        if not self.layer.built:
            with tf.init_scope(), tf.name_scope(self.name):
                self.layer.build(_shapes(input_shape))
                self.layer.built = True
        for variable in self.layer.weights:
            track_weight(self, _as_weight(variable))
        self.built = True

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Call the layer; its losses are added to this layer."""
        named = {"training": training} if self._takes_training else {}
        output = self.layer(inputs, **named)
        for loss in self.layer.losses:
            self.add_loss(loss)
        return keras.tree.map_structure(_as_tensor, output)

    def get_config(self) -> dict[str, Any]:
        """Refuse, because its arguments are unknown.

        Raises:
            NotImplementedError: always.
        """
        raise NotImplementedError(
            f"{type(self.layer).__name__} is a layer of tf_keras, which Keras 3 cannot save. "
            "Save the weights with save_model_weights_tf(), and create the model again."
        )


def _as_tensor(output: Any) -> Any:
    """A tensor unchanged; for a distribution, the layer's sample of it."""
    import tensorflow as tf

    return output if tf.is_tensor(output) else tf.convert_to_tensor(output)


def _shapes(shape: Any) -> Any:
    """A shape, or several, as TensorFlow shapes."""
    import tensorflow as tf

    if isinstance(shape, (list, tuple)) and shape and isinstance(shape[0], (list, tuple)):
        return [tf.TensorShape(part) for part in shape]
    return tf.TensorShape(shape)


def _as_weight(variable: Any) -> Any:
    """A TensorFlow variable as a Keras 3 variable that shares its memory."""
    return keras.Variable(
        variable,
        trainable=variable.trainable,
        dtype=variable.dtype.name,
        name=variable.name.partition(":")[0].replace("/", "_"),
    )
