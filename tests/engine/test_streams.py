"""Which data are read while a call runs."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from small_models import stack
from table_files import rows, table

import rkeras_py as rk
from rkeras_py.engine import streams

pa = pytest.importorskip("pyarrow")

X, Y = rows(100)


def test_arrays_in_memory_are_not(tmp_path) -> None:
    np.save(tmp_path / "x.npy", X)
    mapped = np.load(tmp_path / "x.npy", mmap_mode="r")
    for data in (X, [X, X], (X, None), {"a": X}, None, iter([X])):
        assert not streams.is_streamed(data)
    for data in (mapped, [X, mapped], (X, {"a": mapped}), mapped[:, :2]):
        assert streams.is_streamed(data)
    assert not streams.is_streamed(mapped + 1)


def test_tables_of_arrow_are_inputs_as_they_are() -> None:
    model = stack(1, inputs=3)
    data = pa.table({"a": X[:, 0], "b": X[:, 1], "c": X[:, 2]})
    np.testing.assert_allclose(
        rk.predict(model, data, verbose=0), rk.predict(model, X, verbose=0), rtol=1e-5, atol=1e-6
    )


def test_methods_of_a_model_get_a_dataset() -> None:
    seen: dict[str, object] = {}

    class Own(keras.Sequential):
        def fit(self, x, y=None, batch_size=None, steps_per_epoch=None, **options):
            seen.update(y=y, batch_size=batch_size, steps=steps_per_epoch)
            seen.update({name: options[name] for name in ("shuffle", "class_weight")})
            return super().fit(x, steps_per_epoch=steps_per_epoch, **options)

    model = Own([keras.Input((3,)), keras.layers.Dense(1)])
    rk.compile(model, "sgd", "mse")
    source = rk.arrow_source(table(X, Y), y="y")
    options = {"class_weight": {"0": 2.0}, "epochs": 2, "verbose": 0}
    history = rk.fit(model, source, batch_size=30, **options)
    empty = {"y": None, "batch_size": None, "class_weight": None, "shuffle": False}
    assert seen == {**empty, "steps": 4}
    assert len(history.history["loss"]) == 2


def test_backends_without_a_way_of_their_own_get_batches(monkeypatch) -> None:
    from rkeras_py.engine import strategies
    from rkeras_py.engine.strategy import Strategy

    def trained() -> tuple[dict[str, list[float]], np.ndarray]:
        model = rk.compile(stack(1, inputs=3), "sgd", "mse")
        source = rk.arrow_source(table(X, Y), y="y")
        options = {"batch_size": 30, "verbose": 0}
        history = rk.fit(model, source, epochs=2, shuffle=False, validation_data=source, **options)
        return history.history, rk.predict(model, source, **options)

    expected, predicted = trained()
    monkeypatch.setattr(strategies, "current", Strategy)
    found, also_predicted = trained()
    for name, values in expected.items():
        np.testing.assert_allclose(found[name], values, rtol=1e-5)
    np.testing.assert_allclose(also_predicted, predicted, rtol=1e-5, atol=1e-6)
