"""Methods such as ``fit()`` that the class of a model overrides.

R keras calls them with its own arguments and the user's arguments.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any


def own_method(model: Any, name: str) -> Callable[..., Any] | None:
    """The method with this name; ``None`` if it is Keras's."""
    for kind in type(model).__mro__:
        if name in vars(kind):
            of_keras = kind.__module__.split(".")[0] in ("keras", "rkeras_py")
            method: Callable[..., Any] = getattr(model, name)
            return None if of_keras else method
    return None


def call(
    method: Callable[..., Any], usual: dict[str, Any], more: dict[str, Any], **former: Any
) -> Any:
    """Call a method.

    Args:
        method: The method.
        usual: Arguments that are passed if it accepts them.
        more: The user's arguments, which are always passed.
        former: Arguments of Keras 2, which are passed if they are named parameters: Keras 3's
            methods refuse them.

    Returns: its value.
    """
    parameters = inspect.signature(method).parameters
    if not any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        usual = {name: value for name, value in usual.items() if name in parameters}
    named = {name: value for name, value in former.items() if name in parameters}
    return method(**usual, **named, **more)
