"""R's function groups on tensors: ``Math``, ``Summary`` and ``Ops`` (the operators)."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge.gate import internal
from rkeras_py.compat.names.classes import class_names
from rkeras_py.convert import backends
from rkeras_py.convert.backends import dtype_name
from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.scalars import Axes1Rule, BoolRule, IntRule
from rkeras_py.convert.tensors import TensorRule


def _ops() -> Any:
    from keras import ops

    return ops


# --- operators -----------------------------------------------------------------------------

#: Python's own function, and its name in ``keras.ops``.
_BINARY: dict[str, tuple[Callable[[Any, Any], Any], str]] = {
    "+": (operator.add, "add"),
    "-": (operator.sub, "subtract"),
    "*": (operator.mul, "multiply"),
    "/": (operator.truediv, "true_divide"),
    "^": (operator.pow, "power"),
    "%%": (operator.mod, "mod"),
    "%/%": (operator.floordiv, "floor_divide"),
    "<": (operator.lt, "less"),
    "<=": (operator.le, "less_equal"),
    ">": (operator.gt, "greater"),
    ">=": (operator.ge, "greater_equal"),
    "==": (operator.eq, "equal"),
    "!=": (operator.ne, "not_equal"),
    "&": (operator.and_, "logical_and"),
    "|": (operator.or_, "logical_or"),
}

#: These do not convert logical values to numbers.
_OF_LIKE_KINDS = ("==", "!=")

#: Python's own function, and that of tensors.
_UNARY: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "-": (operator.neg, lambda a: _ops().negative(_number(a))),
    "+": (operator.pos, lambda a: _number(a)),
    "!": (operator.invert, lambda a: _ops().logical_not(a)),
}


@internal(".operator")
def apply_operator(name: str, *values: Any) -> Any:
    """Apply an R operator: with R's rules for tensors, with Python's rules for other values."""
    tensors = any("tensorflow.tensor" in class_names(type(value)) for value in values)
    if len(values) == 1:
        of_python, of_tensors = _UNARY[name]
        return of_tensors(_plain(values[0])) if tensors else of_python(values[0])
    if not tensors:
        return _BINARY[name][0](*values)
    return _with_tensors(name, *map(_plain, values))


def _with_tensors(name: str, a: Any, b: Any) -> Any:
    """Apply an R operator; values of different types are converted to a common type."""
    from rkeras_py.compat.backend.symbolic import unmark_dense

    function = getattr(_ops(), _BINARY[name][1])
    if name in ("&", "|"):
        return function(_flag(a), _flag(b))
    if name in _OF_LIKE_KINDS:
        return function(*_alike(a, b))
    a, b = _alike(_number(a), _number(b))
    if name == "/" and _kind(a) == "int" == _kind(b):
        a, b = _ops().cast(a, "float64"), _ops().cast(b, "float64")  # as in TensorFlow
    if name == "^" and _kind(a) == "int" and _has_negative(b):
        a, b = _as_float(a), _as_float(b)
    return unmark_dense(function(a, b))


def _plain(value: Any) -> Any:
    """The tensor of a variable; R numbers as Python or NumPy numbers."""
    import keras

    if isinstance(value, keras.Variable):
        return value.value
    try:
        return TensorRule(exact=True).accept(value)
    except Mismatch:
        raise ArgumentError(f"a tensor cannot be combined with {describe(value)}.") from None
    except ArgumentError as error:
        raise ArgumentError(str(error).replace("{argument}", "the other operand")) from None


def _kind(value: Any) -> str:
    """ "bool", "int" or "float"."""
    if isinstance(value, (bool, int, float)):
        return type(value).__name__
    name = dtype_name(value.dtype)
    return "bool" if name == "bool" else "int" if name.startswith(("int", "uint")) else "float"


def _number(value: Any) -> Any:
    """Logical values as integers, as in R's arithmetic."""
    if _kind(value) != "bool":
        return value
    return int(value) if isinstance(value, bool) else _ops().cast(value, "int32")


def _flag(value: Any) -> Any:
    """Numbers as logical values: all except 0 are true."""
    import numpy as np

    if _kind(value) == "bool":
        return value
    return _ops().cast(value, "bool") if is_tensor(value) else np.asarray(value).astype(bool)


def _as_float(value: Any) -> Any:
    import keras

    if isinstance(value, (bool, int, float)):
        return float(value)
    return _ops().cast(value, keras.config.floatx())


