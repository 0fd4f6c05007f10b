"""The backend functions ``k_*``: axes count from 1, numbers are taken where tensors are."""

from rkeras_py.api.backend import (
    comparisons,
    elementwise,
    predictions,
    reductions,
    settings,
    shapes,
    values,
)

__all__ = [
    "comparisons",
    "elementwise",
    "predictions",
    "reductions",
    "settings",
    "shapes",
    "values",
]
