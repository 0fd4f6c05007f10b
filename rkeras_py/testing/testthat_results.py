"""Results of the tests of a testthat file; used by ``testthat.R``, in R's process."""

from __future__ import annotations

import json
import os

_results: list[dict[str, object]] = []


def begin() -> None:
    """Forget the file before."""
    _results.clear()


def add(test: str | None, kind: str, text: str, line: float | None) -> None:
    """Keep what one expectation gave.

    Args:
        test: The name of its test; ``None`` where it stands outside of tests.
        kind: "success", "failure", "error", "warning" or "skip".
        text: What testthat says of it.
        line: Where it stands in the file.
    """
    found: dict[str, object] = {
        "test": test,
        "kind": kind,
        "text": text,
        "line": None if line is None else int(line),
    }
    _results.append(found)


def store(folder: str) -> None:
    """Write the results where pytest's process waits for them."""
    path = os.path.join(folder, "results")
    with open(f"{path}.part", "w", encoding="utf-8") as file:
        json.dump(_results, file)
    os.rename(f"{path}.part", path)  # there at once as a whole
