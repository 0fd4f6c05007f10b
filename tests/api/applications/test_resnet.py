"""ResNets. Sizes as published."""

from __future__ import annotations

import pytest

import rkeras_py as rk

# Millions of parameters and the size of images, from the table of keras.io/api/applications and
# the pages of its models.
PUBLISHED = {
    "resnet50": (25.6, 224),
    "resnet50_v2": (25.6, 224),
    "resnet101": (44.7, 224),
    "resnet101_v2": (44.7, 224),
    "resnet152": (60.4, 224),
    "resnet152_v2": (60.4, 224),
}


@pytest.mark.usefixtures("shapes_only")
@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_are_as_many_as_published(name: str) -> None:
    millions, size = PUBLISHED[name]
    model = getattr(rk, f"application_{name}")(weights=None)
    assert round(model.count_params() / 1e6, 1) == millions
    assert model.input_shape == (None, size, size, 3)
    assert model.output_shape == (None, 1000)
