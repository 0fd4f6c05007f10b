"""Keeps TensorFlow's log messages off the console.

TensorFlow 2.21 logs while its libraries load, before it looks at ``TF_CPP_MIN_LOG_LEVEL``, and its
logging library (Abseil) takes a level only by a function call. So the two libraries that log are
loaded here, with standard error redirected for these 50 ms, and then the log level is set. If a
user sets ``TF_CPP_MIN_LOG_LEVEL``, nothing is changed.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import re
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec
from pathlib import Path

FATAL = 3
_LIBRARIES = (
    "libtensorflow_framework.so.2",
    "python/profiler/internal/_pywrap_profiler_plugin.so",
)

_quiet = False  # whether the libraries were loaded quietly


class _BeforeTensorFlow(MetaPathFinder):
    """Makes the import of TensorFlow quiet, whoever imports it."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name) if name == "tensorflow" else None
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module

            def execute_quietly(module: types.ModuleType) -> None:
                quieten_tensorflow()
                execute(module)
                quieten_logger()
                for work in _afterwards:
                    work()

            vars(spec.loader)["exec_module"] = execute_quietly
        return spec


_afterwards: list[Callable[[], None]] = []


def once_imported(work: Callable[[], None]) -> None:
    """Do something as soon as TensorFlow is imported, before the importer gets the module."""
    if "tensorflow" in sys.modules:
        work()
    else:
        _afterwards.append(work)


def quieten_import() -> None:
    """Make the import of TensorFlow quiet from now on."""
    if "tensorflow" not in sys.modules:
        sys.meta_path.insert(0, _BeforeTensorFlow())


def quieten_logger() -> None:
    """Make TensorFlow's Python code log only errors, unless the user has chosen a level.

    A user of Keras cannot act on messages such as "triggered tf.function retracing".
    """
    logger = logging.getLogger("tensorflow")
    if logger.level == logging.NOTSET and "TF_CPP_MIN_LOG_LEVEL" not in os.environ:
        logger.setLevel(logging.ERROR)


def quieten_tensorflow() -> None:
    """Load TensorFlow's logging libraries quietly. Call this before TensorFlow is imported."""
    global _quiet
    if _quiet or "TF_CPP_MIN_LOG_LEVEL" in os.environ:
        return
    _quiet = True
    spec = find_spec("tensorflow")
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent
    with _without_stderr(), contextlib.suppress(OSError, AttributeError):
        framework, *_ = [ctypes.CDLL(str(folder / name)) for name in _LIBRARIES]
        getattr(framework, _set_min_log_level(folder))(FATAL)


def _set_min_log_level(folder: Path) -> str:
    """The mangled name of ``absl::SetMinLogLevel(LogSeverityAtLeast)``.

    Raises:
        OSError: TensorFlow's headers, which contain Abseil's version, are missing.
    """
    options = (folder / "include/absl/base/options.h").read_text(encoding="utf-8")
    found = re.search(r"define ABSL_OPTION_INLINE_NAMESPACE_NAME (\w+)", options)
    version = found[1] if found else ""
    return f"_ZN4absl{len(version)}{version}14SetMinLogLevelENS0_18LogSeverityAtLeastE"


@contextlib.contextmanager
def _without_stderr() -> Iterator[None]:
    saved, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)
