"""Private methods of Keras and TensorFlow that a subclass here overrides or calls."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.keras_private import PrivateNameGoneError, _installed, _probes

C = TypeVar("C", bound=type[Any])


def uses_hooks(probe: Callable[[Any], object], *names: str) -> Callable[[C], C]:
    """Declare a class that overrides or calls private methods of its base classes.

    Overriding a method that is gone would have no effect, so creating an object raises
    ``PrivateNameGoneError``.

    Args:
        probe: Takes the class, creates an object, lets Keras call it, and returns whether the
            result is right.
        names: The private methods.
    """

    def declare(cls: C) -> C:
        init = cls.__init__

        @functools.wraps(init)
        def checked_init(self: Any, *args: Any, **options: Any) -> None:
            for name in names:
                if not hasattr(super(cls, self), name):
                    raise PrivateNameGoneError(_message(cls, name))
            init(self, *args, **options)

        setattr(cls, "__init__", checked_init)  # noqa: B010
        subject = cls.__module__.rsplit(".", 1)[-1]
        _probes[f"{subject}.{cls.__name__}"] = (cls, probe)
        return cls

    return declare


def _message(cls: type, hook: str) -> str:
    return f"{cls.__module__}.{cls.__name__} uses the method '{hook}', which {_installed()} lack."
