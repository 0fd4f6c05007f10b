"""Texts and keywords of help pages that many functions share, by the names of the functions."""

from __future__ import annotations

#: What functions give, by the beginning of their names, where no docstring says it.
VALUES = {
    "layer_": "Depends on `object`: the model with the added layer if it is a sequential model, "
    "the output tensor if it is a tensor, and the layer itself if it is missing.",
    "optimizer_": "An optimizer, for `compile()`.",
    "loss_": "Without `y_true` and `y_pred`, a loss for `compile()`; with them, the loss of each "
    "sample.",
    "metric_": "Without `y_true` and `y_pred`, a metric for `compile()`; with them, the value for "
    "each sample.",
    "callback_": "A callback, for `fit()`.",
    "constraint_": "A constraint, for a layer.",
    "initializer_": "An initializer, for a layer.",
    "regularizer_": "A regularizer, for a layer.",
    "learning_rate_schedule_": "A schedule, for an optimizer.",
    "application_": "A model.",
}

#: What layers return that take several tensors.
MERGED = "The output of the layer, or the layer itself if `object` is missing."

#: R's keywords for pages, by the part of the API that the functions come from.
KEYWORDS = {
    "data": "manip",
    "preprocessing": "manip",
    "backend": "math",
    "seeds": "utilities",
    "files": "utilities",
    "datasets": "datasets",
}
