"""TensorFlow functions that can be steps of a model, and their names in files."""

from __future__ import annotations

import functools
import importlib
import inspect
from collections.abc import Callable
from typing import Any

#: Modules whose functions only compute, so that files may name them.
_MODULES = ("math", "nn", "linalg", "signal", "image", "strings", "bitwise")
#: The exception: a function in these modules that reads a file.
_READS_FILES = "fixed_unigram_candidate_sampler"
#: Functions outside these modules that only compute.
_OTHERS = (
    "argsort", "batch_to_space", "bitcast", "boolean_mask", "broadcast_to", "cast", "clip_by_norm",
    "clip_by_value", "complex", "concat", "convert_to_tensor", "dynamic_partition",
    "dynamic_stitch", "edit_distance", "einsum", "ensure_shape", "expand_dims", "eye", "fill",
    "fingerprint", "gather", "gather_nd", "histogram_fixed_width", "identity", "identity_n",
    "linspace", "meshgrid", "one_hot", "ones", "ones_like", "pad", "random.categorical",
    "random.gamma", "random.normal", "random.poisson", "random.shuffle",
    "random.stateless_normal", "random.stateless_uniform", "random.truncated_normal",
    "random.uniform", "range", "rank", "realdiv", "repeat", "reshape", "reverse",
    "reverse_sequence", "roll", "scatter_nd", "searchsorted", "sequence_mask", "shape", "size",
    "slice", "sort", "space_to_batch", "split", "squeeze", "stack", "stop_gradient",
    "strided_slice", "tensor_scatter_nd_add", "tensor_scatter_nd_max", "tensor_scatter_nd_min",
    "tensor_scatter_nd_sub", "tensor_scatter_nd_update", "tensordot", "tile", "transpose",
    "truncatediv", "truncatemod", "unique", "unique_with_counts", "unravel_index", "unstack",
    "where", "zeros", "zeros_like",
)  # fmt: skip


@functools.cache
def _functions() -> dict[str, Callable[..., Any]]:
    """Functions that may be steps of a model, by name, such as ``tf.math.square``."""
    import tensorflow as tf

    names = list(_OTHERS)
    for module in _MODULES:
        members = vars(importlib.import_module(f"tensorflow.{module}"))
        names += [f"{module}.{name}" for name in members if name != _READS_FILES]
    found: dict[str, Callable[..., Any]] = {}
    # TensorFlow 2's functions call those of TensorFlow 1, which then call the dispatchers
    for prefix, source in (("tf", tf), ("tf.compat.v1", tf.compat.v1)):
        for name in names:
            value = _member(source, name)
            if inspect.isfunction(value):
                found[f"{prefix}.{name}"] = value
    return found


def _member(module: Any, path: str) -> Any:
    return functools.reduce(lambda at, name: getattr(at, name, None), path.split("."), module)


@functools.cache
def names() -> dict[Callable[..., Any], str]:
    """The names of the functions; of several names the first one, which Keras 2 used."""
    found: dict[Callable[..., Any], str] = {}
    for name, function in _functions().items():
        found.setdefault(function, name)
        while hasattr(function, "__wrapped__"):  # dispatchers get the undecorated function
            function = function.__wrapped__
            found.setdefault(function, name)
    return found


def named(name: str) -> Callable[..., Any] | None:
    """The TensorFlow function with this name, such as ``tf.one_hot``.

    Returns: ``None`` if there is none, or it does more than compute.
    """
    return _functions().get(name)
