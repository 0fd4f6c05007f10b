"""The backend functions and sessions of Keras 2."""

from __future__ import annotations

from typing import Any

# What scripts look for in the module keras.backend.


def get_session() -> Any:
    """The session that was set, or one that computes at once."""
    from rkeras_py.compat.backend import sessions

    return sessions.current()


def set_session(session: Any) -> None:
    """Set the session that ``get_session()`` gives; Keras computes without it."""
    from rkeras_py.compat.backend import sessions

    sessions.replace(session)
