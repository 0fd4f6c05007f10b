"""TensorFlow, imported when something in it is first used: another backend may do without."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.modules import LazyModule

tf: Any = LazyModule("tensorflow")
