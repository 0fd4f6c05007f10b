"""Attention."""

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

#: What ``...`` may have for the call of the layer.
_CALL: dict[str, Any] = {
    "attention_mask": TensorRule(),
    "return_attention_scores": BoolRule(),
    "training": BoolRule(),
    "use_causal_mask": BoolRule(),
}


def attention(keras_name: str, apart: bool = False) -> Callable[[F], F]:
    """A layer called on a list of query, value and key; ``apart`` where it takes them singly."""

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
        inputs: A list of query and value, and of key where it is not the value. Left out, the
            layer itself is returned.
        use_scale: Whether the scores are scaled by a number that is learnt.
        score_mode: "dot" for the product of query and key, "concat" for the sum of the hyperbolic
            tangents of query plus key.
        dropout: Fraction of the weights to drop while training; ``NULL`` for none.
        rest, options: ``causal = TRUE`` to look back only, ``return_attention_scores = TRUE`` for
            a list of output and weights, and the options of every layer.

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
        object: A list of query and value, and of key where it is not the value. Left out, the
            layer itself is returned.
        use_scale: Whether the features of the scores have weights that are learnt.
        causal: Whether a query sees no later key.
        dropout: Fraction of the weights to drop while training.
        rest, options: ``return_attention_scores = TRUE`` for a list of output and weights, and the
            options of every layer.

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
        inputs: A list of query and value, and of key where it is not the value. Left out, the
            layer itself is returned.
        num_heads: How many heads there are.
        key_dim: Width of each head's queries and keys.
        value_dim: Width of each head's values; ``NULL`` for ``key_dim``.
        dropout: Fraction of the weights to drop while training.
        output_shape: Features of the output; ``NULL`` for those of the query.
        attention_axes: Axes that attention goes over, counted from 0, which is the batch;
            ``NULL`` for all but batch and features.
        options: ``attention_mask``, ``use_causal_mask`` and ``return_attention_scores`` for the
            call, and the options of every layer.

    Returns: (batch, queries, features) from (batch, queries, features) and (batch, values,
        features).

    Example:
        query <- layer_input(shape = c(4, 8))
        value <- layer_input(shape = c(6, 8))
        layer_multi_head_attention(list(query, value), num_heads = 2, key_dim = 4)
    """
