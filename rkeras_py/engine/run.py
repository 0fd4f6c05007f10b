"""One call of Keras's ``fit()``, ``evaluate()`` or ``predict()``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from rkeras_py.engine.feeding import Feed
from rkeras_py.engine.strategy import Strategy


class Run:
    """Combines the data, the steps and the callbacks of a training call.

    Attributes:
        callbacks: The callback list for Keras to call.
    """

    def __init__(
        self,
        strategy: Strategy,
        model: Any,
        feed: Feed,
        callbacks: list[Any] | None,
        verbose: int,
        *,
        epochs: int = 1,
        history: bool = False,
    ) -> None:
        """Create the callback list.

        Args:
            strategy: How the call runs.
            model: What is trained or used.
            feed: Its data.
            callbacks: The user's callbacks.
            verbose: As Keras takes it: 0, 1 or 2.
            epochs: Number of epochs.
            history: Whether to keep the history of the training.
        """
        from rkeras_py.engine.callbacks import Hooks

        self._strategy, self._model, self._feed = strategy, model, feed
        self.callbacks = Hooks(
            strategy.own_callbacks(callbacks),
            add_history=history,
            model=model,
            verbose=strategy.own_verbosity(verbose),
            epochs=epochs,
            steps=feed.batches(),
        )
        self.callbacks.agree_by(strategy)

    @contextmanager
    def running(self) -> Iterator[dict[str, Any]]:
        """Run Keras: the model's functions suit the data, and one step of Keras runs many batches
        while no callback needs every batch.

        Yields: the data arguments of Keras's method.
        """
        strategy, model, hooks = self._strategy, self._model, self.callbacks
        arguments = dict(self._feed.arguments)
        kind = next(iter(self._feed.of_step))
        count = strategy.exact_count(model, hooks.learnt) if kind == "train" else nullcontext()
        with strategy.around(model, self._feed.of_step), count:
            for prepared, of_step in self._feed.of_step.items():
                strategy.prepare(model, prepared, of_step)
            arguments = strategy.resumed(arguments)
            for repeating, steps in self._feed.rounds.items():
                self._in_few_steps(repeating, arguments, steps)
            self._hand_over(arguments)
            try:
                if kind != "predict":
                    strategy.make_variables(model, kind, arguments["x"])
                yield arguments
            except Exception as problem:
                cause = self._feed.problem(problem)
                raise cause from cause.__cause__
            finally:
                self._feed.warn()
                hooks.end_steps()
                hooks.end_batches()

    def _hand_over(self, arguments: dict[str, Any]) -> None:
        """Make this thread produce the batches that other threads must not produce."""
        data = {**self._feed.of_step, next(iter(self._feed.of_step)): arguments["x"]}
        for kind, stream in data.items():
            making = self._strategy.handover(self._model, stream)
            if making is not None:
                self.callbacks.make_batches_with(kind, making)

    def _in_few_steps(self, kind: str, arguments: dict[str, Any], steps: str) -> None:
        """Run a round as one step of Keras, or as one step for each batch."""
        batches = arguments[steps]
        whole = not self.callbacks.wants_batches(kind)
        own = self._strategy.multi_step(self._model, kind, batches if whole else 1)
        if batches and own is not None:
            self.callbacks.run_steps_with(kind, own)
            arguments[steps] = 1 if whole else batches
