"""The only place that touches private names of Keras and TensorFlow.

Private names are modules below ``keras.src`` and ``tensorflow.python``, and attributes of their
objects that begin with an underscore. Each function here has one purpose and is named after what it
returns; its docstring has a line with the versions of Keras (or TensorFlow) that have the name. If
a name is gone, ``PrivateNameGoneError`` is raised; there are no fallbacks. ``self_test()`` calls
every function on the installed versions: run it first with a new Keras.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable
from importlib import metadata
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_PRIVATE_MODULES = ("keras.src", "tensorflow.python")

#: By module and name: each function, and the probe that calls it.
_probes: dict[str, tuple[Callable[..., Any], Callable[[Any], object]]] = {}


class PrivateNameGoneError(RuntimeError):
    """The installed Keras or TensorFlow lacks a private name that a function here uses."""


def uses_private(probe: Callable[[Any], object]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Declare a function that uses private names.

    Args:
        probe: Takes the function, calls it on something small (see ``samples``), and returns
            whether the result is right.
    """

    def declare(function: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(function)
        def checked(*args: P.args, **kwargs: P.kwargs) -> T:
            try:
                return function(*args, **kwargs)
            except (AttributeError, ImportError) as error:
                if not _is_of(function, error):
                    raise
                raise PrivateNameGoneError(_message(function, error)) from error

        subject = function.__module__.removeprefix(f"{__name__}.")
        _probes[f"{subject}.{function.__name__}"] = (checked, probe)
        return checked

    return declare


def self_test() -> dict[str, str]:
    """Call every function of this package; returns the failures by function name."""
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("__"):
            importlib.import_module(f"{__name__}.{module.name}")
    failures = {name: _failure(*entry) for name, entry in _probes.items()}
    return {name: text for name, text in failures.items() if text}


def _failure(function: Callable[..., Any], probe: Callable[[Any], object]) -> str:
    try:
        return "" if probe(function) else "did not return the expected result"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _is_of(function: Callable[..., Any], error: AttributeError | ImportError) -> bool:
    """Whether ``function`` itself used the missing name, not code that it calls."""
    name = str(error.name)
    if isinstance(error, ImportError):
        return name.startswith(_PRIVATE_MODULES)
    return name in function.__code__.co_names


def _message(function: Callable[..., Any], error: AttributeError | ImportError) -> str:
    wanted = f"attribute '{error.name}'" if isinstance(error, AttributeError) else str(error.name)
    name = f"{function.__module__}.{function.__name__}()"
    return f"{name} uses {wanted}, which {_installed()} lack: {error}"


def _installed() -> str:
    """The installed versions: "keras 3.15.0 and tensorflow 2.21.0"."""
    return " and ".join(f"{name} {metadata.version(name)}" for name in ("keras", "tensorflow"))
