"""Descriptions of arguments that many functions share, for docstrings and for R's help."""

from __future__ import annotations

import functools
import inspect
import re
import textwrap
from collections.abc import Iterator

#: Arguments that mean the same wherever they stand; a docstring's own text comes first.
COMMON_ARGUMENTS = {
    "activation": "Name of an activation or a function; ``NULL`` for none.",
    "activity_regularizer": "Regularizer of the output; ``NULL`` for none.",
    "axis": "The axis; -1 is the last.",
    "batch_input_shape": "Like ``input_shape``, with the size of a batch as the first number.",
    "batch_size": "Size of a batch, where it is fixed.",
    "beta_constraint": "Constraint of the offset; ``NULL`` for none.",
    "beta_initializer": "Initializer of the offset.",
    "beta_regularizer": "Regularizer of the offset; ``NULL`` for none.",
    "bias_constraint": "Constraint of the bias; ``NULL`` for none.",
    "bias_initializer": "Initializer of the bias.",
    "bias_regularizer": "Regularizer of the bias; ``NULL`` for none.",
    "clipnorm": "Norm to which the gradient of each weight is cut; ``NULL`` for no limit.",
    "clipvalue": "Absolute value to which gradients are cut; ``NULL`` for no limit.",
    "data_format": 'Where the channels are: "channels_last" or "channels_first".',
    "depthwise_constraint": "Constraint of the depthwise kernel; ``NULL`` for none.",
    "depthwise_initializer": "Initializer of the depthwise kernel.",
    "depthwise_regularizer": "Regularizer of the depthwise kernel; ``NULL`` for none.",
    "dilation_rate": "Distance between the inputs that meet the kernel; 1 leaves no gaps.",
    "dtype": "Type of the numbers, by name; ``NULL`` for the usual one.",
    "ema_momentum": "Share of the old average that is kept at each step.",
    "ema_overwrite_frequency": "Steps after which the weights become their average; ``NULL`` for "
    "only at the end.",
    "embeddings_constraint": "Constraint of the embeddings; ``NULL`` for none.",
    "embeddings_initializer": "Initializer of the embeddings.",
    "embeddings_regularizer": "Regularizer of the embeddings; ``NULL`` for none.",
    "filters": "How many channels the output has.",
    "from_logits": "Whether predictions are logits, not probabilities.",
    "gamma_constraint": "Constraint of the scale; ``NULL`` for none.",
    "gamma_initializer": "Initializer of the scale.",
    "gamma_regularizer": "Regularizer of the scale; ``NULL`` for none.",
    "global_clipnorm": "Norm to which all gradients together are cut; ``NULL`` for no limit.",
    "groups": "Groups of channels that are convolved apart.",
    "input_shape": "Shape of the input without the batch, for the first layer of a model; ``NULL`` "
    "in a list leaves a dimension open.",
    "jit_compile": "Whether the update is compiled with XLA, where that is possible.",
    "keepdims": "Whether the dimensions that are reduced stay, with extent 1.",
    "kernel_constraint": "Constraint of the kernel; ``NULL`` for none.",
    "kernel_initializer": "Initializer of the kernel.",
    "kernel_regularizer": "Regularizer of the kernel; ``NULL`` for none.",
    "kernel_size": "Extent of the kernel: one number, or one for each dimension.",
    "label_smoothing": "How far labels are drawn towards each other, from 0 to 1.",
    "learning_rate": "Step size, or a learning rate schedule.",
    "name": "A name of its own; ``NULL`` for one that is made up.",
    "padding": '"valid" for none, "same" for an output as large as the input.',
    "pointwise_constraint": "Constraint of the pointwise kernel; ``NULL`` for none.",
    "pointwise_initializer": "Initializer of the pointwise kernel.",
    "pointwise_regularizer": "Regularizer of the pointwise kernel; ``NULL`` for none.",
    "recurrent_constraint": "Constraint of the recurrent kernel; ``NULL`` for none.",
    "recurrent_initializer": "Initializer of the recurrent kernel.",
    "recurrent_regularizer": "Regularizer of the recurrent kernel; ``NULL`` for none.",
    "reduction": "How the losses of the samples become one number.",
    "seed": "Seed of the random numbers; ``NULL`` for another one each time.",
    "strides": "How far the window moves: one number, or one for each dimension.",
    "trainable": "Whether training changes the weights; ``NULL`` for yes.",
    "use_bias": "Whether a bias is added.",
    "use_ema": "Whether a moving average of the weights is kept.",
    "weight_decay": "Share of each weight that is taken off at each step; ``NULL`` for none.",
    "weights": "A list of arrays to start with, as ``get_weights()`` gives it.",
    "y_pred": "Predictions.",
    "y_true": "True values.",
}

