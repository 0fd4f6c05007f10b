"""VGG, Inception and Xception. Sizes as published."""

from __future__ import annotations

import pytest
from application_sizes import check_size

import rkeras_py as rk

# Millions of parameters, and the size of images.
PUBLISHED = {
    "xception": (22.9, 299),
    "vgg16": (138.4, 224),
    "vgg19": (143.7, 224),
    "inception_v3": (23.9, 299),
    "inception_resnet_v2": (55.9, 299),
}


@pytest.mark.usefixtures("shapes_only")
@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_are_as_many_as_published(name: str) -> None:
    check_size(name, *PUBLISHED[name])


def vgg(convolutions: list[list[int]], classes: int = 1000) -> int:
    """Parameters of Simonyan and Zisserman's networks: 3 x 3 convolutions, then dense layers."""
    count, channels = 0, 3
    for filters in (filters for block in convolutions for filters in block):
        count += 9 * channels * filters + filters
        channels = filters
    for width, units in ((7 * 7 * 512, 4096), (4096, 4096), (4096, classes)):
        count += width * units + units
    return count


@pytest.mark.usefixtures("shapes_only")
def test_counts_by_hand() -> None:
    blocks = [[64] * 2, [128] * 2]
    for name, depth, expected in (("vgg16", 3, 138_357_544), ("vgg19", 4, 143_667_240)):
        assert vgg([*blocks, [256] * depth, [512] * depth, [512] * depth]) == expected
        assert getattr(rk, f"application_{name}")(weights=None).count_params() == expected
