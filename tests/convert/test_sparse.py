"""Sparse matrices."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import sparse

import rkeras_py as rk
from rkeras_py.convert import data
from rkeras_py.convert import sparse as rule
from rkeras_py.convert.inputs import InputRule
from rkeras_py.convert.tensors import TensorRule

DENSE = np.array([[0, 2, 0], [1, 0, 0], [0, 0, 0], [3, 0, 4]], "float64")
FORMS = [sparse.csc_matrix, sparse.csr_matrix, sparse.coo_matrix, sparse.csc_array]


@pytest.mark.parametrize("form", FORMS)
def test_data_become_arrays_of_keras_numbers(form: Any) -> None:
    for argument in (data.DataRule("x"), data.DataRule("x", large_sparse=True)):
        got = argument.accept(form(DENSE))
        assert got.dtype == "float32" and got.tolist() == DENSE.tolist()
    assert data.ArrayRule().accept(form(DENSE)).tolist() == DENSE.tolist()
    assert TensorRule().accept(form(DENSE)).tolist() == DENSE.tolist()
    assert InputRule().accept(form(DENSE)).numpy().tolist() == DENSE.tolist()
    assert data.WeightsRule().accept([form(DENSE)])[0].tolist() == DENSE.tolist()


@pytest.mark.parametrize("limit", [rule.AS_ARRAY, 0])
def test_missing_values_are_told_of(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "AS_ARRAY", limit)
    with pytest.warns(data.DataWarning, match="`x` has 1 missing value"):
        data.DataRule("x", large_sparse=True).accept(sparse.csc_matrix([[0.0, np.nan, 1.0]]))


def small(normalized: bool = False, **options: Any) -> Any:
    rk.set_random_seed(1)
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 2, **options)
    if normalized:
        rk.layer_batch_normalization(model)
    rk.layer_dense(model, 1)
    rk.compile(model, optimizer="sgd", loss="mse")
    return model


def two_inputs() -> Any:
    rk.set_random_seed(1)
    inputs = [rk.layer_input(3), rk.layer_input(2)]
    output = rk.layer_dense(rk.layer_concatenate(inputs), 1)
    model = rk.keras_model(inputs, output)
    rk.compile(model, optimizer="sgd", loss="mse")
    return model


@pytest.mark.parametrize(
    ("make", "x"),
    [
        (lambda: small(input_shape=3), lambda x: x),
        (lambda: small(normalized=True, input_shape=3), lambda x: x),
        (small, lambda x: x),  # built when it is trained
        (two_inputs, lambda x: [x, np.ones((len(DENSE) * 8, 2))]),
    ],
)
def test_very_large_ones_stay_sparse_and_train_as_arrays_do(
    make: Any, x: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule, "AS_ARRAY", 0)
    numbers = np.tile(DENSE, (8, 1))
    y = numbers.sum(axis=1)
    seen = []
    for given in (x(numbers), x(sparse.csc_matrix(numbers))):
        model = make()
        history = rk.fit(
            model, given, y, epochs=2, batch_size=8, shuffle=False, verbose=0,
            validation_data=[given, y],
        )  # fmt: skip
        seen.append(
            [
                *history.history["loss"],
                *history.history["val_loss"],
                *np.ravel(rk.evaluate(model, given, y, verbose=0)["loss"]),
                *np.ravel(rk.predict(model, given, verbose=0)),
                rk.train_on_batch(model, given, y),
            ]
        )
    np.testing.assert_allclose(seen[0], seen[1], rtol=1e-6)
