"""One optimizer for several models, which Keras 2 allowed: each model has a state of its own."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Sequence
from typing import Any

from rkeras_py.convert.warned import warn
from rkeras_py.keras_private.optimizers import knows

#: Optimizer -> its copies, each for other weights.
_copies: weakref.WeakKeyDictionary[Any, list[Any]] = weakref.WeakKeyDictionary()


def for_weights(optimizer: Any, weights: Sequence[Any]) -> Any:
    """The optimizer, or a copy of it where it has been used with other weights already.

    Keras 3's optimizers are for the weights of their first use alone. A copy has the same settings
    and begins without a state; a warning says so once.
    """
    copies = _copies.get(optimizer, [])
    for known in (optimizer, *copies):
        if not known.built or knows(known, weights):
            return known
    copy = type(optimizer).from_config(optimizer.get_config())
    _copies[optimizer] = [*copies, copy]
    warn(
        f'the optimizer "{optimizer.name}" has been used to train other weights. A copy with the '
        "same settings and a state of its own trains these. To avoid this warning, make an "
        "optimizer for each model."
    )
    return copy


def own(model: Any) -> None:
    """Have a model's optimizer be one for its weights."""
    optimizer = model.optimizer
    if optimizer is not None and optimizer.built:
        found = for_weights(optimizer, model.trainable_variables)
        if found is not optimizer:
            model.optimizer = found


def apply_gradients(
    optimizer: Any, grads_and_vars: Iterable[Any], *args: Any, **kwargs: Any
) -> Any:
    """``optimizer.apply_gradients()`` with weights that may be new to the optimizer."""
    pairs = list(grads_and_vars)
    chosen = for_weights(optimizer, [weight for _, weight in pairs])
    return chosen.apply_gradients(pairs, *args, **kwargs)
