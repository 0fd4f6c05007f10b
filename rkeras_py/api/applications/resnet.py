"""ResNets: residual networks."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.applications.build import InputTensor, Pooling, application
from rkeras_py.compat.names.identifiers import Activation
from rkeras_py.convert.paths import Pretrained
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape


@application("resnet", "ResNet50")
def application_resnet50(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    **more: Any,
) -> Any:
    """ResNet-50 image classification model.

    50 layers with residual connections.

    Example:
        model <- application_resnet50(weights = NULL, input_shape = c(32, 32, 3), classes = 10)
        model$output_shape
    """


@application("resnet", "ResNet101")
def application_resnet101(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    **more: Any,
) -> Any:
    """ResNet-101 image classification model.

    101 layers with residual connections.
    """


@application("resnet", "ResNet152")
def application_resnet152(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    **more: Any,
) -> Any:
    """ResNet-152 image classification model.

    152 layers with residual connections.
    """


@application("resnet_v2", "ResNet50V2")
def application_resnet50_v2(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """ResNet-50 V2 image classification model.

    50 layers with residual connections. Normalization comes before the convolutions.
    """


@application("resnet_v2", "ResNet101V2")
def application_resnet101_v2(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """ResNet-101 V2 image classification model.

    101 layers with residual connections. Normalization comes before the convolutions.
    """


@application("resnet_v2", "ResNet152V2")
def application_resnet152_v2(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """ResNet-152 V2 image classification model.

    152 layers with residual connections. Normalization comes before the convolutions.
    """
