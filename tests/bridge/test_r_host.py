"""What Python asks of the R in its process."""

from __future__ import annotations

import threading
from typing import Any

import keras
import pytest

import rkeras_py as rk
from rkeras_py.bridge import pump
from rkeras_py.bridge.r_host import RHost
from rkeras_py.engine import host
from rkeras_py.engine.host import Host


class Sequence(keras.utils.PyDataset):  # type: ignore[misc]
    def __init__(self, **parts: Any) -> None:
        super().__init__()
        vars(self).update(parts)


class Part:
    def __init__(self, function: Any) -> None:
        self.function = function


def test_batches_that_call_r_are_known(r: Any) -> None:
    function, kind = r(
        """
        base <- keras::keras$utils$Sequence
        `%py_class%` <- keras::`%py_class%`
        Batches(base) %py_class% { `__len__` <- function() 2L }
        list(function(image) image, Batches)
        """
    )
    here = host.current()
    assert isinstance(here, RHost)
    assert not here.runs_r_code(Sequence(name="x", part=Part(len)))
    assert here.runs_r_code(Sequence(function=function))
    assert here.runs_r_code(Sequence(part=Part(function)))
    assert here.runs_r_code(kind())


def test_r_s_event_loop_turns_now_and_then_while_its_thread_trains(
    r: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = host.current()
    turned = []
    monkeypatch.setattr("rkeras_py.bridge.r_host._turn", lambda: turned.append(True))
    here.turn_event_loop()
    assert turned == []  # nothing trains

    def train() -> list[bool]:
        for _ in range(1000):
            here.turn_event_loop()
        assert here.training_on_r_thread()
        return list(turned)

    monkeypatch.setattr(pump, "TICK", 1e9)
    monkeypatch.setattr(pump, "_turned", -1e10)
    assert pump.run_on_r_thread(train) == [True]
    assert not here.training_on_r_thread()


def test_training_is_on_r_s_thread_beside_reticulate_and_in_contexts() -> None:
    alone = Host()
    assert not alone.trains_on_r_thread()
    assert Host(shares_tensorflow=True).trains_on_r_thread()
    assert Host(contexts_open=1).trains_on_r_thread()


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
        "R code runs only on Python's main thread, which is waiting for the thread"
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
