"""Replaces attributes of Keras's modules and classes for some calls on some threads only."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class Replaced:
    """An attribute of a module or a class that is replaced for the threads inside ``by()``.

    While some thread is inside, the attribute is an object that checks which thread uses it, so
    that other threads get Keras's own. When the last thread has left, Keras's own attribute is
    restored.

    Args:
        module: The name of the module, with ``:Class`` for a method of a class.
        name: The attribute.
        stand_in: Creates the replacement, given Keras's own object and a function that returns the
            argument of ``by()`` on the current thread, or ``None`` if the thread is not inside.
    """

    def __init__(
        self, module: str, name: str, stand_in: Callable[[Any, Callable[[], Any]], Any]
    ) -> None:
        self._module, self._name, self._stand_in = module, name, stand_in
        self._lock = threading.Lock()
        self._inside = 0
        self._theirs: Any = None
        self._of_thread = threading.local()

    def check(self) -> None:
        """Raises: ImportError, AttributeError: Keras lacks the module or the attribute."""
        getattr(self._owner(), self._name)

    @contextmanager
    def by(self, ours: Any) -> Iterator[None]:
        before = self._ours()
        self._enter()
        self._of_thread.ours = ours
        try:
            yield
        finally:
            self._of_thread.ours = before
            self._leave()

    def _owner(self) -> Any:
        module, _, name = self._module.partition(":")
        owner = importlib.import_module(module)
        return getattr(owner, name) if name else owner

    def _ours(self) -> Any:
        return getattr(self._of_thread, "ours", None)

    def _enter(self) -> None:
        owner = self._owner()
        with self._lock:
            if not self._inside:
                self._theirs = getattr(owner, self._name)
                setattr(owner, self._name, self._stand_in(self._theirs, self._ours))
            self._inside += 1

    def _leave(self) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                setattr(self._owner(), self._name, self._theirs)
                self._theirs = None
