"""How a training call runs on its backend: the interface, and Keras's own way.

The class in ``engine/tensorflow/strategy.py`` is faster where the numbers stay the same. Another
backend gets a subclass in a folder of its own, and a line in ``strategies.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, Protocol

from rkeras_py.sources.stream import Stream


class RepeatingDataset(NamedTuple):
    """Arrays as a dataset that repeats without end."""

    dataset: Any
    batches: int | None  # of one time through the arrays; ``None`` for a dataset that ends there
    at_once: bool = True  # whether a step may run many of them


class Steps(Protocol):
    """What runs the batches of one kind of step ("train" or "test") while Keras trains.

    Attributes:
        batches: Batches that one step of Keras has.
        finished: Batches that a step had finished when it failed.
        report: Told how many batches of a step are done, and the measures so far.
    """

    batches: int
    finished: int
    report: Callable[[int, Any], None] | None

    def begin(self) -> None:
        """Take the place of the model's function, for one step of Keras."""

    def end(self) -> None:
        """Give the place back; does nothing where it is not taken."""


class Making(Protocol):
    """Batches that the training thread makes, for another thread that reads them."""

    def make(self, count: int) -> None:
        """Make so many for the next step."""

    def end_round(self) -> None:
        """Let the threads go that wait for a further batch."""


class SingleStep:
    """Keras's own function: a step of Keras is a batch."""

    batches = 1
    finished = 0
    report: Callable[[int, Any], None] | None = None

    def begin(self) -> None:
        """Keras's function has its place."""

    def end(self) -> None:
        """Keras's function keeps its place."""


class Strategy:
    """Keras's own way, on any backend: it reads arrays and generators itself, batch by batch."""

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
        """Arrays as a dataset that repeats; ``None`` leaves them to Keras."""
        return None

    def as_stream(self, batches: Any) -> Any:
        """A generator or a dataset of batches in the form that suits the backend."""
        return batches

    def as_repeating_stream(self, stream: Stream, model: Any) -> RepeatingDataset:
        """Rows that are read while the call runs, in the form that suits the backend."""
        return RepeatingDataset(_in_sequence(stream), None)

    def handover(self, model: Any, data: Any) -> Making | None:
        """What makes the batches of a stream on this thread; ``None`` where others read them."""
        return None

    def prepare(self, model: Any, kind: str, data: Any) -> None:
        """Before a call: see to it that the model's function of this kind suits the data.

        Args:
            model: What is trained or used.
            kind: "train", "test" or "predict".
            data: What a step gets: a dataset, or arrays.
        """

    def make_variables(self, model: Any, kind: str, data: Any) -> None:
        """Make the variables of optimizer, loss and metrics, where the data tell their shapes."""

    def multi_step(self, model: Any, kind: str, batches: int) -> Steps | None:
        """What runs so many batches in one step of Keras; ``None`` where Keras's own way must."""
        return None

    def exact_count(self, model: Any, finished: Any) -> AbstractContextManager[None]:
        """Have the optimizer count the batches that were learnt, also where a call ends early.

        Args:
            model: What is trained.
            finished: Gives how many batches this call has learnt.
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
