"""Sessions of TensorFlow 1, and the counters behind names of layers (unique ids)."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.sessions import Session
from rkeras_py.keras_private.graphs import reset_names
from rkeras_py.registry.define import export


@export(family="backend")
def k_get_session() -> Any:
    """A session, as scripts for TensorFlow 1 ask for.

    TensorFlow 2 computes at once and needs no session. This one gives numbers to scripts that
    run tensors in it: `session$run(x)` is an array, a list of arrays for a list. Symbolic tensors
    take theirs from `feed_dict`: pairs, `list(list(placeholder, numbers))`.

    Returns: a session; the one that ``k_set_session()`` was given, if any was.

    Example:
        session <- k_get_session()
        session$run(k_constant(c(1, 2)) * 2)
    """
    from rkeras_py.compat.backend import sessions

    return sessions.current()


@export(family="backend", invisible=True)
def k_set_session(session: Session) -> None:
    """Sets the session that ``k_get_session()`` gives.

    TensorFlow 2 computes without a session, so options of this one, such as the number of
    threads, have no effect on Keras; ``tf$config`` has such.

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
    """Whether variables were to wait for their first values, as scripts for TensorFlow 1 say.

    Since TensorFlow 2 variables have their values as soon as they are made, so that nothing is
    left to initialize: both choices are the same.

    Args:
        value: ``TRUE`` or ``FALSE``.

    Returns: nothing.

    Example:
        k_manual_variable_initialization(FALSE)
    """


@export(family="backend")
def k_get_uid(prefix: str = "") -> int:
    """Counts how often it was asked for a name.

    Args:
        prefix: The name.

    Returns: 1 at first, then 2, and so on.

    Example:
        k_get_uid("dense")
    """
    import keras

    return int(keras.backend.get_uid(prefix))


@export(family="backend", invisible=True)
def k_reset_uids() -> None:
    """Has ``k_get_uid()``, and the names of layers, count from 1 again.

    Returns: nothing.

    Example:
        k_reset_uids()
    """
    reset_names()
