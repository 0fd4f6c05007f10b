"""Many batches in one call: the numbers are those of one by one, and Keras's functions stay."""

from __future__ import annotations

from typing import Any, ClassVar

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk
from rkeras_py.engine import stopping
from rkeras_py.engine.tensorflow.multi_step import MultiStep

RNG = np.random.default_rng(5)
X = RNG.random((70, 4)).astype("float32")
Y = (X[:, :1] > X[:, 1:2]).astype("float32")
BATCHES = 9  # of 8 samples; the last has 6


def model(**options: Any) -> keras.Model:
    keras.utils.set_random_seed(2)
    made = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(6, "relu"),
            keras.layers.Dropout(0.5, seed=3),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(1, "sigmoid"),
        ]
    )
    made.compile(loss="binary_crossentropy", optimizer="adam", metrics=["auc"], **options)
    return made


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The batches of each step of Keras that ran as one call or a few."""
    seen: list[int] = []
    run = MultiStep.__call__

    def noted(self: MultiStep, iterator: Any) -> Any:
        seen.append(self.batches)
        return run(self, iterator)

    monkeypatch.setattr(MultiStep, "__call__", noted)
    return seen


COMMON = {"epochs": 3, "batch_size": 8, "shuffle": False, "verbose": 0}


def test_an_epoch_is_one_step_and_its_numbers_are_those_of_keras(calls: list[int]) -> None:
    ours, theirs = model(), model()
    mine = rk.fit(ours, X, Y, validation_data=[X[:20], Y[:20]], **COMMON).history
    own = theirs.fit(X, Y, validation_data=(X[:20], Y[:20]), **COMMON).history
    assert calls == [BATCHES, 3] * 3
    assert mine.keys() == own.keys()
    assert all(mine[name] == own[name] for name in own)
    assert int(ours.optimizer.iterations) == 3 * BATCHES
    for one, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_more_to_validate_on_than_to_train_on(calls: list[int]) -> None:
    ours, theirs = model(), model()
    mine = rk.fit(ours, X[:20], Y[:20], validation_data=[X, Y], **COMMON).history
    own = theirs.fit(X[:20], Y[:20], validation_data=(X, Y), **COMMON).history
    assert calls == [3, BATCHES] * 3
    assert all(mine[name] == own[name] for name in own)


class EachBatch(keras.callbacks.Callback):  # type: ignore[misc]
    def __init__(self) -> None:
        super().__init__()
        self.losses: list[float] = []

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self.losses.append(logs["loss"])


def test_hooks_for_batches_have_a_call_for_each(calls: list[int]) -> None:
    mine, own = EachBatch(), EachBatch()
    rk.fit(model(), X, Y, callbacks=[mine], **COMMON)
    model().fit(X, Y, callbacks=[own], **COMMON)
    assert calls == [1] * 3 * BATCHES
    assert mine.losses == own.losses


class Evaluates(keras.callbacks.Callback):  # type: ignore[misc]
    """Uses the model between epochs, in each of the ways there are."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[float, ...]] = []

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        plain = self.model.evaluate(X[:33], Y[:33], batch_size=8, verbose=0, return_dict=True)
        ours = rk.evaluate(self.model, X[:33], Y[:33], batch_size=8, verbose=0)
        batch = self.model.test_on_batch(X[:33], Y[:33], return_dict=True)
        self.found.append((plain["loss"], ours["loss"], batch["loss"], logs["val_loss"]))


def test_hooks_may_use_the_model_in_between() -> None:
    inside = Evaluates()
    made = model()
    rk.fit(made, X, Y, callbacks=[inside], validation_data=[X[:33], Y[:33]], **COMMON)
    for losses in inside.found:
        np.testing.assert_allclose(losses, losses[0], rtol=1e-6)  # another order of the sum
        assert losses[0] == losses[1] == losses[3]
    assert len({losses[0] for losses in inside.found}) == 3


def test_keras_has_its_own_functions_back() -> None:
    made = model()
    rk.fit(made, X, Y, validation_split=0.2, **COMMON)
    rk.evaluate(made, X, Y, verbose=0)
    assert not isinstance(made.train_function, MultiStep)
    assert not isinstance(made.test_function, MultiStep)
    other = model()
    other.fit(X[:56], Y[:56], validation_data=(X[56:], Y[56:]), **COMMON)
    own = made.fit(X, Y, **COMMON).history
    assert own == other.fit(X, Y, **COMMON).history


