"""Collects the results of a testthat file; used by ``testthat.R`` in R's process."""

from __future__ import annotations

import json
import os

_results: list[dict[str, object]] = []


def begin() -> None:
    """Clear the results of the previous file."""
    _results.clear()


def add(test: str | None, kind: str, text: str, line: float | None) -> None:
    """Add the result of an expectation.

    Args:
        test: The name of its test; ``None`` outside of tests.
        kind: "success", "failure", "error", "warning" or "skip".
        text: testthat's message.
        line: Its line in the file.
    """
    found: dict[str, object] = {
        "test": test,
        "kind": kind,
        "text": text,
        "line": None if line is None else int(line),
    }
    _results.append(found)


def store(folder: str) -> None:
    """Write the results to the file that pytest's process waits for."""
    path = os.path.join(folder, "results")
    with open(f"{path}.part", "w", encoding="utf-8") as file:
        json.dump(_results, file)
    os.rename(f"{path}.part", path)  # atomic
