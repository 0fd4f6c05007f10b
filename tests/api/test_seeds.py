"""Runs that can be repeated."""

from __future__ import annotations

import random

import keras
import numpy as np
import pytest

import rkeras_py as rk


def drawn() -> tuple[float, float, list[float]]:
    weights = rk.layer_dense(keras.Input((3,)), 2)
    del weights
    return random.random(), float(np.random.rand()), keras.random.uniform((2,)).numpy().tolist()


@pytest.mark.parametrize("seed_all", [rk.set_random_seed, rk.use_session_with_seed])
def test_all_generators_start_again(seed_all, capsys: pytest.CaptureFixture[str]) -> None:
    seed_all(7)
    first = drawn()
    assert drawn() != first
    seed_all(7)
    assert drawn() == first
    seed_all(8)
    assert drawn() != first


def test_weights_are_the_same_to_the_last_bit() -> None:
    def weights() -> list[np.ndarray]:
        rk.set_random_seed(3)
        model = rk.keras_model_sequential()
        rk.layer_dense(model, 4, input_shape=3)
        rk.layer_lstm(rk.keras_model_sequential(), 2, input_shape=[3, 2])
        return model.get_weights()

    for one, other in zip(weights(), weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_the_seed_is_that_of_plain_keras() -> None:
    rk.set_random_seed(11)
    ours = keras.random.normal((3,)).numpy()
    keras.utils.set_random_seed(11)
    np.testing.assert_array_equal(ours, keras.random.normal((3,)).numpy())


def test_the_host_gets_the_seed(hosted) -> None:
    seeds = []
    hosted(seed=seeds.append)
    rk.set_random_seed(5.0)
    assert seeds == [5]


def test_what_was_done_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    rk.use_session_with_seed(42, disable_parallel_cpu=False)
    assert capsys.readouterr().out == "Set session seed to 42 (disabled GPU)\n"
    rk.use_session_with_seed(42, disable_gpu=False, disable_parallel_cpu=False)
    assert capsys.readouterr().out == "Set session seed to 42\n"
    rk.use_session_with_seed(42, quiet=True)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("seed", [-1, 1.5, "a", None, True])
def test_seeds_that_are_none(seed) -> None:
    with pytest.raises(rk.ArgumentError, match="`seed` must be a whole number of at least 0"):
        rk.set_random_seed(seed)
