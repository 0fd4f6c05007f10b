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
