"""Former names of classes and modules of Keras and TensorFlow, and their current names."""

from __future__ import annotations

import importlib
import operator
import sys
from typing import Any

from rkeras_py.keras_private import uses_private

#: The S3 class of R's tensorflow for tensors, and ours. If both packages are loaded, methods of R's
#: tensorflow come first for TensorFlow's tensors; Keras's symbolic tensors, which those methods do
#: not support, use ours.
_TENSOR = ("tensorflow.tensor", "python.tensor")
_KERAS_TENSOR = _TENSOR[::-1]
#: So do those of JAX and PyTorch.
TENSOR_OF_OTHERS = _KERAS_TENSOR

#: The values are class names of Keras 2 and of R's tensorflow.
_FORMER_NAMES: dict[str, tuple[str, ...]] = {
    "keras.src.models.sequential.Sequential": ("keras.engine.sequential.Sequential",),
    "keras.src.models.functional.Functional": ("keras.engine.functional.Functional",),
    "keras.src.models.model.Model": ("keras.engine.training.Model",),
    "keras.src.layers.layer.Layer": ("keras.engine.base_layer.Layer",),
    "keras.src.backend.common.keras_tensor.KerasTensor": (
        "keras.engine.keras_tensor.KerasTensor",
        *_KERAS_TENSOR,
    ),
    "keras.src.backend.common.variables.Variable": ("keras.Variable", *_KERAS_TENSOR),
    "keras.src.callbacks.callback.Callback": ("keras.callbacks.Callback",),
    "keras.src.legacy.preprocessing.image.Iterator": (
        "keras.preprocessing.image.Iterator",
        "keras_preprocessing.image.iterator.Iterator",
    ),
    "keras.src.legacy.preprocessing.image.ImageDataGenerator": (
        "keras.preprocessing.image.ImageDataGenerator",
    ),
    "keras.src.optimizers.base_optimizer.BaseOptimizer": (
        "keras.optimizers.Optimizer",
        "keras.optimizers.optimizer.Optimizer",
    ),
    "keras.src.optimizers.schedules.learning_rate_schedule.LearningRateSchedule": (
        "keras.optimizers.schedules.LearningRateSchedule",
        "keras.optimizers.schedules.learning_rate_schedule.LearningRateSchedule",
    ),
    "keras.src.metrics.metric.Metric": (
        "keras.metrics.Metric",
        "keras.metrics.base_metric.Metric",
    ),
    "keras.src.losses.loss.Loss": ("keras.losses.Loss",),
    "keras.src.regularizers.regularizers.Regularizer": ("keras.regularizers.Regularizer",),
    "keras.src.constraints.constraints.Constraint": ("keras.constraints.Constraint",),
    "keras.src.initializers.initializer.Initializer": (
        "keras.initializers.Initializer",
        "keras.initializers.initializers.Initializer",
    ),
    "keras.src.legacy.preprocessing.text.Tokenizer": (
        "keras.preprocessing.text.Tokenizer",
        "keras_preprocessing.text.Tokenizer",
    ),
    "keras.src.legacy.preprocessing.sequence.TimeseriesGenerator": (
        "keras.preprocessing.sequence.TimeseriesGenerator",
        "keras_preprocessing.sequence.TimeseriesGenerator",
    ),
    "tensorflow.python.types.core.Tensor": _TENSOR,
    "tensorflow.python.ops.variables.Variable": _TENSOR,
    "tensorflow.python.framework.sparse_tensor.SparseTensor": _TENSOR,
    "tensorflow.python.framework.tensor_shape.TensorShape": ("python.shape",),
}

#: The modules that pickled tokenizers refer to: those of Keras 2, and those of Keras 3.
TOKENIZER_MODULES = (
    "keras_preprocessing.text",
    "keras.preprocessing.text",
    "keras.src.preprocessing.text",
    "keras.src.legacy.preprocessing.text",
    "tensorflow.python.keras.preprocessing.text",
)


def _has_classes(_: Any) -> bool:
    missing = []
    for path in _FORMER_NAMES:
        module, name = path.rsplit(".", 1)
        cls = getattr(importlib.import_module(module), name, None)
        if f"{getattr(cls, '__module__', '')}.{getattr(cls, '__qualname__', '')}" != path:
            missing.append(path)
    if missing:
        raise LookupError(f"no such classes: {', '.join(missing)}")
    return True


@uses_private(_has_classes)
def former_names() -> dict[str, tuple[str, ...]]:
    """Keras 2's names of classes, by the current qualified names.

    Keras 3.15 to 3.16, TensorFlow 2.21: the modules in which the classes are defined.
    """
    return _FORMER_NAMES


@uses_private(lambda f: f("losses", "mse")([1.0], [3.0]) == 4 and f("losses", "none") is None)
def for_tf_keras(module: str, name: str) -> Any:
    """An object that only ``tf.keras`` exports; ``None`` if it has no such name.

    Keras 3.0 to 3.16: the package ``keras._tf_keras.keras``.
    """
    import keras._tf_keras.keras as tf_keras

    try:
        return operator.attrgetter(f"{module}.{name}")(tf_keras)
    except AttributeError:
        return None


@uses_private(lambda f: f(operator.attrgetter("losses.Loss")(_keras())) == "keras.losses.Loss")
def public_name(cls: type) -> str | None:
    """The public name of a Keras class, such as ``keras.losses.MeanSquaredError``.

    Keras 3.0 to 3.16: classes of ``keras.losses`` are defined in modules of ``keras.src.losses``,
    and so on.

    Returns: ``None`` for a class that is not from Keras, or not public.
    """
    if not cls.__module__.startswith("keras.src."):
        return None
    parts = cls.__module__.split(".")[2:]
    family = ".".join(parts[: 2 if parts[:2] == ["optimizers", "schedules"] else 1])
    module = sys.modules.get(f"keras.{family}")
    return (
        f"keras.{family}.{cls.__name__}" if vars(module or cls).get(cls.__name__) is cls else None
    )


def _keras() -> Any:
    import keras

    return keras
