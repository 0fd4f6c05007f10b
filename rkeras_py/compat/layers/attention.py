"""Causal attention, as with ``causal = TRUE`` of Keras 2's layers.

Also the shapes of attention scores, which are wrong in Keras 3 for several heads.
"""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.layers.variant import saved_as_keras


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
        "__doc__": f"{name} in which queries ignore later keys.",
        "__init__": __init__,
        "__module__": __name__,
        "call": call,
    }
    cls = type(f"Causal{name}", (base,), members)
    return keras.saving.register_keras_serializable("rkeras_py")(cls)


_CAUSAL = {name: _causal(name) for name in ("Attention", "AdditiveAttention")}


def attention_class(name: str, causal: bool) -> Any:
    """Keras's class, or the causal one."""
    if name == "MultiHeadAttention":
        return MultiHeadAttention
    return _CAUSAL[name] if causal else getattr(keras.layers, name)


@saved_as_keras
class MultiHeadAttention(keras.layers.MultiHeadAttention):  # type: ignore[misc]
    """Corrects the shape of the scores of symbolic tensors, which Keras 3 assumes to be square."""

    def compute_output_spec(
        self, query: Any, value: Any, *args: Any, return_attention_scores: bool = False, **more: Any
    ) -> Any:
        output = super().compute_output_spec(query, value, *args, **more)
        if not return_attention_scores:
            return output
        shape = self._shape_of_scores(tuple(query.shape), tuple(value.shape))
        return output, keras.KerasTensor(shape, dtype=self.compute_dtype)

    def _shape_of_scores(self, query: Any, value: Any) -> tuple[int | None, ...]:
        axes = self.get_config()["attention_axes"] or range(1, len(query) - 1)
        apart = [extent for i, extent in enumerate(query[:-1]) if i not in axes]
        return (*apart, self.num_heads, *(query[i] for i in axes), *(value[i] for i in axes))
