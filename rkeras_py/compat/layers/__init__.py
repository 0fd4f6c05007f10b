"""Layers that Keras 2 had and Keras 3 lacks, and those that it knows in part only."""

from rkeras_py.compat.layers.causal import CausalSeparableConv1D

__all__ = ["CausalSeparableConv1D"]
