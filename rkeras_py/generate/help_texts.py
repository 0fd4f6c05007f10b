"""Texts and keywords of help pages that many functions share, by function name."""

from __future__ import annotations

#: Return values of functions, by the prefix of their names, if the docstring has none.
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

#: The return value of layers that take several tensors.
MERGED = "The output of the layer, or the layer itself if `object` is missing."

#: R's keywords for pages, by module of the API.
KEYWORDS = {
    "data": "manip",
    "preprocessing": "manip",
    "backend": "math",
    "seeds": "utilities",
    "files": "utilities",
    "datasets": "datasets",
}
