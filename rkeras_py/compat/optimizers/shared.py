"""One optimizer for several models, as allowed in Keras 2: each model has its own state."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Sequence
from typing import Any

from rkeras_py.convert.warned import warn
from rkeras_py.keras_private.optimizers import knows

#: Optimizer -> its copies, each for different weights.
_copies: weakref.WeakKeyDictionary[Any, list[Any]] = weakref.WeakKeyDictionary()


def for_weights(optimizer: Any, weights: Sequence[Any]) -> Any:
    """The optimizer, or a copy if it has already been used with other weights.

    A Keras 3 optimizer works only with the weights of its first use. A copy has the same settings
    and starts without a state; a warning says so once.
    """
    copies = _copies.get(optimizer, [])
    for known in (optimizer, *copies):
        if not known.built or knows(known, weights):
            return known
    copy = type(optimizer).from_config(optimizer.get_config())
    _copies[optimizer] = [*copies, copy]
    warn(
        f'the optimizer "{optimizer.name}" has been used to train other weights. A copy with the '
        "same settings and its own state trains these. To avoid this warning, create an "
        "optimizer for each model."
    )
    return copy


def own(model: Any) -> None:
    """Make sure that a model's optimizer is one for its weights."""
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
