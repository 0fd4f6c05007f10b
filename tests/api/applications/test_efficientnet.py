"""EfficientNets. Sizes as published."""

from __future__ import annotations

import pytest
from application_sizes import check_size

# Millions of parameters, and the size of images.
PUBLISHED = {
    "efficientnet_b0": (5.3, 224),
    "efficientnet_b1": (7.9, 240),
    "efficientnet_b2": (9.2, 260),
    "efficientnet_b3": (12.3, 300),
    "efficientnet_b4": (19.5, 380),
    "efficientnet_b5": (30.6, 456),
    "efficientnet_b6": (43.3, 528),
    "efficientnet_b7": (66.7, 600),
}


@pytest.mark.usefixtures("shapes_only")
@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_are_as_many_as_published(name: str) -> None:
    check_size(name, *PUBLISHED[name])
