"""What Python asks of the R in its process."""

from __future__ import annotations

from typing import Any

import keras
import pytest

from rkeras_py.bridge import pump
from rkeras_py.bridge.r_host import ProgramHost, RHost
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


def test_a_program_takes_over_a_seed_that_r_is_owed(r: Any) -> None:
    seeded = ProgramHost(Host(owed_seed=5))
    assert (seeded.owed_seed, seeded.serves_requests, seeded.draws) == (5, False, True)
    seeded.pay_seed()
    assert seeded.owed_seed is None
    assert r("runif(1)") == r("{ set.seed(5); runif(1) }")
