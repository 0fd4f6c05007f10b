"""TensorFlow's log messages, kept off the console.

TensorFlow 2.21 logs while its libraries load, before it looks at ``TF_CPP_MIN_LOG_LEVEL``, and
its logging (Abseil's) takes a level only by a call. So the two libraries that log are loaded
here, with the standard error elsewhere for these 50 ms, and then told to be quiet.
A user who sets ``TF_CPP_MIN_LOG_LEVEL`` gets everything as TensorFlow gives it.
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

_quiet = False  # whether the libraries are loaded


class _BeforeTensorFlow(MetaPathFinder):
    """Has TensorFlow be imported quietly, whoever imports it."""

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
    """Do something as soon as TensorFlow is imported, before its importer has it."""
    if "tensorflow" in sys.modules:
        work()
    else:
        _afterwards.append(work)


def quieten_import() -> None:
    """From now on, the import of TensorFlow is quiet."""
    if "tensorflow" not in sys.modules:
        sys.meta_path.insert(0, _BeforeTensorFlow())


def quieten_logger() -> None:
    """Have TensorFlow's Python code log errors alone, unless the user has chosen a level.

    "triggered tf.function retracing" and the like name nothing that a user of Keras can change.
    """
    logger = logging.getLogger("tensorflow")
    if logger.level == logging.NOTSET and "TF_CPP_MIN_LOG_LEVEL" not in os.environ:
        logger.setLevel(logging.ERROR)


def quieten_tensorflow() -> None:
    """Load TensorFlow's logging libraries quietly; to be called before TensorFlow's import."""
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
    """The linker's name of ``absl::SetMinLogLevel(LogSeverityAtLeast)``.

    Raises:
        OSError: TensorFlow's headers, which name Abseil's version, are not there.
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
