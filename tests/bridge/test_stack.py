"""How deep calls may nest: the limits of the system, of R and of Python."""

from __future__ import annotations

import resource
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from rkeras_py.bridge import stack

MB = 1024 * 1024
UNLIMITED = resource.RLIM_INFINITY


class Machine:
    """The limits of a process, some of them R's."""

    def __init__(self, soft: int, hard: int, of_r: int, python: int) -> None:
        self.stack, self.python = (soft, hard), python
        self.lib = SimpleNamespace(R_CStackLimit=of_r)
        self.ffi = SimpleNamespace(cast=lambda kind, number: number)

    def set_stack(self, kind: int, limits: tuple[int, int]) -> None:
        assert kind == resource.RLIMIT_STACK
        self.stack = limits

    def set_python(self, depth: int) -> None:
        self.python = depth


@pytest.fixture
def deepened(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the limits of a machine become."""

    def deepen(
        soft: int, hard: int = UNLIMITED, of_r: int = 0, python: int = 1000, system: str = "linux"
    ) -> Machine:
        machine = Machine(soft, hard, of_r, python)
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setattr(sys, "getrecursionlimit", lambda: machine.python)
        monkeypatch.setattr(sys, "setrecursionlimit", machine.set_python)
        monkeypatch.setattr(resource, "getrlimit", lambda kind: machine.stack)
        monkeypatch.setattr(resource, "setrlimit", machine.set_stack)
        monkeypatch.setattr(stack, "rapi", machine)
        stack.deepen()
        monkeypatch.undo()
        return machine

    return deepen


@pytest.mark.parametrize(
    ("soft", "hard", "size"),
    [
        (8 * MB, UNLIMITED, 48 * MB),
        (8 * MB, 100 * MB, 48 * MB),
        (8 * MB, 20 * MB, 20 * MB),  # not above what the system allows
        (48 * MB - 1, UNLIMITED, 48 * MB),
        (48 * MB, UNLIMITED, 48 * MB),
        (64 * MB, UNLIMITED, 64 * MB),  # never below what it was
        (UNLIMITED, UNLIMITED, UNLIMITED),
    ],
)
def test_the_stack_of_the_system(deepened: Any, soft: int, hard: int, size: int) -> None:
    assert deepened(soft, hard).stack == (size, hard)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (0, 0),  # R does not run yet
        (7 * MB, int(0.95 * 48 * MB)),
        (60 * MB, 60 * MB),
        (2**64 - 1, 2**64 - 1),  # R checks nothing
    ],
)
def test_an_r_that_runs_learns_of_it(deepened: Any, before: int, after: int) -> None:
    assert deepened(8 * MB, of_r=before).lib.R_CStackLimit == after


@pytest.mark.parametrize(("before", "after"), [(1000, 6000), (6000, 6000), (9000, 9000)])
def test_the_depth_of_python(deepened: Any, before: int, after: int) -> None:
    assert deepened(8 * MB, python=before).python == after


def test_another_system_has_its_own_stack(deepened: Any) -> None:
    machine = deepened(8 * MB, of_r=7 * MB, system="darwin")
    assert machine.stack == (8 * MB, UNLIMITED)
    assert machine.lib.R_CStackLimit == 7 * MB
    assert machine.python == 6000
