"""Shapes of tensors as tensors, where JAX traces what is computed."""

from __future__ import annotations

from typing import Any

import numpy as np

from rkeras_py.convert import backends


class KnownShape(np.ndarray[Any, Any]):
    """The shape of a traced tensor: JAX knows it, and forgets numbers that go through tensors."""


def as_tensor(shape: tuple[int, ...], of: Any) -> Any:
    """A shape as a tensor of whole numbers.

    Args:
        shape: The extents.
        of: The tensor whose shape it is.
    """
    from keras import ops

    if backends.is_traced(of):
        known = all(isinstance(extent, int) for extent in shape)
        return np.asarray(shape, "int32" if known else object).view(KnownShape)
    return ops.convert_to_tensor(shape, dtype="int32")


def extents(shape: Any) -> tuple[int, ...]:
    """Whole numbers of R's, of Python's or in tensors, as a shape."""
    given = shape.tolist() if hasattr(shape, "tolist") else shape
    return tuple(e if backends.is_open_extent(e) else int(e) for e in given)
