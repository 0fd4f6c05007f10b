"""Metrics: objects to compile with, or values where ``y_true`` and ``y_pred`` are given."""
