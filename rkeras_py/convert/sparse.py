"""Sparse matrices, which SciPy has for those of R's package Matrix."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.objects import package_of

#: Elements up to which a sparse matrix becomes an array, which models read faster: 400 MB.
AS_ARRAY = 100_000_000


def is_sparse(value: Any) -> bool:
    """Whether this is a sparse matrix of SciPy."""
    return package_of(value) == "scipy" and hasattr(value, "tocsr")


def dense(value: Any) -> Any:
    """A sparse matrix as an array; other values as they are."""
    return value.toarray() if is_sparse(value) else value


def for_model(matrix: Any, dtype: str) -> Any:
    """A sparse matrix as an array; a very large one by rows, of which Keras makes its batches."""
    rows = matrix.tocsr().astype(dtype)
    if rows.shape[0] * rows.shape[1] <= AS_ARRAY:
        return rows.toarray()
    rows.sort_indices()  # as Keras needs them
    return rows