def _alike(a: Any, b: Any) -> tuple[Any, Any]:
    """Both values in one type: that of the tensor, if R's numbers can be converted without loss."""
    import keras

    if is_tensor(a) and is_tensor(b):
        kind = keras.backend.result_type(a.dtype, b.dtype)
        return _ops().cast(a, kind), _ops().cast(b, kind)
    if is_tensor(b):
        b, a = _with_numbers(b, a)
        return a, b
    return _with_numbers(a, b)


def _with_numbers(tensor: Any, numbers: Any) -> tuple[Any, Any]:
    import numpy as np

    own, other = _kind(tensor), _kind(numbers)
    whole = other != "float" or bool(np.all(numbers == np.round(numbers)))
    if own == "bool" and other != "bool":
        tensor = _ops().cast(tensor, "int32")
    if own != "float" and not whole:
        tensor = _as_float(tensor)
    if isinstance(numbers, (bool, int, float)):
        return tensor, {"float": float, "int": int, "bool": bool}[_kind(tensor)](numbers)
    kind = dtype_name(tensor.dtype)
    return tensor, _ops().convert_to_tensor(np.asarray(numbers).astype(kind))


def _has_negative(value: Any) -> bool:
    """Whether some number is known to be negative."""
    import numpy as np

    if backends.is_traced(value):
        return False
    try:
        return bool((np.asarray(value) < 0).any())
    except (NotImplementedError, RuntimeError, TypeError, ValueError):  # it has no values yet
        return False


# --- functions of one tensor -----------------------------------------------------------------

_NAMES = {
    "ceiling": "ceil", "acos": "arccos", "asin": "arcsin", "atan": "arctan",
    "acosh": "arccosh", "asinh": "arcsinh", "atanh": "arctanh",
}  # fmt: skip


@internal(".math")
def apply_math(name: str, x: Any, *rest: Any) -> Any:
    """R's Math group: functions from a tensor to a tensor of the same shape."""
    function = _MATH.get(name) or getattr(_ops(), _NAMES.get(name, name), None)
    if function is None:
        raise ArgumentError(f"{name}() is not available for tensors")
    return function(x, *rest)


def _log(x: Any, base: Any = None) -> Any:
    if base is None:
        return _ops().log(x)
    return _ops().log(x) / (_ops().log(base) if is_tensor(base) else math.log(base))


def _round(x: Any, digits: Any = 0) -> Any:
    return _ops().round(x, IntRule().accept(digits))


def _signif(x: Any, digits: Any = 6) -> Any:
    ops = _ops()
    x = x if _kind(x) == "float" else _as_float(x)
    size = ops.abs(x)
    places = ops.floor(ops.log10(ops.where(size > 0, size, 1)))
    scale = 10 ** (IntRule().accept(digits) - 1 - places)
    return ops.round(x * scale) / scale


def _of_pi(name: str) -> Callable[[Any], Any]:
    return lambda x: getattr(_ops(), name)(_with_tensors("*", _plain(x), math.pi))


def _gamma_function(name: str) -> Callable[[Any], Any]:
    """A function that ``keras.ops`` lacks, such as gamma; it also works on symbolic tensors."""

    def call(x: Any) -> Any:
        from rkeras_py.compat.backend import symbolic

        return symbolic.call(_GAMMA_FUNCTIONS[backends.current()](name), x)

    return call


def _by_jax(name: str) -> Callable[[Any], Any]:
    def compute(x: Any) -> Any:
        from jax.scipy import special

        x = _floats(x)
        if name == "trigamma":
            return special.polygamma(1, x)
        return getattr(special, {"lgamma": "gammaln"}.get(name, name))(x)

    return compute


def _by_torch(name: str) -> Callable[[Any], Any]:
    def compute(x: Any) -> Any:
        import torch

        x = _floats(x)
        if name == "trigamma":
            return torch.polygamma(1, x)
        if name != "gamma":
            return getattr(torch, name)(x)
        negative = (x < 0) & (torch.remainder(torch.floor(x), 2) == 1)
        return torch.exp(torch.lgamma(x)) * torch.where(negative, -1.0, 1.0).to(x.dtype)

    return compute


def _floats(x: Any) -> Any:
    return _ops().convert_to_tensor(x if _kind(x) == "float" else _as_float(x))


