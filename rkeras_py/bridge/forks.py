"""What works in child processes of ``parallel::mclapply()``: everything without TensorFlow.

TensorFlow's threads do not exist in a child process, so code that waits for them hangs.
"""

from __future__ import annotations

import os
from typing import Any

from rkeras_py.bridge import handles, pump
from rkeras_py.bridge.gate import INTERNAL, internal
from rkeras_py.convert.objects import leaves
from rkeras_py.keras_private.datasets import texts
from rkeras_py.registry.define import REGISTRY

#: Packages whose objects may need threads.
THREADED = frozenset({"keras", "tensorflow", "tensorboard"})


os.register_at_fork(after_in_child=handles.keep_dropped)


@internal(".works_in_fork")
def works_in_fork(name: str, args: Any) -> bool:
    """Whether a function works in a forked process.

    Args:
        name: The function's name in R.
        args: The arguments of the call.
    """
    function = REGISTRY.get(name) or INTERNAL.get(name)
    return (
        (name == ".call" or (function is not None and function.forks))
        and not pump.serving()
        and not any(_needs_threads(part) for part in leaves(args))
    )


def _needs_threads(value: Any) -> bool:
    owner = getattr(value, "__self__", value)  # of a bound method
    if isinstance(owner, texts().Tokenizer):
        return False
    names = [getattr(value, "__module__", None)]
    names += [base.__module__ for part in (value, owner) for base in type(part).__mro__]
    return any(str(name).partition(".")[0] in THREADED for name in names)
