"""TensorFlow 1 sessions, and the counters for layer names (unique ids)."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.sessions import Session
from rkeras_py.keras_private.graphs import reset_names
from rkeras_py.registry.define import export


@export(family="backend")
def k_get_session() -> Any:
    """Get a TensorFlow 1 session.

    TensorFlow 2 computes immediately and needs no session. This session exists for scripts that run
    tensors: ``session$run(x)`` returns an array, or a list of arrays for a list. Symbolic tensors
    get their values from ``feed_dict``, a list of pairs: ``list(list(placeholder, numbers))``.

    Returns: a session: that of ``k_set_session()``, if one was set.

    Example:
        session <- k_get_session()
        session$run(k_constant(c(1, 2)) * 2)
    """
    from rkeras_py.compat.backend import sessions

    return sessions.current()


@export(family="backend", invisible=True)
def k_set_session(session: Session) -> None:
    """Set the TensorFlow 1 session.

    ``k_get_session()`` returns it. TensorFlow 2 computes without a session, so its options, such as
    the number of threads, have no effect on Keras; use ``tf$config`` instead.

    Args:
        session: A session, such as `tf$compat$v1$Session()`.

    Returns: nothing.

    Example:
        k_set_session(k_get_session())
    """
    from rkeras_py.compat.backend import sessions

    sessions.replace(session)


@export(family="backend", invisible=True)
def k_manual_variable_initialization(value: bool) -> None:
    """Initialize variables manually (no effect).

    Exists for scripts written for TensorFlow 1. In TensorFlow 2 variables have values as soon as
    they are created.

    Args:
        value: ``TRUE`` or ``FALSE``.

    Returns: nothing.

    Example:
        k_manual_variable_initialization(FALSE)
    """


@export(family="backend")
def k_get_uid(prefix: str = "") -> int:
    """Get a unique number for a name prefix.

    Counts how often it was called with the prefix.

    Args:
        prefix: The prefix.

    Returns: 1 at first, then 2, and so on.

    Example:
        k_get_uid("dense")
    """
    import keras

    return int(keras.backend.get_uid(prefix))


@export(family="backend", invisible=True)
def k_reset_uids() -> None:
    """Reset unique numbers and layer names.

    ``k_get_uid()`` and the names of layers start at 1 again.

    Returns: nothing.

    Example:
        k_reset_uids()
    """
    reset_names()
