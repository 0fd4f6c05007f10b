"""What the tests of metrics share: data, and checks against values computed with NumPy."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

from rkeras_py.api import metrics as api
from rkeras_py.registry.define import REGISTRY

T = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
P = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2], [0.45, 0.3, 0.25]])
A = np.array([[1.0, 2.0, 4.0], [0.5, 3.0, 1.5], [2.0, 1.0, 0.25]])
B = np.array([[1.5, 2.0, 8.0], [0.25, 3.5, 1.5], [2.5, 4.0, 0.5]])
E = B - A


def mean(x: Any) -> Any:
    """Of each sample."""
    return x.sum(axis=1) / x.shape[1]


def check_samples(name: str, data: Any, options: dict[str, Any], expected: Any) -> None:
    """As a function, a metric gives a value for each sample; as an object, their mean."""
    function = getattr(api, f"metric_{name}")
    values = function(*data, **options)
    assert values.shape == np.shape(expected)
    np.testing.assert_allclose(values, expected, rtol=2e-5, atol=1e-6)
    metric = function(**options)
    assert isinstance(metric, keras.Metric)
    metric.update_state(*(np.asarray(part, "float32") for part in data))
    assert float(metric.result()) == pytest.approx(np.mean(expected), rel=2e-5, abs=1e-6)


def check_result(name: str, options: dict[str, Any], data: Any, expected: Any) -> None:
    metric = getattr(api, f"metric_{name}")(**options)
    metric.update_state(*data)
    np.testing.assert_allclose(metric.result(), expected, rtol=1e-3, atol=1e-6)


def metrics_of(module: str) -> set[str]:
    """The metrics that a module of ``api/metrics/`` exports."""
    return {
        name.removeprefix("metric_")
        for name, function in REGISTRY.items()
        if name.startswith("metric_") and function.module == f"rkeras_py.api.metrics.{module}"
    }
