"""DenseNets: densely connected networks."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.api.applications.build import InputTensor, Pooling, application
from rkeras_py.convert.paths import Pretrained
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import IntRule, Size
from rkeras_py.convert.shapes import Shape, elements


class BlocksRule(Rule):
    name = "four whole numbers of at least 1"

    def accept(self, value: Any) -> list[int]:
        layers = elements(value) or []
        if len(layers) != 4:
            raise Mismatch
        try:
            return [IntRule(1).accept(count) for count in layers]
        except Mismatch:
            raise Mismatch from None


Blocks = Annotated["list[int]", BlocksRule()]

# The blocks of DenseNet 121, 169 and 201, for which there are weights.
_PUBLISHED = ([6, 12, 24, 16], [6, 12, 32, 32], [6, 12, 48, 32])


@application("densenet", "DenseNet")
def application_densenet(
    blocks: Blocks,
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
) -> Any:
    """DenseNet image classification model of any depth.

    Each layer takes the outputs of all layers of its block before it.

    Args:
        blocks: Number of layers in each of the four blocks.

    Example:
        model <- application_densenet(
          c(1, 1, 1, 1), weights = NULL, input_shape = c(32, 32, 3), classes = 10
        )
        count_params(model)
    """
    if weights == "imagenet" and blocks not in _PUBLISHED:
        raise ArgumentError(
            "`weights` must be NULL or a file for these `blocks`: weights are available only for "
            "c(6, 12, 24, 16), c(6, 12, 32, 32) and c(6, 12, 48, 32)."
        )


@application("densenet", "DenseNet121")
def application_densenet121(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
) -> Any:
    """DenseNet-121 image classification model.

    121 layers. Each takes the outputs of all layers of its block before it.
    """


@application("densenet", "DenseNet169")
def application_densenet169(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
) -> Any:
    """DenseNet-169 image classification model.

    169 layers. Each takes the outputs of all layers of its block before it.
    """


@application("densenet", "DenseNet201")
def application_densenet201(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
) -> Any:
    """DenseNet-201 image classification model.

    201 layers. Each takes the outputs of all layers of its block before it.
    """
