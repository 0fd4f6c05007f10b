"""Generators and sequences of batches on their way to Keras."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Iterator
from itertools import islice
from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine.generators import (
    Passes,
    as_batches,
    counted,
    first_pass,
    in_rounds,
    of_python,
)
from rkeras_py.engine.strategy import Strategy


class Numbers(keras.utils.PyDataset):  # type: ignore[misc]
    """Three batches, whose numbers grow by 10 with each epoch."""

    def __init__(self) -> None:
        super().__init__()
        self.epoch = 0

    def __len__(self) -> int:
        return 3

    def __getitem__(self, index: int) -> int:
        return 10 * self.epoch + index

    def on_epoch_end(self) -> None:
        self.epoch += 1


def test_a_sequence_that_is_counted_in_steps_begins_anew() -> None:
    assert list(islice(in_rounds(Numbers(), 4), 7)) == [0, 1, 2, 10, 11, 12, 20]


def test_what_is_not_counted_is_left_to_keras() -> None:
    sequence, arrays = Numbers(), np.ones(3)
    assert in_rounds(sequence, None) is sequence
    assert in_rounds(arrays, 4) is arrays


def test_a_sequence_in_r_is_counted_where_r_s_thread_trains(hosted: Any) -> None:
    assert counted(Numbers(), None) is None
    hosted(training_on_r_thread=lambda: True, runs_r_code=lambda batches: True)
    assert counted(Numbers(), None) == 3
    assert counted(Numbers(), 2) == 2
    assert counted(np.ones(3), None) is None
    hosted(training_on_r_thread=lambda: True, runs_r_code=lambda batches: False)
    assert counted(Numbers(), None) is None


def given(*batches: Any) -> Any:
    """An R function, as Python sees it, that gives these batches and then ``NULL``."""
    left = iter(batches)

    def function() -> Any:
        return next(left, None)

    function.__signature__ = inspect.Signature()  # type: ignore[attr-defined]
    return function


def test_a_function_gives_batches_until_it_gives_none() -> None:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    function = given([[1.0, 2.0], [3, 4]], [np.ones((1, 1)), [True]])
    (x, y), (x2, y2) = as_batches(Strategy(), function, model)
    np.testing.assert_array_equal(x, [1, 2])
    np.testing.assert_array_equal(y, [3, 4])
    assert (x2.shape, x2.dtype, list(y2)) == ((1, 1), "float32", [1])


def test_named_inputs_are_put_in_the_order_of_the_model() -> None:
    a, b = keras.Input((1,), name="a"), keras.Input((1,), name="b")
    model = keras.Model([a, b], keras.layers.Add()([a, b]))
    function = given([{"b": np.full((1, 1), 2.0), "a": np.ones((1, 1))}, np.zeros((1, 1))])
    ((x, _),) = as_batches(Strategy(), function, model)
    assert [float(part[0, 0]) for part in x] == [1, 2]


def test_numbers_are_one_for_each_input_and_output() -> None:
    a, b = keras.Input((1,)), keras.Input((1,))
    model = keras.Model([a, b], keras.layers.Add()([a, b]))
    ((x, y),) = as_batches(Strategy(), given([[1.0, 2.0], [3.0]]), model)
    assert [part.tolist() for part in x] == [[1], [2]]
    assert y.tolist() == [3]
    two = keras.Model(a, [keras.layers.Dense(1)(a), keras.layers.Dense(1)(a)])
    two.compile("sgd", "mse")
    ((x, y, weights),) = as_batches(Strategy(), given([[1.0], [2.0, 3.0], [0.5, 0.25]]), two)
    assert x.tolist() == [1]
    assert [part.tolist() for part in y] == [[2], [3]]
    assert [part.tolist() for part in weights] == [[0.5], [0.25]]


def test_batches_that_do_not_fit() -> None:
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    batches = as_batches(
        Strategy(), given([np.ones((1, 2)), [1.0]], [np.ones((1, 5)), [1.0]]), model
    )
    assert next(batches)[0].shape == (1, 2)
    with pytest.raises(ArgumentError, match=r"`x` must have 2 features \(columns\), not 5"):
        next(batches)
    with pytest.raises(ArgumentError, match=r"`y` must be a numeric array.*not "):
        next(as_batches(Strategy(), given([np.ones((1, 2)), ["a", "b"]]), model))


@pytest.mark.parametrize("data", [np.ones(2), None, [1, 2]])
def test_other_data_are_no_batches(data: Any) -> None:
    assert as_batches(Strategy(), data, None) is data


def test_a_function_of_python_gives_a_batch_at_each_call() -> None:
    left = [3, 2, 1]
    assert list(of_python(lambda: left.pop() if left else None)) == [1, 2, 3]
    assert list(of_python(lambda: None)) == []


class Collection:
    """Batches that can be gone through again, such as a loader of data."""

    def __iter__(self) -> Iterator[int]:
        return iter([1, 2])


def two() -> Iterator[int]:
    yield 1
    yield 2


@pytest.mark.parametrize("batches", [two, lambda: two(), functools.partial(two), Collection()])
def test_iterators_of_python_begin_anew(batches: Any) -> None:
    passes = of_python(batches)
    assert isinstance(passes, Passes)
    assert [list(passes.begin()) for _ in range(3)] == [[1, 2]] * 3
    assert list(islice(in_rounds(batches, 4), 5)) == [1, 2, 1, 2, 1]
    assert list(first_pass(batches)) == [1, 2]


def test_rounds_of_no_batches_end() -> None:
    assert list(in_rounds(lambda: iter(()), 4)) == []


@pytest.mark.parametrize(
    "data", [np.ones(2), {"a": 1}, [1], None, given([1]), pd.DataFrame({"a": [1]}), two()]
)
def test_what_is_no_function_of_python_is_left_as_it_is(data: Any) -> None:
    assert of_python(data) is data
