"""R functions that the real reticulate runs for other threads.

Reticulate runs them on R's thread whenever Python code runs there, be it in the middle of tracing
a graph. What they tell TensorFlow to do is no part of that graph.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress
from typing import Any


def keep_apart() -> None:
    """From now on, R functions that reticulate runs for other threads find no graph around them."""
    with suppress(ImportError, AttributeError):  # reticulate has not joined, or is an old one
        threads: Any = importlib.import_module("rpytools.thread")
        call = threads.safe_call_r_function
        if getattr(call, "__module__", "") == __name__:
            return

        def apart(*args: Any) -> Any:
            tensorflow: Any = sys.modules.get("tensorflow")
            if not hasattr(tensorflow, "init_scope"):  # it is not there yet
                return call(*args)
            with tensorflow.init_scope():
                return call(*args)

        threads.safe_call_r_function = apart
