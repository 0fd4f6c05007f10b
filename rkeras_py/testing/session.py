"""R in the test process."""

from __future__ import annotations

import os
from typing import Any


class RSession:
    """R in this process; new global variables are removed when it is closed.

    R's random state, ``.Random.seed``, is kept: ``set_random_seed()`` may have set it for the
    following tests.
    """

    def __init__(self) -> None:
        self._before = set(self._names())

    @staticmethod
    def missing() -> str | None:
        """Why R cannot be used here; ``None`` if it can."""
        from rkeras_py import rpy2_pair

        return None if rpy2_pair.r_version() is not None else "R is not installed"

    def __call__(self, code: str, **variables: Any) -> Any:
        """``rkeras_py.r()``: evaluate R code with these variables."""
        import rkeras_py

        return rkeras_py.r(code, **variables)

    def run_script(self, path: str | os.PathLike[str], **variables: Any) -> dict[str, Any]:
        """``rkeras_py.run_script()``: run an R script and return its variables."""
        import rkeras_py

        return rkeras_py.run_script(path, **variables)

    def close(self) -> None:
        """Remove the variables that were created during the session."""
        made = [name for name in self._names() if name not in {*self._before, ".Random.seed"}]
        self(
            "rm(list = intersect(as.character(.made), ls(globalenv(), all.names = TRUE)), "
            "envir = globalenv())",
            **{".made": [*made, ".made"]},
        )

    def _names(self) -> list[str]:
        names = self("as.list(ls(globalenv(), all.names = TRUE))")
        return list(names)
