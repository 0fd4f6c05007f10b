"""Attention that looks back only, as ``causal = TRUE`` of Keras 2's layers asked for."""

from __future__ import annotations

from typing import Any

import keras


def _causal(name: str) -> Any:
    base = getattr(keras.layers, name)

    def __init__(self: Any, **kwargs: Any) -> None:  # noqa: N807
        base.__init__(self, **kwargs)

    def _calculate_score_mask(self: Any, scores: Any, v_mask: Any, use_causal_mask: Any) -> Any:
        return base._calculate_score_mask(self, scores, v_mask, True)

    members = {
        "__doc__": f"{name} in which no query sees a later key.",
        "__init__": __init__,
        "__module__": __name__,
        "_calculate_score_mask": _calculate_score_mask,
    }
    cls = type(f"Causal{name}", (base,), members)
    return keras.saving.register_keras_serializable("rkeras_py")(cls)


_CAUSAL = {name: _causal(name) for name in ("Attention", "AdditiveAttention")}


def attention_class(name: str, causal: bool) -> Any:
    """Keras's class, or the one that looks back only."""
    return _CAUSAL[name] if causal else getattr(keras.layers, name)
