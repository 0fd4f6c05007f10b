"""Data that are read while a call runs: when they are, and what they become."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.objects import leaves, package_of
from rkeras_py.convert.on_disk import is_on_disk
from rkeras_py.sources import source
from rkeras_py.sources.arrays import parts_of
from rkeras_py.sources.rows import Part
from rkeras_py.sources.stream import Stream


def opened(model: Any, x: Any, y: Any, weight: Any, targets: bool) -> tuple[Any, Any, Any]:
    """Inputs, targets and weights of a source; other data as they are.

    Args:
        model: What is trained or used.
        x, y, weight: As they were given.
        targets: Whether targets and weights are wanted.
    """
    if package_of(x) in ("pyarrow", "duckdb"):
        x = source.TableSource("arrow_source", source.of_arrow(x), None, None, None, None)
    if not isinstance(x, source.Source):
        return x, y, weight
    source.check_alone({"y": y, "sample_weight": weight})
    return x.data_for(model, targets)


def is_source(data: Any) -> bool:
    """Whether data say by themselves what inputs, targets and weights are."""
    return isinstance(data, source.Source)


def is_streamed(data: Any) -> bool:
    """Whether some of the arrays in data are to be read while the call runs."""
    return any(isinstance(leaf, Part) or is_on_disk(leaf) for leaf in leaves(data))


def stream_of(data: tuple[Any, ...], **options: Any) -> Stream:
    """Inputs, targets and weights as a stream; options are those of ``Stream``."""
    return Stream(data if _has_parts(data) else parts_of(data), **options)


def split(data: tuple[Any, ...], fraction: float) -> tuple[Any, Any]:
    """The rows to train on and those at the end to validate on.

    Raises:
        ArgumentError: the data are no arrays, or nothing is left for one of the two.
    """
    if _has_parts(data):
        source.reject_split(fraction)
    return source.split(data, fraction)


def _has_parts(data: Any) -> bool:
    return any(isinstance(leaf, Part) for leaf in leaves(data))
