"""How ``fit()``, ``evaluate()`` and ``predict()`` run."""
