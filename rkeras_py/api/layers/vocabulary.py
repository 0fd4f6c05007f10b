"""Layers with a vocabulary: lookup of words and numbers, text vectorization."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.describe import quoted
from rkeras_py.convert.inputs import ComposableData
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Count, Int, IntRule, Size
from rkeras_py.convert.shapes import elements
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.tensors import NumbersRule
from rkeras_py.convert.text import Vocabulary
from rkeras_py.registry.define import export
from rkeras_py.registry.families import layer


class WeightingsRule(NumbersRule):
    """Weights of words; a single number is a vector of length 1."""

    name = "numbers, one for each word"

    def accept(self, value: Any) -> list[float]:
        numbers = super().accept(value)
        return numbers if isinstance(numbers, list) else [numbers]


class NgramsRule(Rule):
    name = "a whole number of at least 1, or several"

    def accept(self, value: Any) -> int | tuple[int, ...]:
        several = elements(value)
        try:
            if several is None:
                return IntRule(1).accept(value)
            return tuple(IntRule(1).accept(number) for number in several)
        except Mismatch:
            raise Mismatch from None


class StepRule(Rule):
    """A text preprocessing step: one of Keras's, or a function of a tensor of strings."""

    def __init__(self, *known: str) -> None:
        self.known = known
        self.name = f"one of {quoted(list(known))}, or a function"

    def accept(self, value: Any) -> Any:
        if callable(value) or value in self.known:
            return value
        raise Mismatch


#: "binary" and "tf-idf" are former names.
Output = Annotated[
    str, Choice("int", "one_hot", "multi_hot", "count", "tf_idf", "binary", "tf-idf")
]
Weightings = Annotated["list[float]", WeightingsRule()]
Standardize = Annotated[Any, StepRule("lower_and_strip_punctuation", "lower", "strip_punctuation")]
Split = Annotated[Any, StepRule("whitespace", "character")]


@layer("IntegerLookup")
def layer_integer_lookup(
    object: ComposableData | None,
    max_tokens: Size | None = None,
    num_oov_indices: Count = 1,
    mask_token: Int | None = None,
    oov_token: Int = -1,
    vocabulary: Vocabulary | None = None,
    vocabulary_dtype: Annotated[str, Choice("int64")] = "int64",
    idf_weights: Weightings | None = None,
    invert: bool = False,
    output_mode: Output = "int",
    sparse: bool = False,
    pad_to_max_tokens: bool = False,
    **options: Any,
) -> Any:
    """Integer lookup layer: map integers to vocabulary indices.

    Replaces whole numbers by their indices in a vocabulary. Indices start at 0.

    Args:
        max_tokens: Maximum size of the vocabulary, including special numbers.
        num_oov_indices: Number of indices for numbers that are not in the vocabulary; they come
            first.
        mask_token: A number that stands for missing values; its index is 0.
        oov_token: Value that ``invert`` returns for the indices of unknown numbers.
        vocabulary: The vocabulary, instead of ``adapt()``: numbers, the most frequent first, or a
            file with one number in each line.
        vocabulary_dtype: Data type of the numbers: "int64".
        idf_weights: Inverse document frequency of each number, for "tf_idf" with a ``vocabulary``.
        invert: Whether to map indices to numbers.
        output_mode: "int" for indices; "one_hot", "multi_hot", "count" or "tf_idf" for vectors.
        sparse: Whether to return sparse tensors.
        pad_to_max_tokens: Whether vectors always have ``max_tokens`` elements.

    Example:
        c(12, 36, 7) %>% layer_integer_lookup(vocabulary = c(12, 36))
    """


@layer("StringLookup")
def layer_string_lookup(
    object: ComposableData | None,
    max_tokens: Size | None = None,
    num_oov_indices: Count = 1,
    mask_token: str | None = None,
    oov_token: str = "[UNK]",
    vocabulary: Vocabulary | None = None,
    idf_weights: Weightings | None = None,
    encoding: str = "utf-8",
    invert: bool = False,
    output_mode: Output = "int",
    sparse: bool = False,
    pad_to_max_tokens: bool = False,
    **options: Any,
) -> Any:
    """String lookup layer: map strings to vocabulary indices.

    Replaces strings by their indices in a vocabulary. Indices start at 0.

    Args:
        max_tokens: Maximum size of the vocabulary, including special words.
        num_oov_indices: Number of indices for words that are not in the vocabulary; they come
            first.
        mask_token: A word that stands for missing values; its index is 0.
        oov_token: Value that ``invert`` returns for the indices of unknown words.
        vocabulary: The vocabulary, instead of ``adapt()``: words, the most frequent first, or a
            file with one word in each line. Give a single word as a list.
        idf_weights: Inverse document frequency of each word, for "tf_idf" with a ``vocabulary``.
        encoding: Encoding of the words.
        invert: Whether to map indices to words.
        output_mode: "int" for indices; "one_hot", "multi_hot", "count" or "tf_idf" for vectors.
        sparse: Whether to return sparse tensors.
        pad_to_max_tokens: Whether vectors always have ``max_tokens`` elements.

    Example:
        c("b", "z") %>% layer_string_lookup(vocabulary = c("a", "b"))
    """


