"""The exceptions of this package.

::

    Exception ├── RError an error in R code that Python called ├── OSError │ └── DownloadError a
    file could not be downloaded, or an archive not unpacked └── ValueError
        └── ArgumentError       an argument that cannot be used
            └── DeviationError an argument that R keras accepts and this package deliberately
            refuses
                (all are conditions in R, with the class ``python.builtin.ValueError``; the last is
                also a ``keras_deviation``)
"""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.rule import ArgumentError, DeviationError

__all__ = ["ArgumentError", "DeviationError", "DownloadError", "RError"]


class DownloadError(OSError):
    """A file could not be downloaded, or an archive could not be unpacked.

    For a file, the message says where a user can put it.
    """


class RError(Exception):
    """An R error; the message is R's.

    Attributes:
        condition: R's own condition object, for R code: ``rk.r("class(e)", e=error.condition)``.
        classes: Its classes, such as ``("simpleError", "error", "condition")``.
        place: The user's function that it came from, such as "the loss `my_loss`"; ``None`` if
            unknown.
    """

    place: str | None = None

    def __init__(self, message: str, condition: Any = None, classes: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.condition = condition
        self.classes = classes