#: The same in the functions of one family.
FAMILY_ARGUMENTS = {
    "application": {
        "include_top": "Whether the model ends in the classes; else in the features.",
        "weights": '"imagenet" for those learned on ImageNet, which are fetched the first time; '
        "the path of a file of weights; or ``NULL`` for random ones.",
        "input_tensor": "A tensor to take as the input; ``NULL`` for a new one.",
        "input_shape": "Shape of an image, such as ``c(224, 224, 3)``; it may be left out where "
        "the top is on, for the size that the network was made for.",
        "pooling": 'What becomes of the features where the top is off: "avg" or "max" over the '
        "image, ``NULL`` for nothing.",
        "classes": "How many classes there are, where the top is on.",
        "classifier_activation": "Activation of the last layer; ``NULL`` for logits.",
    },
    "backend": dict.fromkeys(
        ("x", "y", "a"), "A tensor, or numbers: a vector, a matrix or an array."
    ),
}

#: What a pipe fills, in the functions that make layers.
LAYER_TARGET = (
    "What to compose the layer with: a sequential model, to which it is added, or a tensor or a "
    "list of tensors, on which it is called. Left out, the layer itself is returned."
)

#: What ``...`` takes where no docstring says it, by the beginning of the function's name.
DOTS = {
    "layer_": "Options of every layer: ``input_shape``, ``batch_input_shape``, ``batch_size``, "
    "``dtype``, ``name``, ``trainable`` and ``weights``.",
    "optimizer_": "``lr`` and ``decay``, as older versions had them.",
    "loss_": "Not used.",
    "metric_": "Not used.",
    "application_": "Other arguments of Keras's function, such as ``name``.",
    "": "Further arguments.",
}

_STARS = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
_ENTRY = re.compile(r"    (\*{0,2}\w+(?:, \*{0,2}\w+)*):")
_SECTION = re.compile(r"(?:Returns|Raises|Examples?):")


def by_beginning(table: dict[str, str], name: str) -> str | None:
    """The entry whose key the name begins with, the longest first."""
    keys = sorted((key for key in table if name.startswith(key)), key=len)
    return table[keys[-1]] if keys else None


def complete(doc: str, signature: inspect.Signature, name: str, family: str) -> str:
    """A docstring whose section of arguments has all of the signature, in its order.

    Args:
        doc: The docstring, without indentation.
        signature: The function's.
        name: The function's name.
        family: Which family it belongs to.
    """
    before, entries, after = _parts(doc.splitlines())
    place = 0
    for word, text in _texts(signature, name, family):
        names = set(re.findall(r"\w+", word))
        described = (i for i, entry in enumerate(entries) if names & _names(entry))
        found = next(described, None)
        if found is None:
            entries.insert(place, _entry(word, text))
        place = place + 1 if found is None else found + 1
    if not entries:
        return doc
    return "\n".join([*before, "Args:", *(line for entry in entries for line in entry), *after])


def _texts(signature: inspect.Signature, name: str, family: str) -> Iterator[tuple[str, str]]:
    """The parameters and what is usually said of them; those of R's ``...`` are one."""
    usual = {**COMMON_ARGUMENTS, **FAMILY_ARGUMENTS.get(family, {})}
    dots = ", ".join(
        _STARS[p.kind] + p.name for p in signature.parameters.values() if p.kind in _STARS
    )
    for place, parameter in enumerate(signature.parameters.values()):
        if parameter.kind not in _STARS:
            is_target = family == "layer" and place == 0
            yield parameter.name, LAYER_TARGET if is_target else usual.get(parameter.name, "")
        elif dots:
            yield dots, by_beginning(DOTS, name) or ""
            dots = ""


def _parts(lines: list[str]) -> tuple[list[str], list[list[str]], list[str]]:
    """The lines before the arguments, those of each argument, and the lines after."""
    if "Args:" not in lines:
        ends = (i for i, line in enumerate(lines) if _SECTION.match(line))
        end = next(ends, len(lines))
        return [*lines[:end], *([] if end < len(lines) else [""])], [], ["", *lines[end:]]
    start = lines.index("Args:")
    entries: list[list[str]] = []
    end = start + 1
    while end < len(lines) and lines[end].startswith("    "):
        if _ENTRY.match(lines[end]):
            entries.append([])
        entries[-1].append(lines[end])
        end += 1
    return lines[:start], entries, lines[end:]


def _names(entry: list[str]) -> set[str]:
    found = _ENTRY.match(entry[0])
    return set(re.findall(r"\w+", found[1])) if found else set()


@functools.cache
def _entry(word: str, text: str) -> list[str]:
    return textwrap.wrap(
        f"{word}: {text}",
        width=100,
        initial_indent=" " * 4,
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )
