"""Image preprocessing for each application: scales pixels as in its training data."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.describe import describe
from rkeras_py.convert.images import ChannelsIfAny, Pixels, has_unknown_rank
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import export


def _prepared(x: Any, mode: str, data_format: str | None = None) -> Any:
    import keras

    first = (data_format or keras.config.image_data_format()) == "channels_first"
    if has_unknown_rank(x):
        if first:
            raise ArgumentError(
                "`x` must have a known number of dimensions, or its channels last: "
                "see tf$ensure_shape()."
            )
        import tensorflow as tf  # such tensors exist only in TensorFlow

        pixels = tf.reshape(x, (-1, 1, 3))
        done = keras.applications.imagenet_utils.preprocess_input(pixels, data_format, mode)
        return tf.reshape(done, tf.shape(x))
    if x.shape[-3 if first else -1] not in (3, None):
        place = "before rows and columns" if first else "in its last dimension"
        raise ArgumentError(f"`x` must have 3 channels {place}, not {describe(x)}.")
    return keras.applications.imagenet_utils.preprocess_input(x, data_format, mode)


@export
def imagenet_preprocess_input(
    x: Pixels,
    data_format: ChannelsIfAny | None = None,
    mode: Annotated[str, Choice("caffe", "tf", "torch")] = "caffe",
) -> Any:
    """Preprocess images for ImageNet models.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.
        data_format: Position of the channel axis: "channels_last" or "channels_first"; ``NULL`` for
            the value of ``k_image_data_format()``.
        mode: "caffe" reorders the channels from RGB to BGR and subtracts the means 103.939, 116.779
            and 123.68; "tf" scales to the range -1 to 1; "torch" scales to the range 0 to 1,
            subtracts the means 0.485, 0.456 and 0.406, and divides by the standard deviations
            0.229, 0.224 and 0.225.

    Returns: an array or a tensor of the same shape.

    Example:
        imagenet_preprocess_input(array(c(255, 0, 0), c(1, 1, 3)), mode = "tf")
    """
    return _prepared(x, mode, data_format)


@export
def densenet_preprocess_input(x: Pixels, data_format: ChannelsIfAny | None = None) -> Any:
    """Preprocess images for DenseNet.

    Scales pixel values to the range 0 to 1, then subtracts the mean of each ImageNet channel and
    divides by its standard deviation.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.
        data_format: Position of the channel axis: "channels_last" or "channels_first"; ``NULL`` for
            the value of ``k_image_data_format()``.

    Returns: an array or a tensor of the same shape.

    Example:
        densenet_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "torch", data_format)


@export
def inception_v3_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for Inception V3.

    Scales pixel values to the range -1 to 1.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        inception_v3_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "tf")


@export
def inception_resnet_v2_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for Inception-ResNet V2.

    Scales pixel values to the range -1 to 1.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        inception_resnet_v2_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "tf")


@export
def mobilenet_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for MobileNet.

    Scales pixel values to the range -1 to 1.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        mobilenet_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "tf")


@export
def mobilenet_v2_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for MobileNet V2.

    Scales pixel values to the range -1 to 1.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        mobilenet_v2_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "tf")


@export
def nasnet_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for NASNet.

    Scales pixel values to the range -1 to 1.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        nasnet_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "tf")


@export
def resnet_v2_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for ResNet V2.

    Scales pixel values to the range -1 to 1.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        resnet_v2_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "tf")


@export
def xception_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for Xception.

    Scales pixel values to the range -1 to 1.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        xception_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "tf")


@export
def resnet_preprocess_input(x: Pixels) -> Any:
    """Preprocess images for ResNet.

    Reorders the channels from RGB to BGR, and subtracts the mean of each ImageNet channel.

    Args:
        x: Images with values from 0 to 255: an array or a tensor of three or four dimensions.

    Returns: an array or a tensor of the same shape.

    Example:
        resnet_preprocess_input(array(255, c(1, 1, 3)))
    """
    return _prepared(x, "caffe")
