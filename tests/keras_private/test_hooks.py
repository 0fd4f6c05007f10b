"""A private method that a class overrides is there, or making an object says that it is not."""

from __future__ import annotations

from importlib import metadata
from typing import Any

import pytest

from rkeras_py import keras_private
from rkeras_py.keras_private.hooks import uses_hooks


class Theirs:
    def __init__(self, number: int = 1) -> None:
        self.number = number

    def _hook(self) -> str:
        return "theirs"

    def call(self) -> str:
        return self._hook()


@pytest.fixture
def mixin(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr("rkeras_py.keras_private.hooks._probes", {})

    @uses_hooks(lambda cls: True, "_hook")
    class Ours:
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)

        def _hook(self) -> str:
            return f"ours of {self.number}"  # type: ignore[attr-defined]

    return Ours


def test_the_hook_is_overridden(mixin: Any) -> None:
    both = type("Both", (mixin, Theirs), {})
    assert both(number=2).call() == "ours of 2"


def test_a_hook_that_is_gone_is_told(mixin: Any) -> None:
    renamed = type("Renamed", (mixin, object), {})
    with pytest.raises(keras_private.PrivateNameGoneError) as error:
        renamed()
    assert "Ours uses the method '_hook', which keras " in str(error.value)
    assert metadata.version("keras") in str(error.value)


def test_the_self_test_reports_classes(monkeypatch: pytest.MonkeyPatch) -> None:
    probes: dict[str, Any] = {}
    monkeypatch.setattr("rkeras_py.keras_private.hooks._probes", probes)

    @uses_hooks(lambda cls: cls().call() == "ours", "_renamed")
    class Ours(Theirs):
        def _renamed(self) -> str:
            return "ours"

    text = keras_private._failure(*probes["test_hooks.Ours"])
    assert text.startswith("PrivateNameGoneError: ")
    assert "'_renamed'" in text
