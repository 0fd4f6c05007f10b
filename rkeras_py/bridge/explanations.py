"""Explains messages of TensorFlow and Keras in R's terms, and says what to do."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import NamedTuple


class Explanation(NamedTuple):
    """A sentence before a message, and one after it."""

    before: str
    after: str


def explained(message: str) -> str:
    """A message with an explanation and advice; unknown messages are unchanged."""
    for pattern, meaning in _KNOWN:
        found = pattern.search(message)
        if found:
            before, after = meaning if isinstance(meaning, Explanation) else meaning(found)
            return f"{before}\n{message}\n{after}"
    return message


def _index(found: re.Match[str]) -> Explanation:
    index, size = int(found[1]), int(found[2])
    after = "Indices start at 0."
    if index > 0:
        after = (
            "In a layer_embedding(), `input_dim` must be greater than the largest index: "
            f"here at least {index + 1}."
        )
    return Explanation(
        f"the index {index} was looked up among {size} entries, numbered from 0 to {size - 1}.",
        after,
    )


_OF_LOSS = Explanation(
    "the loss cannot compare `y` with the model's output, as their shapes differ.",
    "Give the last layer a unit for each column of `y`, and `y` a row for each sample of `x`.",
)


_BINARY = Explanation(
    _OF_LOSS.before,
    'The loss "binary_crossentropy" needs a column of `y` for each unit of the last layer. '
    'For one of several classes, use "softmax" and "categorical_crossentropy"; for yes or no, use '
    'units = 1, "sigmoid" and "binary_crossentropy".',
)


def _input(found: re.Match[str]) -> Explanation:
    return Explanation(
        f"the layer `{found[1]}` cannot take data of this shape.",
        "Compare the shape of the data with `input_shape` or the output of the previous layer.",
    )


_BATCH = Explanation(
    "the data do not have the shape of the model's input.",
    "Compare the dimensions of `x`, or of a generator's batches, with `input_shape`; None "
    "stands for any number of samples.",
)


_SYMBOLIC = Explanation(
    "R needs the values of a tensor that has none yet: in a loss, a metric or a layer, "
    "tensors are symbolic.",
    "Compute with operators and k_*() functions; instead of if and ifelse(), use k_switch().",
)


def _labels(found: re.Match[str]) -> Explanation:
    return Explanation(
        f"`y` must be labels from 0 to {int(found[2]) - 1}, one for each unit of the last layer, "
        f"but one is {found[1]}.",
        "Labels start at 0: subtract 1 if yours start at 1.",
    )


_ONE_HOT = Explanation(
    'the loss "sparse_categorical_crossentropy" takes labels, one number for each sample.',
    "For targets with a column for each class, as returned by to_categorical(), "
    'use "categorical_crossentropy".',
)


_ENDED = Explanation(
    "the data ended before `steps_per_epoch` * `epochs` batches were read.",
    "A function that returns batches must return one at every call.",
)


_DATA = Explanation(
    "Keras does not accept `x`, `y` or `sample_weight` of this type.",
    "Give arrays, or a list with one for each input or output; fit(model, x, y) takes data "
    "frames and factors as well.",
)


#: Packages that Keras imports to export models.
_OF_EXPORT = "onnx|tf2onnx|onnxscript|openvino|ai_edge_litert|litert_torch"


def _monitor(found: re.Match[str]) -> Explanation:
    watched = found[1] or found[2]
    after = "Choose `monitor` among what the training measures: the loss and the metrics."
    if watched.startswith("val_"):
        after = "It needs validation data: give fit() `validation_split` or `validation_data`."
    return Explanation(
        f'a callback watches "{watched}", which this training does not measure.', after
    )


_OUTPUT = Explanation(
    "a value should be a tensor, but is not.",
    "The last value of a layer's or a model's `call` must be a tensor.",
)


def _package(found: re.Match[str]) -> Explanation:
    return Explanation(
        f"this export format needs the Python package {found[1]}, which is not installed.",
        f"Install it in a terminal: {sys.executable} -m pip install {found[1]}",
    )


#: An explanation, or a function that builds it from the numbers and names in a message.
_Meaning = Explanation | Callable[[re.Match[str]], Explanation]
_KNOWN: tuple[tuple[re.Pattern[str], _Meaning], ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (
            r"indices(?:\[[\d,]*\])? = (-?\d+) is not in \[0, (\d+)\)",
            _index,
        ),
        (r"Arguments `target` and `output` must have the same shape", _BINARY),
        (
            r"(?:Dimensions must be equal|Incompatible shapes)[\s\S]*\(in \S*compile_loss/",
            _OF_LOSS,
        ),
        (r"Input \d+ (?:with name '[^']*' )?of layer '?([^'\s]+)'? is incompatible", _input),
        (r"Invalid input shape for input ", _BATCH),
        (r"Cannot convert a symbolic tf\.Tensor", _SYMBOLIC),
        (r"Unrecognized data type", _DATA),
        (r"label value of (-?\d+) which is outside the valid range of \[0, (\d+)\)", _labels),
        (r"Argument `output` must have rank \(ndim\) `target.ndim - 1`", _ONE_HOT),
        (r"Your input ran out of data", _ENDED),
        (rf"No module named '({_OF_EXPORT})'", _package),
        (
            (
                r"conditioned on metric `([^`]*)` which is not available"
                r"|^Can save best model only with (\S+) available"
            ),
            _monitor,
        ),
        (r"All `outputs` values must be KerasTensors", _OUTPUT),
    )
)
