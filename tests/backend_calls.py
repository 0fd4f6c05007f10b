"""The functions of the backend as tests call them."""

from __future__ import annotations

from typing import Any

import rkeras_py.api  # noqa: F401
from rkeras_py.registry.define import REGISTRY


def k(name: str, /, *args: Any, **kwargs: Any) -> Any:
    """What ``k_<name>`` gives."""
    return REGISTRY[f"k_{name}"].python(*args, **kwargs)


def numbers(value: Any) -> Any:
    """Tensors as NumPy sees them, also in lists."""
    from keras import ops

    if isinstance(value, (list, tuple)):
        return [numbers(part) for part in value]
    return ops.convert_to_numpy(value)


def in_a_model(name: str, x: Any, /, *args: Any, **kwargs: Any) -> Any:
    """What ``k_<name>`` gives for ``x`` as a step of a model."""
    import keras

    symbolic = keras.Input(batch_shape=(None, *x.shape[1:]))
    model = keras.Model(symbolic, k(name, symbolic, *args, **kwargs))
    return numbers(model(x))


def evaluated(name: str, /, *args: Any, **kwargs: Any) -> Any:
    """What ``k_<name>`` gives, tensors as NumPy sees them."""
    from keras import ops

    result = k(name, *args, **kwargs)
    return ops.convert_to_numpy(result) if hasattr(result, "dtype") else result
