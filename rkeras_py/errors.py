"""The exceptions of this package.

::

    Exception
    ├── RError                  an R error inside R code that Python called
    ├── OSError
    │   └── DownloadError       a file that could not be fetched, or an archive not unpacked
    └── ValueError
        └── ArgumentError       an argument that cannot be used
            └── DeviationError  what R keras takes and this package refuses on purpose
                (all are conditions in R, with ``python.builtin.ValueError`` among their classes;
                the last is a ``keras_deviation`` as well)
"""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.rule import ArgumentError, DeviationError

__all__ = ["ArgumentError", "DeviationError", "DownloadError", "RError"]


class DownloadError(OSError):
    """A file that could not be fetched; the message says where it may be put.

    Or an archive that is damaged, or that holds what may not be unpacked.
    """


class RError(Exception):
    """An R error; the message is R's.

    Attributes:
        condition: R's own condition object, for R code: ``rk.r("class(e)", e=error.condition)``.
        classes: Its classes, such as ``("simpleError", "error", "condition")``.
        place: The function of the user's that it came from, such as "the loss `my_loss`"; ``None``
            where that is not known.
    """

    place: str | None = None

    def __init__(self, message: str, condition: Any = None, classes: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.condition = condition
        self.classes = classes
