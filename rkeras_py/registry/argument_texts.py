"""Descriptions of arguments that many functions share, for docstrings and R's help pages."""

from __future__ import annotations

import functools
import inspect
import re
import textwrap
from collections.abc import Iterator

#: Arguments with the same meaning everywhere; a docstring's own text has precedence.
COMMON_ARGUMENTS = {
    "activation": "Name of an activation or a function; ``NULL`` for none.",
    "activity_regularizer": "Regularizer of the output; ``NULL`` for none.",
    "axis": "The axis; -1 is the last.",
    "batch_input_shape": "Like ``input_shape``, with the batch size as the first number.",
    "batch_size": "Batch size, if it is fixed.",
    "beta_constraint": "Constraint of the offset; ``NULL`` for none.",
    "beta_initializer": "Initializer of the offset.",
    "beta_regularizer": "Regularizer of the offset; ``NULL`` for none.",
    "bias_constraint": "Constraint of the bias; ``NULL`` for none.",
    "bias_initializer": "Initializer of the bias.",
    "bias_regularizer": "Regularizer of the bias; ``NULL`` for none.",
    "buffer_size": "Number of rows in the buffer in which rows are shuffled; by default as many as "
    "fit into 32 MB.",
    "clipnorm": "Maximum norm of the gradient of each weight tensor; ``NULL`` for no limit.",
    "clipvalue": "Maximum absolute value of gradient elements; ``NULL`` for no limit.",
    "data_format": 'Position of the channel axis: "channels_last" or "channels_first".',
    "depthwise_constraint": "Constraint of the depthwise kernel; ``NULL`` for none.",
    "depthwise_initializer": "Initializer of the depthwise kernel.",
    "depthwise_regularizer": "Regularizer of the depthwise kernel; ``NULL`` for none.",
    "dilation_rate": "Distance between the inputs that the kernel covers; 1 means no gaps.",
    "dtype": 'Data type, such as "float32"; ``NULL`` for the default float type.',
    "ema_momentum": "Momentum of the moving average: the proportion of the old average that is "
    "kept at each step.",
    "ema_overwrite_frequency": "Number of steps after which the weights are replaced by their "
    "moving average; ``NULL`` for only at the end of training.",
    "embeddings_constraint": "Constraint of the embeddings; ``NULL`` for none.",
    "embeddings_initializer": "Initializer of the embeddings.",
    "embeddings_regularizer": "Regularizer of the embeddings; ``NULL`` for none.",
    "filters": "Number of filters: the number of channels of the output.",
    "from_logits": "Whether predictions are logits instead of probabilities.",
    "gamma_constraint": "Constraint of the scale; ``NULL`` for none.",
    "gamma_initializer": "Initializer of the scale.",
    "gamma_regularizer": "Regularizer of the scale; ``NULL`` for none.",
    "global_clipnorm": "Maximum norm of all gradients together; ``NULL`` for no limit.",
    "groups": "Number of groups of channels that are convolved separately.",
    "input_shape": "Shape of the input without the batch dimension, for the first layer of a "
    "model. ``NULL`` in a list leaves a dimension open.",
    "jit_compile": "Whether to compile the update with XLA, if possible.",
    "keepdims": "Whether to keep the reduced dimensions with size 1.",
    "kernel_constraint": "Constraint of the kernel; ``NULL`` for none.",
    "kernel_initializer": "Initializer of the kernel.",
    "kernel_regularizer": "Regularizer of the kernel; ``NULL`` for none.",
    "kernel_size": "Size of the kernel: one number, or one for each dimension.",
    "label_smoothing": "Amount of label smoothing, from 0 (none) to 1.",
    "learning_rate": "Learning rate, or a learning rate schedule.",
    "name": "Name of the object; ``NULL`` for an automatic name.",
    "padding": '"valid" for no padding, "same" for an output of the same size as the input.',
    "pointwise_constraint": "Constraint of the pointwise kernel; ``NULL`` for none.",
    "pointwise_initializer": "Initializer of the pointwise kernel.",
    "pointwise_regularizer": "Regularizer of the pointwise kernel; ``NULL`` for none.",
    "recurrent_constraint": "Constraint of the recurrent kernel; ``NULL`` for none.",
    "recurrent_initializer": "Initializer of the recurrent kernel.",
    "recurrent_regularizer": "Regularizer of the recurrent kernel; ``NULL`` for none.",
    "reduction": "How the losses of the samples are combined into one number.",
    "seed": "Random seed; ``NULL`` for different numbers each time.",
    "strides": "Step size of the window: one number, or one for each dimension.",
    "trainable": "Whether the weights are trained; ``NULL`` for yes.",
    "use_bias": "Whether to add a bias.",
    "use_ema": "Whether to keep a moving average of the weights.",
    "weight_decay": "Proportion of each weight that is subtracted at each step; ``NULL`` for none.",
    "weights": "Initial weights: a list of arrays, as returned by ``get_weights()``.",
    "y_pred": "Predictions.",
    "y_true": "True values.",
}

