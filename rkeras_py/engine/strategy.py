"""How a training call runs on its backend: the interface and the default, which is Keras's own.

The class in ``engine/tensorflow/strategy.py`` is faster and gives the same numbers. Another backend
gets a subclass in its own folder and a line in ``strategies.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, Protocol

from rkeras_py.sources.stream import Stream


class RepeatingDataset(NamedTuple):
    """Arrays as a dataset that repeats indefinitely."""

    dataset: Any
    batches: int | None  # in one pass over the data; ``None`` for a dataset that ends after one
    at_once: bool = True  # whether a step may run many of them


class Steps(Protocol):
    """Runs the batches of one kind of step ("train" or "test") while Keras trains.

    Attributes:
        batches: Number of batches in one step of Keras.
        finished: Number of batches that a step had finished when it failed.
        report: Called with the number of finished batches of a step and the metrics so far.
    """

    batches: int
    finished: int
    report: Callable[[int, Any], None] | None

    def begin(self) -> None:
        """Replace the model's function for one step of Keras."""

    def end(self) -> None:
        """Restore the model's function, if it is replaced."""


class Making(Protocol):
    """Batches that the training thread makes and another thread reads."""

    def make(self, count: int) -> None:
        """Make this number of batches for the next step."""

    def end_round(self) -> None:
        """Release the threads that wait for another batch."""


class SingleStep:
    """Keras's own function: each step is one batch."""

    batches = 1
    finished = 0
    report: Callable[[int, Any], None] | None = None

    def begin(self) -> None:
        """Nothing to do: Keras's function is not replaced."""

    def end(self) -> None:
        """Nothing to do: Keras's function was not replaced."""


class Strategy:
    """The default for any backend: Keras reads arrays and generators itself, batch by batch."""

    def as_dataset(
        self,
        x: Any,
        y: Any = None,
        sample_weight: Any = None,
        *,
        batch_size: int | None,
        shuffle: bool = False,
        class_weight: dict[int, float] | None = None,
        model: Any = None,
    ) -> RepeatingDataset | None:
        """Arrays as a repeating dataset; ``None`` if Keras should read them."""
        return None

    def as_stream(self, batches: Any) -> Any:
        """A generator or dataset of batches in a form that suits the backend."""
        return batches

    def as_passes(self, begin: Callable[[], Iterator[Any]]) -> Any:
        """Batches that start again in each epoch, if the backend supports that.

        Args:
            begin: Returns the batches of one pass.
        """
        return self.as_stream(begin())

    def as_repeating_stream(self, stream: Stream, model: Any) -> RepeatingDataset:
        """Rows that are read during the call, in the form that suits the backend."""
        return RepeatingDataset(_in_sequence(stream), None)

    def handover(self, model: Any, data: Any) -> Making | None:
        """The object that makes the batches of a stream on this thread, or ``None``."""
        return None

    def around(self, model: Any, kinds: Iterable[str]) -> AbstractContextManager[None]:
        """A context around a call, for what differs from Keras's way while it runs.

        Args:
            model: What is trained or used.
            kinds: The kinds of its steps: "train", "test" or "predict".
        """
        return nullcontext()

    def of_first(self, scores: dict[str, Any]) -> dict[str, Any]:
        """Scores as the first of several processes has them, so that all decide alike."""
        return scores

    def resumed(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The arguments of Keras's ``fit()``, for a training that goes on after some epochs."""
        return arguments

    def begin_training(self, callbacks: list[Any]) -> None:
        """A training begins, after its callbacks were told so."""

    def end_epoch(self, model: Any, callbacks: list[Any], epoch: int) -> None:
        """Have several processes go on with the same weights, after the callbacks of an epoch."""

    def own_callbacks(self, callbacks: list[Any] | None) -> list[Any] | None:
        """The callbacks that this process calls, of several."""
        return callbacks

    def own_verbosity(self, verbose: int) -> int:
        """What this process prints, of several."""
        return verbose

    def prepare(self, model: Any, kind: str, data: Any) -> None:
        """Before a call, make sure that the model's function of this kind suits the data.

        Args:
            model: What is trained or used.
            kind: "train", "test" or "predict".
            data: What a step receives: a dataset or arrays.
        """

    def make_variables(self, model: Any, kind: str, data: Any) -> None:
        """Create the variables of optimizer, loss and metrics, if the data tell their shapes."""

    def multi_step(self, model: Any, kind: str, batches: int) -> Steps | None:
        """Runs this number of batches in one step of Keras; ``None`` if that is not possible."""
        return None

    def check_input(self, model: Any, arrays: list[Any], argument: str) -> None:
        """Refuse inputs with which the backend would compute something else without a word."""

    def exact_count(self, model: Any, finished: Any) -> AbstractContextManager[None]:
        """Make the optimizer count exactly the batches that were trained on, even after errors.

        Args:
            model: What is trained.
            finished: Returns how many batches this call has trained on.
        """
        return nullcontext()


def _in_sequence(stream: Stream) -> Any:
    """A stream as a sequence of batches, which Keras asks for in their order.

    A round begins with the first batch, whether or not the one before was read to its end. Keras
    looks at the first batch before.
    """
    import keras

    class Sequence(keras.utils.PyDataset):  # type: ignore[misc]
        _left: Any = None
        _first: Any = None

        @property
        def num_batches(self) -> int:
            return stream.batches

        def __getitem__(self, index: int) -> Any:
            if index == 0 and self._first is None:
                self._left = stream.in_batches(endless=False)
                self._first = next(self._left)
                return self._first
            batch, self._first = self._first if index == 0 else next(self._left), None
            return batch

    return Sequence()
