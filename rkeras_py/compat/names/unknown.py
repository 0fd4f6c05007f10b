"""The error for a loaded model that uses unknown functions or classes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from rkeras_py import compat
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.state import scoped_custom_objects

#: The start of Keras's messages about an unknown name, and the name.
_UNKNOWN = re.compile(
    r"Could not interpret [\w ]*identifier: \{.*?'class_name': 'function', 'config': '([\w>.]+)'"
    r"|Could not (?:locate|interpret) (?:class|function|[\w ]*identifier|\w+)[^'\"]*"
    r"['\"]([\w>.]+)['\"]"
    r"|Unknown [\w ]+: ?['\"]?([\w>.]+)"
)
#: Names of R functions without a name of their own.
_OF_R = re.compile(r"r_(?:function|loss|metric)(?:_\d+)?")


@functools.cache
def _register() -> None:
    """Register the classes of this package that a model may contain in Keras."""
    for module in walk_packages(compat.__path__, f"{compat.__name__}."):
        import_module(module.name)


@contextmanager
def with_known_names(custom_objects: dict[str, Any], compile: bool) -> Iterator[None]:
    """Report in the user's terms which custom object is missing.

    Raises:
        ArgumentError: a custom object is missing, or the model does something that is not allowed.
    """
    import keras

    from rkeras_py.compat import safe_mode

    _register()
    # Keras's scopes hide outer scopes
    around = scoped_custom_objects()
    try:
        with keras.saving.custom_object_scope({**around, **custom_objects}):
            yield
    except ArgumentError:
        raise
    except (TypeError, ValueError) as problem:
        refused = _own(problem) or safe_mode.explained(problem)
        if refused is not None:
            raise refused from problem
        found = _UNKNOWN.search(str(problem))
        if not found:
            raise
        name = next(group for group in found.groups() if group)
        raise unknown(name, compile) from problem


def _own(problem: BaseException) -> ArgumentError | None:
    """The error of this package inside an error of Keras."""
    inner = problem.__context__
    while inner is not None:
        if isinstance(inner, ArgumentError) and str(inner) in str(problem):
            return inner
        inner = inner.__context__
    return None


def unknown(name: str, compile: bool) -> ArgumentError:
    """The error about a missing function or class."""
    rest = "; a loss or a metric is not needed with `compile = FALSE`" if compile else ""
    what = "an R function without a name" if _OF_R.fullmatch(name) else "which is not known here"
    return ArgumentError(
        f'the model uses "{name}", {what}: pass it as `custom_objects = list({name} = ...)`{rest}.'
    )
