"""Callbacks of Keras 2."""
