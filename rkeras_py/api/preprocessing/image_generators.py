"""Random image augmentation in training."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.data import Array
from rkeras_py.convert.describe import describe
from rkeras_py.convert.images import ChannelsIfAny
from rkeras_py.convert.objects import Callable
from rkeras_py.convert.ranges import BoundOrPair, BoundOrValues, Pair
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Count, Float, Fraction, NonNegative, Size
from rkeras_py.keras_private import datasets
from rkeras_py.registry.define import export


class GeneratorRule(Rule):
    name = "an image_data_generator()"

    def accept(self, value: Any) -> Any:
        if not isinstance(value, datasets.image_data_generator()):
            raise Mismatch
        return value


Generator = Annotated[Any, GeneratorRule()]


@export
def image_data_generator(
    featurewise_center: bool = False,
    samplewise_center: bool = False,
    featurewise_std_normalization: bool = False,
    samplewise_std_normalization: bool = False,
    zca_whitening: bool = False,
    zca_epsilon: Float = 1e-6,
    rotation_range: NonNegative = 0,
    width_shift_range: BoundOrValues = 0,
    height_shift_range: BoundOrValues = 0,
    brightness_range: Pair | None = None,
    shear_range: NonNegative = 0,
    zoom_range: BoundOrPair = 0,
    channel_shift_range: NonNegative = 0,
    fill_mode: Annotated[str, Choice("nearest", "constant", "reflect", "wrap")] = "nearest",
    cval: Float = 0,
    horizontal_flip: bool = False,
    vertical_flip: bool = False,
    rescale: Float | None = None,
    preprocessing_function: Callable | None = None,
    data_format: ChannelsIfAny | None = None,
    validation_split: Fraction = 0,
) -> Any:
    """Create an image generator with data augmentation.

    The generator transforms images at random, and rescales or standardizes them, before they reach
    a model.

    Shifts have the documented direction. Late versions of Keras 2, and Keras 3, mixed up the two
    directions, so that ``width_shift_range`` moved images up and down (keras-team/keras#17398).

    Args:
        featurewise_center: Whether to subtract the mean of all images, by channel.
            ``fit_image_data_generator()`` computes it.
        samplewise_center: Whether to subtract the mean of each image.
        featurewise_std_normalization: Whether to divide by the standard deviation of all images, by
            channel.
        samplewise_std_normalization: Whether to divide each image by its standard deviation.
        zca_whitening: Whether to apply ZCA whitening.
        zca_epsilon: Small number that is added to the singular values for whitening.
        rotation_range: Range of random rotations in degrees, in both directions.
        width_shift_range: Range of horizontal shifts: below 1 a fraction of the width, otherwise
            pixels. Several numbers are shifts to choose from.
        height_shift_range: Range of vertical shifts, in the same form.
        brightness_range: Minimum and maximum of the brightness factor; 1 means no change.
        shear_range: Range of the shear angle in degrees.
        zoom_range: Range of the zoom factor: the maximum difference from 1, or minimum and maximum.
        channel_shift_range: Range of random shifts of the channel values.
        fill_mode: How to fill pixels outside of the image: "nearest", "constant", "reflect" or
            "wrap".
        cval: Value of pixels outside of the image for "constant".
        horizontal_flip: Whether to flip images at random from left to right.
        vertical_flip: Whether to flip images at random from top to bottom.
        rescale: Factor of all values, such as ``1 / 255``; ``NULL`` for none.
        preprocessing_function: Function of one image, an array with three dimensions, that returns
            an array of the same shape. It is applied before rescaling.
        data_format: Position of the channel axis: "channels_last" or "channels_first"; ``NULL`` for
            the value of ``k_image_data_format()``.
        validation_split: Proportion of images for validation; ``subset`` selects the part.

    Returns: a generator, for the ``flow_images_*()`` functions.

    Example:
        generator <- image_data_generator(rescale = 1 / 255, horizontal_flip = TRUE)
        images <- array(runif(4 * 8 * 8 * 3), c(4, 8, 8, 3))
        flow_images_from_data(images, generator = generator, batch_size = 2)
    """
    from rkeras_py.compat.images import ImageDataGenerator

    if validation_split == 1:
        raise ArgumentError("`validation_split` must be below 1, to leave images for training.")
    return ImageDataGenerator(
        featurewise_center=featurewise_center,
        samplewise_center=samplewise_center,
        featurewise_std_normalization=featurewise_std_normalization,
        samplewise_std_normalization=samplewise_std_normalization,
        zca_whitening=zca_whitening,
        zca_epsilon=zca_epsilon,
        rotation_range=rotation_range,
        width_shift_range=width_shift_range,
        height_shift_range=height_shift_range,
        brightness_range=brightness_range,
        shear_range=shear_range,
        zoom_range=zoom_range,
        channel_shift_range=channel_shift_range,
        fill_mode=fill_mode,
        cval=cval,
        horizontal_flip=horizontal_flip,
        vertical_flip=vertical_flip,
        rescale=rescale,
        preprocessing_function=preprocessing_function,
        data_format=data_format,
        validation_split=validation_split,
    )


@export(invisible=True)
def fit_image_data_generator(
    object: Generator,
    x: Array,
    augment: bool = False,
    rounds: Size = 1,
    seed: Count | None = None,
) -> Any:
    """Fit an image generator to sample images.

    Computes the mean, the standard deviation and the whitening matrix, if the generator uses them.

    Args:
        object: The generator. It is changed in place.
        x: Images: an array with four dimensions.
        augment: Whether to transform the images at random first.
        rounds: Number of transformations of each image, with ``augment``.
        seed: Random seed of the transformations.

    Returns: the generator.

    Example:
        images <- array(runif(4 * 8 * 8 * 3), c(4, 8, 8, 3))
        generator <- image_data_generator(featurewise_center = TRUE)
        generator %>% fit_image_data_generator(images)
        c(generator$mean)
    """
    check_images(x)
    object.fit(x, augment=augment, rounds=rounds, seed=seed)
    return object


def check_images(x: Any) -> None:
    """Raises: ArgumentError: these are not images."""
    if getattr(x, "ndim", 0) != 4:
        raise ArgumentError(
            f"`x` must be an array of four dimensions, with the images in the first, "
            f"not {describe(x)}."
        )
