"""Preprocessing layers for numbers: scaling, normalization, categories, bins; ``adapt()``."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.data import ArrayRule
from rkeras_py.convert.inputs import AdaptData, ComposableData
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Axes1, FloatRule, IntRule, Size
from rkeras_py.convert.shapes import elements
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.tensors import NumbersRule
from rkeras_py.convert.text import Token, is_text
from rkeras_py.engine import host
from rkeras_py.registry.define import export
from rkeras_py.registry.families import layer

Numbers = Annotated["float | list[float]", NumbersRule()]


class MomentsRule(ArrayRule):
    """A number, or an array with one for each index of the axes."""

    def accept(self, value: Any) -> Any:
        array = super().accept(value)
        return float(array.item()) if array.size == 1 else array.squeeze()


class BoundariesRule(Rule):
    """Boundaries of bins; a single number is a vector of length 1."""

    name = "numbers in increasing order"

    def accept(self, value: Any) -> list[float]:
        several = elements(value)
        try:
            numbers = [FloatRule().accept(v) for v in ([value] if several is None else several)]
        except Mismatch:
            raise Mismatch from None
        if not numbers or sorted(set(numbers)) != numbers:
            raise Mismatch
        return numbers


class SaltRule(Rule):
    """A whole number, or two."""

    name = "one or two whole numbers"

    def accept(self, value: Any) -> int | list[int]:
        several = elements(value)
        try:
            if several is None or len(several) == 1:
                return IntRule().accept(value if several is None else several[0])
            if len(several) == 2:
                return [IntRule().accept(number) for number in several]
        except Mismatch:
            pass
        raise Mismatch


#: Encodings of categories; "binary" is a former name of "multi_hot".
Encoding = Annotated[str, Choice("multi_hot", "one_hot", "count", "binary")]
BinEncoding = Annotated[str, Choice("int", "one_hot", "multi_hot", "count")]


@layer("Rescaling")
def layer_rescaling(
    object: ComposableData | None, scale: Numbers, offset: Numbers = 0.0, **options: Any
) -> Any:
    """Rescaling layer.

    Multiplies the inputs by a scale and adds an offset.

    Args:
        scale: A number, or one for each channel; ``1 / 255`` scales pixel values to the range 0 to
            1.
        offset: Number to add, or one for each channel.

    Returns: the shape of the input.

    Example:
        array(c(0, 127.5, 255), c(1, 3)) %>% layer_rescaling(scale = 1 / 127.5, offset = -1)
    """


@layer("Normalization")
def layer_normalization(
    object: ComposableData | None,
    axis: Axes1 | None = -1,
    mean: Annotated[Any, MomentsRule()] | None = None,
    variance: Annotated[Any, MomentsRule()] | None = None,
    invert: bool = False,
    **options: Any,
) -> Any:
    """Feature normalization layer.

    Subtracts a mean and divides by a standard deviation. ``adapt()`` computes them from data.

    Args:
        axis: Axes with a separate mean for each index, numbered from 1 (the batch dimension); by
            default the last. ``NULL`` for a single mean.
        mean: The mean, if it is known; use it with ``variance`` instead of ``adapt()``.
        variance: The variance.
        invert: Whether to invert the normalization.

    Returns: the shape of the input.

    Example:
        layer <- layer_normalization()
        layer %>% adapt(matrix(c(1, 2, 3, 10, 20, 30), 3))
        layer(matrix(c(2, 20), 1))
    """
    if (mean is None) != (variance is None):
        raise ArgumentError("`mean` and `variance` go together: give both or neither.")


@layer("categories.CategoryEncoding")
def layer_category_encoding(
    object: ComposableData | None,
    num_tokens: Size | None = None,
    output_mode: Encoding = "multi_hot",
    sparse: bool = False,
    **options: Any,
) -> Any:
    """Category encoding layer: one-hot, multi-hot or counts.

    Encodes categories, numbered from 0, as vectors of zeros and ones, or counts them.

    Args:
        num_tokens: Number of categories.
        output_mode: "multi_hot" for one vector of zeros and ones for each sample, "count" for
            counts, "one_hot" for one vector for each value.
        sparse: Whether to return a sparse tensor.

    Returns: (batch, num_tokens) from (batch, values).

    Example:
        rbind(c(0, 1), c(2, 2)) %>% layer_category_encoding(num_tokens = 3, output_mode = "count")
    """
    if num_tokens is None:
        raise ArgumentError(
            "`num_tokens` must be the number of categories; if it is not known in advance, "
            "use layer_integer_lookup()."
        )


@layer("Discretization")
def layer_discretization(
    object: ComposableData | None,
    bin_boundaries: Annotated[Any, BoundariesRule()] | None = None,
    num_bins: Size | None = None,
    epsilon: Annotated[float, FloatRule(0, 1)] = 0.01,
    output_mode: BinEncoding = "int",
    sparse: bool = False,
    **options: Any,
) -> Any:
    """Discretization layer: bin continuous values.

    Replaces each number by the number of its bin. Bins are numbered from 0.

    Args:
        bin_boundaries: Boundaries between the bins; a boundary belongs to the bin above.
        num_bins: Number of bins of about equal counts that ``adapt()`` computes.
        epsilon: Accuracy of the bins: the error of the quantiles.
        output_mode: "int" for bin numbers; "one_hot", "multi_hot" or "count" for vectors.
        sparse: Whether to return a sparse tensor.

    Returns: the shape of the input, with one more dimension if ``output_mode`` is not "int".

    Example:
        c(-1.5, 0, 0.4, 7) %>% layer_discretization(bin_boundaries = c(0, 1))
    """
    if (bin_boundaries is None) == (num_bins is None):
        raise ArgumentError("give either `bin_boundaries` or `num_bins`.")


@layer("Hashing")
def layer_hashing(
    object: ComposableData | None,
    num_bins: Size,
    mask_value: Token | None = None,
    salt: Annotated[Any, SaltRule()] | None = None,
    output_mode: BinEncoding = "int",
    sparse: bool = False,
    **options: Any,
) -> Any:
    """Hashing layer: bin categories by their hash.

    Replaces words or whole numbers by a bin number, computed from their hash. It needs no
    vocabulary.

    Args:
        num_bins: Number of bins, including the bin of ``mask_value``.
        mask_value: A word or number for which bin 0 is reserved.
        salt: One or two whole numbers that change the hashes.
        output_mode: "int" for bin numbers; "one_hot", "multi_hot" or "count" for vectors.
        sparse: Whether to return a sparse tensor.

    Returns: the shape of the input, with one more dimension if ``output_mode`` is not "int".

    Example:
        c("A", "B", "C") %>% layer_hashing(num_bins = 3)
    """


class AdaptableRule(Rule):
    name = "a layer that learns from data, such as layer_normalization()"

    def accept(self, value: Any) -> Any:
        if not callable(getattr(value, "adapt", None)):
            raise Mismatch
        return value


@export(long=True, invisible=True)
def adapt(
    object: Annotated[Any, AdaptableRule()],
    data: AdaptData,
    *more: Any,
    batch_size: Size | None = None,
    steps: Size | None = None,
    **extra: Any,
) -> Any:
    """Fit a preprocessing layer to data.

    Computes what the layer needs from the data: means and variances, a vocabulary or bin
    boundaries.

    Args:
        object: The layer. Its previous state is discarded.
        data: An array, a character vector or a dataset. Of a dataset of pairs, the first elements
            are used.
        batch_size: Number of samples in a batch, if ``steps`` is given; 32 by default.
        steps: Number of batches to read; all by default.

    Returns: the layer.

    Example:
        layer <- layer_text_vectorization()
        layer %>% adapt(c("the cat", "the dog"))
        get_vocabulary(layer)
    """
    import keras

    reject_unused(extra, more)
    if hasattr(data, "element_spec"):
        if isinstance(data.element_spec, (tuple, list)):
            data = data.map(lambda x, *rest: x)
        data = data.take(steps) if steps else data
    elif steps and hasattr(data, "shape"):
        data = data[: steps * (batch_size or 32)]
    _check_kind(object, data)
    single = getattr(data, "shape", None) is not None and len(data.shape) == 1
    if isinstance(object, keras.layers.Normalization) and object.axis and single:
        data = data.reshape(-1, 1)  # the elements of a vector are samples, not features
    object.adapt(_watched(object, data))
    return object


def _check_kind(layer: Any, data: Any) -> None:
    """Whether data are text for a layer that learns words, and numbers for one of numbers."""
    import keras

    if not hasattr(data, "dtype"):
        return
    of_numbers = (keras.layers.Normalization, keras.layers.Discretization)
    of_text = (keras.layers.TextVectorization, keras.layers.StringLookup)
    name = type(layer).__name__
    if isinstance(layer, of_numbers) and is_text(data):
        raise ArgumentError(f"`data` must be numbers for a {name} layer, not text.")
    if isinstance(layer, of_text) and not is_text(data):
        raise ArgumentError(f"`data` must be text for a {name} layer, not numbers.")


_TEXTS = 4096  # that a vocabulary is made of, between two looks at the clock


def _watched(layer: Any, data: Any) -> Any:
    """Data that show how far the layer has read them, where a person watches.

    Layers that count words count those of batches alike; others read arrays at once.
    """
    import keras

    from rkeras_py.engine.tensorflow import datasets

    if not host.current().display().in_place:
        return data
    counts = (
        keras.layers.TextVectorization,
        keras.layers.StringLookup,
        keras.layers.IntegerLookup,
    )
    if isinstance(layer, counts) and hasattr(data, "shape") and len(data) > _TEXTS:
        data = datasets.in_batches(data, _TEXTS)
    is_dataset = hasattr(data, "element_spec") and hasattr(data, "cardinality")
    return datasets.watched(data) if is_dataset else data
