"""Callbacks with Keras 2's behaviour."""
