"""What the backend in use cannot do, or lacks a package for: the errors that say so.

They are listed in ``deviations.toml`` with their reasons; a list of the names of the backends says
on which a function is refused, and ``needs`` names the package that it needs on them.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

from rkeras_py.compat.deviations import LIST
from rkeras_py.convert import backends
from rkeras_py.convert.rule import BackendError

#: How TensorFlow is asked for.
_TENSORFLOW = "set the environment variable KERAS_BACKEND=tensorflow before R or Python starts"


@functools.cache
def limits() -> dict[str, dict[str, Any]]:
    """The entries of the list by the names of their functions."""
    import tomllib

    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["backend"]
    return {name: entry for entry in entries for name in entry["functions"]}


def on_this_backend(body: Callable[..., Any], name: str, waits: bool) -> Callable[..., Any]:
    """The body of an exported function, which is refused where the backend cannot run it."""

    @functools.wraps(body)
    def checked(*args: Any, **kwargs: Any) -> Any:
        if waits and backends.known() != "tensorflow":
            check(name)
        try:
            return body(*args, **kwargs)
        except ModuleNotFoundError as problem:
            if problem.name != "tensorflow":
                raise
            raise without_tensorflow(name) from problem

    return checked


def check(name: str) -> None:
    """Refuse a function on the backend in use.

    Raises:
        BackendError: the backend cannot run it, or a package is not installed.
    """
    entry = limits().get(name)
    if entry is None or backends.known() not in entry["backends"]:
        return
    if "needs" not in entry:
        instead = entry.get("replacement", "TensorFlow")
        how = "" if "replacement" in entry else f": {_TENSORFLOW}"
        raise BackendError(
            f"{name}() does not run on {backends.title()}: {entry['reason']}. "
            f"Use {instead} instead{how}."
        )
    if backends.is_missing(entry["needs"]):
        raise without_tensorflow(name)


def without_tensorflow(name: str) -> BackendError:
    """The error of a function that needs TensorFlow, which is not installed."""
    reason = limits().get(name, {}).get("reason", "it is a function of TensorFlow's")
    return BackendError(
        f"{name}() needs TensorFlow, which is not installed for {sys.executable}: {reason}. "
        f"Install it with `{sys.executable} -m pip install tensorflow`."
    )
