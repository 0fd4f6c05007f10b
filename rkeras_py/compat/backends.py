"""What the backend in use cannot do, or lacks a package for: the errors that say so.

They are listed in ``deviations.toml`` with their reasons; a list of the names of the backends says
on which a function is refused, and ``needs`` names the package that it needs on them.
"""

from __future__ import annotations

import functools
import sys
from typing import Any

from rkeras_py.compat.deviations import LIST
from rkeras_py.convert import backends
from rkeras_py.convert.rule import BackendError

#: How TensorFlow is asked for.
_TENSORFLOW = "set the environment variable KERAS_BACKEND=tensorflow before R or Python starts"


@functools.cache
def limits() -> dict[tuple[str, str], dict[str, Any]]:
    """The entries of the list by the names of functions and backends."""
    import tomllib

    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["backend"]
    return {
        (name, backend): entry
        for entry in entries
        for name in entry["functions"]
        for backend in entry["backends"]
    }


def check_backend(name: str) -> None:
    """Refuse a function on the backend in use.

    Raises:
        BackendError: the backend cannot run it, or a package is not installed.
    """
    backend = backends.known()
    if backend == "tensorflow":
        return
    entry = limits().get((name, backend))
    if entry is None:
        return
    if "needs" not in entry:
        instead = entry.get("replacement", "TensorFlow")
        how = "" if "replacement" in entry else f": {_TENSORFLOW}"
        raise BackendError(
            f"{name}() does not run on {backends.title()}: {entry['reason']}. "
            f"Use {instead} instead{how}."
        )
    if backends.is_missing(entry["needs"]):
        raise without_tensorflow(f"{name}()", entry["reason"])


def without_tensorflow(name: str, reason: str = "") -> BackendError:
    """The error of a function that needs TensorFlow, which is not installed.

    Args:
        name: The function, as users write it.
        reason: Why it does, where that is not in the list.
    """
    listed = limits().get((name.removesuffix("()"), backends.known()), {})
    reason = reason or listed.get("reason", "it calls TensorFlow's functions")
    return BackendError(
        f"{name} needs TensorFlow, which is not installed for {sys.executable}: {reason}. "
        f"Install it with `{sys.executable} -m pip install tensorflow`."
    )
