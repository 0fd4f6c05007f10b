"""Private names of Keras and TensorFlow: each is there, and one that is gone is told."""

from __future__ import annotations

from importlib import metadata
from types import SimpleNamespace
from typing import Any

import pytest

from rkeras_py import keras_private


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keras_private, "_probes", {})


def test_the_installed_versions_have_every_private_name() -> None:
    assert keras_private.self_test() == {}


def test_a_docstring_says_which_versions_have_the_name() -> None:
    keras_private.self_test()
    assert keras_private._probes
    for name, (function, _) in keras_private._probes.items():
        assert any(
            line.strip().startswith(("Keras 3.", "TensorFlow 2."))
            for line in (function.__doc__ or "").splitlines()
        ), name


@pytest.mark.usefixtures("declared")
def test_an_attribute_that_is_gone_is_told_with_the_function_and_the_version() -> None:
    @keras_private.uses_private(lambda f: f(SimpleNamespace(_there=1)) == 1)
    def number_of(thing: Any) -> Any:
        return thing._there

    assert number_of(SimpleNamespace(_there=2)) == 2
    with pytest.raises(keras_private.PrivateNameGoneError) as raised:
        number_of(SimpleNamespace())
    for text in ("number_of()", "'_there'", f"keras {metadata.version('keras')}"):
        assert text in str(raised.value)


@pytest.mark.usefixtures("declared")
def test_a_module_that_is_gone_is_told() -> None:
    @keras_private.uses_private(lambda f: f())
    def moved() -> Any:
        from keras.src import no_such_name

        return no_such_name

    with pytest.raises(keras_private.PrivateNameGoneError, match=r"moved\(\).*no_such_name"):
        moved()


@pytest.mark.usefixtures("declared")
def test_a_fault_of_what_is_called_stays_what_it_is() -> None:
    @keras_private.uses_private(lambda f: f(list))
    def result_of(function: Any) -> Any:
        return function()

    with pytest.raises(AttributeError, match="no attribute 'other'"):
        result_of(lambda: [].other)  # type: ignore[attr-defined]
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        result_of(lambda: __import__("no_such_module"))


@pytest.mark.usefixtures("declared")
def test_the_self_test_reports_by_name() -> None:
    @keras_private.uses_private(lambda f: f(SimpleNamespace()))
    def gone(thing: Any) -> Any:
        return thing._gone

    @keras_private.uses_private(lambda f: f() == 2)
    def wrong() -> int:
        return 1

    @keras_private.uses_private(lambda f: f() == 1)
    def right() -> int:
        return 1

    failures = keras_private.self_test()
    here = __name__
    assert set(failures) == {f"{here}.gone", f"{here}.wrong"}
    assert failures[f"{here}.gone"].startswith("PrivateNameGoneError")
    assert "'_gone'" in failures[f"{here}.gone"]
    assert "expected" in failures[f"{here}.wrong"]
