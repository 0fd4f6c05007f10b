"""The functions of the backend that can be steps of a graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: By name; filled where they are defined. A model from a file may name these and no others.
STEPS: dict[str, Callable[..., Any]] = {}
