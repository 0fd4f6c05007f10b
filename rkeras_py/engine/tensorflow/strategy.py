"""How a training call runs on TensorFlow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.engine import host
from rkeras_py.engine.strategy import RepeatingDataset, Steps, Strategy
from rkeras_py.engine.tensorflow import datasets, multi_step, tracing
from rkeras_py.engine.tensorflow.handover import Handover, Stream
from rkeras_py.keras_private import training


class TensorFlow(Strategy):
    """Arrays as datasets, few tracings, and many batches in one call of TensorFlow.

    Models with steps of their own, that run eagerly, in the scope of a distribution strategy or
    compiled by XLA run batch by batch, as Keras does it.
    """

    def __init__(self) -> None:
        self._handovers: dict[int, Handover] = {}  # by the id of their dataset

    def as_dataset(self, *arrays: Any, **options: Any) -> RepeatingDataset | None:
        return datasets.as_dataset(*arrays, **options)

    def as_stream(self, batches: Any) -> Any:
        if not datasets.eager():
            return batches
        handover: Handover
        here = host.current().training_on_r_thread()
        if not isinstance(batches, Iterator):
            if not here or not datasets.calls_python(batches):
                return batches
            dataset, handover = datasets.pulled(batches)
        elif here:
            handover = Handover(batches)
            dataset = datasets.as_stream(handover)
        else:
            return datasets.as_stream(Stream(batches))
        self._handovers[id(dataset)] = handover
        return dataset

    def as_passes(self, begin: Callable[[], Iterator[Any]]) -> Any:
        if host.current().training_on_r_thread() or not datasets.eager():
            return self.as_stream(begin())
        return datasets.as_passes(begin)

    def handover(self, model: Any, data: Any) -> Handover | None:
        handover = self._handovers.get(id(data))
        if handover is not None and training.strategy_of(model) is not None:
            handover.keep_one_ahead()
        return handover

    def prepare(self, model: Any, kind: str, data: Any) -> None:
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
        """TensorFlow counts a step while it asks for the batch.

        Where none comes any more, because the data have ended or an error came instead, it has
        counted one too many.
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
        except BaseException:  # the call was left, perhaps between learning a batch and counting it
            left = True
            raise
        finally:
            learnt = before + finished()
            if not left and _count(optimizer) == learnt + 1:
                optimizer.iterations.assign(learnt)


def _count(optimizer: Any) -> int:
    """How many batches it has learnt; a variable on several devices is no number by itself."""
    return int(optimizer.iterations.numpy())
