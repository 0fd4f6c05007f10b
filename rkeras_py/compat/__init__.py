"""Keras 2's behaviour that Keras 3 lacks."""
