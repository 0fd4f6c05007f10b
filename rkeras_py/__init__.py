"""R scripts written for the R package keras, run on Keras 3 in one process.

The functions have the same names as in R keras, have Python types and return Keras's own objects.
TensorFlow and R are loaded when they are first needed.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable
from typing import Any

import rkeras_py.api  # noqa: F401  (fills the registry)
from rkeras_py.bridge.quiet import quieten_import
from rkeras_py.errors import ArgumentError, DeviationError, DownloadError, RError
from rkeras_py.registry.define import REGISTRY

quieten_import()

_functions = {function.python.__name__: function for function in REGISTRY.values()}

__all__ = [
    *_functions,
    "ArgumentError",
    "DeviationError",
    "DownloadError",
    "RError",
    "__version__",
    "pipe",
    "plot_history",
    "r",
    "run_script",
]


def __getattr__(name: str) -> Any:
    """Load names when they are first used: R does not need them, and every R script would wait."""
    if name == "pipe":
        return importlib.import_module("rkeras_py.pipe")
    if name == "__version__":
        from rkeras_py import install

        return install.version()
    if name not in _functions:
        raise AttributeError(_unknown(name), name=name, obj=sys.modules[__name__])
    function = _functions[name].python
    function.__doc__ = _functions[name].python_doc
    globals()[name] = function
    return function


#: Generics of R for models, and names of Keras's; in Python they are methods of Keras's objects, or
#: have other names.
_INSTEAD = {
    "load_model": "load_model_hdf5() or load_model_tf()",
    "plot": "plot_history(), or keras.utils.plot_model()",
    "save_model": "save_model_hdf5() or save_model_tf()",
    "summary": "model.summary()",
}


def _unknown(name: str) -> str:
    instead = f"; use {_INSTEAD[name]}" if name in _INSTEAD else ""
    return f"module {__name__!r} has no attribute {name!r}{instead}"


def __dir__() -> list[str]:
    return sorted(__all__)


def load_ipython_extension(shell: Any) -> None:
    """``%load_ext rkeras_py`` in IPython or Jupyter: the magics ``%R`` and ``%%R``.

    Cells also show models and histories.
    """
    from rkeras_py.magics import RMagics, show_models

    shell.register_magics(RMagics)
    show_models(shell)


def plot_history(history: Any, metrics: Iterable[str] | None = None, figure: Any = None) -> Any:
    """Plot the metrics of a training by epoch, with matplotlib.

    Args:
        history: The result of ``fit()``, in Python or in R, or lists of numbers by name.
        metrics: Names of the metrics to plot, such as "loss"; all by default.
        figure: A matplotlib figure to draw on; a new one by default.

    Returns: the figure.

    Raises:
        ImportError: matplotlib is not installed.
        ArgumentError: there is nothing to plot, or no such metric.
    """
    from rkeras_py import plots

    return plots.plot_history(history, metrics, figure)


def run_script(path: str | os.PathLike[str], **variables: Any) -> dict[str, Any]:
    """Run an R script in this process.

    Args:
        path: The script.
        variables: Python values to assign to R variables before.

    Returns: the variables of R's global environment by name, models as ``keras.Model`` objects.

    Raises:
        TypeError: ``path`` is no path.
        FileNotFoundError: there is no such script.
        RError: the script failed; the message is R's.
        KeyboardInterrupt: it was interrupted.
    """
    from rkeras_py.bridge import inside

    return inside.run_script(path, variables)


def r(code: str, **variables: Any) -> Any:
    """Evaluate R code in this process.

    Args:
        code: R code, possibly several expressions.
        variables: Python values to assign to R variables before.

    Returns: the value of the last expression.

    Raises:
        TypeError: ``code`` is not a string.
        RError: it failed, or is not valid R code; the message is R's.
        KeyboardInterrupt: it was interrupted.
    """
    from rkeras_py.bridge import inside

    return inside.r(code, variables)
