"""Settings of Keras."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.choices import Floatx
from rkeras_py.convert.formats import DataFormat
from rkeras_py.convert.scalars import NonNegative
from rkeras_py.registry.define import export


@export(family="backend")
def k_backend() -> str:
    """Get the name of the Keras backend.

    Returns: a string, such as "tensorflow".

    Example:
        k_backend()
    """
    import keras

    return str(keras.config.backend())


@export(family="backend")
def k_epsilon() -> float:
    """Get the small constant used to avoid division by zero.

    Returns: a number.

    Example:
        k_epsilon()
    """
    import keras

    return float(keras.config.epsilon())


@export(family="backend", invisible=True)
def k_set_epsilon(e: NonNegative) -> None:
    """Set the small constant used to avoid division by zero.

    Args:
        e: The number.

    Returns: nothing.

    Example:
        k_set_epsilon(1e-7)
    """
    import keras

    keras.config.set_epsilon(e)


@export(family="backend")
def k_floatx() -> str:
    """Get the default float type.

    The type of weights, and of numbers without a type.

    Returns: a string, such as "float32".

    Example:
        k_floatx()
    """
    import keras

    return str(keras.config.floatx())


@export(family="backend", invisible=True)
def k_set_floatx(floatx: Floatx) -> None:
    """Set the default float type.

    Affects layers and tensors that are created from now on.

    Args:
        floatx: "float16", "bfloat16", "float32" or "float64".

    Returns: nothing.

    Example:
        k_set_floatx("float32")
    """
    import keras

    # Keras 3's layers use the dtype policy, which keeps the type of its first use
    follows = keras.config.dtype_policy().name == keras.config.floatx()
    keras.config.set_floatx(floatx)
    if follows:
        keras.config.set_dtype_policy(floatx)


@export(family="backend")
def k_image_data_format() -> str:
    """Get the default image data format.

    The format tells where the channels are.

    Returns: "channels_last" or "channels_first".

    Example:
        k_image_data_format()
    """
    import keras

    return str(keras.config.image_data_format())


@export(family="backend", invisible=True)
def k_set_image_data_format(data_format: DataFormat) -> None:
    """Set the default image data format.

    The format tells where the channels are.

    Returns: nothing.

    Example:
        k_set_image_data_format("channels_last")
    """
    import keras

    keras.config.set_image_data_format(data_format)


@export(family="backend", invisible=True)
def k_clear_session() -> Any:
    """Clear the Keras session: free memory and reset names.

    Releases what Keras keeps of earlier models. Layer names start again at 1, and the learning
    phase and the session are reset.

    Returns: nothing.

    Example:
        k_clear_session()
    """
    import keras

    from rkeras_py.compat.backend import learning_phase, sessions

    keras.utils.clear_session()
    learning_phase.set_for_all(None)
    sessions.replace(None)
