"""What the package asks of R: here, the seed of R's generator."""

from __future__ import annotations

import threading

import pytest

import rkeras_py as rk
from rkeras_py.engine import host


def numbers_of_r(r, seed):
    """The first two numbers that R gives after `set.seed()`."""
    return [float(x) for x in r("set.seed(seed); runif(2)", seed=seed)]


@pytest.mark.parametrize(
    ("seed", "in_r"),
    [
        (0, 0),
        (5, 5),
        (2**31 - 2, 2**31 - 2),
        (2**31 - 1, 0),  # R's integers are smaller, and Keras's seeds are not
        (2**31 + 4, 5),
    ],
)
def test_set_random_seed_seeds_r(r, seed, in_r):
    expected = numbers_of_r(r, in_r)
    rk.set_random_seed(seed)
    assert host.current().owed_seed is None  # it is given at once
    assert [r("runif(1)"), r("runif(1)")] == expected  # and once, not at each call


def test_without_a_seed_r_draws_on(r):
    expected = numbers_of_r(r, 11)
    r("set.seed(11)")
    host.current().pay_seed()
    assert [r("runif(1)"), r("runif(1)")] == expected


def test_a_seed_that_another_thread_sets_is_owed(r):
    expected = numbers_of_r(r, 12)
    thread = threading.Thread(target=rk.set_random_seed, args=(12,))
    thread.start()
    thread.join()
    assert host.current().owed_seed == 12
    assert [r("runif(1)"), r("runif(1)")] == expected
    assert host.current().owed_seed is None


def test_a_program_that_waits_for_nobody_cannot_be_asked_for_r_code(r):
    told = []

    def ask(function):
        try:
            told.append(function(1))
        except RuntimeError as problem:
            told.append(str(problem))

    # daemons: a thread that waited for ever would keep the process
    thread = threading.Thread(target=ask, args=(r("function(x) x + 1"),), daemon=True)
    thread.start()
    thread.join(60)
    assert len(told) == 1
    assert told[0].startswith(
        "R code runs on Python's main thread only, which waits for the thread"
    )


def test_a_program_has_r_s_plots_and_its_options(r):
    assert host.current().draws
    r(".before <- options(timeout = 77)")
    try:
        assert host.current().download_timeout() == 77
    finally:
        r("options(.before); rm(.before)")
    assert r("getOption('warn')") >= 1  # warnings come at once, not at a prompt that there is not


def test_an_r_generator_gives_its_batches_on_the_main_thread(r):
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="ones")])
    rk.compile(model, rk.optimizer_sgd(0), "mse")
    batches = r("function() list(matrix(c(1, 2), 2), matrix(c(3, 4), 2))")
    # TensorFlow asks for batches on threads of its own, from the third on at the latest
    losses = rk.fit(model, batches, steps_per_epoch=5, epochs=2, verbose=0).history["loss"]
    np.testing.assert_allclose(losses, [4.0, 4.0], rtol=1e-6)  # each is 2 too low
