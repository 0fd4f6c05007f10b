"""VGG, Inception and Xception."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.applications.build import InputTensor, Pooling, application
from rkeras_py.compat.names.identifiers import Activation
from rkeras_py.convert.paths import Pretrained
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape


@application("vgg16", "VGG16")
def application_vgg16(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
) -> Any:
    """VGG16 image classification model.

    13 convolution layers and three dense layers.

    Example:
        model <- application_vgg16(
          weights = NULL, include_top = FALSE, input_shape = c(32, 32, 3), pooling = "avg"
        )
        model$output_shape
    """


@application("vgg19", "VGG19")
def application_vgg19(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
) -> Any:
    """VGG19 image classification model.

    16 convolution layers and three dense layers.
    """


@application("xception", "Xception")
def application_xception(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """Xception image classification model.

    Separable convolutions with residual connections.
    """


@application("inception_v3", "InceptionV3")
def application_inception_v3(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """Inception V3 image classification model.

    Convolutions of several sizes in parallel.
    """


@application("inception_resnet_v2", "InceptionResNetV2")
def application_inception_resnet_v2(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """Inception-ResNet V2 image classification model.

    Inception blocks with residual connections.
    """
