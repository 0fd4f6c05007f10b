"""One call of Keras's ``fit()``, ``evaluate()`` or ``predict()``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from rkeras_py.engine.feeding import Feed
from rkeras_py.engine.strategy import Strategy


class Run:
    """Brings together what a training call has: its data, its steps and its callbacks.

    Attributes:
        callbacks: The list of callbacks that Keras is to call.
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
        """Make the list of callbacks, and the model's functions ready for the data.

        Args:
            strategy: How the call runs.
            model: What is trained or used.
            feed: Its data.
            callbacks: Those of the user.
            verbose: As Keras takes it: 0, 1 or 2.
            epochs: How often training goes through the data.
            history: Whether the history of a training is kept.
        """
        from rkeras_py.engine.callbacks import Hooks

        self._strategy, self._model, self._feed = strategy, model, feed
        self.callbacks = Hooks(
            callbacks,
            add_history=history,
            model=model,
            verbose=verbose,
            epochs=epochs,
            steps=feed.batches(),
        )
        for kind, data in feed.of_step.items():
            strategy.prepare(model, kind, data)

    @contextmanager
    def running(self) -> Iterator[dict[str, Any]]:
        """While Keras runs: many batches in one step, where no callback wants each.

        Yields: the arguments of Keras's method that say what the data are.
        """
        strategy, model, hooks = self._strategy, self._model, self.callbacks
        arguments = dict(self._feed.arguments)
        kind = next(iter(self._feed.of_step))
        count = strategy.exact_count(model, hooks.learnt) if kind == "train" else nullcontext()
        with count:
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
        """Have this thread make the batches of streams that others must not make."""
        data = {**self._feed.of_step, next(iter(self._feed.of_step)): arguments["x"]}
        for kind, stream in data.items():
            making = self._strategy.handover(self._model, stream)
            if making is not None:
                self.callbacks.make_batches_with(kind, making)

    def _in_few_steps(self, kind: str, arguments: dict[str, Any], steps: str) -> None:
        """Have a round be one step of Keras, or as many as it has batches."""
        batches = arguments[steps]
        whole = not self.callbacks.wants_batches(kind)
        own = self._strategy.multi_step(self._model, kind, batches if whole else 1)
        if batches and own is not None:
            self.callbacks.run_steps_with(kind, own)
            arguments[steps] = 1 if whole else batches
