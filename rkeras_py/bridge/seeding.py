"""R's random generator gets the seeds that ``set_random_seed()`` gives to Python's."""

from __future__ import annotations

from rkeras_py.api import seeds
from rkeras_py.bridge import pump, rapi
from rkeras_py.bridge.functions import RFunction

#: R's seeds are 32-bit integers, and the lowest is its NA; Keras's are without a sign.
_BOUND = 2**31 - 1


def follow() -> None:
    """Seed R's generator from now on, whenever Python's are."""
    set_seed = RFunction(rapi.base_function("set.seed"))  # here, since only R's thread can make it

    def pay() -> None:
        """Unless R is busy: then the next R code does."""
        seed = seeds.owed_to_r
        if seed is not None and (rapi.on_main_thread() or pump.waiting()):
            seeds.owed_to_r = None
            pump.call_r(set_seed, (seed % _BOUND,), {})

    seeds.pay_r = pay
