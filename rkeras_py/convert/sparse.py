"""Sparse matrices: SciPy's equivalents of R's package Matrix."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.objects import package_of

#: Maximum number of elements to convert to an array, which models read faster: 400 MB.
AS_ARRAY = 100_000_000


def is_sparse(value: Any) -> bool:
    """Whether this is a SciPy sparse matrix."""
    return package_of(value) == "scipy" and hasattr(value, "tocsr")


def dense(value: Any) -> Any:
    """A sparse matrix as an array; other values are unchanged."""
    return value.toarray() if is_sparse(value) else value


def for_model(matrix: Any, dtype: str) -> Any:
    """A sparse matrix as an array; a very large one in CSR format, which Keras can batch."""
    rows = matrix.tocsr().astype(dtype)
    if rows.shape[0] * rows.shape[1] <= AS_ARRAY:
        return rows.toarray()
    rows.sort_indices()  # required by Keras
    return rows
