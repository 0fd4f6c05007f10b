"""The sizes of applications, held against those that are published."""

from __future__ import annotations

import rkeras_py as rk


def check_size(name: str, millions: float, size: int) -> None:
    """Build an application as it is published, and compare.

    Args:
        name: Of the function, without ``application_``.
        millions: Millions of parameters, from the table of keras.io/api/applications.
        size: Rows and columns of its images, from the pages of its models.
    """
    model = getattr(rk, f"application_{name}")(weights=None)
    assert round(model.count_params() / 1e6, 1) == millions
    assert model.input_shape == (None, size, size, 3)
    assert model.output_shape == (None, 1000)
