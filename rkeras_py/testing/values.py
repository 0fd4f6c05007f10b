"""Comparable forms of the values of both languages: plain values, models, histories."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from rkeras_py.convert.na import NA
from rkeras_py.convert.objects import package_of

#: Doubles represent all integers up to here exactly.
EXACT = 2**53


class NotComparable(TypeError):
    """A value that cannot be compared between the languages; the message says what it is."""


class ModelWeights(dict[str, Any]):
    """The weights of a model by name (``dense/kernel``), as arrays, in the model's order."""


class HistoryValues(dict[str, Any]):
    """The history of a training: for each loss and metric a list of floats, one per epoch."""


def comparable(value: Any) -> Any:
    """Convert a variable to a comparable form.

    Args:
        value: A number, text, array, tensor, model, history, data frame, or a list or dictionary
            of these.

    Returns: numbers, strings, booleans and ``None`` unchanged; NumPy arrays for arrays, tensors
        and lists of numbers; ``ModelWeights``, ``HistoryValues``; dictionaries and lists of these.

    Raises:
        NotComparable: it is something else; the message says what.
    """
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (ModelWeights, HistoryValues)):
        return value
    if isinstance(value, NA):
        return None if value.kind == "character" else float("nan")
    if isinstance(value, _keras_class("keras", "Model")):
        return weights_of(value)
    if isinstance(value, _keras_class("keras.callbacks", "History")):
        return history_of(value.history)
    if isinstance(value, Mapping):
        return {str(name): comparable(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return _sequence(value)
    return _array(value)


def _keras_class(module: str, name: str) -> Any:
    """A Keras class, or ``()`` if Keras is not imported: then no value can have it."""
    return getattr(sys.modules.get(module), name, ())


def weights_of(model: Any) -> ModelWeights:
    """The weights of a Keras model or layer by name, copied."""
    import keras
    import numpy as np

    found = ModelWeights()
    prefix = f"{model.name}/"
    for weight in model.weights:
        name = weight.path.removeprefix(prefix)
        number, unique = 2, name
        while unique in found:
            unique, number = f"{name}#{number}", number + 1
        found[unique] = np.array(keras.ops.convert_to_numpy(weight))
    return found


def history_of(metrics: Mapping[str, Any]) -> HistoryValues:
    """The values of each epoch by loss and metric, as lists of floats."""
    return HistoryValues(
        {
            str(name): [float(v) for v in (values if isinstance(values, list) else [values])]
            for name, values in metrics.items()
        }
    )


def _sequence(values: Any) -> Any:
    import numpy as np

    parts = [comparable(value) for value in values]
    numbers = (bool, int, float)
    if parts and all(isinstance(part, numbers) for part in parts):
        large = any(isinstance(part, int) and abs(part) > EXACT for part in parts)
        array = np.array(parts)
        return np.array(parts, object) if large and array.dtype.kind == "f" else array
    return parts


def _array(value: Any) -> Any:
    """Arrays, tensors, data frames and NumPy scalars."""
    import numpy as np

    if isinstance(value, np.generic):
        return comparable(value.item())
    module = package_of(value)
    if module == "pandas":
        if hasattr(value, "columns"):
            return {str(name): comparable(value[name]) for name in value.columns}
        value = np.asarray(value)
    elif module == "scipy" and hasattr(value, "toarray"):
        value = value.toarray()
    elif module in ("keras", "tensorflow") and hasattr(value, "numpy"):
        value = value.numpy()
        if isinstance(value, np.generic):
            return comparable(value.item())
    if isinstance(value, np.ma.MaskedArray):
        value = np.ma.filled(value.astype("float64"), np.nan)
    if not isinstance(value, np.ndarray):
        raise NotComparable(f"an object of class {type(value).__name__}")
    if value.dtype.kind in "OSU":
        return _text(value)
    if value.dtype.kind not in "biuf" and not value.dtype.name.startswith("bfloat"):
        raise NotComparable(f"an array of {value.dtype.name}")
    return np.array(value, order="C")


def _text(array: Any) -> Any:
    """Arrays of strings as nested lists, which both languages support."""
    return comparable(array.tolist())
