"""EfficientNets: one network in eight sizes."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.applications.build import InputTensor, Pooling, application
from rkeras_py.compat.names.identifiers import Activation
from rkeras_py.convert.paths import Pretrained
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape


@application("efficientnet", "EfficientNetB0")
def application_efficientnet_b0(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B0 image classification model.

    For images of 224 x 224 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.

    Example:
        model <- application_efficientnet_b0(
          weights = NULL, input_shape = c(32, 32, 3), classes = 5
        )
        model$output_shape
    """


@application("efficientnet", "EfficientNetB1")
def application_efficientnet_b1(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B1 image classification model.

    For images of 240 x 240 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.
    """


@application("efficientnet", "EfficientNetB2")
def application_efficientnet_b2(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B2 image classification model.

    For images of 260 x 260 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.
    """


@application("efficientnet", "EfficientNetB3")
def application_efficientnet_b3(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B3 image classification model.

    For images of 300 x 300 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.
    """


@application("efficientnet", "EfficientNetB4")
def application_efficientnet_b4(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B4 image classification model.

    For images of 380 x 380 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.
    """


@application("efficientnet", "EfficientNetB5")
def application_efficientnet_b5(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B5 image classification model.

    For images of 456 x 456 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.
    """


@application("efficientnet", "EfficientNetB6")
def application_efficientnet_b6(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B6 image classification model.

    For images of 528 x 528 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.
    """


@application("efficientnet", "EfficientNetB7")
def application_efficientnet_b7(
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    input_shape: Shape | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """EfficientNet B7 image classification model.

    For images of 600 x 600 pixels. The model takes pixel values from 0 to 255 and scales them
    itself.
    """
