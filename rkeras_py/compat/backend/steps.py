"""Backend functions that can be steps of a graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: By name; filled where they are defined. A model from a file may use only these.
STEPS: dict[str, Callable[..., Any]] = {}
