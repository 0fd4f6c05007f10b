"""DenseNets. Sizes as published."""

from __future__ import annotations

import pytest
from application_sizes import check_size

import rkeras_py as rk

# Millions of parameters, and the size of images.
PUBLISHED = {
    "densenet121": (8.1, 224),
    "densenet169": (14.3, 224),
    "densenet201": (20.2, 224),
}


@pytest.mark.usefixtures("shapes_only")
@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_are_as_many_as_published(name: str) -> None:
    check_size(name, *PUBLISHED[name])


@pytest.mark.usefixtures("shapes_only")
def test_blocks_of_any_depth() -> None:
    """One layer a block, with a growth of 32: Huang et al. (2016), table 1."""
    norm, count, channels = 4, 7 * 7 * 3 * 64 + 4 * 64, 64
    for i in range(4):
        count += norm * channels + channels * 128 + norm * 128 + 9 * 128 * 32
        channels += 32
        if i < 3:
            count += norm * channels + channels * (channels // 2)
            channels //= 2
    count += norm * channels + channels * 10 + 10
    small = rk.application_densenet([1.0, 1.0, 1.0, 1.0], weights=None, classes=10)
    assert small.count_params() == count
