"""How symbolic tensors came about: the operations, their calls and the masks."""

from __future__ import annotations

from typing import Any

from rkeras_py.keras_private import samples, uses_private


@uses_private(lambda f: f(samples.tensor()).operation.units == 2)
def history_of(tensor: Any) -> Any:
    """What made a symbolic tensor: ``operation``, ``node_index`` and ``tensor_index``.

    Keras 3.0 to 3.15: the attribute ``_keras_history`` of each ``KerasTensor``.
    """
    return tensor._keras_history
