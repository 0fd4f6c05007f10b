"""Layers of tf_keras, the separate package of Keras 2, as layers of Keras 3.

The layers of TensorFlow Probability are such. One that makes a distribution gives the value that
was drawn of it, a tensor that knows the distribution.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any

import keras

from rkeras_py.keras_private.layers import track_weight


def is_class(value: Any) -> bool:
    """Whether a value is a class of layers of tf_keras."""
    layers: Any = sys.modules.get("tf_keras.layers")  # it is there where there is such a class
    return layers is not None and isinstance(value, type) and issubclass(value, layers.Layer)


def maker(cls: type) -> Callable[..., Any]:
    """What makes layers of Keras 3 of the arguments of a class of tf_keras."""
    kind = type(cls.__name__, (LayerOfTfKeras,), {"__module__": __name__, "__doc__": cls.__doc__})
    return lambda **arguments: kind(cls(**arguments))


class LayerOfTfKeras(keras.layers.Layer):  # type: ignore[misc]
    """A layer of Keras 3 that has a layer of tf_keras do its work.

    Args:
        layer: The layer of tf_keras.
    """

    def __init__(self, layer: Any) -> None:
        super().__init__(name=layer.name, trainable=layer.trainable, dtype=layer.dtype)
        self.layer = layer
        self._takes_training = "training" in inspect.signature(layer.call).parameters

    def build(self, input_shape: Any) -> None:
        """Make the layer's weights, which are those of this one as well."""
        import tensorflow as tf

        if not self.layer.built:
            with tf.init_scope(), tf.name_scope(self.name):
                self.layer.build(_shapes(input_shape))
                self.layer.built = True
        for variable in self.layer.weights:
            track_weight(self, _as_weight(variable))
        self.built = True

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """What the layer makes of inputs; its losses are those of this one."""
        named = {"training": training} if self._takes_training else {}
        output = self.layer(inputs, **named)
        for loss in self.layer.losses:
            self.add_loss(loss)
        return keras.tree.map_structure(_as_tensor, output)

    def get_config(self) -> dict[str, Any]:
        """Refuse: its arguments are not known.

        Raises:
            NotImplementedError: always.
        """
        raise NotImplementedError(
            f"{type(self.layer).__name__} is a layer of tf_keras, which a model of Keras 3 cannot "
            "save. Save the weights, with save_model_weights_tf(), and build the model anew."
        )


def _as_tensor(output: Any) -> Any:
    """A tensor as it is; of a distribution the value that the layer took of it."""
    import tensorflow as tf

    return output if tf.is_tensor(output) else tf.convert_to_tensor(output)


def _shapes(shape: Any) -> Any:
    """A shape, or several, as TensorFlow's."""
    import tensorflow as tf

    if isinstance(shape, (list, tuple)) and shape and isinstance(shape[0], (list, tuple)):
        return [tf.TensorShape(part) for part in shape]
    return tf.TensorShape(shape)


def _as_weight(variable: Any) -> Any:
    """A variable of TensorFlow as one of Keras 3, which is the same memory."""
    return keras.Variable(
        variable,
        trainable=variable.trainable,
        dtype=variable.dtype.name,
        name=variable.name.partition(":")[0].replace("/", "_"),
    )