def test_what_stops_it_lets_whole_batches_be_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    made = model()
    before = made.get_weights()
    seen = iter([False, False, True])  # before the step, after one call, after two

    def check() -> None:
        if next(seen):
            raise stopping.Stopped

    monkeypatch.setattr(stopping, "check", check)
    monkeypatch.setattr("rkeras_py.engine.tensorflow.multi_step.MOMENT", float("inf"))
    with pytest.raises(stopping.Stopped):
        rk.fit(made, X, Y, **COMMON)
    assert int(made.optimizer.iterations) == 1 + 2  # calls of one batch, of two
    assert not isinstance(made.train_function, MultiStep)
    assert any((a != b).any() for a, b in zip(before, made.get_weights(), strict=True))


@pytest.mark.parametrize("bad", [0, 1, 2, 4, 8])
def test_the_optimizer_has_counted_the_batches_before_one_that_fails(bad: int) -> None:
    words = np.zeros((BATCHES * 8, 1), "int32")
    words[bad * 8] = 99  # which the embedding does not have
    layers = keras.layers
    made = keras.Sequential(
        [keras.Input((1,), dtype="int32"), layers.Embedding(5, 2), layers.Flatten()]
    )
    made.compile(loss="mse", optimizer="sgd")
    with pytest.raises(tf.errors.InvalidArgumentError, match="99 is not in"):
        rk.fit(made, words, np.zeros((len(words), 2)), **COMMON)
    assert int(made.optimizer.iterations) == bad


@pytest.mark.parametrize(
    "options", [{"run_eagerly": True}, {"steps_per_execution": 2}, {"jit_compile": True}]
)
def test_models_that_run_otherwise_are_left_to_keras(
    calls: list[int], options: dict[str, Any]
) -> None:
    made = model(**options)
    if options.get("jit_compile") and not made.jit_compile:
        pytest.skip("operations are deterministic, for which Keras leaves XLA out")
    history = rk.fit(made, X, Y, **{**COMMON, "epochs": 1}).history
    assert calls == []
    own = model(**options).fit(X, Y, **{**COMMON, "epochs": 1}).history
    np.testing.assert_allclose(history["loss"], own["loss"], rtol=1e-6)


def test_batches_that_do_not_fill_an_execution() -> None:
    made = model(steps_per_execution=4)  # 9 batches
    rk.fit(made, X, Y, **{**COMMON, "epochs": 2})
    assert int(made.optimizer.iterations) == 2 * BATCHES
    assert rk.predict(made, X, batch_size=8, verbose=0).shape == (70, 1)
    ours = rk.evaluate(made, X, Y, batch_size=8, verbose=0)
    assert ours == made.evaluate(X, Y, batch_size=8, verbose=0, return_dict=True)


class Looks(keras.layers.Layer):  # type: ignore[misc]
    """Notes whether what it is called with has numbers."""

    seen: ClassVar[list[bool]] = []

    def call(self, x: Any) -> Any:
        self.seen.append(hasattr(x, "numpy"))
        return x


def test_functions_that_run_eagerly_run_for_each_batch(calls: list[int]) -> None:
    made = keras.Sequential([keras.Input((4,)), Looks(), keras.layers.Dense(1)])
    made.compile(loss="mse", optimizer="sgd")
    Looks.seen.clear()
    tf.config.run_functions_eagerly(True)
    try:
        rk.fit(made, X, Y, **{**COMMON, "epochs": 1})
    finally:
        tf.config.run_functions_eagerly(False)
    assert Looks.seen == [True] * BATCHES
    assert calls == []


class Doubled(keras.Model):  # type: ignore[misc]
    """A step of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.dense = keras.layers.Dense(1)

    def call(self, x: Any) -> Any:
        return self.dense(x)

    def train_step(self, data: Any) -> dict[str, Any]:
        return {**super().train_step(data), "steps": self.optimizer.iterations * 2}


def test_a_step_of_ones_own_is_called_by_keras(calls: list[int]) -> None:
    made = Doubled()
    made.compile(loss="mse", optimizer="sgd")
    history = rk.fit(made, X, Y, **{**COMMON, "epochs": 2}).history
    assert history["steps"] == [2 * BATCHES, 4 * BATCHES]
    assert calls == []
