"""Layers that Keras 2 had and Keras 3 lacks, and those that it knows in part only.

The classes are imported when they are first asked for: this package has modules that R's gate needs
before Keras is there.
"""

from __future__ import annotations

import importlib
from typing import Any

_MODULES = {
    "CausalSeparableConv1D": "layers.causal",
    "CuDNNGRU": "layers.cudnn",
    "CuDNNLSTM": "layers.cudnn",
    "DenseFeatures": "layers.dense_features",
    "LocallyConnected1D": "layers.locally_connected",
    "LocallyConnected2D": "layers.locally_connected",
    "TFOpLambda": "layers.tensorflow_ops",
    "ThresholdedReLU": "activations",
    "TimeDistributedOverBatch": "layers.time_distributed",
    "TimeMajorBidirectional": "layers.time_major",
    "TimeMajorGRU": "layers.time_major",
    "TimeMajorLSTM": "layers.time_major",
    "TimeMajorRNN": "layers.time_major",
}

__all__ = list(_MODULES)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(f"rkeras_py.compat.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
