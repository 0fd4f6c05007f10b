"""What data become on their way to Keras."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import tensorflow as tf

from rkeras_py.engine import feeding
from rkeras_py.engine.feeding import Feed
from rkeras_py.engine.strategy import RepeatingDataset, Strategy

X = np.arange(20.0).reshape(10, 2)
Y = np.arange(10.0)


class Noting(Strategy):
    """Makes "datasets" that are the arrays it was given."""

    def as_dataset(self, *arrays: Any, **options: Any) -> RepeatingDataset:
        return RepeatingDataset((arrays, options), -(-len(arrays[0]) // options["batch_size"]))


def arguments(**changes: Any) -> dict[str, Any]:
    return {
        "x": X,
        "y": Y,
        "sample_weight": None,
        "batch_size": 4,
        "validation_split": 0.0,
        "validation_data": None,
        "shuffle": True,
        "class_weight": {0: 1.0},
        "steps_per_epoch": None,
        "validation_steps": None,
        **changes,
    }


def test_arrays_become_a_dataset_and_the_batches_of_an_epoch() -> None:
    feed = feeding.for_fit(Noting(), "model", arguments())
    (x, y, weight), options = feed.arguments["x"]
    assert (x is X, y is Y, weight) == (True, True, None)
    assert options == {
        "batch_size": 4,
        "shuffle": True,
        "class_weight": {0: 1.0},
        "model": "model",
    }
    assert feed.arguments["steps_per_epoch"] == 3
    rest = ("y", "sample_weight", "batch_size", "class_weight")
    assert [feed.arguments[name] for name in rest] == [None] * 4
    assert feed.arguments["shuffle"] is False  # the dataset does it
    assert feed.rounds == {"train": "steps_per_epoch"}
    assert list(feed.of_step) == ["train"]


def test_the_last_samples_are_held_out_and_validated_in_batches_of_their_own() -> None:
    feed = feeding.for_fit(Noting(), None, arguments(validation_split=0.2, validation_batch_size=1))
    (x, y, _), _ = feed.arguments["x"]
    np.testing.assert_array_equal(x, X[:8])
    np.testing.assert_array_equal(y, Y[:8])
    (held_out, targets, _), options = feed.arguments["validation_data"]
    np.testing.assert_array_equal(held_out, X[8:])
    np.testing.assert_array_equal(targets, Y[8:])
    assert (options["batch_size"], feed.arguments["validation_steps"]) == (1, 2)
    assert feed.arguments["validation_split"] == 0.0
    assert feed.rounds == {"train": "steps_per_epoch", "test": "validation_steps"}


def test_validation_steps_leave_the_data_to_keras_in_the_same_batches() -> None:
    feed = feeding.for_fit(Noting(), None, arguments(validation_data=(X, Y), validation_steps=1))
    assert feed.arguments["validation_data"] == (X, Y)
    assert feed.arguments["validation_batch_size"] == 4
    assert feed.rounds == {"train": "steps_per_epoch"}


@pytest.mark.parametrize(
    "changes",
    [{"steps_per_epoch": 2}, {"x": iter([])}, {"x": np.array(["a"])}],
    ids=["steps", "batches", "texts"],
)
def test_what_a_dataset_cannot_stand_for_stays_as_it_is(changes: dict[str, Any]) -> None:
    given = arguments(**changes)
    feed = feeding.for_fit(Noting(), None, given)
    assert feed.arguments == given
    assert feed.rounds == {}
    assert feed.of_step["train"] == [given["x"], given["y"], None]


def test_a_backend_without_datasets_gets_the_arrays() -> None:
    given = arguments(validation_split=0.5)
    assert feeding.for_fit(Strategy(), None, given).arguments == given
    evaluated = feeding.for_evaluate(Strategy(), None, (X, Y, None), 4, None)
    assert evaluated.arguments["x"] is X
    assert evaluated.arguments["batch_size"] == 4
    assert evaluated.rounds == {}


def test_steps_that_were_given_are_read_from_the_arrays_themselves() -> None:
    feed = feeding.for_predict(Noting(), None, X, 4, 2)
    assert feed.arguments["x"] is X
    assert (feed.arguments["batch_size"], feed.arguments["steps"]) == (4, 2)


class Known:
    num_batches = 7


@pytest.mark.parametrize(
    ("x", "batch_size", "batches"),
    [
        (X, 4, 3),
        (X, 5, 2),
        (X, None, 1),
        ([X, X], 3, 4),
        ({"a": {"b": X}}, 3, 4),
        (Known(), None, 7),
        (tf.data.Dataset.range(5), None, 5),
        (tf.data.Dataset.range(5).repeat(), None, None),
        (tf.data.Dataset.range(5).filter(lambda i: i > 2), None, None),
        ((batch for batch in []), None, None),
        (np.float32(3), 2, None),
        ([], 2, None),
    ],
)
def test_batches_of_an_epoch(x: Any, batch_size: int | None, batches: int | None) -> None:
    feed = Feed({"x": x, "batch_size": batch_size, "steps": None}, {})
    assert feed.batches() == batches
    feed.arguments["steps"] = 9
    assert feed.batches() == 9
