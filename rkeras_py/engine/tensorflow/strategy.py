"""How a training call runs on TensorFlow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import host
from rkeras_py.engine.strategy import RepeatingDataset, Steps, Strategy
from rkeras_py.engine.tensorflow import datasets, multi_step, tracing
from rkeras_py.engine.tensorflow.handover import Handover
from rkeras_py.engine.tensorflow.handover import Stream as GeneratorStream
from rkeras_py.keras_private import training
from rkeras_py.sources.stream import Stream


class TensorFlow(Strategy):
    """Arrays as datasets, few tracings, and many batches in one call of TensorFlow.

    Models with custom steps, eager execution, a distribution strategy or XLA compilation run batch
    by batch, as in Keras.
    """

    def __init__(self) -> None:
        self._handovers: dict[int, Handover] = {}  # by the id of their dataset

    def as_dataset(self, *arrays: Any, **options: Any) -> RepeatingDataset | None:
        return datasets.as_dataset(*arrays, **options)

    def as_stream(self, batches: Any) -> Any:
        if not datasets.eager():
            return batches
        handover: Handover
        here = self.makes_batches()
        if not isinstance(batches, Iterator):
            if not here or not datasets.calls_python(batches):
                return batches
            dataset, handover = datasets.pulled(batches)
            self._handovers[id(dataset)] = handover
            return dataset
        return self._handed_over(batches) if here else datasets.as_stream(GeneratorStream(batches))

    def _handed_over(self, batches: Iterator[Any]) -> Any:
        """A generator as a dataset whose batches this thread makes."""
        handover = Handover(batches)
        dataset = datasets.as_stream(handover)
        self._handovers[id(dataset)] = handover
        return dataset

    def as_passes(self, begin: Callable[[], Iterator[Any]]) -> Any:
        if self.makes_batches() or not datasets.eager():
            return self.as_stream(begin())
        return datasets.as_passes(begin)

    def as_repeating_stream(self, stream: Stream, model: Any) -> RepeatingDataset:
        if not datasets.eager():
            return super().as_repeating_stream(stream, model)
        read = [source for source in stream.sources() if hasattr(source, "__dict__")]
        if any(map(host.current().runs_r_code, read)):
            batches = self._handed_over(stream.in_batches())
            return RepeatingDataset(batches, stream.batches, at_once=False)
        whole = model.steps_per_execution == 1  # else Keras needs an end
        return RepeatingDataset(
            datasets.of_blocks(stream, endless=whole), stream.batches if whole else None
        )

    def makes_batches(self) -> bool:
        """Whether the training thread makes the batches of generators between its steps."""
        return host.current().training_on_r_thread()

    def handover(self, model: Any, data: Any) -> Handover | None:
        return self._handovers.get(id(data))

    @contextmanager
    def around(self, model: Any, kinds: Iterable[str]) -> Iterator[None]:
        if training.strategy_of(model) is None:
            yield
            return
        with training.built_by_shapes(model):
            yield

    def prepare(self, model: Any, kind: str, data: Any) -> None:
        if kind == "train":
            _check_steps(model)
        tracing.trace_anew(model, kind, data)

    def make_variables(self, model: Any, kind: str, data: Any) -> None:
        if multi_step.as_keras_does(model, kind):
            tracing.make_variables(model, data, kind)

    def multi_step(self, model: Any, kind: str, batches: int) -> Steps | None:
        if not multi_step.as_keras_does(model, kind):
            return None
        getattr(model, f"make_{kind}_function")()
        return multi_step.MultiStep(model, kind, batches)

    @contextmanager
    def exact_count(self, model: Any, finished: Callable[[], int]) -> Iterator[None]:
        """TensorFlow counts a step when it requests the batch.

        If there is no batch, because the data have ended or an error occurred, it has counted one
        too many.
        """
        import keras

        optimizer = model.optimizer
        if type(model).train_step is not keras.Model.train_step or model.steps_per_execution != 1:
            yield
            return
        before = _count(optimizer)
        left = False
        try:
            yield
        except Exception:
            raise
        except BaseException:  # interrupted, possibly between training on a batch and counting it
            left = True
            raise
        finally:
            learnt = before + finished()
            if not left and _count(optimizer) == learnt + 1:
                optimizer.iterations.assign(learnt)


def _check_steps(model: Any) -> None:
    """Check that the devices of a model do not wait for each other within R code.

    Raises:
        ArgumentError: its step is written in R, and is to run on several devices.
    """
    import keras

    devices = training.strategy_of(model)
    if devices is None or devices.num_replicas_in_sync == 1:
        return
    own = type(model).train_step is not keras.Model.train_step
    if own and host.current().runs_r_code(model):
        raise ArgumentError(
            f'the model "{model.name}" has a step of training in R, which cannot run on '
            f"{devices.num_replicas_in_sync} devices at a time: the devices wait for each "
            "other in the middle of it. Make the model outside of `strategy$scope()`, or for "
            "one device."
        )


def _count(optimizer: Any) -> int:
    """How many batches it has trained on; on several devices the variable has no single value."""
    return int(optimizer.iterations.numpy())
