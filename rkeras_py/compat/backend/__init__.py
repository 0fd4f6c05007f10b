"""The backend functions and sessions of Keras 2."""

from __future__ import annotations

from typing import Any

# Names that scripts use from the module keras.backend.


def get_session() -> Any:
    """The session that was set, or one that computes immediately."""
    from rkeras_py.compat.backend import sessions

    return sessions.current()


def set_session(session: Any) -> None:
    """Set the session that ``get_session()`` returns; Keras does not use it."""
    from rkeras_py.compat.backend import sessions

    sessions.replace(session)
