"""ResNets. Sizes as published."""

from __future__ import annotations

import pytest
from application_sizes import check_size

# Millions of parameters, and the size of images.
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
    check_size(name, *PUBLISHED[name])
