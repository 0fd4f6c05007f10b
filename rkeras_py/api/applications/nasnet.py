"""NASNets: networks whose cells were found by a search."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.applications.build import InputTensor, Pooling, application
from rkeras_py.convert.paths import Pretrained
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape


@application("nasnet", "NASNet")
def application_nasnet(
    input_shape: Shape | None = None,
    penultimate_filters: Size = 4032,
    num_blocks: Size = 6,
    stem_block_filters: Size = 96,
    skip_reduction: bool = True,
    filter_multiplier: Size = 2,
    include_top: bool = True,
    weights: Pretrained | None = None,
    input_tensor: InputTensor | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    default_size: Size | None = None,
) -> Any:
    """NASNet image classification model of any size.

    An architecture found by automatic search.

    Args:
        penultimate_filters: Number of filters of the layer before the last: a multiple of
            ``24 * filter_multiplier^2``.
        num_blocks: Number of cells between two reduction cells.
        stem_block_filters: Number of filters of the first convolution.
        skip_reduction: Whether cells after a reduction take their second input from before it.
        filter_multiplier: Factor of the number of filters at each reduction.
        default_size: Height and width of images if ``input_shape`` is not given.
    """


@application("nasnet", "NASNetLarge")
def application_nasnetlarge(
    input_shape: Shape | None = None,
    include_top: bool = True,
    weights: Pretrained | None = None,
    input_tensor: InputTensor | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
) -> Any:
    """NASNet (large) image classification model.

    For images of 331 x 331 pixels.
    """


@application("nasnet", "NASNetMobile")
def application_nasnetmobile(
    input_shape: Shape | None = None,
    include_top: bool = True,
    weights: Pretrained | None = None,
    input_tensor: InputTensor | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
) -> Any:
    """NASNet (mobile) image classification model.

    For images of 224 x 224 pixels.
    """
