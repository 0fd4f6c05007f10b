"""Seeds of all random generators."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk
from rkeras_py.convert.rule import ArgumentError

SEEDING = [rk.set_random_seed, lambda seed: rk.use_session_with_seed(seed, quiet=True)]


def draws() -> list[Any]:
    """A number of each generator."""
    return [
        random.random(),
        np.random.uniform(),
        float(keras.random.uniform(())),
        float(tf.random.uniform(())),
    ]


@pytest.mark.parametrize("seed_all", SEEDING, ids=["set_random_seed", "use_session_with_seed"])
def test_every_generator_begins_anew(seed_all: Callable[[int], None]) -> None:
    seed_all(7)
    first = draws()
    assert random.Random(7).random() == first[0]
    assert np.random.RandomState(7).uniform() == first[1]
    later = draws()
    assert not set(first) & set(later)
    seed_all(7)
    assert draws() == first
    seed_all(8)
    assert not set(first) & set(draws())


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


@pytest.mark.parametrize("seed_all", SEEDING, ids=["set_random_seed", "use_session_with_seed"])
@pytest.mark.parametrize("seed", [0, 7.0, 2**31])
def test_r_gets_the_seed_from_the_host(
    hosted: Callable[..., Any], seed_all: Callable[[int], None], seed: int
) -> None:
    given: list[int] = []
    hosted(seed=given.append)
    seed_all(seed)
    assert given == [seed]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is set of a machine that has a GPU, whose TensorFlow has not run yet."""
    told: dict[str, Any] = {}
    config = tf.config

    def note(name: str) -> Callable[..., None]:
        return lambda *values: told.update({name: values})

    monkeypatch.setattr(config, "list_physical_devices", lambda kind: [f"a {kind}"])
    monkeypatch.setattr(config, "set_visible_devices", note("visible"))
    monkeypatch.setattr(config.threading, "set_inter_op_parallelism_threads", note("inter"))
    monkeypatch.setattr(config.threading, "set_intra_op_parallelism_threads", note("intra"))
    monkeypatch.setattr(config.experimental, "enable_op_determinism", note("determinism"))
    return told


NO_GPU = {"visible": ([], "GPU")}
ONE_THREAD = {"inter": (1,), "intra": (1,)}


def test_gpus_are_left_aside_unless_they_are_wanted(machine: dict[str, Any]) -> None:
    rk.set_random_seed(1, disable_gpu=False)
    assert machine == {}
    rk.set_random_seed(1)
    assert machine == NO_GPU


def test_nothing_is_left_aside_where_there_is_no_gpu(
    machine: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tf.config, "list_physical_devices", lambda kind: [])
    rk.set_random_seed(1)
    assert machine == {}


@pytest.mark.parametrize(
    ("options", "told", "printed"),
    [
        ({}, {**NO_GPU, **ONE_THREAD}, " (disabled GPU, CPU parallelism)"),
        ({"disable_gpu": False}, ONE_THREAD, " (disabled CPU parallelism)"),
        ({"disable_parallel_cpu": False}, NO_GPU, " (disabled GPU)"),
        ({"disable_gpu": False, "disable_parallel_cpu": False}, {}, ""),
    ],
)
def test_what_a_session_does_without(
    machine: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
    options: dict[str, bool],
    told: dict[str, Any],
    printed: str,
) -> None:
    rk.use_session_with_seed(42, **options)
    assert machine == told
    assert capsys.readouterr().out == f"Set session seed to 42{printed}\n"
    rk.use_session_with_seed(42, quiet=True, **options)
    assert capsys.readouterr().out == ""


def test_operations_repeat_where_tensorflow_runs_already(
    machine: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def too_late(number: int) -> None:
        raise RuntimeError("it runs")

    monkeypatch.setattr(tf.config.threading, "set_inter_op_parallelism_threads", too_late)
    rk.use_session_with_seed(3)
    assert machine == {**NO_GPU, "determinism": ()}
    assert capsys.readouterr().out == "Set session seed to 3 (disabled GPU)\n"


@pytest.mark.parametrize("seed", [-1, float("nan"), "a", None])
def test_what_is_no_seed(seed: Any) -> None:
    with pytest.raises(ArgumentError, match="`seed` must be a whole number of at least 0"):
        rk.set_random_seed(seed)
