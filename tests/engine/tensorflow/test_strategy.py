"""Training on TensorFlow: the optimizer's count, and which way a model's batches run."""

from __future__ import annotations

from typing import Any

import keras
import pytest
from counting import batches, counting_model, learnt

import rkeras_py as rk
from rkeras_py.engine.tensorflow.handover import Handover
from rkeras_py.engine.tensorflow.multi_step import MultiStep
from rkeras_py.engine.tensorflow.strategy import TensorFlow


@pytest.mark.filterwarnings("ignore:Your input ran out of data")
def test_steps_whose_batch_never_came_are_not_counted() -> None:
    model = counting_model()
    rk.fit(model, batches(7), steps_per_epoch=10, epochs=1, verbose=0)
    assert (learnt(model), int(model.optimizer.iterations)) == (7, 7)
    rk.fit(model, batches(8), steps_per_epoch=4, epochs=2, verbose=0)
    assert (learnt(model), int(model.optimizer.iterations)) == (15, 15)

    def broken() -> Any:
        yield from batches(3)
        raise OSError("the disk is gone")

    with pytest.raises(Exception, match="the disk is gone"):
        rk.fit(model, broken(), steps_per_epoch=10, epochs=1, verbose=0)
    assert int(model.optimizer.iterations) == learnt(model)


class OwnStep(keras.Model):  # type: ignore[misc]
    def train_step(self, data: Any) -> dict[str, Any]:
        result: dict[str, Any] = super().train_step(data)
        return result


def made(kind: type[keras.Model], **options: Any) -> keras.Model:
    inputs = keras.Input((1,))
    model = kind(inputs, keras.layers.Dense(1)(inputs))
    model.compile("sgd", "mse", **options)
    return model


@pytest.mark.parametrize(
    ("kind", "options", "train", "test"),
    [
        (keras.Model, {}, True, True),
        (keras.Model, {"run_eagerly": True}, False, False),
        (keras.Model, {"jit_compile": True}, False, False),
        (OwnStep, {}, False, True),
    ],
    ids=["Keras's", "eager", "XLA", "a step of its own"],
)
def test_many_batches_in_a_call_where_the_step_is_keras_own(
    kind: type[keras.Model], options: dict[str, Any], train: bool, test: bool
) -> None:
    model = made(kind, **options)
    if options.get("jit_compile") and not model.jit_compile:
        pytest.skip("operations are deterministic, for which Keras leaves XLA out")
    assert isinstance(TensorFlow().multi_step(model, "train", 3), MultiStep) is train
    assert isinstance(TensorFlow().multi_step(model, "test", 3), MultiStep) is test


def test_batches_are_handed_over_only_where_r_s_thread_trains(hosted: Any) -> None:
    model = made(keras.Model)
    strategy = TensorFlow()
    assert strategy.handover(model, strategy.as_stream(batches(3))) is None
    hosted(training_on_r_thread=lambda: True)
    stream = strategy.as_stream(batches(3))
    assert isinstance(strategy.handover(model, stream), Handover)
    assert strategy.handover(model, "other data") is None
