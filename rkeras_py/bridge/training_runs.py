"""Python functions for R's training runs: data files, pages, and the end of a run."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

from rkeras_py import files
from rkeras_py.bridge import loading, run_pages
from rkeras_py.bridge.gate import internal
from rkeras_py.convert.na import NA


@internal(".write_run_json")
def write_json(path: str, values: Any, columns: bool) -> None:
    """Write named values; columns are always arrays, whatever their length."""
    named = _named(values)
    if columns:
        named = {
            name: value if isinstance(value, list) else [value] for name, value in named.items()
        }
    files.write_text(path, json.dumps(named, indent=2, ensure_ascii=False) + "\n")


@internal(".read_run_json")
def read_json(path: str) -> Any:
    """Read named values; missing values in numeric columns are NaN."""
    values = json.loads(Path(path).read_text(encoding="utf-8"))
    return {name: _for_r(value) for name, value in values.items()} if values else {}


@internal(".save_run_page")
def save_run_page(path: str, runs: list[dict[str, Any]]) -> None:
    """Write a page that shows a run, or compares two."""
    shown = [_named(run) for run in (runs if isinstance(runs, list) else [runs])]
    page = run_pages.one(shown[0]) if len(shown) == 1 else run_pages.comparison(*shown)
    files.write_text(path, page, "filename")


@internal(".save_metrics_page")
def save_metrics_page(path: str, metrics: Any) -> None:
    """Write a page that plots metrics during training."""
    columns = {name: v if isinstance(v, list) else [v] for name, v in _named(metrics).items()}
    files.write_text(path, run_pages.metrics(columns))


@internal(".end_run")
def end_run() -> None:
    """Reset Keras's name counters and seeds for the next run, if Keras is imported."""
    if not loading.unfinished() and "keras" in sys.modules:
        from rkeras_py.api.backend.settings import k_clear_session

        k_clear_session()


def _named(values: Any) -> dict[str, Any]:
    """R values in the form of JSON; an empty list has no names."""
    return {str(name): _plain(value) for name, value in values.items()} if values else {}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, NA) or (isinstance(value, float) and not math.isfinite(value)):
        return None
    return value


def _for_r(value: Any) -> Any:
    if not isinstance(value, list) or any(isinstance(part, (str, list, dict)) for part in value):
        return value
    return [math.nan if part is None else float(part) for part in value]
