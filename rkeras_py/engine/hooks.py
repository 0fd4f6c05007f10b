"""The callbacks of one training call, and what they know of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.engine import stopping


def hooks(
    model: Any,
    callbacks: list[Any] | None,
    x: Any,
    steps: int | None,
    verbose: int,
    *,
    batch_size: int | None = None,
    epochs: int = 1,
    history: bool = False,
) -> Any:
    """The callbacks for one call of Keras's ``fit()``, ``evaluate()`` or ``predict()``.

    Args:
        x: What Keras is given as its data.
        steps: Batches to read, where that was said.
        history: Whether they keep the history of the training.
    """
    from rkeras_py.compat.callbacks.functions import Hooks

    return Hooks(
        callbacks,
        stopping.check,
        add_history=history,
        add_progbar=verbose != 0,
        model=model,
        verbose=verbose,
        epochs=epochs,
        steps=steps or _batches(x, batch_size or 32),
    )


def _batches(x: Any, batch_size: int) -> int | None:
    """How many batches the data have, where that can be known."""
    if hasattr(x, "cardinality"):
        count = int(x.cardinality())
        return count if count >= 0 else None
    if hasattr(x, "num_batches"):
        known: int | None = x.num_batches
        return known
    while isinstance(x, (list, tuple, dict)) and x:
        x = next(iter(x.values() if isinstance(x, dict) else x))
    extents = getattr(x, "shape", None) or (None,)
    return None if extents[0] is None else -(-int(extents[0]) // batch_size)


@contextmanager
def whole_steps(model: Any, called: Any) -> Iterator[None]:
    """Have the optimizer count the batches that were learnt.

    TensorFlow counts a step while it asks for the batch: where none comes any more, because the
    data have ended or an error came instead, it has counted one too many.
    """
    import keras

    optimizer = model.optimizer
    if type(model).train_step is not keras.Model.train_step or model.steps_per_execution != 1:
        yield
        return
    before = int(optimizer.iterations)
    left = False
    try:
        yield
    except stopping.Stopped:  # perhaps between learning a batch and counting it
        left = True
        raise
    finally:
        learnt = before + called.batches
        if not left and int(optimizer.iterations) == learnt + 1:
            optimizer.iterations.assign(learnt)
