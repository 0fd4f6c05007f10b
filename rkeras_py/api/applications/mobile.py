"""MobileNets: networks for small devices."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.applications.build import InputTensor, Pooling, application
from rkeras_py.api.models.saving import read
from rkeras_py.compat.names.identifiers import Activation
from rkeras_py.convert.paths import File, Pretrained
from rkeras_py.convert.scalars import Fraction, NonNegative, Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.define import export


@application("mobilenet", "MobileNet")
def application_mobilenet(
    input_shape: Shape | None = None,
    alpha: NonNegative = 1,
    depth_multiplier: Size = 1,
    dropout: Fraction = 0.001,
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """MobileNet image classification model.

    A small model of depthwise and pointwise convolutions.

    Args:
        alpha: Width of the network: a factor of all numbers of filters.
        depth_multiplier: Number of depthwise filters for each channel.
        dropout: Dropout rate before the classification layer.

    Example:
        model <- application_mobilenet(c(32, 32, 3), alpha = 0.25, weights = NULL, classes = 10)
        count_params(model)
    """


@application("mobilenet_v2", "MobileNetV2")
def application_mobilenet_v2(
    input_shape: Shape | None = None,
    alpha: NonNegative = 1,
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    pooling: Pooling | None = None,
    classes: Size = 1000,
    classifier_activation: Activation | None = "softmax",
    **more: Any,
) -> Any:
    """MobileNet V2 image classification model.

    A small model with residual connections between narrow layers.

    Args:
        alpha: Width of the network: a factor of all numbers of filters.

    Example:
        model <- application_mobilenet_v2(c(32, 32, 3), alpha = 0.35, weights = NULL, classes = 10)
        count_params(model)
    """


@application("mobilenet_v3", "MobileNetV3Large")
def application_mobilenet_v3_large(
    input_shape: Shape | None = None,
    alpha: NonNegative = 1,
    minimalistic: bool = False,
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    classes: Size = 1000,
    pooling: Pooling | None = None,
    dropout_rate: Fraction = 0.2,
    classifier_activation: Activation | None = "softmax",
    include_preprocessing: bool = True,
) -> Any:
    """MobileNet V3 (large) image classification model.

    The model takes pixel values from 0 to 255, unless ``include_preprocessing`` is ``FALSE``.

    Args:
        alpha: Width of the network: a factor of all numbers of filters.
        minimalistic: Whether to avoid 5 x 5 kernels, hard swish activations and
            squeeze-and-excitation blocks.
        dropout_rate: Dropout rate before the classification layer.
        include_preprocessing: Whether the model scales pixel values from 0 to 255 itself; otherwise
            they must be from -1 to 1.
    """


@application("mobilenet_v3", "MobileNetV3Small")
def application_mobilenet_v3_small(
    input_shape: Shape | None = None,
    alpha: NonNegative = 1,
    minimalistic: bool = False,
    include_top: bool = True,
    weights: Pretrained | None = "imagenet",
    input_tensor: InputTensor | None = None,
    classes: Size = 1000,
    pooling: Pooling | None = None,
    dropout_rate: Fraction = 0.2,
    classifier_activation: Activation | None = "softmax",
    include_preprocessing: bool = True,
) -> Any:
    """MobileNet V3 (small) image classification model.

    The model takes pixel values from 0 to 255, unless ``include_preprocessing`` is ``FALSE``.

    Args:
        alpha: Width of the network: a factor of all numbers of filters.
        minimalistic: Whether to avoid 5 x 5 kernels, hard swish activations and
            squeeze-and-excitation blocks.
        dropout_rate: Dropout rate before the classification layer.
        include_preprocessing: Whether the model scales pixel values from 0 to 255 itself; otherwise
            they must be from -1 to 1.
    """


def _load(path: str) -> Any:
    """Load a model from an HDF5 file, with the activation that Keras 2 used in MobileNets."""
    import keras

    return read(path, {"relu6": keras.activations.relu6}, compile=True)


@export
def mobilenet_load_model_hdf5(filepath: File) -> Any:
    """Load a MobileNet model from an HDF5 file.

    Files that Keras 2 wrote can be read, too.

    Args:
        filepath: Path of the file.

    Returns: the model.

    Example:
        path <- tempfile(fileext = ".h5")
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model$save(path)
        mobilenet_load_model_hdf5(path)
    """
    return _load(filepath)


@export
def mobilenet_v2_load_model_hdf5(filepath: File) -> Any:
    """Load a MobileNet V2 model from an HDF5 file.

    Files that Keras 2 wrote can be read, too.

    Args:
        filepath: Path of the file.

    Returns: the model.

    Example:
        path <- tempfile(fileext = ".h5")
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model$save(path)
        mobilenet_v2_load_model_hdf5(path)
    """
    return _load(filepath)