@layer("vectorization.TextVectorization")
def layer_text_vectorization(
    object: ComposableData | None,
    max_tokens: Size | None = None,
    standardize: Standardize | None = "lower_and_strip_punctuation",
    split: Split | None = "whitespace",
    ngrams: Annotated[Any, NgramsRule()] | None = None,
    output_mode: Output = "int",
    output_sequence_length: Size | None = None,
    pad_to_max_tokens: bool = False,
    vocabulary: Vocabulary | None = None,
    **options: Any,
) -> Any:
    """Text vectorization layer.

    Splits texts into words and returns the indices of the words in a vocabulary, or a vector for
    each text.

    Args:
        max_tokens: Maximum size of the vocabulary, including padding and unknown words.
        standardize: Standardization of the texts: "lower_and_strip_punctuation", "lower",
            "strip_punctuation", a function of a tensor of strings, or ``NULL`` for none.
        split: How to split texts: "whitespace", "character", a function, or ``NULL`` for no
            splitting.
        ngrams: Maximum length of n-grams, or a vector of lengths; ``NULL`` for single words.
        output_mode: "int" for indices; "multi_hot", "count" or "tf_idf" for one vector for each
            text.
        output_sequence_length: Length to which sequences of indices are padded with 0 or cut.
        pad_to_max_tokens: Whether vectors always have ``max_tokens`` elements.
        vocabulary: The vocabulary, instead of ``adapt()``: words, the most frequent first, or a
            file with one word in each line. Give a single word as a list.

    Returns: (batch, words) for "int", otherwise (batch, size of the vocabulary).

    Example:
        layer <- layer_text_vectorization(output_sequence_length = 4)
        layer %>% adapt(c("The cat sat.", "The dog sat!"))
        layer(c("the cat", "a bird sat"))
    """


class HolderRule(Rule):
    name = "a layer with a vocabulary, such as layer_string_lookup()"

    def accept(self, value: Any) -> Any:
        if not callable(getattr(value, "get_vocabulary", None)):
            raise Mismatch
        return value


Holder = Annotated[Any, HolderRule()]


@export
def get_vocabulary(object: Holder, include_special_tokens: bool = True) -> Any:
    """Get the vocabulary of a preprocessing layer.

    The words or numbers are in the order of their indices.

    Args:
        object: The layer.
        include_special_tokens: Whether to include the tokens for padding and unknown words.

    Returns: a character vector, or a vector of whole numbers.

    Example:
        get_vocabulary(layer_string_lookup(vocabulary = c("a", "b")))
    """
    words = object.get_vocabulary(include_special_tokens)
    return [word.item() if hasattr(word, "item") else word for word in words]


@export(invisible=True)
def set_vocabulary(
    object: Holder,
    vocabulary: Vocabulary,
    idf_weights: Weightings | None = None,
    *more: Any,
    **extra: Any,
) -> Any:
    """Set the vocabulary of a preprocessing layer.

    An alternative to ``adapt()``.

    Args:
        object: The layer. It is changed in place.
        vocabulary: Words or numbers, the most frequent first, or a file with one in each line.
        idf_weights: Inverse document frequency of each word, for ``output_mode = "tf_idf"``.

    Returns: the layer.

    Example:
        layer <- layer_string_lookup()
        layer %>% set_vocabulary(c("a", "b"))
        layer(c("b", "a"))
    """
    reject_unused(extra, more)
    if idf_weights is not None and len(idf_weights) != len(vocabulary):
        raise ArgumentError(
            f"`idf_weights` must have as many elements as the vocabulary, {len(vocabulary)}, "
            f"not {len(idf_weights)}."
        )
    object.set_vocabulary(vocabulary, idf_weights)
    return object
