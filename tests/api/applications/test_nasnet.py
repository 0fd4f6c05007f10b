"""NASNets. Sizes as published."""

from __future__ import annotations

import pytest
from application_sizes import check_size

import rkeras_py as rk

# Millions of parameters, and the size of images.
PUBLISHED = {
    "nasnetmobile": (5.3, 224),
    "nasnetlarge": (88.9, 331),
}


@pytest.mark.usefixtures("shapes_only")
@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_are_as_many_as_published(name: str) -> None:
    check_size(name, *PUBLISHED[name])


@pytest.mark.usefixtures("shapes_only")
def test_nasnet_of_any_size() -> None:
    model = rk.application_nasnet(
        [32, 32, 3], penultimate_filters=96, num_blocks=1, stem_block_filters=8, classes=4
    )
    assert model.output_shape == (None, 4)
    assert model.layers[-1].kernel.shape == (96, 4)
    assert model.get_layer("stem_conv1").kernel.shape == (3, 3, 3, 8)
    # a block is a cell at each of the three sizes
    assert sum(layer.name.startswith("normal_concat") for layer in model.layers) == 3
