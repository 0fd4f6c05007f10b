"""Metrics: return values for ``y_true`` and ``y_pred``, otherwise an object for ``compile()``."""
