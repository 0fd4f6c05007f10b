"""Attention layers."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.compat.names.identifiers import Constraint, Initializer, Regularizer
from rkeras_py.convert.choices import ScoreMode
from rkeras_py.convert.parameter import Parameter, accept
from rkeras_py.convert.positions import Axes0
from rkeras_py.convert.scalars import BoolRule, Fraction, Size
from rkeras_py.convert.several import Attended
from rkeras_py.convert.shapes import Shape
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.tensors import TensorRule
from rkeras_py.registry.arguments import arguments_of
from rkeras_py.registry.define import export

F = TypeVar("F", bound=Callable[..., Any])

#: Arguments in ``...`` for the call of the layer.
_CALL: dict[str, Any] = {
    "attention_mask": TensorRule(),
    "return_attention_scores": BoolRule(),
    "training": BoolRule(),
    "use_causal_mask": BoolRule(),
}


def attention(keras_name: str, apart: bool = False) -> Callable[[F], F]:
    """Decorator of a layer that is called on a list of query, value and key, or ``apart``."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(inputs: Any, *args: Any, **kwargs: Any) -> Any:
            from rkeras_py.compat.layers.attention import attention_class
            from rkeras_py.registry.compose import create

            arguments = arguments_of(function, (inputs, *args), kwargs)
            arguments.pop("object" if "object" in arguments else "inputs")
            calls = {
                name: accept(rule, name, arguments.pop(name), nullable=False)
                for name, rule in _CALL.items()
                if name in arguments
            }
            causal = Parameter("causal", BoolRule(), False, None, None)
            cls = attention_class(keras_name, causal.accept(arguments.pop("causal", False)))
            layer = create(cls, arguments)
            if inputs is None:
                reject_unused(calls)
                return layer
            return layer(*inputs, **calls) if apart else layer(inputs, **calls)

        return export(family="layer", call=make)(function)

    return decorate


@attention("Attention")
def layer_attention(
    inputs: Attended | None,
    use_scale: bool = False,
    score_mode: ScoreMode = "dot",
    *rest: Any,
    dropout: Fraction | None = None,
    **options: Any,
) -> Any:
    """Dot-product attention layer.

    Each query returns a weighted mean of the values. The weights are the softmax of the products of
    the query and the keys.

    Args:
        inputs: A list of query and value, and optionally key (by default the value). If it is
            missing, the layer itself is returned.
        use_scale: Whether to multiply the scores by a learned number.
        score_mode: "dot" for the product of query and key, "concat" for the sum of the hyperbolic
            tangents of query plus key.
        dropout: Dropout rate of the attention weights during training; ``NULL`` for none.
        rest, options: ``causal = TRUE`` for attention to earlier steps only,
            ``return_attention_scores = TRUE`` for a list of output and weights, and the arguments
            of any layer.

    Returns: (batch, queries, features) from (batch, queries, features) and (batch, values,
        features).

    Example:
        query <- layer_input(shape = c(4, 8))
        value <- layer_input(shape = c(6, 8))
        layer_attention(list(query, value))
    """
    reject_unused({}, rest)
    return {"dropout": dropout or 0.0}


@attention("AdditiveAttention")
def layer_additive_attention(
    object: Attended | None,
    use_scale: bool = True,
    *rest: Any,
    causal: bool = False,
    dropout: Fraction = 0.0,
    **options: Any,
) -> Any:
    """Additive attention layer.

    Each query returns a weighted mean of the values. The weights are the softmax of the scores; a
    score is the sum of the hyperbolic tangents of query plus key.

    Args:
        object: A list of query and value, and optionally key (by default the value). If it is
            missing, the layer itself is returned.
        use_scale: Whether to multiply the features of the scores by learned weights.
        causal: Whether each query attends to earlier keys only.
        dropout: Dropout rate of the attention weights during training.
        rest, options: ``return_attention_scores = TRUE`` for a list of output and weights, and the
            arguments of any layer.

    Returns: (batch, queries, features) from (batch, queries, features) and (batch, values,
        features).

    Example:
        query <- layer_input(shape = c(4, 8))
        value <- layer_input(shape = c(6, 8))
        layer_additive_attention(list(query, value))
    """
    reject_unused({}, rest)


@attention("MultiHeadAttention", apart=True)
def layer_multi_head_attention(
    inputs: Attended | None,
    num_heads: Size,
    key_dim: Size,
    value_dim: Size | None = None,
    dropout: Fraction = 0.0,
    use_bias: bool = True,
    output_shape: Shape | None = None,
    attention_axes: Axes0 | None = None,
    kernel_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    **options: Any,
) -> Any:
    """Multi-head attention layer.

    Each head projects query, key and value with its own weights and computes the attention. The
    outputs of all heads are combined by one more projection.

    Args:
        inputs: A list of query and value, and optionally key (by default the value). If it is
            missing, the layer itself is returned.
        num_heads: Number of attention heads.
        key_dim: Size of the queries and keys of each head.
        value_dim: Size of the values of each head; ``NULL`` for ``key_dim``.
        dropout: Dropout rate of the attention weights during training.
        output_shape: Number of features of the output; ``NULL`` for that of the query.
        attention_axes: Axes of the attention, numbered from 0 (the batch dimension); ``NULL`` for
            all axes except batch and features.
        options: ``attention_mask``, ``use_causal_mask`` and ``return_attention_scores`` for the
            call, and the arguments of any layer.

    Returns: (batch, queries, features) from (batch, queries, features) and (batch, values,
        features).

    Example:
        query <- layer_input(shape = c(4, 8))
        value <- layer_input(shape = c(6, 8))
        layer_multi_head_attention(list(query, value), num_heads = 2, key_dim = 4)
    """
