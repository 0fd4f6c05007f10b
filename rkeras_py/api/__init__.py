"""What scripts call: every function once, for both languages."""

from rkeras_py.api import models, optimizers
from rkeras_py.api.layers import core

__all__ = ["core", "models", "optimizers"]