#: Arguments with the same meaning within a family.
FAMILY_ARGUMENTS = {
    "application": {
        "include_top": "Whether to include the classification layers; otherwise the model returns "
        "features.",
        "weights": '"imagenet" for weights trained on ImageNet, which are downloaded the first '
        "time; the path of a weights file; or ``NULL`` for random weights.",
        "input_tensor": "A tensor to use as the input; ``NULL`` for a new input.",
        "input_shape": "Shape of an image, such as ``c(224, 224, 3)``; ``NULL`` for the default "
        "size of the model.",
        "pooling": 'Pooling of the features if ``include_top`` is ``FALSE``: "avg" for global '
        'average pooling, "max" for global max pooling, ``NULL`` for none.',
        "classes": "Number of classes, if ``include_top`` is ``TRUE``.",
        "classifier_activation": "Activation of the last layer; ``NULL`` for logits.",
    },
    "backend": dict.fromkeys(
        ("x", "y", "a"), "A tensor, or numbers: a vector, a matrix or an array."
    ),
    "layer": {"name": "Name of the layer; ``NULL`` for an automatic name."},
    "loss": {"name": "Name of the loss; ``NULL`` for an automatic name."},
    "metric": {"name": "Name of the metric, as in the history; ``NULL`` for its default name."},
    "optimizer": {"name": "Name of the optimizer."},
    "source": {
        "x": "Names of the columns for the input; by default all that are not in ``y`` and "
        "``sample_weight``. For several inputs, a named list with the names of the inputs; without "
        "it, each input gets the column with its name.",
        "y": "Names of the columns for the targets. For several outputs, a named list with the "
        "names of the outputs.",
        "sample_weight": "Name of the column with the weights of the samples.",
    },
}

#: The first argument of functions that create layers, which a pipe fills.
LAYER_TARGET = (
    "A sequential model to add the layer to, or a tensor or list of tensors to call it on. If it "
    "is missing, the layer itself is returned."
)

#: The description of ``...`` if the docstring has none, by the prefix of the function's name.
DOTS = {
    "layer_": "Arguments of any layer: ``input_shape``, ``batch_input_shape``, ``batch_size``, "
    "``dtype``, ``name``, ``trainable`` and ``weights``.",
    "optimizer_": "``lr`` and ``decay``, the arguments of older versions.",
    "loss_": "Not used.",
    "metric_": "Not used.",
    "application_": "Further arguments of the Keras function, such as ``name``.",
    "": "Further arguments.",
}

_STARS = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
_ENTRY = re.compile(r"    (\*{0,2}\w+(?:, \*{0,2}\w+)*):")
_SECTION = re.compile(r"(?:Returns|Raises|Examples?):")


def by_beginning(table: dict[str, str], name: str) -> str | None:
    """The entry with the longest key that is a prefix of the name."""
    keys = sorted((key for key in table if name.startswith(key)), key=len)
    return table[keys[-1]] if keys else None


def complete(doc: str, signature: inspect.Signature, name: str, family: str) -> str:
    """A docstring with descriptions of all arguments of the signature, in its order.

    Args:
        doc: The docstring, without indentation.
        signature: The function's signature.
        name: The function's name.
        family: The function's family.
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
    """The parameters and their usual descriptions; R's ``...`` is one parameter."""
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
    """The lines before the arguments, the lines of each argument, and the lines after."""
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
