"""R functions that the real reticulate runs for other threads.

Reticulate runs them on R's thread whenever Python code runs there, even while a graph is being
traced. Their TensorFlow operations must not become part of that graph.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress
from typing import Any


def keep_apart() -> None:
    """Run R functions that reticulate runs for other threads outside of any graph from now on."""
    with suppress(ImportError, AttributeError):  # reticulate is not attached, or is an old version
        threads: Any = importlib.import_module("rpytools.thread")
        call = threads.safe_call_r_function
        if getattr(call, "__module__", "") == __name__:
            return

        def apart(*args: Any) -> Any:
            tensorflow: Any = sys.modules.get("tensorflow")
            if not hasattr(tensorflow, "init_scope"):  # not imported yet
                return call(*args)
            with tensorflow.init_scope():
                return call(*args)

        threads.safe_call_r_function = apart
