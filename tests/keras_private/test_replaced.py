"""What is replaced in a module of Keras is so for the threads inside only, and restored after."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import ModuleType

import pytest

from rkeras_py.keras_private.replaced import Replaced

NAME = "a_module_of_keras"


def theirs() -> str:
    return "Keras's"


@pytest.fixture
def module() -> Iterator[ModuleType]:
    made = ModuleType(NAME)
    made.function = theirs
    sys.modules[NAME] = made
    yield made
    del sys.modules[NAME]


@pytest.fixture
def replaced(module: ModuleType) -> Replaced:
    def stand_in(keras: Callable[[], str], ours: Callable[[], str | None]) -> Callable[[], str]:
        return lambda: ours() or keras()

    return Replaced(NAME, "function", stand_in)


def test_the_thread_inside_has_its_own(module: ModuleType, replaced: Replaced) -> None:
    with replaced.by("mine"):
        assert module.function() == "mine"
        with replaced.by("inner"):
            assert module.function() == "inner"
        assert module.function() == "mine"
    assert module.function is theirs


def test_an_error_restores_it(module: ModuleType, replaced: Replaced) -> None:
    with pytest.raises(KeyError), replaced.by("mine"):
        raise KeyError
    assert module.function is theirs


def test_other_threads_get_keras_own(module: ModuleType, replaced: Replaced) -> None:
    with replaced.by("mine"), ThreadPoolExecutor(1) as other:
        assert other.submit(lambda: module.function()).result() == "Keras's"
        assert module.function() == "mine"


def test_threads_that_overlap_each_have_theirs(module: ModuleType, replaced: Replaced) -> None:
    met = Barrier(8, timeout=60)

    def inside(name: str) -> list[str]:
        said = []
        for _ in range(50):
            met.wait()
            with replaced.by(name):
                said.append(module.function())
            said.append(module.function())
        return said

    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(inside, map(str, range(8))))
    assert results == [[str(i), "Keras's"] * 50 for i in range(8)]
    assert module.function is theirs


def test_a_module_or_an_attribute_that_is_gone_is_told(module: ModuleType) -> None:
    for name, attribute in ((NAME, "other"), ("no_such_module", "function")):
        gone = Replaced(name, attribute, lambda theirs, ours: theirs)
        with pytest.raises((AttributeError, ModuleNotFoundError)):
            gone.check()
