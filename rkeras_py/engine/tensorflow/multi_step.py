"""Multi-step execution: many batches in one call of TensorFlow.

A call of a compiled function takes about a millisecond, and a batch of a small model takes less. So
if no hook needs each batch, Keras is told that an epoch has a single step, and that step runs the
batches in a loop inside TensorFlow: a few at first, then as many as run in ``MOMENT`` seconds,
because interrupts are handled between two calls.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from rkeras_py.engine import stopping
from rkeras_py.keras_private import training

MOMENT = 0.1  # seconds; after a shorter call, the next call runs twice as many batches


class MultiStep:
    """Replaces ``model.train_function`` or ``test_function`` while Keras runs a step.

    Attributes:
        batches: Number of batches in one step of Keras.
        finished: Number of batches that a step had finished when it failed.
        report: Called with the number of finished batches of a step and the metrics so far.
    """

    def __init__(self, model: Any, kind: str, batches: int) -> None:
        self.batches = batches
        self.finished = 0
        self.report: Callable[[int, Any], None] | None = None
        self._model = model
        self._name = f"{kind}_function"
        self._keras = getattr(model, self._name)
        if not hasattr(self._keras, "loop"):  # compile() creates a new function
            self._keras.loop, self._keras.done = _loop(model, getattr(model, f"{kind}_step"))
        self._call: Any = None
        self._at_once = 1

    # Not by setattr(): Keras would inspect the value at every batch.

    def begin(self) -> None:
        vars(self._model)[self._name] = self

    def end(self) -> None:
        if vars(self._model)[self._name] is self:
            vars(self._model)[self._name] = self._keras

    def __call__(self, iterator: Any) -> dict[str, Any]:
        """Run the batches of a step.

        Returns: the metrics after the last batch.

        Raises:
            Stopped: the caller has left; the batches so far are finished.
        """
        import tensorflow as tf

        if self._call is None:  # otherwise TensorFlow looks this up at each call
            self._call = self._keras.loop.get_concrete_function(iterator, tf.constant(1))
        left = self.batches
        while True:
            count = min(left, self._at_once)
            began = time.perf_counter()
            try:
                logs: dict[str, Any] = self._call(iterator, tf.constant(count))
            except Exception:
                self.finished = self.batches - left + int(self._keras.done)
                raise
            took = self._agreed(time.perf_counter() - began)
            if took < MOMENT and count == self._at_once:
                self._at_once *= 2
            elif took > 2 * MOMENT:
                self._at_once = max(1, count // 2)
            left -= count
            if self.report is not None:
                self.report(self.batches - left, logs)
            if not left:
                return logs
            stopping.check()

    def _agreed(self, took: float) -> float:
        """How long a call took, the same for all processes that train together."""
        return took


def _loop(model: Any, step: Any) -> tuple[Any, Any]:
    """A function of an iterator and a number of batches, and a variable that counts batches."""
    import keras
    import tensorflow as tf

    counted = tf.Variable(0, trainable=False, dtype="int64")

    step = training.step_with_missing_parts(
        model, step
    )  # accepts inputs that are None, as Keras does

    @tf.autograph.experimental.do_not_convert  # type: ignore[untyped-decorator]
    def loop(iterator: Any, count: Any) -> Any:
        def batch(done: Any) -> list[Any]:
            logs = step(iterator.get_next())
            with tf.control_dependencies([*filter(tf.is_tensor, keras.tree.flatten(logs))]):
                counted.assign_add(1)
            return [done + 1]

        counted.assign(0)
        done = tf.while_loop(lambda done: done < count, batch, [0], parallel_iterations=1)
        with tf.control_dependencies(done):
            return model.get_metrics_result()

    return tf.function(loop, reduce_retracing=True), counted


def as_keras_does(model: Any, kind: str) -> bool:
    """Whether the model's step is Keras's own, compiled without XLA."""
    import keras
    import tensorflow as tf

    parts = (f"{kind}_step", f"make_{kind}_function", "compute_metrics", "get_metrics_result")
    return (
        all(getattr(type(model), part) is getattr(keras.Model, part) for part in parts)
        and training.strategy_of(model) is None
        and not model.run_eagerly
        and not model.jit_compile
        and not tf.config.functions_run_eagerly()  # for debugging: each batch runs as written
        and not keras.config.max_steps_per_epoch()
    )
