"""R in the process of the tests."""

from __future__ import annotations

import os
from typing import Any


class RSession:
    """R in this process; what is new in its global environment is removed when it is closed.

    The state of R's random numbers, ``.Random.seed``, stays: ``set_random_seed()`` may have set it
    for the tests that follow.
    """

    def __init__(self) -> None:
        self._before = set(self._names())

    @staticmethod
    def missing() -> str | None:
        """Why there can be no R here; ``None`` where there can."""
        from rkeras_py import rpy2_pair

        return None if rpy2_pair.r_version() is not None else "R is not installed"

    def __call__(self, code: str, **variables: Any) -> Any:
        """``rkeras_py.r()``: the value of R code, which finds these variables."""
        import rkeras_py

        return rkeras_py.r(code, **variables)

    def run_script(self, path: str | os.PathLike[str], **variables: Any) -> dict[str, Any]:
        """``rkeras_py.run_script()``: the variables that an R script leaves."""
        import rkeras_py

        return rkeras_py.run_script(path, **variables)

    def close(self) -> None:
        """Remove the variables that were made since it began."""
        made = [name for name in self._names() if name not in {*self._before, ".Random.seed"}]
        self(
            "rm(list = intersect(as.character(.made), ls(globalenv(), all.names = TRUE)), "
            "envir = globalenv())",
            **{".made": [*made, ".made"]},
        )

    def _names(self) -> list[str]:
        names = self("as.list(ls(globalenv(), all.names = TRUE))")
        return list(names)
