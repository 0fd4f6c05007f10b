"""Attention that looks back only, as ``causal = TRUE`` of Keras 2's layers asked for."""

from __future__ import annotations

from typing import Any

import keras


def _causal(name: str) -> Any:
    base = getattr(keras.layers, name)

    def __init__(self: Any, **kwargs: Any) -> None:  # noqa: N807
        base.__init__(self, **kwargs)

    def call(
        self: Any,
        inputs: Any,
        mask: Any = None,
        training: bool = False,
        return_attention_scores: bool = False,
        use_causal_mask: bool = False,
    ) -> Any:
        return base.call(self, inputs, mask, training, return_attention_scores, True)

    members = {
        "__doc__": f"{name} in which no query sees a later key.",
        "__init__": __init__,
        "__module__": __name__,
        "call": call,
    }
    cls = type(f"Causal{name}", (base,), members)
    return keras.saving.register_keras_serializable("rkeras_py")(cls)


_CAUSAL = {name: _causal(name) for name in ("Attention", "AdditiveAttention")}


def attention_class(name: str, causal: bool) -> Any:
    """Keras's class, or the one that looks back only."""
    return _CAUSAL[name] if causal else getattr(keras.layers, name)
