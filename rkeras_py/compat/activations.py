"""Activations that meant something else in Keras 2."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops


@keras.saving.register_keras_serializable("rkeras_py")  # type: ignore[untyped-decorator]
def former_hard_sigmoid(x: Any) -> Any:
    """``0.2 * x + 0.5``, at least 0 and at most 1 (Courbariaux et al., 2015, as Keras 2 had it).

    Not of the name "hard_sigmoid", under which Keras 3 would find its own: ``x / 6 + 0.5``.
    """
    return ops.clip(0.2 * x + 0.5, 0.0, 1.0)
