"""Layers of Keras 2 that Keras 3 lacks or supports only partly."""

from rkeras_py.compat.activations import ThresholdedReLU
from rkeras_py.compat.layers.augmentation import RandomHeight, RandomWidth
from rkeras_py.compat.layers.causal import CausalSeparableConv1D
from rkeras_py.compat.layers.cudnn import CuDNNGRU, CuDNNLSTM
from rkeras_py.compat.layers.dense_features import DenseFeatures
from rkeras_py.compat.layers.locally_connected import LocallyConnected1D, LocallyConnected2D
from rkeras_py.compat.layers.tensorflow_ops import TFOpLambda
from rkeras_py.compat.layers.time_distributed import TimeDistributedOverBatch
from rkeras_py.compat.layers.time_major import (
    TimeMajorBidirectional,
    TimeMajorGRU,
    TimeMajorLSTM,
    TimeMajorRNN,
)

__all__ = [
    "CausalSeparableConv1D",
    "CuDNNGRU",
    "CuDNNLSTM",
    "DenseFeatures",
    "LocallyConnected1D",
    "LocallyConnected2D",
    "RandomHeight",
    "RandomWidth",
    "TFOpLambda",
    "ThresholdedReLU",
    "TimeDistributedOverBatch",
    "TimeMajorBidirectional",
    "TimeMajorGRU",
    "TimeMajorLSTM",
    "TimeMajorRNN",
]