def _by_tensorflow(name: str) -> Callable[[Any], Any]:
    def compute(x: Any) -> Any:
        import tensorflow as tf

        x = tf.convert_to_tensor(x if _kind(x) == "float" else _as_float(x))
        if name == "trigamma":
            return tf.math.polygamma(tf.ones_like(x), x)
        if name != "gamma":
            return getattr(tf.math, name)(x)
        # the sign alternates between negative integers
        negative = tf.where((x < 0) & (tf.math.floormod(tf.floor(x), 2) == 1), -1.0, 1.0)
        return tf.exp(tf.math.lgamma(x)) * tf.cast(negative, x.dtype)

    return compute


_GAMMA_FUNCTIONS = {"tensorflow": _by_tensorflow, "jax": _by_jax, "torch": _by_torch}


def _running(name: str) -> Callable[[Any], Any]:
    def call(x: Any) -> Any:
        if len(x.shape) != 1:  # R accumulates over all elements, column by column
            raise ArgumentError(f"use k_{name}(x, axis) for a tensor of {len(x.shape)} dimensions")
        return getattr(_ops(), name)(x)

    return call


_MATH: dict[str, Callable[..., Any]] = {
    "log": _log,
    "round": _round,
    "signif": _signif,
    "cospi": _of_pi("cos"),
    "sinpi": _of_pi("sin"),
    "tanpi": _of_pi("tan"),
    "cumsum": _running("cumsum"),
    "cumprod": _running("cumprod"),
    "gamma": _gamma_function("gamma"),
    "lgamma": _gamma_function("lgamma"),
    "digamma": _gamma_function("digamma"),
    "trigamma": _gamma_function("trigamma"),
}


# --- summaries -------------------------------------------------------------------------------


@internal(".summary")
def apply_summary(name: str, values: Any, axis: Any = None, keepdims: Any = False) -> Any:
    """R's Summary group: over all elements of all arguments, or along axes of one tensor."""
    ops = _ops()
    values = [_plain(x) for x in (values.values() if isinstance(values, dict) else values)]
    if axis is None and keepdims is False:
        parts = [ops.reshape(ops.convert_to_tensor(x), (-1,)) for x in values]
        x = parts[0] if len(parts) == 1 else ops.concatenate(parts)
        return _summary(name, x)
    if len(values) > 1:
        raise ArgumentError(f"{name}() with `axis` takes one tensor, not {len(values)}.")
    try:
        axes = None if axis is None else Axes1Rule().accept(axis)
    except Mismatch:
        raise ArgumentError(f"`axis` must be {Axes1Rule.name}, not {describe(axis)}.") from None
    return _summary(name, values[0], axis=axes, keepdims=BoolRule().accept(keepdims))


def _summary(name: str, x: Any, **along: Any) -> Any:
    ops = _ops()
    if name == "mean" and _kind(x) == "int":
        return _whole_mean(x, **along)
    if name not in ("any", "all"):
        x = _number(x)
    if name == "range":
        return ops.stack([ops.min(x, **along), ops.max(x, **along)])
    return getattr(ops, name)(x, **along)


def _whole_mean(x: Any, axis: Any = None, keepdims: bool = False) -> Any:
    """The mean of integers, which is an integer as in TensorFlow."""
    from rkeras_py.compat.backend import symbolic

    def compute(x: Any) -> Any:
        if backends.on_tensorflow():
            import tensorflow as tf

            return tf.reduce_mean(x, axis=axis, keepdims=keepdims)
        ops = _ops()
        total = ops.sum(x, axis=axis, keepdims=keepdims)
        count = math.prod(x.shape) // max(math.prod(total.shape), 1)
        return ops.cast(ops.sign(total) * (ops.abs(total) // count), x.dtype)

    return symbolic.call(compute, x)


# --- axes ------------------------------------------------------------------------------------


@internal(".aperm")
def permute(x: Any, perm: Any) -> Any:
    """Permute the axes; by default their order is reversed."""
    from rkeras_py.api.backend.rearranging import k_permute_dimensions

    return _ops().transpose(x) if perm is None else k_permute_dimensions(x, perm)


@internal(".transposed")
def transpose(x: Any) -> Any:
    """R's ``t()``: a vector becomes a row."""
    ops, rank = _ops(), len(x.shape)
    if rank > 2:
        raise ArgumentError(f"t() needs a vector or matrix, not {rank} dimensions: use aperm().")
    return ops.transpose(x) if rank == 2 else ops.reshape(x, (1, -1))
