"""Keras 2's behaviour of models."""
