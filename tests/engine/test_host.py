"""What the package asks of its host, with and without R."""

from __future__ import annotations

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.engine import host, stopping
from rkeras_py.registry.define import REGISTRY


def test_without_r_nothing_is_drawn_asked_for_or_interrupted(hosted):
    alone = hosted()
    assert host.current() is alone
    assert (alone.draws(), alone.draw({}), alone.interrupted()) == (False, False, False)
    assert alone.download_timeout() is None
    stopping.check_waiting()


def test_the_seed_is_owed_until_r_runs(hosted):
    alone = hosted()
    rk.set_random_seed(7)
    assert alone.owed_seed == 7
    rk.use_session_with_seed(9, quiet=True)
    assert alone.owed_seed == 9


def test_an_interrupt_of_r_ends_a_wait(hosted):
    hosted(interrupted=lambda: True)
    with pytest.raises(KeyboardInterrupt):
        stopping.check_waiting()


def test_the_host_runs_trainings_and_sees_their_arguments(hosted):
    seen = []

    def run_training(work, arguments):
        seen.append([argument for argument in arguments if isinstance(argument, int)])
        return work()

    hosted(run_training=run_training)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer="ones")])
    predicted = rk.predict(model, np.array([[1.0, 2.0]]), batch_size=17)
    np.testing.assert_array_equal(predicted, [[3]])
    assert 17 in seen[0]


def test_what_may_take_long_is_run_by_the_host():
    long = {
        "adapt", "evaluate", "evaluate_generator", "fit", "fit_generator", "get_file", "predict",
        "predict_classes", "predict_generator", "predict_proba", "imagenet_decode_predictions",
        "mobilenet_decode_predictions", "mobilenet_v2_decode_predictions",
        "arrow_source", "csv_source", "duckdb_source", "parquet_source",
    }  # fmt: skip
    fetched = {name for name in REGISTRY if name.startswith(("application_", "dataset_"))}
    assert {name for name, function in REGISTRY.items() if function.long} == long | fetched
    training = {name for name, function in REGISTRY.items() if function.training}
    assert training == {
        "evaluate", "evaluate_generator", "fit", "fit_generator", "predict", "predict_classes",
        "predict_generator", "predict_proba",
    }  # fmt: skip


def test_a_member_that_hosts_do_not_have(hosted):
    with pytest.raises(AttributeError, match="a host has no draws_well"):
        hosted(draws_well=True)
