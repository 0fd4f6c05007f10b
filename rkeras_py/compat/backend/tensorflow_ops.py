"""TensorFlow operations that models of Keras 2 contain as layers, by TensorFlow's names.

Arguments have TensorFlow's names (https://www.tensorflow.org/api_docs/python/tf).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keras import ops


def _unary(operation: Callable[[Any], Any]) -> Callable[..., Any]:
    return lambda x: operation(x)


def _binary(operation: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    return lambda x, y: operation(x, y)


def _reduction(operation: Callable[..., Any]) -> Callable[..., Any]:
    return lambda x, axis=None, keepdims=False: operation(x, axis=axis, keepdims=keepdims)


def _transposed(x: Any, wanted: bool) -> Any:
    return ops.swapaxes(x, -1, -2) if wanted else x


def _matmul(a: Any, b: Any, transpose_a: bool = False, transpose_b: bool = False) -> Any:
    return ops.matmul(_transposed(a, transpose_a), _transposed(b, transpose_b))


def _where(condition: Any, x: Any, y: Any) -> Any:
    return ops.where(condition, x, y)


def _transpose(a: Any, perm: Any = None) -> Any:
    return ops.transpose(a, perm)


def _split(value: Any, num_or_size_splits: Any, axis: int = 0) -> Any:
    sizes = num_or_size_splits
    if isinstance(sizes, list):  # Keras needs the indices where to split
        sizes = [sum(sizes[: i + 1]) for i in range(len(sizes) - 1)]
    return ops.split(value, sizes, axis=axis)


def _pad(tensor: Any, paddings: Any, mode: str = "CONSTANT", constant_values: Any = 0) -> Any:
    more = {"constant_values": constant_values} if mode.upper() == "CONSTANT" else {}
    return ops.pad(tensor, paddings, mode=mode.lower(), **more)


def _gather(params: Any, indices: Any, axis: int | None = None) -> Any:
    return ops.take(params, ops.convert_to_tensor(indices), axis=axis or 0)


def _argmax(x: Any, axis: int | None = None, output_type: str = "int64") -> Any:
    return ops.cast(ops.argmax(x, axis=axis or 0), output_type)


def _one_hot(indices: Any, depth: int, axis: int | None = None, dtype: str = "float32") -> Any:
    return ops.one_hot(indices, depth, axis=-1 if axis is None else axis, dtype=dtype)


def _l2_normalize(x: Any, axis: Any = None, epsilon: float = 1e-12) -> Any:
    squares = ops.sum(ops.square(x), axis=axis, keepdims=True)
    return x * ops.rsqrt(ops.maximum(squares, epsilon))


def _shape(x: Any, out_type: str = "int32") -> Any:
    return ops.cast(ops.stack(ops.shape(x)), out_type)


def _cumsum(x: Any, axis: int = 0) -> Any:
    return ops.cumsum(x, axis=axis)


def _getitem(x: Any, slice_spec: Any) -> Any:
    parts = slice_spec if isinstance(slice_spec, list) else [slice_spec]
    return x[tuple(_index(part) for part in parts)]


def _index(part: Any) -> Any:
    if not isinstance(part, dict):
        return ... if part == "Ellipsis" else part
    if part.get("class_name") == "__ellipsis__":
        return ...
    return slice(part["start"], part["stop"], part["step"])


_UNARY = (
    "abs", "ceil", "cos", "erf", "exp", "expm1", "floor", "log", "log1p", "logical_not", "negative",
    "reciprocal", "round", "rsqrt", "sigmoid", "sign", "sin", "softplus", "sqrt", "square", "tanh",
)  # fmt: skip
_ACTIVATIONS = ("elu", "relu", "relu6", "selu", "silu")
_BINARY = (
    "add", "equal", "floor_divide", "greater", "greater_equal", "less", "less_equal", "logical_and",
    "logical_or", "maximum", "minimum", "mod", "multiply", "not_equal", "power", "subtract",
    "true_divide",
)  # fmt: skip
#: Keras's name of an operation -> TensorFlow's, if it is different.
_RENAMED = {
    "floor_divide": "floordiv",
    "mod": "floormod",
    "power": "pow",
    "true_divide": "truediv",
}

#: TensorFlow's name of an operation -> the equivalent function.
OPERATIONS: dict[str, Callable[..., Any]] = {
    **{f"math.{name}": _unary(getattr(ops, name)) for name in _UNARY},
    **{f"nn.{name}": _unary(getattr(ops, name)) for name in _ACTIVATIONS},
    **{f"math.{_RENAMED.get(name, name)}": _binary(getattr(ops, name)) for name in _BINARY},
    **{
        f"math.reduce_{name}": _reduction(getattr(ops, name))
        for name in ("all", "any", "max", "mean", "min", "prod", "std", "sum", "logsumexp")
    },
    "math.reduce_variance": _reduction(ops.var),
    "math.divide": _binary(ops.true_divide),
    "math.divide_no_nan": _binary(ops.divide_no_nan),
    "math.squared_difference": _binary(lambda x, y: ops.square(x - y)),
    "compat.v1.floor_div": _binary(ops.floor_divide),
    "__operators__.add": _binary(ops.add),
    "__operators__.getitem": _getitem,
    "nn.gelu": lambda x, approximate=False: ops.gelu(x, approximate=approximate),
    "nn.leaky_relu": lambda x, alpha=0.2: ops.leaky_relu(x, negative_slope=alpha),
    "nn.softmax": lambda x, axis=-1: ops.softmax(x, axis=-1 if axis is None else axis),
    "nn.log_softmax": lambda x, axis=-1: ops.log_softmax(x, axis=-1 if axis is None else axis),
    "math.l2_normalize": _l2_normalize,
    "math.cumsum": _cumsum,
    "math.argmax": _argmax,
    "linalg.matmul": _matmul,
    "cast": lambda x, dtype: ops.cast(x, dtype),
    "clip_by_value": lambda x, clip_value_min, clip_value_max: ops.clip(
        x, clip_value_min, clip_value_max
    ),
    "compat.v1.gather": _gather,
    "compat.v1.pad": _pad,
    "compat.v1.shape": _shape,
    "compat.v1.squeeze": lambda x, axis=None: ops.squeeze(x, axis=axis),
    "compat.v1.transpose": _transpose,
    "concat": lambda values, axis: ops.concatenate(values, axis=axis),
    "expand_dims": lambda x, axis: ops.expand_dims(x, axis),
    "gather": _gather,
    "identity": lambda x: x,
    "one_hot": _one_hot,
    "pad": _pad,
    "reshape": lambda x, shape: ops.reshape(x, shape),
    "shape": _shape,
    "split": _split,
    "squeeze": lambda x, axis=None: ops.squeeze(x, axis=axis),
    "stack": lambda values, axis=0: ops.stack(values, axis=axis),
    "stop_gradient": lambda x: ops.stop_gradient(x),
    "tile": lambda x, multiples: ops.tile(x, multiples),
    "transpose": _transpose,
    "where": _where,
}
